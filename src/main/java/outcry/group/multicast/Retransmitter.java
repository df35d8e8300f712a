package outcry.group.multicast;

import java.util.List;
import outcry.group.Context;
import outcry.group.Entry;
import outcry.group.EntrySize;
import outcry.group.Message;
import outcry.group.Observation.Kind;

/**
 * Answers NACKs from the leader's log (G19): a few datagrams, or the link for whoever is far
 * behind.
 */
public final class Retransmitter {
    private static final long MILLI = 1_000_000;

    /** A gap of more entries than this is served over the link. */
    private static final long FAR_BEHIND = 512;

    private static final int DATAGRAMS_MAX = 32;

    /**
     * The same gap is not answered twice within this time: NACKs are repeated while an answer is
     * under way.
     */
    private static final long REPEAT_NANOS = 2 * MILLI;

    private final Context context;
    private final Sequencer sequencer;

    public Retransmitter(Context context, Sequencer sequencer) {
        this.context = context;
        this.sequencer = sequencer;
    }

    /**
     * Answers one NACK. Also that of a former voter which was removed while it heard nothing: only
     * from the log can it learn that it has to join again (G23).
     */
    public void onNack(long nodeId, Message.Nack nack) {
        if (sequencer.progress(nodeId) == null && !sequencer.watchesMany()) {
            sequencer.watch(nodeId, context.peers().info(nodeId).birth());
        }
        Progress progress = sequencer.progress(nodeId);
        long from = nack.fromIndex();
        long to = Math.min(nack.toIndex(), context.log().lastIndex());
        if (progress == null || from < 1 || from > to) {
            context.counters().ignored();
            return;
        }
        if (progress.answeredFrom == from
                && context.now() - progress.answeredAtNanos < REPEAT_NANOS) {
            return; // Answered just now; the answer is still on its way.
        }
        progress.answeredFrom = from;
        progress.answeredAtNanos = context.now();
        if (from <= context.log().baseIndex()) {
            // No longer held as entries: it must fetch a checkpoint first (G23), unless it turns
            // out to hold the same entries up to there.
            context.sendLink(
                    nodeId,
                    new Message.JoinFrom(
                            context.term(),
                            context.log().baseIndex() + 1,
                            context.log().lastIndex()));
            from = context.log().baseIndex() + 1;
            if (from > to) {
                return;
            }
        }
        int count =
                to - from >= FAR_BEHIND && context.peers().isLinkUp(nodeId)
                        ? overLink(nodeId, from)
                        : byDatagram(nodeId, from, to);
        context.counters().nackAnswered(count);
        context.observe(
                Kind.RETRANSMIT,
                nodeId,
                from,
                from + count - 1,
                "sent entries "
                        + from
                        + " to "
                        + (from + count - 1)
                        + " again, for "
                        + context.name(nodeId));
    }

    private int overLink(long nodeId, long from) {
        List<Entry> entries =
                context.log()
                        .slice(from, context.log().lastIndex(), EntrySize.LINK_BATCH_BYTES_MAX / 4);
        if (entries.size() > EntrySize.ENTRIES_MAX / 4) {
            entries = entries.subList(0, EntrySize.ENTRIES_MAX / 4);
        }
        context.sendLink(nodeId, sequencer.data(from, List.copyOf(entries)));
        return entries.size();
    }

    private int byDatagram(long nodeId, long from, long to) {
        long next = from;
        for (int i = 0; i < DATAGRAMS_MAX && next <= to; i++) {
            Message.Data data = sequencer.batch(next, to);
            context.sendDatagram(nodeId, data);
            next += data.entries().size();
        }
        return (int) (next - from);
    }
}
