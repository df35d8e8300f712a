package outcry.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import outcry.base.ByteReader;
import outcry.base.ByteWriter;
import outcry.base.Check;
import outcry.base.MalformedException;
import outcry.group.ElectionPolicy;
import outcry.group.EntrySize;
import outcry.group.Message;
import outcry.group.Timing;

/** The bytes of each compact message, writer and reader side by side. */
final class MessageLayouts {
    /** Largest part of a checkpoint, and largest state of the group beside it. */
    static final int PART_BYTES_MAX = 512 * 1024;

    private static final int FORWARDED_MAX = 16_384;
    private static final int PROOFS_MAX = 255;
    private static final int CODES = 256;

    private final MessageLayout<?>[] byCode = new MessageLayout<?>[CODES];
    private final Map<Class<?>, MessageLayout<?>> byType = new HashMap<>();

    MessageLayouts() {
        addLinkMessages();
        addMulticastMessages();
        addDigestMessages();
        addElectionMessages();
        addMembershipMessages();
    }

    /** The layout of this message's kind, or null when it does not travel in the compact form. */
    MessageLayout<?> of(Message message) {
        return byType.get(message.getClass());
    }

    MessageLayout<?> of(int code) {
        MessageLayout<?> layout = byCode[code];
        if (layout == null) {
            throw new MalformedException("no kind of message has number " + code);
        }
        return layout;
    }

    private void addLinkMessages() {
        add(
                1,
                Message.Ping.class,
                (out, m) -> out.putLong(m.sentNanos()),
                in -> new Message.Ping(in.getLong()));
        add(
                2,
                Message.Pong.class,
                (out, m) -> out.putLong(m.sentNanos()),
                in -> new Message.Pong(in.getLong()));
        add(
                3,
                Message.LinkHello.class,
                (out, m) -> NodeInfoLayout.put(out, m.node()),
                in -> new Message.LinkHello(NodeInfoLayout.get(in)));
        add(
                4,
                Message.LinkProbe.class,
                (out, m) -> out.putLong(m.sentNanos()),
                in -> new Message.LinkProbe(in.getLong()));
        add(
                5,
                Message.LinkEcho.class,
                (out, m) -> out.putLong(m.sentNanos()).putLong(m.configuration()),
                in -> new Message.LinkEcho(in.getLong(), in.getLong()));
        add(6, Message.Forward.class, MessageLayouts::putForward, MessageLayouts::getForward);
        add(
                7,
                Message.NotSequenced.class,
                (out, m) -> out.putInt(m.count()).putBoolean(m.busy()),
                in -> new Message.NotSequenced(in.getCount(FORWARDED_MAX), in.getBoolean()));
        add(
                8,
                Message.ChangeSettings.class,
                (out, m) -> out.put(m.policy().ordinal()).put(m.timing().ordinal()),
                in ->
                        new Message.ChangeSettings(
                                known(ElectionPolicy.values(), in.get()),
                                known(Timing.values(), in.get())));
    }

    private static <T> T known(T[] values, int ordinal) {
        if (ordinal >= values.length) {
            throw new MalformedException(
                    "a number below " + values.length + " expected, not " + ordinal);
        }
        return values[ordinal];
    }

    private void addMulticastMessages() {
        add(16, Message.Data.class, MessageLayouts::putData, MessageLayouts::getData);
        add(
                17,
                Message.Heartbeat.class,
                (out, m) -> {
                    out.putLong(m.term()).putLong(m.viewId());
                    out.putLong(m.lastIndex()).putLong(m.lastTerm()).putLong(m.commitIndex());
                    out.putBoolean(m.settled());
                    out.putLong(m.digestIndex()).putLong(m.digest());
                    out.putLong(m.sentNanos()).putLong(m.count());
                },
                in ->
                        new Message.Heartbeat(
                                in.getLong(),
                                in.getLong(),
                                in.getLong(),
                                in.getLong(),
                                in.getLong(),
                                in.getBoolean(),
                                in.getLong(),
                                in.getLong(),
                                in.getLong(),
                                in.getLong()));
        add(
                18,
                Message.Nack.class,
                (out, m) -> out.putLong(m.term()).putLong(m.fromIndex()).putLong(m.toIndex()),
                in -> new Message.Nack(in.getLong(), in.getLong(), in.getLong()));
        add(
                19,
                Message.Ack.class,
                (out, m) -> {
                    out.putLong(m.term()).putLong(m.index()).putLong(m.appliedIndex());
                    out.putBoolean(m.byMulticast());
                },
                in -> new Message.Ack(in.getLong(), in.getLong(), in.getLong(), in.getBoolean()));
    }

