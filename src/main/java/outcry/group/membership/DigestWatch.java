package outcry.group.membership;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import outcry.group.Context;
import outcry.group.Message;
import outcry.group.Observation.Kind;

/**
 * Compares this member's copy of the application with the leader's by its digest (G22). A member
 * that differs applies nothing more, so that it answers nobody, and asks the leader; when the
 * leader confirms, it takes a checkpoint in place of its copy. A leader from which most others
 * differ takes itself for the one that is wrong and hands over to one of them.
 *
 * <p>Only the copy is in doubt: the log, what was acknowledged of it and the votes stay as they
 * are.
 */
public final class DigestWatch {
    private static final int REMEMBERED = 4_096;

    /** Who differs asks with each heartbeat; who does not for so many has got a copy meanwhile. */
    private static final int HEARTBEATS_ASKING = 3;

    /** Who was found wrong lets the others elect for so many suspicion times. */
    private static final int SUSPICIONS_WRONG = 3;

    /** A member that asks who is right about an index, from when to when. */
    private record Differing(long index, long digest, long sinceNanos, long lastNanos) {
        boolean isLike(Differing other) {
            return index == other.index && digest == other.digest;
        }
    }

    private final Context context;
    private final Joining joining;
    private final CheckpointServer checkpoints;
    private final long[] indexes = new long[REMEMBERED];
    private final long[] digests = new long[REMEMBERED];
    private final TreeMap<Long, Differing> differing = new TreeMap<>();

    /** The last index at which a member said it has what this leader had there. */
    private final TreeMap<Long, Long> agreedIndexes = new TreeMap<>();

    private long expectedIndex;
    private long expectedDigest;
    private long replacedIndex;
    private long doubtIndex;
    private long doubtDigest;
    private boolean wrongLeader;
    private long wrongSinceNanos;
    private long askDueNanos;

    public DigestWatch(Context context, Joining joining, CheckpointServer checkpoints) {
        this.context = context;
        this.joining = joining;
        this.checkpoints = checkpoints;
    }

    /** Whether this member's copy may be wrong. */
    public boolean isInDoubt() {
        return doubtIndex > 0;
    }

    /**
     * Whether it was found wrong by most others, so that it must not lead again as it is; unless
     * for long nobody else came to lead.
     */
    public boolean isWrong() {
        return wrongLeader
                && isInDoubt()
                && context.now() - wrongSinceNanos
                        < SUSPICIONS_WRONG * context.timing().suspicionNanos();
    }

    /** At the leader: whether that member differs, so that it should not lead. */
    public boolean isDiffering(long nodeId) {
        forgetThoseWhoAskNoMore();
        return differing.containsKey(nodeId);
    }

    private void forgetThoseWhoAskNoMore() {
        long nanos = HEARTBEATS_ASKING * context.timing().heartbeatNanos();
        differing.values().removeIf(one -> context.now() - one.lastNanos() > nanos);
    }

    /** The application came to {@code digest} at {@code index}. */
    public void onApplied(long index, long digest) {
        int slot = (int) (index % REMEMBERED);
        indexes[slot] = index;
        digests[slot] = digest;
        if (index == replacedIndex) {
            replacedIndex = 0;
            // So that the leader no longer counts it among those who differ.
            ask(new Message.Doubt(context.term(), index, digest));
        }
        if (index == expectedIndex) {
            compare();
        }
    }

    /** Whether {@code digest} is what this member's copy had when it came to {@code index}. */
    public boolean isSame(long index, long digest) {
        return remembers(index) && digests[slot(index)] == digest;
    }

    /** The leader's digest, as its heartbeat says. */
    public void onHeartbeat(Message.Heartbeat heartbeat) {
        if (isInDoubt() || heartbeat.digestIndex() <= 0) {
            return;
        }
        if (expectedIndex <= context.appliedIndex()) {
            expectedIndex = heartbeat.digestIndex();
            expectedDigest = heartbeat.digest();
            compare();
        } // Else: the one before is still to come.
    }

    private void compare() {
        if (isInDoubt() || !remembers(expectedIndex) || context.isLeader()) {
            return;
        }
        if (digests[slot(expectedIndex)] == expectedDigest) {
            checkpoints.onRight(expectedIndex);
        } else {
            doubt(
                    expectedIndex,
                    "this node's market differs from the leader's at entry " + expectedIndex);
        }
    }

    private boolean remembers(long index) {
        return index > 0 && indexes[slot(index)] == index;
    }

    private static int slot(long index) {
        return (int) (index % REMEMBERED);
    }

    private void doubt(long index, String what) {
        doubtIndex = index;
        doubtDigest = digests[slot(index)];
        askDueNanos = context.now();
        checkpoints.onDoubt();
        context.pauseDelivery(true);
        context.explain(
                what
                        + "; it serves nobody until it has the group's copy again. If this is seen"
                        + " more than once, check the computer's memory.");
        context.observe(Kind.DIGEST, context.id(), index, 0, what + ": it stops serving");
        tick();
    }

    /** A member whose copy differs asks the leader who is right. */
    public void tick() {
        if (isInDoubt()
                && !context.isLeader()
                && context.leader() != 0
                && context.now() >= askDueNanos) {
            askDueNanos = context.now() + context.timing().heartbeatNanos();
            ask(new Message.Doubt(context.term(), doubtIndex, doubtDigest));
        }
    }

