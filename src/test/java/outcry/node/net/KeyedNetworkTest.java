package outcry.node.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outcry.group.Channel;
import outcry.group.Envelope;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.wire.GroupCodec;
import outcry.wire.seal.GroupKey;
import outcry.wire.seal.LinkSeal;

/** A group with a key on real sockets, and who has none, or another. */
class KeyedNetworkTest {
    private static final GroupKey KEY = key("the key of these tests");

    private final TestNodes nodes = new TestNodes();

    private static GroupKey key(String secret) {
        return GroupKey.of(secret.getBytes(StandardCharsets.UTF_8), "lab");
    }

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void g33_nodesWithTheKeyHearEachOtherByEveryWay() throws IOException {
        nodes.key = KEY;
        linkedPair();
        nodes.network(0).send(nodes.info(1), Channel.LINK, new Message.LinkProbe(1));
        nodes.network(0).send(nodes.info(1), Channel.DATAGRAM, new Message.Ping(2));
        nodes.network(0).multicast(new Message.Ack(1, 2, 3, true));
        nodes.network(0).broadcast(DatagramsTest.hello(nodes.info(0)));
        nodes.turnUntil(() -> nodes.listener(1).heard.size() == 4, "all four");
        assertTrue(nodes.network(1).faults().isEmpty(), nodes.network(1).faults().toString());
        Message.Hello hello =
                (Message.Hello)
                        nodes.listener(1).heard.stream()
                                .filter(heard -> heard.channel() == Channel.BROADCAST)
                                .findFirst()
                                .orElseThrow()
                                .envelope()
                                .message();
        assertTrue(hello.keyed(), "its HELLO says that the group has a key");
    }

    @Test
    void g33_withoutTheKeyOrWithAnotherNobodyIsHeardAndItIsCounted() throws IOException {
        nodes.key = KEY;
        nodes.add();
        nodes.key = null;
        nodes.add();
        nodes.key = key("another key than theirs");
        nodes.add();
        for (int i = 1; i <= 2; i++) {
            nodes.network(i).send(nodes.info(0), Channel.DATAGRAM, new Message.Ping(2));
            nodes.network(i).multicast(new Message.Ack(1, 2, 3, true));
            nodes.network(i).broadcast(DatagramsTest.hello(nodes.info(i)));
        }
        nodes.turnUntil(
                () ->
                        fault(0, "unsealed") == 3
                                && fault(0, "forged") == 3
                                && fault(2, "unsealed") == 2,
                "all are counted");
        assertEquals(List.of(), nodes.listener(0).heard);
        assertEquals(List.of(), nodes.listener(1).heard);
        assertTrue(
                nodes.listener(0).faults.stream().anyMatch(s -> s.contains("--key-file")),
                nodes.listener(0).faults.toString());
    }

    @Test
    void g33_aNodeWithoutAKeySaysThatTheGroupWantsOne() throws IOException {
        nodes.add();
        nodes.key = KEY;
        nodes.add();
        nodes.network(1).broadcast(DatagramsTest.hello(nodes.info(1)));
        nodes.turnUntil(() -> fault(0, "keyed") == 1, "noticed");
        assertEquals(List.of(), nodes.listener(0).heard);
        String sentence = nodes.listener(0).faults.get(0);
        assertTrue(sentence.contains("wants a key"), sentence);
        assertTrue(sentence.contains("--key-file"), sentence);
    }

    @Test
    void g33_aLinkNeedsTheKeyOnBothSides() throws IOException {
        nodes.key = KEY;
        nodes.add();
        nodes.key = null;
        nodes.add();
        nodes.key = key("another key than theirs");
        nodes.add();
        nodes.network(1).dial(nodes.info(0));
        nodes.network(2).dial(nodes.info(0));
        nodes.turnUntil(
                () ->
                        nodes.listener(1).links.contains("failed 1")
                                && nodes.listener(2).links.contains("failed 1"),
                "both dials failed");
        nodes.turnUntil(
                () ->
                        fault(0, "unsealed") + fault(1, "keyed") > 0
                                && fault(0, "forged") + fault(2, "forged") > 0,
                "and are counted");
        assertEquals(List.of(), nodes.listener(0).links);
    }

