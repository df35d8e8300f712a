package outcry.client.discovery;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * What to look for, and where.
 *
 * @param group the exchange's name
 * @param networkInterface interface name or address; empty: every usable one
 * @param discoveryPort UDP port shared by all nodes and traders
 * @param join discovery ports to ask instead of broadcasting; empty to broadcast
 */
public record Search(
        String group, String networkInterface, int discoveryPort, List<InetSocketAddress> join) {
    public Search {
        join = List.copyOf(join);
    }
}
