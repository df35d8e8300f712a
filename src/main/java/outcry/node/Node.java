package outcry.node;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import outcry.base.Interfaces;
import outcry.base.MalformedException;
import outcry.gateway.Gateway;
import outcry.group.ElectionPolicy;
import outcry.group.GroupConfig;
import outcry.group.NodeInfo;
import outcry.group.Timing;
import outcry.node.log.NodeLog;
import outcry.node.log.NodeLogs;
import outcry.node.net.GroupNetwork;
import outcry.node.net.NetworkConfig;
import outcry.wire.seal.DatagramLayout;

/**
 * One running replica: the face that windows and the command line use. All methods may be called on
 * any thread and return at once; what they ask happens on the node's thread.
 */
public final class Node {
    private static final int NAME_LENGTH_MAX = 32;
    private static final int DATAGRAM_HEADERS_BYTES = 28;
    private static final int DATAGRAM_BYTES_MIN = 512;

    private final NodeConfig config;
    private final NodeInfo info;
    private final NodeLoop loop;

    private Node(NodeConfig config, NodeInfo info, NodeLoop loop) {
        this.config = config;
        this.info = info;
        this.loop = loop;
    }

    /**
     * Starts a node: its sockets are bound and its incarnation is durable when this returns.
     *
     * @throws IOException with a sentence that says what would help, when a socket or the data
     *     folder cannot be had
     */
    public static Node start(NodeConfig config, NodeObserver observer) throws IOException {
        checkName("node's name", config.name());
        checkName("group's name", config.group());
        DataFolder folder = DataFolder.open(config.data());
        GroupNetwork network = null;
        try {
            network =
                    new GroupNetwork(
                            new NetworkConfig(
                                    config.group(),
                                    config.networkInterface(),
                                    config.discoveryPort(),
                                    config.join(),
                                    config.key()));
            return start(config, observer, folder, network);
        } catch (IOException | RuntimeException e) {
            if (network != null) {
                network.close();
            }
            folder.close();
            throw e;
        }
    }

    private static Node start(
            NodeConfig config, NodeObserver observer, DataFolder folder, GroupNetwork network)
            throws IOException {
        NodeLog log = openLog(config, folder, network);
        try {
            return start(config, observer, folder, network, log);
        } catch (MalformedException e) {
            log.close();
            throw new IOException(
                    "what the journal in "
                            + config.data()
                            + " holds cannot be read by this version ("
                            + e.getMessage()
                            + "); start the version that wrote it, or name an empty folder with"
                            + " --data: the node then joins as a new one",
                    e);
        } catch (IOException | RuntimeException e) {
            log.close();
            throw e;
        }
    }

    private static NodeLog openLog(NodeConfig config, DataFolder folder, GroupNetwork network)
            throws IOException {
        if (config.archive()) {
            NodeLogs.archive(config.data(), config.group(), folder.incarnation());
        }
        if (config.durability() == Durability.MEMORY) {
            return NodeLogs.inMemory(folder.incarnation());
        }
        return NodeLogs.onDisk(
                config.data(),
                config.group(),
                config.durability() == Durability.DISK,
                folder.incarnation(),
                network::wakeup);
    }

    private static Node start(
            NodeConfig config,
            NodeObserver observer,
            DataFolder folder,
            GroupNetwork network,
            NodeLog log)
            throws IOException {
        NodeLoop loop = new NodeLoop(network, folder, observer);
        Interfaces.Usable chosen = network.chosen();
        Gateway gateway = Gateway.open(network.bindAddress(), config.traderPort(), loop);
        NodeInfo info =
                new NodeInfo(
                        folder.id(),
                        config.name(),
                        folder.incarnation(),
                        log.birth(),
                        chosen.address().getHostAddress(),
                        network.linkPort(),
                        network.datagramPort(),
                        gateway.port());
        GroupConfig group =
                new GroupConfig(
                        config.group(),
                        info,
                        config.policy(),
                        config.timing(),
                        config.foundingWaitNanos(),
                        datagramBytesMax(chosen, config.key() != null),
                        new SecureRandom().nextLong());
        try {
            loop.start(group, gateway, log);
        } catch (RuntimeException e) {
            gateway.close();
            throw e;
        }
        WarmUp.begin();
        return new Node(config, info, loop);
    }

    public NodeConfig config() {
        return config;
    }

    /** Id, incarnation, addresses and ports. */
    public NodeInfo info() {
        return info;
    }

    /** The latest picture, at most 250 ms old while the node runs. */
    public NodeStatus status() {
        return loop.status();
    }

    /** Stops like a killed process: sockets close, memory is gone, nobody is told. */
    public void crash() {
        loop.stop();
    }

    /**
     * Leaves the group (a leader hands over first), then closes; completes when closed, at the
     * latest after a few seconds.
     */
    public CompletableFuture<Void> leave() {
        loop.leave();
        return loop.closed().copy();
    }

    /** Completes when the node is closed, after a crash, leave or failure. */
    public CompletableFuture<Void> closed() {
        return loop.closed().copy();
    }

    /** Calls an election. */
    public void elect() {
        loop.ask(GroupEngine::elect);
    }

    /**
     * Goes on without the others, when this node is cut off: a new generation of the exchange
     * (G24). Observed as CONTINUED, with the reason when that cannot be done.
     */
    public void continueAlone() {
        loop.ask(GroupEngine::continueAlone);
    }

    /** The node's thread stands still for a while, as a stopped process does. */
    public void freeze(Duration duration) {
        loop.freeze(duration.toNanos());
    }

    /**
     * Changes policy and timing of the whole group; false in the result when no leader could record
     * it.
     */
    public CompletableFuture<Boolean> changeSettings(ElectionPolicy policy, Timing timing) {
        CompletableFuture<Boolean> result = new CompletableFuture<>();
        boolean asked = loop.ask(engine -> result.complete(engine.changeSettings(policy, timing)));
        if (!asked) {
            result.complete(false);
        }
        loop.closed().thenRun(() -> result.complete(false));
        return result;
    }

    private static void checkName(String what, String name) throws IOException {
        boolean isPrintable = name.codePoints().noneMatch(Character::isISOControl);
        if (name.isBlank() || name.length() > NAME_LENGTH_MAX || !isPrintable) {
            throw new IOException(
                    "the "
                            + what
                            + " has 1 to "
                            + NAME_LENGTH_MAX
                            + " printable characters, not '"
                            + name
                            + "'");
        }
    }

    /** What fits one packet of the interface (G18), the seal of a keyed group beside it. */
    private static int datagramBytesMax(Interfaces.Usable chosen, boolean isKeyed)
            throws IOException {
        int sealBytes = isKeyed ? DatagramLayout.HEADER_BYTES : 0;
        int packetBytes = chosen.networkInterface().getMTU() - DATAGRAM_HEADERS_BYTES - sealBytes;
        return Math.max(
                DATAGRAM_BYTES_MIN, Math.min(GroupConfig.DEFAULT_DATAGRAM_BYTES_MAX, packetBytes));
    }
}
