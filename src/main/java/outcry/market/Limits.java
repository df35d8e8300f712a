package outcry.market;

/**
 * Everything the market bounds. Magnitudes are chosen so that no sum or product of accepted values
 * can overflow: all cash there is fits a {@code long} with room to spare.
 *
 * @param accounts accounts that can be opened
 * @param instruments instruments that can be listed
 * @param openOrders orders resting at one time, all books together
 * @param openOrdersPerAccount orders of one account resting at one time
 * @param sessions sessions remembered at one time (G27)
 * @param evictedSessions ids of evicted sessions remembered, so that none comes back as new
 */
public record Limits(
        int accounts,
        int instruments,
        int openOrders,
        int openOrdersPerAccount,
        int sessions,
        int evictedSessions) {

    /** What every exchange uses; part of the rules, so the same on every node. */
    public static final Limits STANDARD =
            new Limits(10_000, 1_000, 2_000_000, 200_000, 10_000, 65_536);

    /** Highest price, in cents per share. */
    public static final long PRICE_MAX = 1_000_000_000_000L;

    /** Largest quantity of one order, deposit or withdrawal, in shares. */
    public static final long QUANTITY_MAX = 1_000_000_000_000L;

    /** Largest lot, in shares. */
    public static final long LOT_MAX = 1_000_000;

    /** All cash of all accounts together, in cents. */
    public static final long CASH_MAX = 1_000_000_000_000_000_000L;

    /** All shares of one instrument together, its pool included. */
    public static final long SHARES_MAX = 1_000_000_000_000_000L;

    /** Parts an iceberg can show one after the other; each can be a trade of one command. */
    public static final int ICEBERG_PARTS_MAX = 1_000;

    /** Highest fee, in hundredths of a percent of a trade's value. */
    public static final int FEE_MAX = 1_000;

    /** Widest price band, in hundredths of a percent of the reference price. */
    public static final int BAND_MAX = 9_999;

    /** Most cash every trader can start with, in cents. */
    public static final long START_CASH_MAX = CASH_MAX / 100_000;

    /** Most shares of one instrument every trader can start with. */
    public static final long START_SHARES_MAX = SHARES_MAX / 100_000;

    /** Characters of an account's name or an instrument's symbol (M2). */
    public static final int NAME_LENGTH_MAX = 32;

    /** Characters of an instrument's full name. */
    public static final int FULL_NAME_LENGTH_MAX = 64;

    /** Bytes of an account's salt, and of its hash. */
    public static final int SECRET_BYTES_MAX = 64;

    /** Fills one answer lists; {@link Answer#filled} counts all, and every trade is an event. */
    public static final int FILLS_PER_ANSWER_MAX = 1_000;

    /** Answers a session may leave unconfirmed. */
    public static final int UNCONFIRMED_ANSWERS_MAX = 1_024;

    /** Fills in the answers a session may leave unconfirmed, before the one being decided. */
    public static final int UNCONFIRMED_FILLS_MAX = 8_192;

    /**
     * Unconfirmed answers and their fills of all sessions together; past it a session is held to
     * {@link #UNCONFIRMED_ANSWERS_WHEN_CROWDED}.
     */
    public static final int UNCONFIRMED_TOTAL_MAX = 1_000_000;

    /** Answers a session may leave unconfirmed when all together leave too many. */
    public static final int UNCONFIRMED_ANSWERS_WHEN_CROWDED = 64;

    /** A session silent for less than this, by the log's time, is never evicted. */
    public static final long SESSION_IDLE_NANOS = 600_000_000_000L;

    /**
     * Whether {@code price} times {@code quantity}, both positive, is at most {@link #CASH_MAX}; no
     * overflow deceives it.
     */
    public static boolean isValueInRange(long price, long quantity) {
        long low = price * quantity;
        return Math.multiplyHigh(price, quantity) == 0 && low >= 0 && low <= CASH_MAX;
    }
}
