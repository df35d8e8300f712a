package outcry.group.multicast;

import java.util.List;
import outcry.base.Check;
import outcry.group.Channel;
import outcry.group.Context;
import outcry.group.Entry;
import outcry.group.Message;
import outcry.group.Observation.Kind;
import outcry.group.failure.Peer;

/**
 * The receiving side of the ordered multicast, in a follower or learner (G19, G20): delivers in
 * index order, holds back what came early, asks for what is missing, acknowledges what is
 * persisted.
 *
 * <p>{@code verified} is the index up to which this log is known to equal the leader's of the
 * present term; only that is acknowledged. It begins at the commit index with each term and jumps
 * when an entry's term matches the leader's at the same index (log matching).
 */
public final class Receiver {
    private static final long MILLI = 1_000_000;
    private static final long NACK_DELAY_MIN = MILLI;
    private static final long NACK_DELAY_MAX = 50 * MILLI;
    private static final long NACK_RETRY_MIN = 10 * MILLI;
    private static final int BACK_OFF_MAX = 5;

    private final Context context;
    private final HoldbackQueue holdback = new HoldbackQueue();
    private long term = -1;
    private long verified;
    private long knownLast;
    private long knownCommit;
    private long nackDueNanos = Long.MAX_VALUE;
    private int nackAttempts;
    private long gapSeen;
    private boolean ackDue;
    private boolean heardLeader;
    private boolean heardMulticast;
    private long multicastAtNanos;
    private long leaderAtNanos;

    public Receiver(Context context) {
        this.context = context;
    }

    /** Forgets what was known of a leader's log; called whenever leader, term or log changed. */
    public void restart() {
        term = context.term();
        verified = context.commitIndex();
        knownLast = 0;
        knownCommit = 0;
        nackDueNanos = Long.MAX_VALUE;
        nackAttempts = 0;
        gapSeen = 0;
        ackDue = false;
        holdback.clear();
    }

    /** A batch of the leader of the present term. */
    public void onData(Channel channel, Message.Data data) {
        alignTerm();
        heard(channel);
        long last = data.firstIndex() + data.entries().size() - 1;
        knownLast = Math.max(knownLast, last);
        knownCommit = Math.max(knownCommit, data.commitIndex());
        if (last <= verified) {
            context.counters().duplicate();
            ackDue = true; // The leader may have missed the first acknowledgement.
        } else if (context.isJournalBehind()) {
            context.counters().ignored(); // As if lost: it is asked for again later.
        } else if (matches(data.firstIndex() - 1, data.previousTerm())) {
            accept(data);
            drain();
        } else if (data.firstIndex() - 1 > context.log().lastIndex()) {
            if (holdback.offer(data, verified)) {
                context.counters().heldBack();
            } else {
                context.counters().duplicate();
            }
        } else if (data.firstIndex() - 1 <= verified) {
            context.counters().ignored(); // Contradicts what its own leader said: forged.
        } else {
            // This log differs from the leader's already before the batch: that entry goes, and the
            // gap below asks for what belongs there.
            context.truncate(data.firstIndex() - 1);
        }
        commitKnown();
        watchGap(channel == Channel.LINK);
    }

    /** A heartbeat of the leader of the present term. */
    public void onHeartbeat(Channel channel, Message.Heartbeat heartbeat) {
        alignTerm();
        heard(channel);
        knownLast = Math.max(knownLast, heartbeat.lastIndex());
        knownCommit = Math.max(knownCommit, heartbeat.commitIndex());
        if (heartbeat.lastIndex() > verified
                && matches(heartbeat.lastIndex(), heartbeat.lastTerm())) {
            verified = heartbeat.lastIndex();
            drain();
        }
        commitKnown();
        watchGap(false);
        ackDue = true;
    }

    /** The leader of the present term has committed so much, as it broadcasts. */
    public void onHello(long commitIndex) {
        alignTerm();
        heard(Channel.BROADCAST);
        knownLast = Math.max(knownLast, commitIndex);
        knownCommit = Math.max(knownCommit, commitIndex);
        commitKnown();
        watchGap(false);
    }

    private void heard(Channel channel) {
        leaderAtNanos = context.now();
        heardLeader = true;
        if (channel == Channel.MULTICAST) {
            heardMulticast = true;
            multicastAtNanos = context.now();
        }
    }

    /** Whether what the leader multicasts arrives here, as far as it can be known (G21). */
    public boolean multicastCarries() {
        return !heardLeader
                || heardMulticast
                        && leaderAtNanos - multicastAtNanos
                                <= Reach.HEARTBEATS_MISSED * context.timing().heartbeatNanos();
    }

    /** What is persisted or applied here is news for the leader. */
    public void acknowledge() {
        ackDue = true;
    }

    /** The log begins anew after a restored checkpoint. */
    public void onRestored() {
        if (term == context.term()) {
            verified =
                    Math.max(Math.min(verified, context.log().lastIndex()), context.commitIndex());
            drain();
            commitKnown();
            watchGap(true);
            ackDue = true;
        }
    }

