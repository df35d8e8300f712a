package outcry.simulation;

import outcry.simulation.world.Chance;

/**
 * How often what goes wrong in one run, and for how long.
 *
 * @param crashEveryNanos mean time between crashes of one node; 0 for none. The same for the other
 *     faults.
 * @param manyCrashEveryNanos of several nodes within a moment, or of all
 * @param outageMaxNanos how long a crashed node stays away at most
 * @param powerPercent of crashes that are a loss of power
 * @param rotPercent of restarts before which a bit flips on the disk
 * @param fullEveryNanos of a disk that has no more room
 * @param pauseMaxNanos how long a process stands still at most
 * @param cutMaxNanos how long the network stays cut at most
 */
record FaultRates(
        long crashEveryNanos,
        long manyCrashEveryNanos,
        long outageMaxNanos,
        int powerPercent,
        int rotPercent,
        long fullEveryNanos,
        long pauseEveryNanos,
        long pauseMaxNanos,
        long cutEveryNanos,
        long cutMaxNanos,
        long breakEveryNanos,
        long electEveryNanos,
        long leaveEveryNanos,
        long settingsEveryNanos) {

    private static final long MILLI = 1_000_000;

    static FaultRates draw(Chance chance, int slowness) {
        return new FaultRates(
                often(chance, 85, 1_500, 9_000, slowness),
                often(chance, 35, 4_000, 16_000, slowness),
                chance.oneOf(300, 1_000, 4_000, 10_000) * slowness * MILLI,
                (int) chance.oneOf(0, 20, 60),
                (int) chance.oneOf(0, 0, 15),
                often(chance, 15, 4_000, 16_000, slowness),
                often(chance, 55, 1_500, 8_000, slowness),
                chance.oneOf(200, 900, 4_000) * slowness * MILLI,
                often(chance, 60, 1_500, 9_000, slowness),
                chance.oneOf(300, 2_000, 9_000) * slowness * MILLI,
                often(chance, 40, 1_000, 6_000, slowness),
                often(chance, 35, 3_000, 15_000, slowness),
                often(chance, 30, 3_000, 15_000, slowness),
                often(chance, 20, 4_000, 15_000, slowness));
    }

    /** A mean time between faults, or 0 when this climate has none of the kind. */
    private static long often(
            Chance chance, int percent, int leastMillis, int mostMillis, int slowness) {
        long millis = chance.between(leastMillis, mostMillis);
        return chance.percent(percent) ? millis * slowness * MILLI : 0;
    }
}
