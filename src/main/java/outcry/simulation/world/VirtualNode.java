package outcry.simulation.world;

import outcry.group.NodeInfo;
import outcry.simulation.disk.VirtualDisk;

/** One machine place: what stays when its process dies. That is its id, and its disk. */
public final class VirtualNode {
    private static final int LINK_PORT_BASE = 20_000;
    private static final int DATAGRAM_PORT_BASE = 30_000;
    private static final int TRADER_PORT_BASE = 40_000;
    private static final int PORTS_PER_NODE = 1_000;

    private final int number;
    private final long id;
    private final String host;
    private final String name;
    private final long clockPpm;
    private final VirtualDisk disk = new VirtualDisk();
    private int incarnation;
    private long machineRun = Long.MIN_VALUE;
    private VirtualProcess process;
    private VirtualProcess lastProcess;
    private boolean logMayBeLost;
    private boolean mayBeTorn;

    VirtualNode(int number, long id, String host, long clockPpm) {
        this.number = number;
        this.clockPpm = clockPpm;
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

    /** What outlives the processes; empty with durability memory. */
    public VirtualDisk disk() {
        return disk;
    }

    /** The process that runs, or else the one that ran last; null before the first start. */
    public VirtualProcess lastProcess() {
        return lastProcess;
    }

    /** Whether what {@link #lastProcess} kept may not be found by the next one. */
    public boolean mayLackLog() {
        return logMayBeLost;
    }

    /** Whether a write may have been under way when it went down. */
    boolean mayBeTorn() {
        return mayBeTorn;
    }

    void tear() {
        mayBeTorn = true;
    }

    void loseLog() {
        logMayBeLost = true;
    }

    /** How many millionths its clock runs too fast. */
    long clockPpm() {
        return clockPpm;
    }

    /** Names the present run of the machine. */
    long machineRun() {
        return machineRun;
    }

    void restartMachine() {
        machineRun++;
    }

    int nextIncarnation() {
        return ++incarnation;
    }

    /** Who the next process is: ports are another start's, as ephemeral ports are. */
    NodeInfo info(int birth) {
        int port = number * PORTS_PER_NODE + incarnation;
        return new NodeInfo(
                id,
                name(),
                incarnation,
                birth,
                host,
                LINK_PORT_BASE + port,
                DATAGRAM_PORT_BASE + port,
                TRADER_PORT_BASE + port);
    }

    void setProcess(VirtualProcess newProcess) {
        process = newProcess;
        if (newProcess != null) {
            lastProcess = newProcess;
            logMayBeLost = false;
            mayBeTorn = false;
        }
    }
}
