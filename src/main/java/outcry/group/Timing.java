package outcry.group;

/** How fast a group notices (G9); times in nanoseconds. */
public enum Timing {
    REALISTIC(100, 1_000),
    LECTURE(500, 1_500),
    SLOW(4_000, 12_000);

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final long heartbeatNanos;
    private final long suspicionNanos;

    Timing(long heartbeatMillis, long suspicionMillis) {
        heartbeatNanos = heartbeatMillis * NANOS_PER_MILLI;
        suspicionNanos = suspicionMillis * NANOS_PER_MILLI;
    }

    /** The leader multicasts at least this often. */
    public long heartbeatNanos() {
        return heartbeatNanos;
    }

    /** A node silent for this long is suspected. */
    public long suspicionNanos() {
        return suspicionNanos;
    }
}
