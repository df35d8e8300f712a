package outcry.desktop.node.topology;

/**
 * Something travelling from one member to another, drawn for a moment after it was observed.
 *
 * @param label what is written beside it
 * @param startNanos monotonic time at which it leaves
 */
public record Flight(Kind kind, long from, long to, String label, long startNanos) {
    /** How long a flight takes on the screen: to be seen, not to be believed as a latency. */
    public static final long DURATION_NANOS = 450_000_000L;

    /** What travels. */
    public enum Kind {
        VOTE,
        /** A candidate's question how far the voters are. */
        CANVASS,
        /** A member's mean round trip, on its way to the others. */
        REPORT,
        /** An id on its way round the ring. */
        TOKEN,
        /** A request for what is missing. */
        NACK,
        /** What was missing. */
        RETRANSMIT
    }

    /** How far it is, from 0 to 1. */
    public double progress(long nowNanos) {
        double part = (nowNanos - startNanos) / (double) DURATION_NANOS;
        return Math.max(0, Math.min(1, part));
    }

    public boolean isOver(long nowNanos) {
        return nowNanos - startNanos >= DURATION_NANOS;
    }
}