    private void addDigestMessages() {
        add(
                20,
                Message.Doubt.class,
                (out, m) -> out.putLong(m.term()).putLong(m.index()).putLong(m.digest()),
                in -> new Message.Doubt(in.getLong(), in.getLong(), in.getLong()));
        add(
                21,
                Message.DoubtAnswer.class,
                (out, m) -> out.putLong(m.term()).putLong(m.index()).putLong(m.digest()),
                in -> new Message.DoubtAnswer(in.getLong(), in.getLong(), in.getLong()));
    }

    private void addElectionMessages() {
        add(
                32,
                Message.RoundStart.class,
                (out, m) -> out.putLong(m.term()).putLong(m.round()).putBoolean(m.handOver()),
                in -> new Message.RoundStart(in.getLong(), in.getLong(), in.getBoolean()));
        add(
                33,
                Message.RttReport.class,
                (out, m) -> out.putLong(m.term()).putLong(m.round()).putLong(m.meanNanos()),
                in -> new Message.RttReport(in.getLong(), in.getLong(), in.getLong()));
        add(
                34,
                Message.RingToken.class,
                (out, m) -> {
                    out.putLong(m.term()).putLong(m.round());
                    out.putString(m.address()).putLong(m.uid());
                },
                in ->
                        new Message.RingToken(
                                in.getLong(),
                                in.getLong(),
                                in.getString(NodeInfoLayout.HOST_BYTES_MAX),
                                in.getLong()));
        add(
                35,
                Message.RingElected.class,
                (out, m) -> out.putLong(m.term()).putLong(m.round()).putLong(m.chosen()),
                in -> new Message.RingElected(in.getLong(), in.getLong(), in.getLong()));
        add(
                36,
                Message.Canvass.class,
                (out, m) -> out.putLong(m.term()).putLong(m.lastTerm()).putLong(m.lastIndex()),
                in -> new Message.Canvass(in.getLong(), in.getLong(), in.getLong()));
        add(
                37,
                Message.CanvassReply.class,
                (out, m) -> {
                    out.putLong(m.term()).putLong(m.currentTerm());
                    out.putLong(m.lastTerm()).putLong(m.lastIndex()).putLong(m.sealedIndex());
                    out.putBoolean(m.granted());
                },
                in ->
                        new Message.CanvassReply(
                                in.getLong(),
                                in.getLong(),
                                in.getLong(),
                                in.getLong(),
                                in.getLong(),
                                in.getBoolean()));
        add(
                38,
                Message.FetchTail.class,
                (out, m) -> out.putLong(m.previousIndex()).putLong(m.previousTerm()),
                in -> new Message.FetchTail(in.getLong(), in.getLong()));
        add(39, Message.Tail.class, MessageLayouts::putTail, MessageLayouts::getTail);
        add(
                40,
                Message.VoteRequest.class,
                (out, m) -> {
                    out.putLong(m.term()).putLong(m.lastTerm()).putLong(m.lastIndex());
                    out.putBoolean(m.handOver());
                },
                in ->
                        new Message.VoteRequest(
                                in.getLong(), in.getLong(), in.getLong(), in.getBoolean()));
        add(
                41,
                Message.VoteReply.class,
                MessageLayouts::putVoteReply,
                MessageLayouts::getVoteReply);
        add(
                42,
                Message.HandOver.class,
                (out, m) -> out.putLong(m.term()),
                in -> new Message.HandOver(in.getLong()));
    }

    private void addMembershipMessages() {
        add(
                48,
                Message.Join.class,
                (out, m) -> {
                    NodeInfoLayout.put(out, m.node());
                    out.putLong(m.lastTerm()).putLong(m.lastIndex());
                },
                in -> new Message.Join(NodeInfoLayout.get(in), in.getLong(), in.getLong()));
        add(
                49,
                Message.JoinFrom.class,
                (out, m) -> out.putLong(m.term()).putLong(m.firstIndex()).putLong(m.lastIndex()),
                in -> new Message.JoinFrom(in.getLong(), in.getLong(), in.getLong()));
        add(
                50,
                Message.CheckpointRequest.class,
                (out, m) -> out.putLong(m.index()).putInt(m.offset()),
                in -> new Message.CheckpointRequest(in.getLong(), in.getCount(Integer.MAX_VALUE)));
        add(
                51,
                Message.CheckpointPart.class,
                MessageLayouts::putCheckpointPart,
                MessageLayouts::getCheckpointPart);
        add(52, Message.Leaving.class, (out, m) -> {}, in -> new Message.Leaving());
        add(53, Message.LeaveDone.class, (out, m) -> {}, in -> new Message.LeaveDone());
    }

