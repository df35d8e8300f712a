package outcry.node.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import outcry.base.Interfaces;
import outcry.wire.seal.GroupKey;

/**
 * Where a node's sockets are opened.
 *
 * @param group the exchange's name; its multicast address follows from it
 * @param networkInterface interface name, address or network; empty: every usable one
 * @param discoveryPort UDP port shared by all nodes and traders; multicast uses the next one
 * @param join {@code host:port} of other nodes, instead of broadcast; may be empty
 * @param key what members of the group prove themselves with (G33); null in an open group
 */
public record NetworkConfig(
        String group, String networkInterface, int discoveryPort, List<String> join, GroupKey key) {
    private static final int PORT_MAX = 65_534;

    public NetworkConfig {
        join = List.copyOf(join);
        if (discoveryPort < 1 || discoveryPort > PORT_MAX) {
            throw new IllegalArgumentException(
                    "the discovery port is 1 to " + PORT_MAX + ", not " + discoveryPort);
        }
    }

    /** Of an open group. */
    public NetworkConfig(
            String group, String networkInterface, int discoveryPort, List<String> join) {
        this(group, networkInterface, discoveryPort, join, null);
    }

    /**
     * The address to bind a port of one's own to: loopback's when the user named it, so that nobody
     * else gets in; else all, because addresses change while a node runs.
     */
    public InetAddress bindAddress(Interfaces.Usable chosen) {
        return chosen.isLoopback() && !networkInterface.isEmpty()
                ? chosen.address()
                : new InetSocketAddress("0.0.0.0", 0).getAddress();
    }
}
