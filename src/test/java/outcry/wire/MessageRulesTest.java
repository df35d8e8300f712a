package outcry.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import outcry.base.ByteWriter;
import outcry.base.MalformedException;
import outcry.group.Entry;
import outcry.group.Envelope;
import outcry.group.MembershipView;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.group.Role;
import outcry.group.log.ConfigurationCodec;

/** Well-formed messages that no member can have said are refused by the codec (G34). */
class MessageRulesTest {
    private static final long MAX = Long.MAX_VALUE;

    private static Envelope decode(Message message) {
        return decode(MessageSamples.envelope(message));
    }

    private static Envelope decode(Envelope envelope) {
        byte[] bytes = GroupCodec.encode(envelope);
        return GroupCodec.decode("lab", bytes, 0, bytes.length);
    }

    @TestFactory
    Stream<DynamicTest> g34_absurdNumbersAreRefused() {
        List<Entry> one = List.of(entry(12, 4, Entry.Kind.COMMAND, new byte[1]));
        return Stream.of(
                        new Message.Data(MAX, 12, 3, 11, 0, one),
                        new Message.Data(-1, 12, -1, 11, 0, List.of()),
                        new Message.Data(4, 0, 3, 0, 0, List.of()),
                        new Message.Data(4, MAX - 1, 3, 0, 0, List.of()),
                        new Message.Data(4, 12, 3, -1, 0, one),
                        new Message.Data(4, 12, 5, 11, 0, one),
                        new Message.Data(4, 12, -1, 11, 0, one),
                        new Message.Data(3, 12, 3, 11, 0, one),
                        new Message.Heartbeat(4, 1, 9, 5, 3, true, 3, 0, 0, 0),
                        new Message.Heartbeat(4, 1, 9, 4, 10, true, 3, 0, 0, 0),
                        new Message.Heartbeat(4, -1, 9, 4, 3, false, 3, 0, 0, 0),
                        new Message.Ack(MAX, 1, 1, false),
                        new Message.Ack(1, MAX, 1, false),
                        new Message.Ack(1, 1, -1, false),
                        new Message.Nack(1, 0, 5),
                        new Message.Nack(1, 6, 5),
                        new Message.Nack(1, 6, MAX),
                        new Message.RttReport(1, 1, -5),
                        new Message.RingToken(1, 1, "10.0.0.1\n", 4),
                        new Message.Canvass(1, -1, 5),
                        new Message.CanvassReply(1, MAX, 1, 1, 0, true),
                        new Message.FetchTail(-1, 0),
                        new Message.VoteRequest(-1, 0, 0, true),
                        new Message.VoteReply(MAX, true, 0, List.of()),
                        new Message.JoinFrom(1, 7, 5),
                        new Message.JoinFrom(1, 0, 5),
                        new Message.CheckpointPart(1, 1, new byte[0], 3, 4, new byte[2]),
                        new Message.CheckpointPart(
                                1, 1, new byte[0], 0, (1 << 30) + 1, new byte[0]),
                        new Message.CheckpointPart(-1, 1, new byte[0], 0, 4, new byte[2]))
                .map(
                        message ->
                                DynamicTest.dynamicTest(
                                        message.toString(),
                                        () ->
                                                assertThrows(
                                                        MalformedException.class,
                                                        () -> decode(message))));
    }

    @Test
    void g34_entriesThatCannotBeReadAreRefusedWithTheirMessage() {
        NodeInfo node = MessageSamples.NODE;
        List<byte[]> views = new ArrayList<>();
        views.add(new byte[0]);
        views.add(ConfigurationCodec.encodeView(new MembershipView(1, List.of())));
        views.add(ConfigurationCodec.encodeView(new MembershipView(0, List.of(node))));
        views.add(ConfigurationCodec.encodeView(new MembershipView(1, List.of(node, node))));
        views.add(
                ConfigurationCodec.encodeView(
                        new MembershipView(1, Collections.nCopies(10, node))));
        views.add(new ByteWriter().putLong(1).put(255).toBytes());
        for (byte[] view : views) {
            refuses(entry(12, 4, Entry.Kind.VIEW, view));
        }
        for (byte[] settings : List.of(new byte[0], new byte[] {9, 0}, new byte[3])) {
            refuses(entry(12, 4, Entry.Kind.SETTINGS, settings));
        }
    }

    private static void refuses(Entry entry) {
        List<Entry> entries = List.of(entry);
        assertThrows(
                MalformedException.class, () -> decode(new Message.Data(4, 12, 3, 11, 0, entries)));
        assertThrows(
                MalformedException.class, () -> decode(new Message.Tail(11, 3, true, entries)));
    }

    @Test
    void g34_nodesSpeakForThemselvesAndHaveNamesThatCanBeShown() {
        NodeInfo other = node(43, 3, 2, "n1", "10.0.0.1");
        List<NodeInfo> wrong =
                List.of(
                        other,
                        node(42, 4, 2, "n1", "10.0.0.1"),
                        node(42, 3, 1, "n1", "10.0.0.1"),
                        node(42, 3, 2, "", "10.0.0.1"),
                        node(42, 3, 2, "n1\u001b[2J", "10.0.0.1"),
                        node(42, 3, 2, "n".repeat(33), "10.0.0.1"),
                        node(42, 3, 2, "n1", "10.0.0.1\n"));
        for (NodeInfo node : wrong) {
            List<Message> introductions =
                    List.of(
                            hello(node, 1),
                            new Message.LinkHello(node),
                            new Message.Join(node, 1, 1));
            for (Message message : introductions) {
                assertThrows(MalformedException.class, () -> decode(message), message.toString());
            }
        }
    }

    @Test
    void g34_ofAHelloNoNumberIsBelieved() {
        assertThrows(MalformedException.class, () -> decode(hello(MessageSamples.NODE, MAX)));
        assertEquals(7, ((Message.Hello) decode(hello(MessageSamples.NODE, 7)).message()).term());
    }

    @Test
    void onlyQuestionsComeFromNobody() {
        for (Message message : MessageSamples.all()) {
            Envelope envelope = new Envelope("lab", 0, 0, 0, 0, message);
            boolean isQuestion =
                    message instanceof Message.Ping || message instanceof Message.WhoIsLeader;
            if (isQuestion) {
                assertEquals(message, decode(envelope).message());
            } else {
                assertThrows(MalformedException.class, () -> decode(envelope), message.toString());
            }
        }
        assertTrue(MessageSamples.all().size() > 2);
    }

    private static Message.Hello hello(NodeInfo node, long term) {
        return new Message.Hello(1, node, Role.LEADER, term, 0, 1, 1, 1, 0, true, false);
    }

    private static NodeInfo node(long id, int incarnation, int birth, String name, String host) {
        return new NodeInfo(id, name, incarnation, birth, host, 1, 2, 3);
    }

    private static Entry entry(long index, long term, Entry.Kind kind, byte[] payload) {
        return new Entry(index, term, 5, 6, kind, payload);
    }
}
