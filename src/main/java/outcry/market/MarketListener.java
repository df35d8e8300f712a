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

    /**
     * What else holds for the order just accepted, if it shows a part of itself at a time or must
     * not trade at once.
     *
     * @param display the shares an iceberg shows at a time, or 0
     */
    default void furtherTerms(
            long orderId, int account, int instrument, long display, boolean postOnly) {}

    /** The order just accepted waits, outside the book, for a trade at {@code stop} (M8). */
    default void waiting(long orderId, int account, int instrument, Side side, long stop) {}

    /** The last trade reached a waiting order's stop price: it is entered now. */
    default void triggered(long orderId, int account, int instrument) {}

    /** What did not trade joined the back of its price; {@code quantity} shares are shown. */
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
     * A trade of an auction: two resting orders at the auction's {@code price}, which may be better
     * for each than its own. {@code buyLeaves} and {@code sellLeaves} are still open after it.
     */
    default void uncrossed(
            long tradeId,
            int instrument,
            long price,
            long quantity,
            long buyOrderId,
            long sellOrderId,
            int buyAccount,
            int sellAccount,
            long buyPrice,
            long sellPrice,
            long buyLeaves,
            long sellLeaves) {}

    /** An iceberg whose shown part was used up shows more, at the back of its price. */
    default void refilled(
            long orderId, int account, int instrument, Side side, long price, long shown) {}

    /** An order leaves the book for a moment, or hides what is left of it from now on. */
    default void withdrawn(
            long orderId, int account, int instrument, Side side, long price, long shown) {}

    /** An order became smaller and keeps its place; {@code shown} fewer shares are shown (M10). */
    default void reduced(
            long orderId,
            int account,
            int instrument,
            Side side,
            long price,
            long shown,
            long open) {}

    /** An order has another price or quantity and, unless it waits, is entered anew (M10). */
    default void amended(
            long orderId, int account, int instrument, Side side, long price, long open) {}

    /**
     * {@code quantity} shares left without trading; {@code wasResting} tells whether they were all
     * shown in the book.
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

    /** An account's part of a trade cost it a fee, which is the exchange's. */
    default void feeCharged(int account, int instrument, long orderId, long cents) {}

    default void roleChanged(int account, Role role) {}

    default void phaseChanged(int instrument, Phase phase) {}

    /** Price in cents, the others in hundredths of a percent; 0 where there is none. */
    default void termsChanged(
            int instrument, long reference, int band, int makerFee, int takerFee) {}

    /**
     * The price of the instrument's last trade, when the present state is described; later trades
     * tell theirs themselves.
     */
    default void lastPrice(int instrument, long price) {}

    default void roundChanged(long number, RoundState state) {}

    /** What traders start with: shares of an instrument, or cents when it is negative. */
    default void startChanged(int instrument, long amount) {}

    /**
     * An operator added to what an account has, or took away: cents when instrument is negative.
     */
    default void corrected(int account, int instrument, long amount, String why) {}
}