    private <M extends Message> void add(
            int code,
            Class<M> type,
            BiConsumer<ByteWriter, M> writer,
            Function<ByteReader, M> reader) {
        MessageLayout<M> layout = new MessageLayout<>(code, type, writer, reader);
        Check.that(byCode[code] == null, "two kinds of message with number " + code);
        byCode[code] = layout;
        byType.put(type, layout);
    }

    private static void putForward(ByteWriter out, Message.Forward forward) {
        Check.that(forward.commands().size() <= FORWARDED_MAX, "too many commands in a Forward");
        Varint.put(out, forward.commands().size());
        for (byte[] command : forward.commands()) {
            Check.that(command.length <= EntrySize.PAYLOAD_BYTES_MAX, "a command is too large");
            Varint.put(out, command.length);
            out.putBytes(command, 0, command.length);
        }
    }

    private static Message.Forward getForward(ByteReader in) {
        int count = Varint.get(in, FORWARDED_MAX);
        List<byte[]> commands = new ArrayList<>(Math.min(count, in.remaining()));
        for (int i = 0; i < count; i++) {
            commands.add(in.getBytes(Varint.get(in, EntrySize.PAYLOAD_BYTES_MAX)));
        }
        return new Message.Forward(List.copyOf(commands));
    }

    private static void putData(ByteWriter out, Message.Data data) {
        out.putLong(data.term()).putLong(data.firstIndex()).putLong(data.previousTerm());
        out.putLong(data.commitIndex()).putLong(data.sentNanos());
        EntryLayout.put(out, data.firstIndex(), data.entries());
    }

    private static Message.Data getData(ByteReader in) {
        long term = in.getLong();
        long firstIndex = in.getLong();
        long previousTerm = in.getLong();
        long commitIndex = in.getLong();
        long sentNanos = in.getLong();
        return new Message.Data(
                term,
                firstIndex,
                previousTerm,
                commitIndex,
                sentNanos,
                EntryLayout.get(in, firstIndex));
    }

    private static void putTail(ByteWriter out, Message.Tail tail) {
        out.putLong(tail.previousIndex()).putLong(tail.previousTerm()).putBoolean(tail.matches());
        EntryLayout.put(out, tail.previousIndex() + 1, tail.entries());
    }

    private static Message.Tail getTail(ByteReader in) {
        long previousIndex = in.getLong();
        long previousTerm = in.getLong();
        boolean matches = in.getBoolean();
        return new Message.Tail(
                previousIndex, previousTerm, matches, EntryLayout.get(in, previousIndex + 1));
    }

    private static void putVoteReply(ByteWriter out, Message.VoteReply reply) {
        Check.that(reply.provenCrashed().size() <= PROOFS_MAX, "more proofs than voters");
        out.putLong(reply.term()).putBoolean(reply.granted()).putLong(reply.sealedIndex());
        out.put(reply.provenCrashed().size());
        reply.provenCrashed().forEach(out::putLong);
    }

    private static Message.VoteReply getVoteReply(ByteReader in) {
        long term = in.getLong();
        boolean granted = in.getBoolean();
        long sealedIndex = in.getLong();
        int count = in.get();
        List<Long> provenCrashed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            provenCrashed.add(in.getLong());
        }
        return new Message.VoteReply(term, granted, sealedIndex, List.copyOf(provenCrashed));
    }

    private static void putCheckpointPart(ByteWriter out, Message.CheckpointPart part) {
        out.putLong(part.index()).putLong(part.term()).putSized(part.groupState());
        out.putInt(part.offset()).putInt(part.totalBytes()).putSized(part.bytes());
    }

    private static Message.CheckpointPart getCheckpointPart(ByteReader in) {
        return new Message.CheckpointPart(
                in.getLong(),
                in.getLong(),
                in.getSized(PART_BYTES_MAX),
                in.getCount(Integer.MAX_VALUE),
                in.getCount(Integer.MAX_VALUE),
                in.getSized(PART_BYTES_MAX));
    }
}
