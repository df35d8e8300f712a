package outcry.group;

/**
 * Who and where a node is. A node is its random {@code id}, never its host: several share one PC.
 *
 * @param id random, kept in the node's data folder; never 0
 * @param name for people, 1–32 characters
 * @param incarnation counts the node's starts, from 1
 * @param birth the incarnation in which the node's present log began; a node whose log is gone is a
 *     new voter, whatever its id
 * @param host numeric IPv4 address as its peers see it
 * @param linkPort TCP port for links
 * @param datagramPort UDP port for unicast datagrams
 * @param traderPort TCP port of the traders' door
 */
public record NodeInfo(
        long id,
        String name,
        int incarnation,
        int birth,
        String host,
        int linkPort,
        int datagramPort,
        int traderPort) {

    public NodeInfo withIncarnation(int newIncarnation) {
        return new NodeInfo(
                id, name, newIncarnation, birth, host, linkPort, datagramPort, traderPort);
    }

    public NodeInfo withHost(String newHost) {
        return new NodeInfo(
                id, name, incarnation, birth, newHost, linkPort, datagramPort, traderPort);
    }
}
