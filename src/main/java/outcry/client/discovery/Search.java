package outcry.client.discovery;

import java.net.InetSocketAddress;
import java.util.List;
import outcry.wire.seal.GroupKey;

/**
 * What to look for, and where.
 *
 * @param group the exchange's name
 * @param networkInterface interface name or address; empty: every usable one
 * @param discoveryPort UDP port shared by all nodes and traders
 * @param join discovery ports to ask instead of broadcasting; empty to broadcast
 * @param key what members of the group prove themselves with; null for an open group
 */
public record Search(
        String group,
        String networkInterface,
        int discoveryPort,
        List<InetSocketAddress> join,
        GroupKey key) {
    public Search {
        join = List.copyOf(join);
    }
}
