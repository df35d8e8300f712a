package outcry.client;

import java.util.List;

/**
 * How a trader's program finds its exchange.
 *
 * @param group the exchange's name
 * @param networkInterface interface name or address; empty: every usable one
 * @param join {@code host:port} of nodes' discovery ports, instead of broadcast; may be empty
 * @param discoveryPort UDP port shared by all nodes and traders
 * @param connect {@code host:port} of one trader port to use and no other; empty: the best found
 */
public record ClientConfig(
        String group,
        String networkInterface,
        List<String> join,
        int discoveryPort,
        String connect) {
    public ClientConfig {
        join = List.copyOf(join);
    }
}
