package outcry.market;

/**
 * The replicated application: the market, and the sessions that make requests happen exactly once
 * (G27). The same requests in the same order give the same state, events and digest on every node.
 */
public final class Exchange {
    /**
     * A new exchange: no accounts; the instruments A and B (ShareA, ShareB) with a pool of 5,000
     * shares each.
     */
    public Exchange() {}

    /**
     * Applies one request.
     *
     * @param index the log index, larger than any before
     * @param timestampNanos the leader's time, nanoseconds since 1970, never less than before
     */
    public Verdict apply(
            long index, long timestampNanos, Request request, MarketListener listener) {
        throw new IllegalStateException("not yet");
    }

    /** The digest of all visible state (M19); equal state gives equal digests on every platform. */
    public long digest() {
        return 0;
    }

    /** Deterministic, versioned bytes (M20). */
    public byte[] checkpoint() {
        return new byte[0];
    }

    /**
     * @throws outcry.base.MalformedException when the bytes are not a checkpoint of a known version
     */
    public static Exchange restore(byte[] checkpoint) {
        return new Exchange();
    }

    /**
     * Reports the present state as events, so that a reader can start here: accounts, instruments,
     * balances, resting orders in priority.
     */
    public void describe(MarketListener listener) {}
}
