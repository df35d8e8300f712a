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

    /**
     * Enters an order (M8).
     *
     * @param price the worst price it takes; 0 for a market or stop order
     * @param stop the price of the trade that triggers a stop or stop-limit order, else 0
     * @param display the shares an iceberg shows at a time, or 0 to show all
     * @param postOnly refuse it if it would trade at once
     */
    record EnterOrder(
            String account,
            String instrument,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            long price,
            long quantity,
            long stop,
            long display,
            boolean postOnly)
            implements Command {

        /** An order that waits for no trade, hides nothing and may trade at once. */
        public EnterOrder(
                String account,
                String instrument,
                Side side,
                OrderType type,
                TimeInForce timeInForce,
                long price,
                long quantity) {
            this(account, instrument, side, type, timeInForce, price, quantity, 0, 0, false);
        }
    }

    /**
     * Changes what is open of a working order, which keeps its id (M10).
     *
     * @param price the new price, or 0 to leave it
     * @param quantity the shares that are to be open from now on, or 0 to leave them
     */
    record AmendOrder(String account, long orderId, long price, long quantity) implements Command {}

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

    /**
     * Makes an account an operator, or a trader again (M16). Anybody may while there is no
     * operator.
     */
    record Appoint(String account, String trader, Role role) implements Command {}

    /** Operator: brings an instrument into a phase, or all when it is empty (M14). */
    record SetPhase(String account, String instrument, Phase phase) implements Command {}

    /**
     * Operator: pauses the instrument instead of trading more than {@code basisPoints} away from
     * {@code reference} (M14).
     *
     * @param reference a price, or 0 for none
     * @param basisPoints hundredths of a percent, or 0 for no band
     */
    record SetBand(String account, String instrument, long reference, int basisPoints)
            implements Command {}

    /** Operator: what a trade costs either side, in hundredths of a percent of its value. */
    record SetFees(String account, String instrument, int maker, int taker) implements Command {}

    /** Operator: starts, pauses, resumes, ends or resets the round. */
    record Round(String account, RoundAction action) implements Command {}

    /**
     * Operator: what every trader has after a reset, and a new account at its opening: shares of an
     * instrument or, when that is empty, cents.
     */
    record SetStart(String account, String instrument, long amount) implements Command {}

    /**
     * Operator: adds to what a trader has, or takes away when negative, for a recorded reason.
     *
     * @param instrument whose shares, or empty for cents
     */
    record Correct(String account, String trader, String instrument, long amount, String why)
            implements Command {}
}
