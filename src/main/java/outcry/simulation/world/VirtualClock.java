package outcry.simulation.world;

/**
 * A clock that begins anywhere and runs a little fast or slow.
 *
 * @param offsetNanos what it shows at the beginning of virtual time
 * @param ppm how many millionths too fast it runs; below 0 for too slow
 */
record VirtualClock(long offsetNanos, long ppm) {
    private static final long MILLION = 1_000_000;

    /** What it shows at {@code worldNanos} of virtual time. */
    long at(long worldNanos) {
        long whole = worldNanos / MILLION;
        return offsetNanos + worldNanos + whole * ppm + worldNanos % MILLION * ppm / MILLION;
    }

    /** The first moment of virtual time at which it shows {@code clockNanos} or more. */
    long whenItShows(long clockNanos) {
        long elapsed = clockNanos - offsetNanos;
        long moment = elapsed / (MILLION + ppm) * MILLION; // Not later, and less than 2 ms before.
        while (at(moment) < clockNanos) {
            moment += Math.max(1, (clockNanos - at(moment)) * MILLION / (MILLION + ppm));
        }
        return moment;
    }
}
