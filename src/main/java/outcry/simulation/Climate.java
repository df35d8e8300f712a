package outcry.simulation;

import outcry.group.ElectionPolicy;
import outcry.group.GroupConfig;
import outcry.group.Timing;
import outcry.simulation.world.Chance;
import outcry.simulation.world.DiskSettings;
import outcry.simulation.world.Durability;
import outcry.simulation.world.NetworkFaults;
import outcry.simulation.world.WorldSettings;

/**
 * What one run is like; all of it drawn from the seed, so that each seed is another climate.
 *
 * @param together whether all nodes start at once; else one founds and the others join a group that
 *     already trades
 * @param startSpreadNanos within which time nodes start
 * @param startCutNanos how long the network is cut in two while they do; 0 for not at all
 * @param persistDelayMaxNanos how long one write of the log takes at most
 * @param traders how many
 * @param windowMax requests one trader has under way at most
 * @param faultsNanos how long the faults go on
 * @param surprises faults that few runs have
 */
public record Climate(
        WorldSettings world,
        NetworkFaults network,
        boolean together,
        long startSpreadNanos,
        long startCutNanos,
        long persistDelayMaxNanos,
        FaultRates faults,
        int traders,
        int windowMax,
        long faultsNanos,
        Surprises surprises) {

    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    /** Under the slow preset everything takes this much longer, and costs as much less. */
    private static final int SLOWNESS = 5;

    static Climate draw(Chance chance) {
        WorldSettings world = drawWorld(chance);
        int slowness = world.timing() == Timing.SLOW ? SLOWNESS : 1;
        boolean together = chance.percent(55);
        return new Climate(
                world,
                drawNetwork(chance),
                together,
                (together ? chance.oneOf(0, 50, 3_000, 9_000) : chance.oneOf(0, 3_000, 15_000))
                        * MILLI,
                chance.percent(25) ? chance.between(1, 15) * SECOND : 0,
                chance.oneOf(0, 0, 1, 20) * MILLI,
                FaultRates.draw(chance, slowness),
                (int) chance.between(1, 4),
                (int) chance.oneOf(1, 4, 32),
                chance.between(8, 24) * slowness * SECOND,
                Surprises.draw(chance, slowness));
    }

    private static WorldSettings drawWorld(Chance chance) {
        return new WorldSettings(
                "lab",
                (int) chance.between(3, 5),
                chance.percent(50) ? ElectionPolicy.RTT : ElectionPolicy.LCR,
                drawTiming(chance),
                GroupConfig.DEFAULT_FOUNDING_WAIT_NANOS,
                (int) chance.oneOf(600, 1_200, GroupConfig.DEFAULT_DATAGRAM_BYTES_MAX),
                (int) chance.oneOf(20, 200, GroupConfig.DEFAULT_LOG_KEEP),
                chance.percent(50),
                chance.percent(20),
                (int) (chance.percent(5) ? 25_000 : chance.oneOf(0, 50, 500)),
                drawDisk(chance));
    }

    private static Timing drawTiming(Chance chance) {
        long dice = chance.below(100);
        return dice < 60 ? Timing.REALISTIC : dice < 88 ? Timing.LECTURE : Timing.SLOW;
    }

    private static DiskSettings drawDisk(Chance chance) {
        long dice = chance.below(100);
        return new DiskSettings(
                dice < 35 ? Durability.MEMORY : dice < 50 ? Durability.PROCESS : Durability.DISK,
                (int) chance.oneOf(4, 16, 256) * 1_024,
                chance.oneOf(4, 20, 1_000) * 1_024);
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
}
