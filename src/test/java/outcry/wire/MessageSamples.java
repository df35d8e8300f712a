package outcry.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import outcry.group.Entry;
import outcry.group.Envelope;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.group.Role;

/** One message of every kind. */
final class MessageSamples {
    static final NodeInfo NODE =
            new NodeInfo(-7, "n\u00e91", 3, 2, "192.168.100.200", 65_535, 40_001, 0);

    private MessageSamples() {}

    static List<Message> all() {
        List<Entry> entries = entries(12, 5, 9);
        return List.of(
                new Message.Hello(1, NODE, Role.FOLLOWER, 9, -3, 4, 5, 77, 12, true, false),
                new Message.WhoIsLeader(),
                new Message.Ping(-1),
                new Message.Pong(Long.MIN_VALUE),
                new Message.LinkHello(NODE),
                new Message.LinkProbe(1),
                new Message.LinkEcho(2, true),
                new Message.Data(9, 12, 8, 11, 123_456_789, entries),
                new Message.Heartbeat(1, 2, 3, 4, 5, 6, -7, 8, 9),
                new Message.Nack(1, 2, 3),
                new Message.Ack(1, 2, 3, true),
                new Message.Doubt(1, 2, -3),
                new Message.DoubtAnswer(1, 2, -3),
                new Message.Forward(List.of(new byte[] {1, 2, 3}, new byte[0], new byte[200])),
                new Message.NotSequenced(3, true),
                new Message.RoundStart(1, 2, true),
                new Message.ChangeSettings(
                        outcry.group.ElectionPolicy.LCR, outcry.group.Timing.SLOW),
                new Message.RttReport(1, 2, 3),
                new Message.RingToken(1, 2, "10.0.0.1", -4),
                new Message.RingElected(1, 2, -3),
                new Message.Canvass(1, 2, 3),
                new Message.CanvassReply(1, 2, 3, 4, 5, false),
                new Message.FetchTail(5, 6),
                new Message.Tail(11, 6, true, entries),
                new Message.VoteRequest(1, 2, 3, true),
                new Message.VoteReply(1, true, 3, List.of(4L, -5L)),
                new Message.HandOver(1),
                new Message.Join(NODE, 2, 3),
                new Message.JoinFrom(1, 2, 3),
                new Message.CheckpointRequest(7, 8),
                new Message.CheckpointPart(1, 2, new byte[] {9}, 3, 4, new byte[] {5, 6}),
                new Message.Leaving(),
                new Message.LeaveDone());
    }

    static Envelope envelope(Message message) {
        return new Envelope("lab", -99, 42, 3, 2, message);
    }

    static List<Entry> entries(long firstIndex, int count, long seed) {
        Random random = new Random(seed);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] payload = new byte[random.nextInt(300)];
            random.nextBytes(payload);
            Entry.Kind kind = Entry.Kind.values()[random.nextInt(Entry.Kind.values().length)];
            long term = random.nextLong() >>> 1 + random.nextInt(63);
            entries.add(
                    new Entry(
                            firstIndex + i,
                            term,
                            random.nextLong(),
                            random.nextLong(),
                            kind,
                            payload));
        }
        return entries;
    }
}
