package outcry.node.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outcry.group.Channel;
import outcry.group.Envelope;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.wire.GroupCodec;

class LinksTest {
    private final TestNodes nodes = new TestNodes();

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void g10_aLinkIsUpOnBothSidesAfterBothHellos() throws IOException {
        linkedPair();
        assertEquals(List.of("up n2"), nodes.listener(0).links);
        assertEquals(List.of("up n1"), nodes.listener(1).links);
    }

    @Test
    void messagesKeepTheirOrderInBothDirections() throws IOException {
        linkedPair();
        for (int i = 0; i < 3_000; i++) {
            nodes.network(0).send(nodes.info(1), Channel.LINK, new Message.LinkProbe(i));
            nodes.network(1).send(nodes.info(0), Channel.LINK, new Message.LinkEcho(i, 7));
        }
        nodes.turnUntil(
                () ->
                        nodes.listener(0).heard.size() == 3_000
                                && nodes.listener(1).heard.size() == 3_000,
                "all messages");
        for (int i = 0; i < 3_000; i++) {
            assertEquals(
                    new Message.LinkProbe(i), nodes.listener(1).heard.get(i).envelope().message());
        }
        assertEquals(Channel.LINK, nodes.listener(0).heard.get(0).channel());
        assertEquals("127.0.0.1", nodes.listener(0).heard.get(0).host());
    }

    @Test
    void theLargestCheckpointPartsArrive() throws IOException {
        linkedPair();
        byte[] bytes = new byte[500_000];
        bytes[499_999] = 7;
        for (int i = 0; i < 20; i++) {
            Message part = new Message.CheckpointPart(1, 1, new byte[3], i, 1 << 20, bytes);
            nodes.network(0).send(nodes.info(1), Channel.LINK, part);
        }
        nodes.turnUntil(() -> nodes.listener(1).heard.size() == 20, "all parts");
        Message last = nodes.listener(1).heard.get(19).envelope().message();
        assertEquals(7, ((Message.CheckpointPart) last).bytes()[499_999]);
    }

    @Test
    void g10_aClosedProcessIsSeenAsDownAndThenAsRefused() throws IOException {
        linkedPair();
        nodes.network(1).close();
        nodes.networks.remove(1);
        nodes.turnUntil(() -> nodes.listener(0).links.contains("down 2"), "down");
        nodes.network(0).dial(nodes.info(1));
        nodes.turnUntil(() -> nodes.listener(0).links.contains("failed 2 refused"), "refused");
        assertEquals(List.of("up n2", "down 2", "failed 2 refused"), nodes.listener(0).links);
    }

    @Test
    void g10_aDyingProcessThatStillAcceptsIsAskedAgainUntilItsAnswerIsClear() throws IOException {
        nodes.add();
        try (ServerSocket dying = new ServerSocket(0, 5)) {
            NodeInfo node = new NodeInfo(9, "n9", 1, 1, "127.0.0.1", dying.getLocalPort(), 1, 1);
            nodes.network(0).dial(node);
            nodes.turn();
            dying.accept().close();
            nodes.turn();
            assertEquals(List.of(), nodes.listener(0).links);
        }
        nodes.turnUntil(() -> !nodes.listener(0).links.isEmpty(), "given up");
        assertEquals(List.of("failed 9 refused"), nodes.listener(0).links);
    }

    @Test
    void g10_aConnectionWithoutHelloIsNoLifeAndNoProof() throws IOException {
        nodes.add();
        try (ServerSocket mute = new ServerSocket(0, 5)) {
            NodeInfo stopped = new NodeInfo(9, "n9", 1, 1, "127.0.0.1", mute.getLocalPort(), 1, 1);
            nodes.network(0).dial(stopped);
            nodes.turnUntil(() -> !nodes.listener(0).links.isEmpty(), "given up");
            assertEquals(List.of("failed 9"), nodes.listener(0).links);
        }
    }

    @Test
    void whoeverAnswersInAnotherNamePassesForNobody() throws IOException {
        nodes.add();
        nodes.add();
        NodeInfo wrong = new NodeInfo(9, "n9", 1, 1, "127.0.0.1", nodes.info(1).linkPort(), 1, 1);
        nodes.network(0).dial(wrong);
        nodes.turnUntil(() -> !nodes.listener(0).links.isEmpty(), "given up");
        assertEquals(List.of("failed 9"), nodes.listener(0).links);
    }

    @Test
    void anAddressThatIsNoneIsAFailedDial() throws IOException {
        nodes.add();
        nodes.network(0).dial(new NodeInfo(9, "n9", 1, 1, "example.com", 80, 1, 1));
        nodes.turnUntil(() -> !nodes.listener(0).links.isEmpty(), "failed");
        assertEquals(List.of("failed 9"), nodes.listener(0).links);
    }

    @Test
    void bothMayDialAndTheLinkIsDownOnlyWithTheLastOne() throws IOException {
        nodes.add();
        nodes.add();
        nodes.network(0).dial(nodes.info(1));
        nodes.network(1).dial(nodes.info(0));
        nodes.turnUntil(
                () -> nodes.listener(0).links.size() == 2 && nodes.listener(1).links.size() == 2,
                "both links are up");
        nodes.network(0).closeLink(2);
        nodes.turnUntil(() -> nodes.listener(1).links.size() == 3, "down");
        assertEquals(List.of("up n1", "up n1", "down 1"), nodes.listener(1).links);
        assertEquals(List.of("up n2", "up n2"), nodes.listener(0).links);
    }

