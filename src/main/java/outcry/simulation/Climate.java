package outcry.simulation;

import outcry.group.ElectionPolicy;
import outcry.group.GroupConfig;
import outcry.group.Timing;
import outcry.simulation.world.Chance;
import outcry.simulation.world.NetworkFaults;
import outcry.simulation.world.WorldSettings;

/**
 * What one run is like; all of it drawn from the seed, so that each seed is another climate.
 *
 * @param together whether all nodes start at once; else one founds and the others join a group that
 *     already trades
 * @param startSpreadNanos within which time nodes start
 * @param startCutNanos how long the network is cut in two while they do; 0 for not at all
 * @param persistDelayMaxNanos how long persisting an append takes at most
 * @param crashEveryNanos mean time between crashes; 0 for none. The same for the other faults.
 * @param outageMaxNanos how long a crashed node stays away at most
 * @param pauseMaxNanos how long a process stands still at most
 * @param cutMaxNanos how long the network stays cut at most
 * @param traders how many
 * @param windowMax requests one trader has under way at most
 * @param faultsNanos how long the faults go on
 */
public record Climate(
        WorldSettings world,
        NetworkFaults network,
        boolean together,
        long startSpreadNanos,
        long startCutNanos,
        long persistDelayMaxNanos,
        long crashEveryNanos,
        long outageMaxNanos,
        long pauseEveryNanos,
        long pauseMaxNanos,
        long cutEveryNanos,
        long cutMaxNanos,
        long breakEveryNanos,
        long electEveryNanos,
        long leaveEveryNanos,
        long settingsEveryNanos,
        int traders,
        int windowMax,
        long faultsNanos) {

    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    static Climate draw(Chance chance) {
        return new Climate(
                drawWorld(chance),
                drawNetwork(chance),
                chance.percent(60),
                chance.oneOf(0, 50, 3_000, 9_000) * MILLI,
                chance.percent(25) ? chance.between(1, 15) * SECOND : 0,
                chance.oneOf(0, 0, 1, 20) * MILLI,
                often(chance, 85, 3, 12),
                chance.oneOf(1, 4, 12) * SECOND,
                often(chance, 60, 2, 10),
                chance.oneOf(200, 900, 4_000) * MILLI,
                often(chance, 60, 2, 12),
                chance.oneOf(300, 2_000, 9_000, 20_000) * MILLI,
                often(chance, 40, 1, 8),
                often(chance, 40, 4, 20),
                often(chance, 30, 5, 20),
                often(chance, 20, 5, 20),
                (int) chance.between(1, 4),
                (int) chance.oneOf(1, 4, 32),
                chance.between(15, 40) * SECOND);
    }

    private static WorldSettings drawWorld(Chance chance) {
        return new WorldSettings(
                "lab",
                (int) chance.between(3, 5),
                chance.percent(50) ? ElectionPolicy.RTT : ElectionPolicy.LCR,
                chance.percent(65) ? Timing.REALISTIC : Timing.LECTURE,
                GroupConfig.DEFAULT_FOUNDING_WAIT_NANOS,
                (int) chance.oneOf(600, 1_200, GroupConfig.DEFAULT_DATAGRAM_BYTES_MAX),
                chance.percent(50),
                chance.percent(20));
    }

    private static NetworkFaults drawNetwork(Chance chance) {
        long least = chance.between(20, 500) * 1_000;
        return new NetworkFaults(
                (int) chance.oneOf(0, 5, 20, 100, 250),
                (int) chance.oneOf(0, 10, 200),
                least,
                least + chance.oneOf(100, 2_000, 20_000, 50_000) * 1_000,
                (int) chance.oneOf(0, 0, 5),
                chance.between(20, 400) * MILLI);
    }

    /** A mean time between faults in seconds, or 0 when this climate has none of the kind. */
    private static long often(Chance chance, int percent, int least, int most) {
        long seconds = chance.between(least, most);
        return chance.percent(percent) ? seconds * SECOND : 0;
    }
}
