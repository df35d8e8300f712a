package outcry.client;

import java.util.List;
import outcry.wire.seal.GroupKey;

/**
 * How a trader's program finds its exchange.
 *
 * @param group the exchange's name
 * @param networkInterface interface name or address; empty: every usable one
 * @param join {@code host:port} of nodes' discovery ports, instead of broadcast; may be empty
 * @param discoveryPort UDP port shared by all nodes and traders
 * @param connect {@code host:port} of one trader port to use and no other; empty: the best found
 * @param key what members of the group prove themselves with; null for an open group
 */
public record ClientConfig(
        String group,
        String networkInterface,
        List<String> join,
        int discoveryPort,
        String connect,
        GroupKey key) {
    public ClientConfig {
        join = List.copyOf(join);
    }

    /** For an open group. */
    public ClientConfig(
            String group,
            String networkInterface,
            List<String> join,
            int discoveryPort,
            String connect) {
        this(group, networkInterface, join, discoveryPort, connect, null);
    }

    /** The same group through one trader port, or, when it is empty, the best found. */
    public ClientConfig connectedTo(String newConnect) {
        return new ClientConfig(group, networkInterface, join, discoveryPort, newConnect, key);
    }
}
