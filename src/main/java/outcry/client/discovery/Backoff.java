package outcry.client.discovery;

/**
 * How long a node that failed us is left alone: twice as long after each failure in a row. Owned by
 * the client loop's thread.
 */
public final class Backoff {
    private static final long FIRST_NANOS = 100_000_000L;
    private static final long MAX_NANOS = 2_000_000_000L;
    private static final long DISTRUST_NANOS = 2_000_000_000L;

    private int failures;
    private long untilNanos;

    /** The node failed us once more. */
    public void failed(long nowNanos) {
        untilNanos = nowNanos + Math.min(MAX_NANOS, FIRST_NANOS << Math.min(failures, 10));
        failures++;
    }

    public void succeeded() {
        failures = 0;
    }

    public boolean isOver(long nowNanos) {
        return failures == 0 || nowNanos - untilNanos >= 0;
    }

    /** Whether it has not failed lately; who did is taken only for want of others. */
    public boolean isTrusted(long nowNanos) {
        return failures == 0 || nowNanos - untilNanos >= DISTRUST_NANOS;
    }

    /** Nanoseconds until the next attempt; 0 when it may be made now. */
    public long leftNanos(long nowNanos) {
        return isOver(nowNanos) ? 0 : untilNanos - nowNanos;
    }
}
