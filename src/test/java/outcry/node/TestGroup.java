package outcry.node;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import outcry.group.ElectionPolicy;
import outcry.group.MemberState;
import outcry.group.Observation;
import outcry.group.Role;
import outcry.group.Timing;

/** Whole nodes on loopback in this process. */
final class TestGroup implements AutoCloseable {
    private static final long DEADLINE_NANOS = 90_000_000_000L;
    private static final long POLL_NANOS = 5_000_000L;
    private static final long FOUNDING_WAIT_NANOS = 400_000_000L;

    private final Path folder;
    private final ElectionPolicy policy;
    private final Durability durability;
    private final int discoveryPort = freePort();
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<String> story = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    TestGroup(Path folder, ElectionPolicy policy) {
        this(folder, policy, Durability.MEMORY);
    }

    TestGroup(Path folder, ElectionPolicy policy, Durability durability) {
        this.folder = folder;
        this.policy = policy;
        this.durability = durability;
    }

    /** Starts a node, or starts it again from the same folder. */
    Node start(String name) throws IOException {
        return start(name, name);
    }

    /** Starts a node from another folder than its name says; it is known here by the folder. */
    Node start(String name, String folderName) throws IOException {
        Node node = Node.start(config(name, folderName), new Listener(folderName));
        nodes.put(folderName, node);
        return node;
    }

    /** What a node of that name is started with. */
    NodeConfig config(String name) {
        return config(name, name);
    }

    private NodeConfig config(String name, String folderName) {
        return new NodeConfig(
                name,
                "test",
                "lo",
                List.of(),
                discoveryPort,
                folder.resolve(folderName),
                policy,
                Timing.REALISTIC,
                durability,
                0,
                FOUNDING_WAIT_NANOS);
    }

    /** Stops a node like a killed process, and waits until its folder is free. */
    void crash(Node node) {
        node.crash();
        node.closed().join();
    }

    /** Whether that node, or any, saw something whose sentence contains {@code words}. */
    boolean saw(String name, String words) {
        synchronized (story) {
            return story.stream()
                    .anyMatch(line -> line.contains(" " + name + " ") && line.contains(words));
        }
    }

    Node node(String name) {
        return nodes.get(name);
    }

    /** Nodes that run. */
    List<Node> running() {
        return nodes.values().stream().filter(node -> node.status().running()).toList();
    }

    /** The node that leads; there must be one. */
    Node leader() {
        for (Node node : running()) {
            if (node.status().group().role() == Role.LEADER) {
                return node;
            }
        }
        return fail("nobody leads\n" + inWords());
    }

    Node follower() {
        for (Node node : running()) {
            if (node.status().group().role() == Role.FOLLOWER) {
                return node;
            }
        }
        return fail("nobody follows\n" + inWords());
    }

    /** Until {@code count} nodes run, are the voters, and follow the same leader. */
    void awaitGroup(int count) {
        await(() -> isGroup(count), count + " voters with one leader");
    }

    /** Until all running nodes have applied the same, with the same digest. */
    void awaitEqualDigests() {
        await(
                () ->
                        running().stream()
                                        .map(Node::status)
                                        .map(
                                                s ->
                                                        s.group().digestIndex()
                                                                + " "
                                                                + s.group().digest())
                                        .distinct()
                                        .count()
                                == 1,
                "equal digests");
    }

    void await(BooleanSupplier condition, String what) {
        long deadlineNanos = System.nanoTime() + DEADLINE_NANOS;
        while (!condition.getAsBoolean()) {
            synchronized (failures) {
                if (!failures.isEmpty()) {
                    fail("a node failed: " + failures + "\n" + inWords());
                }
            }
            if (System.nanoTime() - deadlineNanos > 0) {
                fail("not in time: " + what + "\n" + inWords());
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private boolean isGroup(int count) {
        List<Node> running = running();
        long leaders =
                running.stream()
                        .map(node -> node.status().group().leader())
                        .map(leader -> leader == null ? 0L : leader.id())
                        .distinct()
                        .count();
        long views =
                running.stream()
                        .map(node -> node.status().group().view().viewId())
                        .distinct()
                        .count();
        return running.size() == count
                && leaders == 1
                && views == 1
                && running.stream().allMatch(node -> isSettled(node, count));
    }

    private static boolean isSettled(Node node, int count) {
        NodeStatus status = node.status();
        return status.group().leader() != null
                && status.group().view().voters().size() == count
                && status.group().members().stream()
                                .filter(member -> member.state() == MemberState.LIVE)
                                .count()
                        == count;
    }

    private String inWords() {
        StringBuilder words = new StringBuilder();
        synchronized (story) {
            story.forEach(line -> words.append(line).append('\n'));
        }
        nodes.forEach(
                (name, node) -> words.append(name).append(": ").append(node.status()).append('\n'));
        return words.toString();
    }

    private static int freePort() {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
            return Math.min(socket.getLocalPort(), 65_000);
        } catch (IOException e) {
            return fail(e);
        }
    }

    @Override
    public void close() {
        nodes.values().forEach(Node::crash);
        nodes.values().forEach(node -> node.closed().join());
    }

    private final class Listener implements NodeObserver {
        private final String name;

        private Listener(String name) {
            this.name = name;
        }

        @Override
        public void onObservation(Observation observation) {
            synchronized (story) {
                story.add(
                        observation.atNanos() / 1_000_000
                                + " "
                                + name
                                + " "
                                + observation.kind()
                                + " "
                                + observation.text());
            }
        }

        @Override
        public void onFailure(String problem) {
            synchronized (failures) {
                failures.add(name + ": " + problem);
            }
        }
    }
}
