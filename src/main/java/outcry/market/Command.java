package outcry.market;

/**
 * What an account asks of the market. Money and prices are in cents, quantities in shares.
 *
 * <p>A command is a value: nothing is checked here, every rule is checked when it is applied, so
 * that every node rejects the same commands for the same reasons.
 */
public sealed interface Command {
    /** The account that asks. */
    String account();

    /**
     * Opens an account with a salted hash of its secret (M6). Harmless when repeated with the same
     * hash.
     */
    record OpenAccount(String account, byte[] salt, byte[] hash) implements Command {}

    record DepositCash(String account, long cents) implements Command {}

    record WithdrawCash(String account, long cents) implements Command {}

    /** Shares from outside; an instrument not yet listed is listed with default terms. */
    record DepositShares(String account, String instrument, long quantity) implements Command {}

    record WithdrawShares(String account, String instrument, long quantity) implements Command {}

    /** Enters an order; {@code price} is 0 for a market order. */
    record EnterOrder(
            String account,
            String instrument,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            long price,
            long quantity)
            implements Command {}

    record CancelOrder(String account, long orderId) implements Command {}

    /** Cancels every order of the account, of one instrument or, when it is empty, of all. */
    record CancelAll(String account, String instrument) implements Command {}

    /**
     * Takes unissued shares from an instrument's pool, without a price (M15, Group 12's {@code b}).
     */
    record TakeFromPool(String account, String instrument, long quantity) implements Command {}

    /** Gives shares back to an instrument's pool (M15, Group 12's {@code s}). */
    record ReturnToPool(String account, String instrument, long quantity) implements Command {}

    /** Lists an instrument; {@code pool} shares are unissued and can be taken without a price. */
    record ListInstrument(
            String account, String instrument, String name, long tick, long lot, long pool)
            implements Command {}
}