    @Test
    void g33_aRecordedDatagramCountsOnce() throws IOException {
        nodes.key = KEY;
        nodes.add();
        nodes.add();
        byte[] recorded = recorded(new Message.Ping(5));
        for (int i = 0; i < 3; i++) {
            sendTo(nodes.info(1), recorded);
        }
        nodes.turnUntil(() -> fault(1, "replayed") == 2, "two are refused");
        assertEquals(1, nodes.listener(1).heard.size());
        recorded[recorded.length - 1] ^= 1;
        sendTo(nodes.info(1), Arrays.copyOf(recorded, recorded.length - 1));
        byte[] next = recorded(new Message.Ping(6));
        next[next.length - 1] ^= 1;
        sendTo(nodes.info(1), next);
        nodes.turnUntil(() -> fault(1, "forged") == 1, "a changed one is refused");
        assertEquals(1, nodes.listener(1).heard.size());
    }

    @Test
    void g33_anEarlierIncarnationIsRefusedOnceALinkSaysWhichOneRuns() throws IOException {
        nodes.key = KEY;
        int before = nodes.add(1, 1, nodes.discoveryPort);
        byte[] recorded = recorded(new Message.Ping(5));
        nodes.network(before).close();
        nodes.networks.remove(before);
        nodes.listeners.remove(before);
        nodes.infos.remove(before);
        nodes.add(1, 2, nodes.discoveryPort);
        nodes.add(2, 1, nodes.discoveryPort);
        link();
        sendTo(nodes.info(1), recorded);
        nodes.turnUntil(() -> fault(1, "replayed") == 1, "refused");
        assertEquals(List.of(), nodes.listener(1).heard);
    }

    @Test
    void g33_whoKnowsTheChallengeButNotTheKeyGetsNoLink() throws IOException {
        nodes.key = KEY;
        nodes.add();
        NodeInfo self = new NodeInfo(5, "n5", 1, 1, "127.0.0.1", 1, 1, 1);
        byte[] hello =
                GroupCodec.encode(new Envelope("lab", 77, 5, 1, 1, new Message.LinkHello(self)));
        byte[] challenge = new LinkSeal(KEY, true, new byte[LinkSeal.NONCE_BYTES]).challenge();
        try (Socket socket = new Socket("127.0.0.1", nodes.info(0).linkPort())) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(challenge.length);
            out.write(challenge);
            out.writeInt(LinkSeal.FRAME_EXTRA_BYTES + hello.length);
            out.write(new byte[LinkSeal.FRAME_EXTRA_BYTES]);
            out.write(hello);
            nodes.turnUntil(() -> fault(0, "forged") == 1, "refused");
        }
        assertEquals(List.of(), nodes.listener(0).links);
    }

    private long fault(int node, String word) {
        return nodes.network(node).faults().getOrDefault(word, 0L);
    }

    private void linkedPair() throws IOException {
        nodes.add();
        nodes.add();
        link();
    }

    private void link() throws IOException {
        nodes.network(0).dial(nodes.info(1));
        nodes.turnUntil(
                () -> !nodes.listener(0).links.isEmpty() && !nodes.listener(1).links.isEmpty(),
                "the link is up");
    }

    /** What the first node sends to somebody who listens. */
    private byte[] recorded(Message message) throws IOException {
        try (DatagramSocket ear = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
            ear.setSoTimeout(20_000);
            nodes.network(0).answer("127.0.0.1", ear.getLocalPort(), message);
            DatagramPacket packet = new DatagramPacket(new byte[2_000], 2_000);
            ear.receive(packet);
            return Arrays.copyOf(packet.getData(), packet.getLength());
        }
    }

    private static void sendTo(NodeInfo node, byte[] bytes) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            InetAddress host = InetAddress.getByName(node.host());
            socket.send(new DatagramPacket(bytes, bytes.length, host, node.datagramPort()));
        }
    }
}
