package outcry.client.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcry.client.ClientConfig;
import outcry.client.ClientLoop;
import outcry.client.ConnectionStatus.State;
import outcry.client.SessionListener;
import outcry.client.TraderSession;
import outcry.group.ElectionPolicy;
import outcry.group.Timing;
import outcry.node.Durability;
import outcry.node.Node;
import outcry.node.NodeConfig;
import outcry.node.NodeObserver;
import outcry.wire.seal.GroupKey;

/** Traders and a real node, with the same key, another or none. */
class KeyedDiscoveryTest {
    private static final long DEADLINE_NANOS = 60_000_000_000L;
    private static final GroupKey KEY = key("the key of these tests");

    @TempDir private Path folder;

    private final int port = freePort();
    private Node node;

    private static GroupKey key(String secret) {
        return GroupKey.of(secret.getBytes(StandardCharsets.UTF_8), "lab");
    }

    @AfterEach
    void close() {
        if (node != null) {
            node.crash();
            node.closed().join();
        }
    }

    @Test
    void g33_aTraderWithTheKeyIsServed() throws IOException {
        start(KEY);
        try (ClientLoop loop = ClientLoop.start(config(KEY));
                TraderSession session = loop.open(new SessionListener() {})) {
            await(() -> session.connection().state() == State.LIVE, "served");
            await(() -> session.connection().roundTripNanos() > 0, "its probes are answered");
            assertEquals("", loop.keyTrouble());
        }
        assertTrue(node.status().keyed());
        assertTrue(node.status().faults().isEmpty(), node.status().faults().toString());
    }

    @Test
    void g33_aTraderWithoutTheKeyIsToldWhatToDo() throws IOException {
        start(KEY);
        assertTold(null, "wants a key");
        assertTold(key("another key than that"), "has another key");
        await(() -> node.status().faults().containsKey("forged"), "counted at the node");
    }

    @Test
    void g33_aTraderWithAKeyIsToldThatTheGroupIsOpen() throws IOException {
        start(null);
        assertTold(KEY, "has no key");
    }

    @Test
    void g33_theTradersPortNeedsNoKey() throws IOException {
        start(KEY);
        ClientConfig named = config(null).connectedTo("127.0.0.1:" + node.info().traderPort());
        try (ClientLoop loop = ClientLoop.start(named);
                TraderSession session = loop.open(new SessionListener() {})) {
            await(() -> session.connection().state() == State.LIVE, "served");
        }
    }

    private void assertTold(GroupKey key, String words) throws IOException {
        try (ClientLoop loop = ClientLoop.start(config(key));
                TraderSession session = loop.open(new SessionListener() {})) {
            await(() -> loop.keyTrouble().contains(words), words);
            await(() -> session.connection().explanation().contains(words), "in the window, too");
            assertTrue(loop.keyTrouble().contains("--key-file"), loop.keyTrouble());
            assertEquals(List.of(), loop.found());
        }
    }

    private ClientConfig config(GroupKey key) {
        return new ClientConfig("lab", "lo", List.of(), port, "", key);
    }

    private void start(GroupKey key) throws IOException {
        NodeConfig config =
                new NodeConfig(
                        "n1",
                        "lab",
                        "lo",
                        List.of(),
                        port,
                        folder.resolve("n1"),
                        ElectionPolicy.RTT,
                        Timing.REALISTIC,
                        Durability.MEMORY,
                        0,
                        300_000_000L,
                        key,
                        false);
        node = Node.start(config, new NodeObserver() {});
    }

    private static void await(BooleanSupplier condition, String what) {
        long deadlineNanos = System.nanoTime() + DEADLINE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadlineNanos > 0) {
                fail("not in time: " + what);
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    private static int freePort() {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
            return Math.min(socket.getLocalPort(), 65_000);
        } catch (IOException e) {
            return fail(e);
        }
    }
}
