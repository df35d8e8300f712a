package outcry.market.state;

/**
 * The digest of the state (M19), kept current with each change.
 *
 * <p>It is a sum, so the order of changes does not matter, only where they end: every amount counts
 * times a pseudo-random odd key made from what it is an amount of, and every fact that is there or
 * not counts as its key. A change of an amount adds key times difference; nothing is recomputed. An
 * order that went to the back of its queue counts with its rank; all others stand there by their
 * age.
 */
public final class Digest {
    private static final long STEP = 0x9E37_79B9_7F4A_7C15L;

    private static final int CASH = 1;
    private static final int SHARES = 2;
    private static final int POOL = 3;
    private static final int ORDER = 4;
    private static final int SESSION = 6;
    private static final int ACCOUNT = 7;
    private static final int INSTRUMENT = 8;
    private static final int EXTRA = 9;
    private static final int SHOWN = 10;
    private static final int TERM = 11;
    private static final int ROLE = 12;

    /** The asset key of cash, for {@link #addHolding}. */
    public static final long CASH_KEY = 1;

    private long sum;

    /** The digest, given the counters that are part of the state. */
    public long value(long nextOrderId, long nextTradeId) {
        return mix(mix(sum ^ nextOrderId * STEP) ^ nextTradeId);
    }

    /** The key of an instrument's shares, to be kept for {@link #addHolding}. */
    public static long instrumentKey(int instrument) {
        return key(SHARES, instrument, 0);
    }

    /** The key of what an account has. */
    public static long accountKey(int account) {
        return key(CASH, account, 0);
    }

    /** More or less of an asset, with the key of its instrument or {@link #CASH_KEY}. */
    public void addHolding(long accountKey, long assetKey, long available, long reserved) {
        long key = accountKey * assetKey;
        sum += key * available + Long.rotateLeft(key, 32) * reserved;
    }

    /** So much more is reserved, and less available. */
    public void addReserved(long accountKey, long assetKey, long amount) {
        long key = accountKey * assetKey;
        sum += (Long.rotateLeft(key, 32) - key) * amount;
    }

    public void addPool(int instrument, long quantity) {
        sum += key(POOL, instrument, 0) * quantity;
    }

    /** The key of an order with these terms, which counts times its open quantity. */
    public static long orderKey(long orderId, int account, int instrument, int flags, long price) {
        long owner = (long) account << 32 ^ (long) instrument << 8 ^ flags;
        return key(ORDER, orderId * STEP ^ owner, price);
    }

    /** More or less of what has this key. */
    public void addTimes(long key, long difference) {
        sum += key * difference;
    }

    /** A rank, a stop price or what an iceberg shows at a time: there {@code times} more. */
    public void addExtra(long orderId, long extra, long times) {
        sum += key(EXTRA, orderId, extra) * times;
    }

    /** What an iceberg shows now; negative when it shows less. */
    public void addShown(long orderId, long shown) {
        sum += key(SHOWN, orderId, 0) * shown;
    }

    /** A number that is part of the terms of an instrument, or of the exchange when negative. */
    public void addTerm(int instrument, int term, long difference) {
        sum += key(TERM, instrument, term) * difference;
    }

    /** Whether an account is an operator; negative when it is no longer. */
    public void addOperator(int account, int times) {
        sum += key(ROLE, account, 0) * times;
    }

    /** A session's last decided request number; negative when it is forgotten. */
    public void addSession(long session, long numbers) {
        sum += key(SESSION, session, 0) * numbers;
    }

    public void addAccount(int account, String name, byte[] salt, byte[] hash) {
        long text = bytes(bytes(text(0, name), salt), hash);
        sum += key(ACCOUNT, account, text);
    }

    public void addInstrument(int instrument, String symbol, String name, long tick, long lot) {
        long text = text(text(0, symbol), name);
        sum += key(INSTRUMENT, instrument, mix(text + tick) + lot);
    }

    private static long text(long start, String text) {
        long hash = mix(start + text.length());
        for (int i = 0; i < text.length(); i++) {
            hash = mix(hash + text.charAt(i));
        }
        return hash;
    }

    private static long bytes(long start, byte[] bytes) {
        long hash = mix(start + bytes.length);
        for (byte value : bytes) {
            hash = mix(hash + value);
        }
        return hash;
    }

    private static long key(int kind, long a, long b) {
        return mix(a * STEP + Long.rotateLeft(b * STEP, 29) + kind) | 1;
    }

    /** A bijection that spreads every bit over all (SplitMix64's finisher). */
    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
        return z ^ z >>> 31;
    }
}