    @Test
    void anEarlierIncarnationsLinkGivesWayWithoutAWord() throws IOException {
        linkedPair();
        int again = nodes.add(2, 2, nodes.discoveryPort);
        nodes.network(again).dial(nodes.info(0));
        nodes.turnUntil(() -> nodes.listener(0).links.size() == 2, "the second incarnation");
        assertEquals(List.of("up n2", "up n2"), nodes.listener(0).links);
        nodes.network(0).send(nodes.info(again), Channel.LINK, new Message.LinkProbe(1));
        nodes.turnUntil(() -> nodes.listener(again).heard.size() == 1, "it hears");
        assertEquals(List.of(), nodes.listener(1).heard);
    }

    @Test
    void g34_garbageAndOversizedFramesCloseTheConnectionAndNothingElse() throws IOException {
        linkedPair();
        byte[][] attacks = {
            {0x7F, 0x7F, 0x7F, 0x7F, 1},
            {(byte) 0xFF, 0, 0, 0, 1},
            {0, 0, 0, 0},
            {0, 0, 0, 3, 1, 2, 3},
            "GET / HTTP/1.1\r\n\r\n".getBytes()
        };
        List<Socket> sockets = new ArrayList<>();
        for (byte[] attack : attacks) {
            Socket socket = new Socket();
            socket.connect(new InetSocketAddress("127.0.0.1", nodes.info(0).linkPort()));
            socket.getOutputStream().write(attack);
            sockets.add(socket);
        }
        for (Socket socket : sockets) {
            nodes.turnUntil(() -> isClosedByOther(socket), "the door closed");
            socket.close();
        }
        nodes.network(1).send(nodes.info(0), Channel.LINK, new Message.LinkProbe(1));
        nodes.turnUntil(() -> nodes.listener(0).heard.size() == 1, "the old link still works");
        assertEquals(List.of("up n2"), nodes.listener(0).links);
    }

    @Test
    void g34_anOpenLinkEndsWithTheFirstFrameThatIsTooLong() throws IOException {
        nodes.add();
        NodeInfo peer = new NodeInfo(5, "n5", 1, 1, "127.0.0.1", 1, 1, 1);
        byte[] hello =
                GroupCodec.encode(new Envelope("lab", 77, 5, 1, 1, new Message.LinkHello(peer)));
        try (Socket socket = new Socket("127.0.0.1", nodes.info(0).linkPort())) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(hello.length);
            out.write(hello);
            nodes.turnUntil(() -> nodes.listener(0).links.contains("up n5"), "up");
            out.writeInt(GroupCodec.MESSAGE_BYTES_MAX + 1);
            nodes.turnUntil(() -> nodes.listener(0).links.contains("down 5"), "down");
        }
    }

    @Test
    void g34_strangersWhoSayNothingKeepNobodyOut() throws IOException {
        nodes.add();
        nodes.add();
        List<Socket> mute = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                mute.add(new Socket("127.0.0.1", nodes.info(0).linkPort()));
                nodes.turn();
            }
            nodes.network(1).dial(nodes.info(0));
            nodes.turnUntil(() -> nodes.listener(1).links.contains("up n1"), "let in");
            assertTrue(nodes.network(0).faults().get("too-many-links") > 100);
        } finally {
            for (Socket socket : mute) {
                socket.close();
            }
        }
    }

    @Test
    void g34_beforeItsHelloAStrangerFillsNoMemory() throws IOException {
        nodes.add();
        try (Socket socket = new Socket("127.0.0.1", nodes.info(0).linkPort())) {
            new DataOutputStream(socket.getOutputStream()).writeInt(2_000);
            nodes.turnUntil(() -> isClosedByOther(socket), "refused for its length alone");
        }
        assertEquals(1, nodes.network(0).faults().get("malformed-frame"));
    }

    @Test
    void g29_aPeerThatReadsNothingLosesItsLinkInsteadOfFillingMemory() throws IOException {
        linkedPair();
        byte[] bytes = new byte[500_000];
        Message part = new Message.CheckpointPart(1, 1, new byte[0], 0, 1 << 20, bytes);
        boolean down = false;
        for (int i = 0; i < 1_000 && !down; i++) {
            nodes.network(0).send(nodes.info(1), Channel.LINK, part);
            nodes.network(0).flush();
            nodes.network(0).tick(System.nanoTime());
            down = nodes.listener(0).links.contains("down 2");
        }
        assertTrue(down, "the link was closed");
        assertFalse(nodes.listener(0).links.contains("failed 2 refused"));
    }

    private void linkedPair() throws IOException {
        nodes.add();
        nodes.add();
        nodes.network(0).dial(nodes.info(1));
        nodes.turnUntil(
                () -> !nodes.listener(0).links.isEmpty() && !nodes.listener(1).links.isEmpty(),
                "the link is up");
    }

    /** Reads what is there without waiting; the greeting comes first. */
    private static boolean isClosedByOther(Socket socket) {
        try {
            socket.setSoTimeout(1);
            while (socket.getInputStream().read() >= 0) {
                // The other side's greeting.
            }
            return true;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
