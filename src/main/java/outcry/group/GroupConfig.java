package outcry.group;

import outcry.base.Check;

/**
 * What a group member is told at its start.
 *
 * @param group name of the group, 1–32 characters
 * @param self this node, with its ports
 * @param policy used when this node founds the group; the log's settings win afterwards
 * @param timing the same
 * @param foundingWaitNanos silence after which a node without data founds its group (G7)
 * @param datagramBytesMax a datagram's payload, so that no IP fragment is ever sent (G18)
 * @param logKeep entries kept in memory behind the applied index, for members that missed them;
 *     whoever missed more gets a checkpoint
 * @param seed for back-off and jitter
 */
public record GroupConfig(
        String group,
        NodeInfo self,
        ElectionPolicy policy,
        Timing timing,
        long foundingWaitNanos,
        int datagramBytesMax,
        int logKeep,
        long seed) {

    public static final long DEFAULT_FOUNDING_WAIT_NANOS = 3_000_000_000L;
    public static final int DEFAULT_DATAGRAM_BYTES_MAX = 1_372;
    public static final int DEFAULT_LOG_KEEP = 65_536;

    /** With the usual number of entries kept. */
    public GroupConfig(
            String group,
            NodeInfo self,
            ElectionPolicy policy,
            Timing timing,
            long foundingWaitNanos,
            int datagramBytesMax,
            long seed) {
        this(
                group,
                self,
                policy,
                timing,
                foundingWaitNanos,
                datagramBytesMax,
                DEFAULT_LOG_KEEP,
                seed);
    }

    public GroupConfig {
        Check.that(self.id() != 0, "a node's id is never 0");
        Check.that(datagramBytesMax >= 512, "a datagram of less than 512 bytes carries no entry");
    }
}
