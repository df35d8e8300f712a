package outcry.simulation.world;

import outcry.group.ElectionPolicy;
import outcry.group.Timing;

/**
 * What a world is made of.
 *
 * @param nodes how many nodes there are, running or not
 * @param policy for whoever founds the group
 * @param timing the same
 * @param foundingWaitNanos silence after which a node founds its group
 * @param datagramBytesMax largest payload of a datagram
 * @param logKeep entries a process keeps in memory behind what it has applied
 * @param sharedHost whether all nodes run on one PC
 * @param clockPpmMax how many millionths a node's clock runs fast or slow at most
 * @param disk how nodes keep their log
 * @param encoded whether every message is written to bytes and read again on its way
 */
public record WorldSettings(
        String group,
        int nodes,
        ElectionPolicy policy,
        Timing timing,
        long foundingWaitNanos,
        int datagramBytesMax,
        int logKeep,
        boolean sharedHost,
        boolean encoded,
        int clockPpmMax,
        DiskSettings disk) {

    private static final long WALL_BASE_NANOS = 1_800_000_000_000_000_000L;

    /** Wall time when the world begins, nanoseconds since 1970. */
    public long wallBaseNanos() {
        return WALL_BASE_NANOS;
    }
}
