package outcry.node;

import java.nio.file.Path;
import java.util.List;
import outcry.group.ElectionPolicy;
import outcry.group.Timing;
import outcry.wire.seal.GroupKey;

/**
 * Settings of one node.
 *
 * @param name for people, 1–32 characters
 * @param group the exchange's name
 * @param networkInterface interface name or address; empty: every usable one
 * @param join {@code host:port} of other nodes' discovery ports, instead of broadcast; may be empty
 * @param discoveryPort UDP port shared by all nodes and traders; multicast uses the next one
 * @param data folder that keeps the node's id and incarnation
 * @param traderPort TCP port of the traders' door, 0 for any free one
 * @param foundingWaitNanos silence after which a node without data founds its group (G7)
 * @param key what members of the group prove themselves with (G33); null in an open group
 * @param archive set aside what the node kept of this group before, and start without it (G24)
 */
public record NodeConfig(
        String name,
        String group,
        String networkInterface,
        List<String> join,
        int discoveryPort,
        Path data,
        ElectionPolicy policy,
        Timing timing,
        Durability durability,
        int traderPort,
        long foundingWaitNanos,
        GroupKey key,
        boolean archive) {

    public static final int DEFAULT_DISCOVERY_PORT = 17_700;

    public NodeConfig {
        join = List.copyOf(join);
    }

    /** Of a node of an open group. */
    public NodeConfig(
            String name,
            String group,
            String networkInterface,
            List<String> join,
            int discoveryPort,
            Path data,
            ElectionPolicy policy,
            Timing timing,
            Durability durability,
            int traderPort,
            long foundingWaitNanos) {
        this(
                name,
                group,
                networkInterface,
                join,
                discoveryPort,
                data,
                policy,
                timing,
                durability,
                traderPort,
                foundingWaitNanos,
                null,
                false);
    }
}