    /** Sends one acknowledgement for everything since the last call. */
    public void flush() {
        if (ackDue && context.leader() != 0 && term == context.term()) {
            ackDue = false;
            context.sendDatagram(
                    context.leader(),
                    new Message.Ack(
                            term,
                            Math.min(verified, context.persistedIndex()),
                            context.appliedIndex(),
                            multicastCarries()));
        }
    }

    /** Sends a NACK when one is due. */
    public void tick() {
        if (context.now() < nackDueNanos) {
            return;
        }
        if (context.leader() == 0 || term != context.term() || knownLast <= verified) {
            nackDueNanos = Long.MAX_VALUE;
            return;
        }
        long from = verified + 1;
        long to = Math.max(from, Math.min(knownLast, holdback.firstIndex() - 1));
        context.sendDatagram(context.leader(), new Message.Nack(term, from, to));
        context.counters().nackSent();
        nackAttempts++;
        long retry =
                Math.max(NACK_RETRY_MIN, 2 * leaderRoundTrip())
                        << Math.min(nackAttempts - 1, BACK_OFF_MAX);
        nackDueNanos =
                context.now()
                        + Math.min(retry, context.timing().suspicionNanos() / 2)
                        + jitter(retry / 2);
    }

    public long nextDeadlineNanos() {
        return nackDueNanos;
    }

    /** Highest index of the leader's log heard of in this term. */
    public long knownLast() {
        return knownLast;
    }

    public long verified() {
        return verified;
    }

    public List<Long> holdbackRanges() {
        return holdback.ranges(32);
    }

    /**
     * Takes a tail over from a member that is ahead (G14) by the same rule as a leader's batch;
     * true when it fits.
     */
    public boolean adoptTail(long previousIndex, long previousTerm, List<Entry> entries) {
        if (!matches(previousIndex, previousTerm)) {
            return false;
        }
        for (Entry entry : entries) {
            put(entry);
        }
        return true;
    }

    private void alignTerm() {
        if (term != context.term()) {
            restart();
        }
    }

    private boolean matches(long index, long entryTerm) {
        // What is committed equals every later leader's log, also where its term is trimmed away.
        return index <= context.commitIndex()
                || entryTerm >= 0 && context.log().termAt(index) == entryTerm;
    }

    private void accept(Message.Data data) {
        long lastIndex = context.log().lastIndex();
        for (Entry entry : data.entries()) {
            if (entry.index() > verified) { // Else it is the leader's already.
                put(entry);
            }
        }
        verified = Math.max(verified, data.firstIndex() + data.entries().size() - 1);
        // What is new is acknowledged once it is persisted.
        ackDue |= context.log().lastIndex() == lastIndex;
    }

    private void put(Entry entry) {
        if (entry.index() <= context.commitIndex()) {
            return;
        }
        long present = context.log().termAt(entry.index());
        if (present == entry.term()) {
            return;
        }
        if (entry.index() <= context.log().lastIndex()) {
            context.truncate(entry.index());
        }
        Check.that(
                entry.index() == context.log().lastIndex() + 1, "a batch leaves a gap in the log");
        context.append(entry);
    }

    private void drain() {
        Message.Data next = holdback.poll(verified + 1);
        while (next != null) {
            if (next.firstIndex() + next.entries().size() - 1 > verified
                    && matches(next.firstIndex() - 1, next.previousTerm())) {
                accept(next);
            }
            next = holdback.poll(verified + 1);
        }
    }

    private void commitKnown() {
        context.commit(Math.min(knownCommit, verified));
    }

    private void watchGap(boolean bulk) {
        if (knownLast <= verified) {
            nackDueNanos = Long.MAX_VALUE;
            nackAttempts = 0;
            return;
        }
        boolean advanced = gapSeen != verified + 1;
        if (advanced) {
            gapSeen = verified + 1;
            nackAttempts = 0;
            context.counters().gap();
            if (holdback.size() > 0 || !bulk) {
                context.observe(
                        Kind.GAP,
                        context.id(),
                        verified + 1,
                        Math.min(knownLast, holdback.firstIndex() - 1),
                        "entry "
                                + (verified + 1)
                                + " is missing; "
                                + holdback.size()
                                + " batches held back");
            }
        }
        if (advanced || nackDueNanos == Long.MAX_VALUE) {
            // Over a link the next part can be asked for at once; datagrams may merely be
            // overtaken.
            nackDueNanos = bulk ? context.now() : context.now() + nackDelay();
        }
    }

    private long nackDelay() {
        long delay = Math.max(NACK_DELAY_MIN, Math.min(NACK_DELAY_MAX, leaderRoundTrip() / 2));
        return delay + jitter(delay);
    }

    private long leaderRoundTrip() {
        Peer peer = context.peers().get(context.leader());
        return peer == null ? NACK_DELAY_MAX : peer.roundTripNanos();
    }

    private long jitter(long range) {
        return range <= 0 ? 0 : context.random().nextLong(range + 1);
    }
}
