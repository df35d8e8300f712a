package outcry.group.multicast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import outcry.base.Check;
import outcry.group.Context;
import outcry.group.Effect;
import outcry.group.Entry;
import outcry.group.EntrySize;
import outcry.group.Message;
import outcry.group.NodeInfo;

/**
 * The leader's side of the ordered multicast (G18, G20): gives indexes, fills datagrams, collects
 * acknowledgements, commits at a majority. Retransmission is {@link Retransmitter}'s.
 */
public final class Sequencer {
    /** Entries not committed yet; beyond, commands are refused as BUSY. */
    static final int UNCOMMITTED_MAX = 16_384;

    private static final int ENTRY_OVERHEAD_BYTES = 40;
    private static final int WATCHED_MAX = 256;

    private final Context context;
    private final TreeMap<Long, Progress> progressById = new TreeMap<>();
    private final Reach reach;
    private long termStartIndex;
    private long multicastIndex;
    private long announcedCommit;
    private long heartbeatDueNanos = Long.MAX_VALUE;
    private long heartbeatCount;
    private boolean paused;

    public Sequencer(Context context) {
        this.context = context;
        reach = new Reach(context, progressById);
    }

    /**
     * Begins a term of leadership; everything before is in the log already, its multicast is not
     * repeated.
     */
    public void start() {
        progressById.clear();
        multicastIndex = context.log().lastIndex();
        termStartIndex = multicastIndex + 1;
        announcedCommit = context.commitIndex();
        heartbeatDueNanos = context.now();
        paused = false;
    }

    public void stop() {
        progressById.clear();
        heartbeatDueNanos = Long.MAX_VALUE;
        paused = false;
    }

    /** While a hand-over is under way nothing new is sequenced. */
    public void pause(boolean newPaused) {
        paused = newPaused;
    }

    /** Whether a command can be sequenced now. */
    public boolean isOpen() {
        return !paused
                && !context.isJournalBehind()
                && context.log().lastIndex() - context.commitIndex() < UNCOMMITTED_MAX;
    }

    /**
     * Whether an entry of this leader's own term is committed: only then it may change the view
     * (G23).
     */
    public boolean hasCommittedInTerm() {
        return context.commitIndex() >= termStartIndex;
    }

    /** Largest command that fits into one datagram together with what surrounds it. */
    public int commandBytesMax() {
        return context.config().datagramBytesMax()
                - EntrySize.DATA_HEADER_BYTES
                - ENTRY_OVERHEAD_BYTES;
    }

    /** Gives the next index to {@code payload}; {@link #flush} sends it. */
    public void sequence(long origin, Entry.Kind kind, byte[] payload) {
        Check.that(
                payload.length <= EntrySize.PAYLOAD_BYTES_MAX, "an entry's payload is too large");
        long timestamp = Math.max(context.wall(), context.log().lastTimestampNanos());
        context.append(
                new Entry(
                        context.log().lastIndex() + 1,
                        context.term(),
                        timestamp,
                        origin,
                        kind,
                        payload));
    }

    public void watch(long nodeId, int birth) {
        Progress progress = progressById.get(nodeId);
        if (progress == null || progress.birth != birth) {
            progressById.put(nodeId, new Progress(birth, context.now()));
        }
    }

    /** Whether no more strangers are taken note of: there are more ids than nodes (G34). */
    boolean watchesMany() {
        return progressById.size() >= WATCHED_MAX;
    }

    public void unwatch(long nodeId) {
        progressById.remove(nodeId);
    }

    /** Whether this leader's multicasts reach all who need them (G21). */
    public boolean multicastCarries() {
        return reach.carries();
    }

    /** What is known of that receiver in this term, or null. */
    public Progress progress(long nodeId) {
        return progressById.get(nodeId);
    }

    public void onAck(long nodeId, int birth, Message.Ack ack) {
        Progress progress = progressById.get(nodeId);
        if (progress == null
                || progress.birth != birth
                || ack.index() > context.log().lastIndex()) {
            context.counters().ignored();
            return;
        }
        progress.acked = Math.max(progress.acked, ack.index());
        progress.applied = Math.max(progress.applied, ack.appliedIndex());
        reach.onAck(nodeId, progress, ack.byMulticast());
        advanceCommit();
    }

    /**
     * Commits what a majority of the latest view has persisted, if it is of this term (Raft's
     * rule).
     */
    public void advanceCommit() {
        if (!context.isLeader()) {
            return;
        }
        List<NodeInfo> voters = context.view().voters();
        long[] persisted = new long[voters.size()];
        for (int i = 0; i < persisted.length; i++) {
            persisted[i] = persistedBy(voters.get(i));
        }
        Arrays.sort(persisted);
        long byMajority = persisted[persisted.length - context.view().majority()];
        if (byMajority > context.commitIndex()
                && context.log().termAt(byMajority) == context.term()) {
            context.commit(byMajority);
        }
    }

    private long persistedBy(NodeInfo voter) {
        if (voter.id() == context.id()) {
            return context.persistedIndex();
        }
        Progress progress = progressById.get(voter.id());
        return progress == null || progress.birth != voter.birth() ? 0 : progress.acked;
    }

    /**
     * Multicasts what was sequenced since the last call; announces a new commit index when idle.
     */
    public void flush() {
        if (!context.isLeader()) {
            return;
        }
        context.flushAppended();
        while (multicastIndex < context.log().lastIndex()) {
            Message.Data data = batch(multicastIndex + 1, context.log().lastIndex());
            context.emit(new Effect.Multicast(data));
            reach.sendLinks(data);
            multicastIndex += data.entries().size();
            announcedCommit = context.commitIndex();
        }
        if (announcedCommit < context.commitIndex()) {
            heartbeat();
        }
    }

    /** Heartbeats come also between data: they alone carry digests (G22). */
    public void tick() {
        if (context.isLeader() && context.now() >= heartbeatDueNanos) {
            reach.tick();
            heartbeat();
        }
    }

    public long nextDeadlineNanos() {
        return heartbeatDueNanos;
    }

    /** Tells all how far the log and its commit are. */
    public void heartbeat() {
        announcedCommit = context.commitIndex();
        heartbeatDueNanos = context.now() + context.timing().heartbeatNanos();
        Message.Heartbeat heartbeat =
                new Message.Heartbeat(
                        context.term(),
                        context.view().viewId(),
                        context.log().lastIndex(),
                        context.log().lastTerm(),
                        context.commitIndex(),
                        context.isViewCommitted() && context.electorate().isSettled(),
                        context.appliedIndex(),
                        context.digest(),
                        context.now(),
                        ++heartbeatCount);
        context.emit(new Effect.Multicast(heartbeat));
        reach.sendLinks(heartbeat);
    }

    /**
     * Entries from {@code firstIndex} on, as many as a datagram holds; an entry larger than that
     * travels alone.
     */
    Message.Data batch(long firstIndex, long lastIndex) {
        int room = context.config().datagramBytesMax() - EntrySize.DATA_HEADER_BYTES;
        List<Entry> entries = new ArrayList<>();
        for (long index = firstIndex; index <= lastIndex; index++) {
            Entry entry = context.log().get(index);
            room -= EntrySize.datagramBytes(entry);
            if (room < 0 && !entries.isEmpty()) {
                break;
            }
            entries.add(entry);
        }
        return data(firstIndex, entries);
    }

    Message.Data data(long firstIndex, List<Entry> entries) {
        return new Message.Data(
                context.term(),
                firstIndex,
                context.log().termAt(firstIndex - 1),
                context.commitIndex(),
                context.now(),
                entries);
    }
}
