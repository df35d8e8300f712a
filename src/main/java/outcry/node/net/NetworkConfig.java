package outcry.node.net;

import java.util.List;

/**
 * Where a node's sockets are opened.
 *
 * @param group the exchange's name; its multicast address follows from it
 * @param networkInterface interface name, address or network; empty: every usable one
 * @param discoveryPort UDP port shared by all nodes and traders; multicast uses the next one
 * @param join {@code host:port} of other nodes, instead of broadcast; may be empty
 */
public record NetworkConfig(
        String group, String networkInterface, int discoveryPort, List<String> join) {
    private static final int PORT_MAX = 65_534;

    public NetworkConfig {
        join = List.copyOf(join);
        if (discoveryPort < 1 || discoveryPort > PORT_MAX) {
            throw new IllegalArgumentException(
                    "the discovery port is 1 to " + PORT_MAX + ", not " + discoveryPort);
        }
    }
}
