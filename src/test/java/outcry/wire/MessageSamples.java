package outcry.wire;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import outcry.group.ElectionPolicy;
import outcry.group.Entry;
import outcry.group.Envelope;
import outcry.group.MembershipView;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.group.Role;
import outcry.group.Timing;
import outcry.group.log.ConfigurationCodec;

/** One message of every kind. */
final class MessageSamples {
    static final NodeInfo NODE =
            new NodeInfo(42, "n\u00e91", 3, 2, "192.168.100.200", 65_535, 40_001, 0);

    /** The highest term that entries of {@link #entries} have. */
    static final long TERM = MessageRules.NUMBER_MAX;

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
                new Message.LinkEcho(2, -7),
                new Message.Data(TERM, 12, 0, 11, 123_456_789, entries),
                new Message.Heartbeat(4, 2, 5, 3, 4, true, 3, -7, 8, 9),
                new Message.Nack(1, 2, 3),
                new Message.Ack(1, 2, 3, true),
                new Message.Doubt(1, 2, -3),
                new Message.DoubtAnswer(1, 2, -3),
                new Message.Forward(List.of(new byte[] {1, 2, 3}, new byte[0], new byte[200])),
                new Message.NotSequenced(3, true),
                new Message.RoundStart(1, 2, true),
                new Message.ChangeSettings(ElectionPolicy.LCR, Timing.SLOW),
                new Message.RttReport(1, 2, 3),
                new Message.RingToken(1, 2, "10.0.0.1", -4),
                new Message.RingElected(1, 2, -3),
                new Message.Canvass(1, 2, 3),
                new Message.CanvassReply(1, 2, 3, 4, 5, false),
                new Message.FetchTail(5, 6),
                new Message.Tail(11, 0, true, entries),
                new Message.VoteRequest(1, 2, 3, true),
                new Message.VoteReply(1, true, 3, List.of(4L, -5L)),
                new Message.HandOver(1),
                new Message.Join(NODE, 2, 3),
                new Message.JoinFrom(1, 2, 3),
                new Message.CheckpointRequest(7, 8),
                new Message.CheckpointPart(1, 2, new byte[] {9}, 3, 5, new byte[] {5, 6}),
                new Message.Leaving(),
                new Message.LeaveDone());
    }

    /** The bytes as they would be if somebody had meant them so. */
    static byte[] withChecksum(byte[] bytes) {
        int end = bytes.length - Checksum.BYTES;
        if (end > 0 && bytes[0] != '{') {
            ByteBuffer.wrap(bytes).putInt(end, Checksum.of(bytes, 0, end));
        }
        return bytes;
    }

    static Envelope envelope(Message message) {
        return new Envelope("lab", -99, 42, 3, 2, message);
    }

    /** Entries of every kind, in terms that grow to beyond what a byte holds. */
    static List<Entry> entries(long firstIndex, int count, long seed) {
        Random random = new Random(seed);
        List<Entry> entries = new ArrayList<>();
        long term = 0;
        for (int i = 0; i < count; i++) {
            Entry.Kind kind = Entry.Kind.values()[random.nextInt(Entry.Kind.values().length)];
            term = Math.min(TERM, term + (random.nextLong() >>> 3 + random.nextInt(61)));
            entries.add(
                    new Entry(
                            firstIndex + i,
                            term,
                            random.nextLong(),
                            random.nextLong(),
                            kind,
                            payload(kind, random)));
        }
        return entries;
    }

    private static byte[] payload(Entry.Kind kind, Random random) {
        return switch (kind) {
            case VIEW -> ConfigurationCodec.encodeView(new MembershipView(7, List.of(NODE)));
            case SETTINGS -> ConfigurationCodec.encodeSettings(ElectionPolicy.LCR, Timing.SLOW);
            case COMMAND -> {
                byte[] command = new byte[random.nextInt(300)];
                random.nextBytes(command);
                yield command;
            }
        };
    }
}
