package outcry.node.net;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import outcry.group.NodeInfo;
import outcry.wire.seal.GroupKey;

/** Networks of several nodes on loopback, turned by the test's own thread. */
final class TestNodes implements AutoCloseable {
    private static final long DEADLINE_NANOS = 30_000_000_000L;

    final List<GroupNetwork> networks = new ArrayList<>();
    final List<RecordingListener> listeners = new ArrayList<>();
    final List<NodeInfo> infos = new ArrayList<>();
    final int discoveryPort = freePort();

    /** What nodes added from now on have. */
    GroupKey key;

    /** Adds a node; its id is its number plus one. */
    int add(String... join) throws IOException {
        return add(networks.size() + 1, 1, discoveryPort, join);
    }

    int add(long id, int incarnation, int port, String... join) throws IOException {
        GroupNetwork network =
                new GroupNetwork(new NetworkConfig("lab", "lo", port, List.of(join), key));
        NodeInfo info =
                new NodeInfo(
                        id,
                        "n" + id,
                        incarnation,
                        incarnation,
                        "127.0.0.1",
                        network.linkPort(),
                        network.datagramPort(),
                        0);
        RecordingListener listener = new RecordingListener();
        network.begin(info, listener);
        network.setGeneration(77);
        networks.add(network);
        listeners.add(listener);
        infos.add(info);
        return networks.size() - 1;
    }

    GroupNetwork network(int i) {
        return networks.get(i);
    }

    RecordingListener listener(int i) {
        return listeners.get(i);
    }

    NodeInfo info(int i) {
        return infos.get(i);
    }

    /** Turns every node's loop once. */
    void turn() throws IOException {
        for (GroupNetwork network : networks) {
            network.await(1_000_000);
            network.receive(false);
            network.tick(System.nanoTime());
            network.flush();
        }
    }

    void turnUntil(BooleanSupplier condition, String what) throws IOException {
        long deadlineNanos = System.nanoTime() + DEADLINE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadlineNanos > 0) {
                fail("not in time: " + what + "; " + listenersInWords());
            }
            turn();
        }
    }

    private String listenersInWords() {
        StringBuilder words = new StringBuilder();
        listeners.forEach(l -> words.append(l.links).append(l.heard.size()).append(' '));
        return words.toString();
    }

    /** A UDP port whose successor is free too. */
    static int freePort() {
        for (int attempt = 0; attempt < 100; attempt++) {
            try (DatagramSocket one = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
                int port = one.getLocalPort();
                if (port < 65_000) {
                    try (DatagramSocket next =
                            new DatagramSocket(new InetSocketAddress("127.0.0.1", port + 1))) {
                        return next.getLocalPort() - 1;
                    }
                }
            } catch (IOException e) {
                continue; // Taken: try another.
            }
        }
        return fail("no two neighbouring UDP ports are free");
    }

    @Override
    public void close() {
        networks.forEach(GroupNetwork::close);
    }
}
