package outcry.market;

/**
 * What the market reports, in order and with primitives (M17). Every book, tape, blotter and export
 * is made from these; nothing reads the market's insides.
 *
 * <p>Accounts and instruments are numbered from 0 in the order of their {@code accountOpened} and
 * {@code instrumentListed}. Money in cents, quantities in shares. Called on the thread that applies
 * the command; must not throw.
 */
public interface MarketListener {
    /** Reports nothing. */
    MarketListener NONE = new MarketListener() {};

    default void accountOpened(int account, String name, byte[] salt, byte[] hash) {}

    default void instrumentListed(
            int instrument, String symbol, String name, long tick, long lot, long pool) {}

    default void accepted(
            long orderId,
            int account,
            int instrument,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            long price,
            long quantity) {}

    /** What did not trade at once joined the book. */
    default void rested(
            long orderId, int account, int instrument, Side side, long price, long quantity) {}

    /**
     * A trade at the maker's price; {@code makerLeaves} and {@code takerLeaves} are still open
     * after it.
     */
    default void traded(
            long tradeId,
            int instrument,
            long price,
            long quantity,
            long makerOrderId,
            long takerOrderId,
            int makerAccount,
            int takerAccount,
            Side aggressor,
            long makerLeaves,
            long takerLeaves) {}

    /**
     * {@code quantity} shares left without trading; {@code wasResting} tells whether they were in
     * the book.
     */
    default void cancelled(
            long orderId,
            int account,
            int instrument,
            Side side,
            long price,
            long quantity,
            CancelReason why,
            boolean wasResting) {}

    default void cashChanged(int account, long available, long reserved) {}

    default void sharesChanged(int account, int instrument, long available, long reserved) {}

    default void poolChanged(int instrument, long left) {}
}
