package outcry.simulation.world;

import outcry.group.NodeInfo;

/**
 * One machine place: what stays when its process dies. With durability memory that is its id only.
 */
public final class VirtualNode {
    private static final int LINK_PORT_BASE = 20_000;
    private static final int DATAGRAM_PORT_BASE = 30_000;
    private static final int TRADER_PORT_BASE = 40_000;
    private static final int PORTS_PER_NODE = 1_000;

    private final int number;
    private final long id;
    private final String host;
    private final String name;
    private int incarnation;
    private VirtualProcess process;

    VirtualNode(int number, long id, String host) {
        this.number = number;
        this.id = id;
        this.host = host;
        this.name = "n" + (number + 1);
    }

    /** From 0. */
    public int number() {
        return number;
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String host() {
        return host;
    }

    /** The process that runs, or stands still; null while there is none. */
    public VirtualProcess process() {
        return process;
    }

    /** How often it was started. */
    public int incarnation() {
        return incarnation;
    }

    /** Who the next process is: ports are another start's, as ephemeral ports are. */
    NodeInfo nextIncarnation() {
        incarnation++;
        int port = number * PORTS_PER_NODE + incarnation;
        return new NodeInfo(
                id,
                name(),
                incarnation,
                incarnation,
                host,
                LINK_PORT_BASE + port,
                DATAGRAM_PORT_BASE + port,
                TRADER_PORT_BASE + port);
    }

    void setProcess(VirtualProcess newProcess) {
        process = newProcess;
    }
}
