package outcry.simulation.world;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import outcry.base.Check;
import outcry.group.Envelope;
import outcry.group.NodeInfo;
import outcry.wire.GroupCodec;

/**
 * Nodes on a virtual network under virtual time. Nothing happens until {@link #step} is called; the
 * same seed and the same calls give the same world, to the packet.
 */
public final class World {
    private final WorldSettings settings;
    private final WorldWatch watch;
    private final Schedule schedule = new Schedule();
    private final Trace trace;
    private final Chance chance;
    private final VirtualNetwork network;
    private final List<VirtualNode> nodes = new ArrayList<>();
    private final List<VirtualProcess> processes = new ArrayList<>();
    private long persistDelayMaxNanos;

    /**
     * @param traceSink gets every line of what happens as text; null when nobody reads along
     */
    public World(WorldSettings settings, long seed, WorldWatch watch, Consumer<String> traceSink) {
        this.settings = settings;
        this.watch = watch;
        trace = new Trace(traceSink);
        chance = new Chance(seed);
        network = new VirtualNetwork(schedule, trace, chance.fork(), settings.nodes());
        for (int number = 0; number < settings.nodes(); number++) {
            String host = settings.sharedHost() ? "10.0.0.1" : "10.0.0." + chance.between(2, 250);
            long ppm = chance.between(-settings.clockPpmMax(), settings.clockPpmMax());
            nodes.add(new VirtualNode(number, chance.next() | 1, host, ppm));
        }
    }

    // ---- What a run can do to the world

    /** Starts the node's next process, with what was kept of the one before. */
    public void start(VirtualNode node) {
        Check.that(node.process() == null, "the node runs already");
        startIfDown(node);
    }

    /** The same, unless one runs, or the disk does not let it. */
    public void startIfDown(VirtualNode node) {
        if (node.process() != null) {
            return; // somebody was quicker
        }
        ProcessLog log;
        try {
            log = new ProcessLog(this, node, node.nextIncarnation(), chance.fork());
        } catch (IOException e) {
            trace.note(schedule.nowNanos(), node.name(), "cannot start:", e.getMessage());
            node.disk().kill();
            return;
        }
        VirtualProcess before = node.lastProcess();
        VirtualProcess process =
                new VirtualProcess(this, node, node.info(log.log().birth()), log, chance.fork());
        process.note("starts", (long) node.incarnation());
        if (before != null) {
            watch.restarted(before, process, log.log().notes());
        }
        node.setProcess(process);
        processes.add(process);
        process.start();
    }

    /** Kills the node's process, as kill -9 does. */
    public void crash(VirtualNode node) {
        crash(node, false);
    }

    /**
     * The same.
     *
     * @param machine whether the machine loses power with it: then what is not synced is lost
     */
    public void crash(VirtualNode node, boolean machine) {
        VirtualProcess process = node.process();
        node.setProcess(null);
        process.crash(chance, machine);
        Durability durability = settings.disk().durability();
        if (durability == Durability.MEMORY || machine && durability == Durability.PROCESS) {
            node.loseLog();
        }
        if (machine) {
            node.restartMachine();
        }
    }

    /**
     * Flips one bit of what a stopped node keeps; nothing when it keeps nothing, or when a write
     * may have been under way: both together can look like a write that was never finished.
     */
    public void rot(VirtualNode node) {
        Check.that(node.process() == null, "the node runs");
        List<String> names = new ArrayList<>(node.disk().list());
        names.removeIf(name -> node.disk().content(name).length == 0);
        if (names.isEmpty() || node.mayBeTorn()) {
            return;
        }
        String name = names.get((int) chance.below(names.size()));
        int offset = (int) chance.below(node.disk().content(name).length);
        node.disk().flip(name, offset, (int) chance.below(Byte.SIZE));
        node.loseLog();
        trace.note(schedule.nowNanos(), node.name(), "has a bit flipped in", name);
    }

    /** All that a stopped node kept is gone, as with a new disk. */
    public void wipe(VirtualNode node) {
        Check.that(node.process() == null, "the node runs");
        node.disk().wipe();
        node.loseLog();
        trace.note(schedule.nowNanos(), node.name(), "has a new disk", "");
    }

    /**
     * The copy of the market in a running node changes, and nobody is told (G22).
     *
     * @param account that gets {@code cents} out of nothing
     * @param session a trader's that there is none of
     */
    public void spoil(VirtualNode node, String account, long cents, long session) {
        node.process().note("has its market spoiled", node.process().replica().appliedIndex());
        node.process().replica().spoil(account, cents, session);
        watch.spoiled(node.process());
    }

    /** The process stands still, as a stopped one does, until {@link #resume}. */
    public void pause(VirtualNode node) {
        node.process().pause();
    }

    public void resume(VirtualNode node) {
        if (node.process() != null) {
            node.process().resume(chance.percent(50));
        }
    }

    /** Breaks the links between two nodes; both are told as if the other had closed. */
    public void breakLinks(VirtualNode one, VirtualNode other) {
        if (one.process() != null) {
            one.process().whenRunning(() -> one.process().links().breakOff(other.id()));
        }
    }

    /** Persisting an append takes up to this long. */
    public void setPersistDelayMax(long nanos) {
        persistDelayMaxNanos = nanos;
    }

    /** Connects a trader; null when nobody listens there. */
    public TraderConnection connect(TraderEnd trader, VirtualNode node) {
        return node.process() == null ? null : new TraderConnection(this, trader, node.process());
    }

    /** Carries out the next thing that is due before {@code endNanos}. */
    public boolean step(long endNanos) {
        return schedule.step(endNanos);
    }

    // ---- What there is to see

    public WorldSettings settings() {
        return settings;
    }

    public List<VirtualNode> nodes() {
        return nodes;
    }

    /** Every process there ever was, in the order of their starts. */
    public List<VirtualProcess> processes() {
        return processes;
    }

    public VirtualNetwork network() {
        return network;
    }

    public Schedule schedule() {
        return schedule;
    }

    public Trace trace() {
        return trace;
    }

    // ---- For what lives in it

    WorldWatch watch() {
        return watch;
    }

    long persistDelayMaxNanos() {
        return persistDelayMaxNanos;
    }

    /** The node whose process listens for links there, or null. */
    VirtualNode nodeAt(String host, int linkPort) {
        for (VirtualNode node : nodes) {
            VirtualProcess process = node.process();
            if (process != null
                    && process.info().linkPort() == linkPort
                    && node.host().equals(host)) {
                return node;
            }
        }
        return null;
    }

    VirtualNode nodeAtDatagramPort(String host, int port) {
        for (VirtualNode node : nodes) {
            VirtualProcess process = node.process();
            if (process != null
                    && process.info().datagramPort() == port
                    && node.host().equals(host)) {
                return node;
            }
        }
        return null;
    }

    /** The node with that id, whether it runs or not; null when there never was one. */
    VirtualNode nodeOf(NodeInfo info) {
        for (VirtualNode node : nodes) {
            if (node.id() == info.id()) {
                return node;
            }
        }
        return null;
    }

    /** The envelope as its receiver gets it: the same, or what its bytes are read as. */
    Envelope overTheWire(Envelope envelope, int bytesMax) {
        if (!settings.encoded()) {
            return envelope;
        }
        byte[] bytes = GroupCodec.encode(envelope);
        InvariantViolation.unless(
                bytes.length <= bytesMax,
                () ->
                        "G18: "
                                + bytes.length
                                + " bytes instead of at most "
                                + bytesMax
                                + ": "
                                + envelope.message());
        return GroupCodec.decode(settings.group(), bytes, 0, bytes.length);
    }
}