    /** On both ways: should one not carry, those who differ would seem to be fewer. */
    private void ask(Message.Doubt doubt) {
        context.sendLink(context.leader(), doubt);
        context.sendDatagram(context.leader(), doubt);
    }

    public long nextDeadlineNanos() {
        return isInDoubt() && !context.isLeader() ? askDueNanos : Long.MAX_VALUE;
    }

    /**
     * At the leader: a voter or learner differs from what it was told.
     *
     * @param handingOver whether this leader is just handing over
     * @return to whom this leader must hand over, because most others differ from it; or 0
     */
    public long onDoubt(long from, Message.Doubt doubt, boolean handingOver) {
        if (!context.isLeader() || doubt.term() != context.term()) {
            return 0;
        }
        boolean isFoundWrong = wrongLeader && isInDoubt();
        if (!isFoundWrong && isSame(doubt.index(), doubt.digest())) {
            differing.remove(from);
            agreedIndexes.merge(from, doubt.index(), Math::max);
            context.sendLink(
                    from, new Message.DoubtAnswer(context.term(), doubt.index(), doubt.digest()));
            return 0;
        }
        if (doubt.index() <= agreedIndexes.getOrDefault(from, 0L)) {
            return 0; // Overtaken by what it said since.
        }
        long since = note(from, doubt);
        if (isFoundWrong) {
            return handingOver ? 0 : next(); // Who was chosen before could not take over.
        }
        if (remembers(doubt.index()) && differingVoters() >= context.view().majority()) {
            wrongLeader = true;
            doubt(doubt.index(), "most others' markets differ from this one's");
            return next();
        }
        // The others may come to the same: the leader is not right because it leads. By now
        // they have told.
        if (context.now() - since >= context.timing().suspicionNanos()) {
            long own = remembers(doubt.index()) ? digests[slot(doubt.index())] : ~doubt.digest();
            context.sendLink(from, new Message.DoubtAnswer(context.term(), doubt.index(), own));
        }
        return 0;
    }

    /** Remembers who differs; since when. */
    private long note(long from, Message.Doubt doubt) {
        forgetThoseWhoAskNoMore();
        Differing before = differing.get(from);
        boolean asksAgain = before != null && before.index() == doubt.index();
        long since = asksAgain ? before.sinceNanos() : context.now();
        differing.put(from, new Differing(doubt.index(), doubt.digest(), since, context.now()));
        differing.keySet().removeIf(id -> !context.view().hasVoter(id) && id != from);
        return since;
    }

    /** Tells the one who should lead that it is right; 0 when nobody is likely to be. */
    private long next() {
        long right = mostLikelyRight();
        if (right != 0) {
            wrongSinceNanos = context.now();
            Differing its = differing.get(right);
            context.sendLink(
                    right, new Message.DoubtAnswer(context.term(), its.index(), its.digest()));
        }
        return right;
    }

    /**
     * Of the voters who differ one whose copy equals that of most of them. They may tell of
     * different indexes, so that nothing says who is like whom: then one by chance, until it is one
     * whom the others agree with.
     */
    private long mostLikelyRight() {
        List<Long> likely = new ArrayList<>();
        int most = 0;
        for (long id : differing.keySet()) {
            int alike = 0;
            for (Differing other : differing.values()) {
                alike += differing.get(id).isLike(other) ? 1 : 0;
            }
            if (alike >= most && context.view().hasVoter(id)) {
                if (alike > most) {
                    likely.clear();
                }
                most = alike;
                likely.add(id);
            }
        }
        return likely.isEmpty() ? 0 : likely.get(context.random().nextInt(likely.size()));
    }

    private int differingVoters() {
        int count = 0;
        for (long id : differing.keySet()) {
            count += context.view().hasVoter(id) ? 1 : 0;
        }
        return count;
    }

    /** The leader's digest at the index asked for. */
    public void onAnswer(Message.DoubtAnswer answer) {
        if (!isInDoubt() || answer.index() != doubtIndex || answer.term() != context.term()) {
            return;
        }
        if (answer.digest() == doubtDigest) {
            end("the market is right, the leader says");
            context.pauseDelivery(false);
        } else if (!joining.isFetching()) {
            joining.resynchronise(context.appliedIndex());
        }
    }

    /** The copy was replaced. */
    public void onReplaced() {
        if (isInDoubt()) {
            replacedIndex = context.appliedIndex();
            end("the market was replaced by the group's");
        }
    }

    /** This member leads now: its copy is what others are compared with. */
    public void onLead() {
        differing.clear();
        agreedIndexes.clear();
        expectedIndex = 0;
        if (isInDoubt()) {
            end("leads, so the others follow its market");
            context.pauseDelivery(false);
        }
    }

    private void end(String how) {
        doubtIndex = 0;
        wrongLeader = false;
        expectedIndex = 0;
        context.explain("");
        context.observe(Kind.DIGEST, context.id(), context.appliedIndex(), 1, how);
    }

    /** Everything is forgotten with the log. */
    public void reset() {
        java.util.Arrays.fill(indexes, 0);
        differing.clear();
        agreedIndexes.clear();
        expectedIndex = 0;
        replacedIndex = 0;
        doubtIndex = 0;
        wrongLeader = false;
    }
}
