package outcry.node.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outcry.group.Channel;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.group.Role;

class DatagramsTest {
    private final TestNodes nodes = new TestNodes();

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void g6_aMulticastReachesEveryOtherNodeOfThisComputerAndNotItsSender() throws IOException {
        nodes.add();
        nodes.add();
        nodes.add();
        nodes.network(0).multicast(new Message.Ack(1, 2, 3, true));
        nodes.network(1).multicast(new Message.Ack(4, 5, 6, false));
        nodes.turnUntil(
                () ->
                        nodes.listener(0).heard.size() == 1
                                && nodes.listener(1).heard.size() == 1
                                && nodes.listener(2).heard.size() == 2,
                "everybody has heard the others");
        RecordingListener.Heard heard = nodes.listener(0).heard.get(0);
        assertEquals(Channel.MULTICAST, heard.channel());
        assertEquals(new Message.Ack(4, 5, 6, false), heard.envelope().message());
        assertEquals(2, heard.envelope().sender());
        assertEquals(77, heard.envelope().generation());
        assertEquals(nodes.network(1).datagramPort(), heard.port());
    }

    @Test
    void g4_aHelloIsBroadcastToEveryNodeOnTheSharedDiscoveryPort() throws IOException {
        nodes.add();
        nodes.add();
        nodes.add();
        nodes.network(2).broadcast(hello(nodes.info(2)));
        nodes.turnUntil(
                () -> nodes.listener(0).heard.size() == 1 && nodes.listener(1).heard.size() == 1,
                "both heard it");
        assertEquals(Channel.BROADCAST, nodes.listener(0).heard.get(0).channel());
        assertEquals(List.of(), nodes.listener(2).heard);
    }

    @Test
    void aDatagramReachesOneNodeAndItsAnswerComesBack() throws IOException {
        nodes.add();
        nodes.add();
        nodes.network(0).send(nodes.info(1), Channel.DATAGRAM, new Message.Ping(5));
        nodes.turnUntil(() -> nodes.listener(1).heard.size() == 1, "ping");
        RecordingListener.Heard ping = nodes.listener(1).heard.get(0);
        nodes.network(1).answer(ping.host(), ping.port(), new Message.Pong(5));
        nodes.turnUntil(() -> nodes.listener(0).heard.size() == 1, "pong");
        assertEquals(new Message.Pong(5), nodes.listener(0).heard.get(0).envelope().message());
    }

    @Test
    void g6_withJoinOneKnownNodeIsEnoughToBeHeardByAll() throws IOException {
        int seed = nodes.add();
        int other = nodes.add();
        // On a port of its own, the third hears and makes no broadcast of the others.
        int stranger =
                nodes.add(
                        3, 1, TestNodes.freePort(), "127.0.0.1:" + nodes.network(0).datagramPort());
        nodes.network(seed).setPeers(List.of("127.0.0.1:" + nodes.info(other).datagramPort()));
        nodes.network(seed).broadcast(hello(nodes.info(seed)));
        nodes.network(other).broadcast(hello(nodes.info(other)));
        nodes.turnUntil(
                () -> {
                    nodes.network(stranger).broadcast(hello(nodes.info(stranger)));
                    return hasHeard(other, 3) && hasHeard(stranger, 1) && hasHeard(stranger, 2);
                },
                "the stranger is known to all, and knows all");
    }

    @Test
    void g34_garbageIsIgnored() throws IOException {
        nodes.add();
        nodes.add();
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
            byte[] garbage = "{\"outcry\":1,\"type\":[[[".getBytes();
            int[] ports = {nodes.network(0).datagramPort(), nodes.discoveryPort};
            for (int length = 0; length < garbage.length; length++) {
                for (int port : ports) {
                    socket.send(
                            new DatagramPacket(
                                    garbage, length, InetAddress.getByName("127.0.0.1"), port));
                }
            }
        }
        nodes.network(1).send(nodes.info(0), Channel.DATAGRAM, new Message.Ping(5));
        nodes.turnUntil(() -> nodes.listener(0).heard.size() == 1, "the ping after the garbage");
    }

    @Test
    void g34_aFloodOfOneSocketIsTakenInPartsSoThatTheOthersAreHeard() throws IOException {
        nodes.add();
        nodes.add();
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
            byte[] garbage = {'{', 'x'};
            InetAddress broadcast = InetAddress.getByName("127.255.255.255");
            socket.setBroadcast(true);
            for (int i = 0; i < 500; i++) {
                socket.send(new DatagramPacket(garbage, 2, broadcast, nodes.discoveryPort));
            }
        }
        nodes.network(1).send(nodes.info(0), Channel.DATAGRAM, new Message.Ping(5));
        nodes.network(0).await(1_000_000_000);
        assertFalse(nodes.network(0).receive(false), "more is waiting");
        assertEquals(1, nodes.listener(0).heard.size(), "the ping came in with the first part");
        long counted = nodes.network(0).faults().get("malformed-datagram");
        assertTrue(counted < 100, "taken in one turn: " + counted);
        nodes.network(0).receive(true);
        assertEquals(500, nodes.network(0).faults().get("malformed-datagram"), "after a pause all");
    }

    @Test
    void g34_questionsAreAnsweredOnlySoOften() throws IOException {
        nodes.add();
        for (int i = 0; i < 2_000; i++) {
            nodes.network(0).answer("127.0.0.1", 9, hello(nodes.info(0)));
        }
        assertTrue(nodes.network(0).faults().get("too-many-questions") > 500);
    }

    @Test
    void anUnusableAddressIsALostDatagram() throws IOException {
        nodes.add();
        nodes.network(0).answer("example.com", 5, new Message.Ping(1));
        nodes.network(0).answer("127.0.0.1", 0, new Message.Ping(1));
        nodes.turn();
        assertEquals(List.of(), nodes.listener(0).heard);
    }

    @Test
    void aWrongInterfaceOrJoinIsRefusedWithASentence() {
        IOException noInterface =
                assertThrows(
                        IOException.class,
                        () ->
                                new GroupNetwork(
                                        new NetworkConfig("lab", "nosuch0", 17_700, List.of())));
        assertTrue(noInterface.getMessage().contains("nosuch0"), noInterface.getMessage());
        IOException noPort =
                assertThrows(
                        IOException.class,
                        () ->
                                new GroupNetwork(
                                        new NetworkConfig(
                                                "lab", "lo", 17_700, List.of("localhost"))));
        assertTrue(noPort.getMessage().contains("HOST:PORT"), noPort.getMessage());
    }

    @Test
    void aDiscoveryPortHeldByAnotherProgramAloneIsNamed() throws IOException {
        try (DatagramSocket alone = new DatagramSocket(null)) {
            alone.setReuseAddress(false);
            alone.bind(new InetSocketAddress("0.0.0.0", nodes.discoveryPort));
            IOException taken = assertThrows(IOException.class, nodes::add);
            assertTrue(taken.getMessage().contains("--discovery-port"), taken.getMessage());
        }
    }

    private boolean hasHeard(int listener, long sender) {
        return nodes.listener(listener).heard.stream()
                .anyMatch(heard -> heard.envelope().sender() == sender);
    }

    static Message.Hello hello(NodeInfo node) {
        return new Message.Hello(1, node, Role.SEARCHING, 0, 0, 0, 0, 0, 0, true, false);
    }
}
