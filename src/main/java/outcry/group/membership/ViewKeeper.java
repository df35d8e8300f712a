package outcry.group.membership;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import outcry.group.Context;
import outcry.group.Entry;
import outcry.group.MemberState;
import outcry.group.MembershipView;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.group.Observation.Kind;
import outcry.group.failure.Peer;
import outcry.group.log.ConfigurationCodec;
import outcry.group.multicast.Progress;
import outcry.group.multicast.Sequencer;

/**
 * The leader's side of membership (G23): admits learners that have caught up, removes voters that
 * left, restarted without their log, crashed or fell silent. One voter at a time, and only after an
 * entry of the leader's own term is committed.
 */
public final class ViewKeeper {
    /** A learner this close to the end of the log has caught up. */
    private static final long CAUGHT_UP_ENTRIES = 256;

    /** An empty learner of a log longer than this fetches a checkpoint rather than every entry. */
    private static final long FETCH_WHOLE_MAX = 64;

    private static final long MILLI = 1_000_000;

    /** In place of an incarnation: no run of that voter may use proofs of crash. */
    private static final int NO_RUN = 0;

    private final Context context;
    private final Sequencer sequencer;
    private final TreeMap<Long, NodeInfo> learners = new TreeMap<>();
    private final TreeMap<Long, Long> joinedAtCommit = new TreeMap<>();
    private final TreeSet<Long> leaving = new TreeSet<>();
    private final TreeMap<Long, NodeInfo> runsBeforeGrowth = new TreeMap<>();
    private long startedNanos;
    private long admitting;

    public ViewKeeper(Context context, Sequencer sequencer) {
        this.context = context;
        this.sequencer = sequencer;
    }

    /**
     * Begins a term of leadership with a view entry of its own (G14): the voters of {@code view},
     * which elected this node; {@code without} is a crashed one it leaves out, or 0.
     */
    public void start(MembershipView view, long without) {
        learners.clear();
        joinedAtCommit.clear();
        leaving.clear();
        runsBeforeGrowth.clear();
        admitting = 0;
        startedNanos = context.now();
        for (NodeInfo voter : view.voters()) {
            if (voter.id() != context.id()) {
                sequencer.watch(voter.id(), voter.birth());
            }
        }
        List<NodeInfo> voters = new ArrayList<>(view.voters());
        voters.removeIf(voter -> voter.id() == without);
        voters.replaceAll(this::present);
        sequenceView(voters);
    }

    /** Founds a group: a view of this node alone. */
    public void found() {
        startedNanos = context.now();
        sequenceView(new ArrayList<>(List.of(context.self())));
    }

    public void stop() {
        learners.clear();
        joinedAtCommit.clear();
        leaving.clear();
        runsBeforeGrowth.clear();
        admitting = 0;
    }

    /** A node wants to become a voter. */
    public void onJoin(Message.Join join) {
        NodeInfo node = join.node();
        if (context.isVoter(node.id(), node.birth())) {
            return; // It is one already and will see it in the log.
        }
        if (!learners.containsKey(node.id())) {
            context.observe(
                    Kind.JOINING,
                    node.id(),
                    join.lastIndex(),
                    0,
                    node.name() + " joins and receives the log");
        }
        learners.put(node.id(), node);
        joinedAtCommit.put(node.id(), context.commitIndex());
        if (!context.view().hasVoter(node.id())) {
            sequencer.watch(node.id(), node.birth());
        }
        boolean elsewhere = join.lastIndex() < context.log().baseIndex();
        if (elsewhere || join.lastIndex() == 0 && context.log().lastIndex() > FETCH_WHOLE_MAX) {
            context.sendLink(
                    node.id(),
                    new Message.JoinFrom(
                            context.term(),
                            context.log().baseIndex() + 1,
                            context.log().lastIndex()));
        }
    }

    public void onLeaving(long nodeId) {
        learners.remove(nodeId);
        if (context.view().hasVoter(nodeId)) {
            leaving.add(nodeId);
        } else {
            sequencer.unwatch(nodeId);
            context.sendLink(nodeId, new Message.LeaveDone());
        }
    }

    /**
     * Makes the next change that is due, if one can be made now.
     *
     * @return the voter whose admission was committed since the last call, or 0: a reason to elect
     *     (G12)
     */
    public long tick() {
        if (!context.isLeader() || !sequencer.hasCommittedInTerm() || !context.isViewCommitted()) {
            return 0;
        }
        long admitted = settle();
        if (!settleChange()) {
            return admitted;
        }
        boolean changed = removeOne() || isGrowthPrepared() && admitOne() || refresh();
        if (!changed) {
            admitOne();
        }
        return admitted;
    }

    /**
     * Whether the last change is settled ({@link outcry.group.Electorate}): only then may the view
     * change again. Who applied it has sealed it before. This leader is bound as soon as enough
     * others are, and tells it at once: till then a crash would cost the followers more.
     */
    private boolean settleChange() {
        if (context.electorate().isSettled()) {
            return true;
        }
        long index = context.electorate().narrowingIndex();
        int bound = 1;
        for (NodeInfo voter : context.view().voters()) {
            Progress progress = sequencer.progress(voter.id());
            boolean isBound =
                    progress != null
                            && progress.birth() == voter.birth()
                            && progress.acked() >= index
                            && progress.applied() >= index;
            bound += isBound ? 1 : 0;
        }
        if (bound < context.view().majority()) {
            return false;
        }
        context.electorate().seal(index);
        context.electorate().settle(index);
        sequencer.heartbeat();
        return true;
    }

    /**
     * A voter that restarted with its log has other ports, and may use proofs of crash only once a
     * view names its new run (G16).
     */
    private boolean refresh() {
        List<NodeInfo> voters = votersWithRuns();
        if (voters.equals(context.view().voters())) {
            return false;
        }
        sequenceView(voters);
        return true;
    }

    /** The voter as it is now: its latest run, when that one is live and has the same log. */
    private NodeInfo present(NodeInfo voter) {
        NodeInfo latest =
                voter.id() == context.id() ? context.self() : context.peers().info(voter.id());
        boolean isLater =
                latest != null
                        && latest.incarnation() > voter.incarnation()
                        && latest.birth() == voter.birth();
        return isLater && (voter.id() == context.id() || context.peers().isLive(voter))
                ? latest
                : voter;
    }

    /** Whether no change of the view is under way. */
    public boolean isSettled() {
        return admitting == 0 && context.isViewCommitted() && context.electorate().isSettled();
    }

    /** What follows from the last view now that it is committed. */
    private long settle() {
        for (Long left : List.copyOf(leaving)) {
            if (!context.view().hasVoter(left)) {
                leaving.remove(left);
                context.sendLink(left, new Message.LeaveDone());
                sequencer.unwatch(left);
            }
        }
        long admitted = context.view().hasVoter(admitting) ? admitting : 0;
        admitting = 0;
        return admitted;
    }

    private boolean removeOne() {
        for (NodeInfo voter : context.view().voters()) {
            String why = voter.id() == context.id() ? null : reasonToRemove(voter);
            if (why != null && isRestCommitting(voter)) {
                context.observe(
                        Kind.VIEW,
                        voter.id(),
                        context.view().viewId() + 1,
                        0,
                        "removes " + voter.name() + ": " + why);
                sequencer.unwatch(voter.id());
                List<NodeInfo> voters = new ArrayList<>(context.view().voters());
                voters.remove(voter);
                sequenceView(voters);
                NodeInfo learner = learners.get(voter.id());
                if (learner != null) {
                    sequencer.watch(learner.id(), learner.birth());
                }
                return true;
            }
        }
        return false;
    }

    private String reasonToRemove(NodeInfo voter) {
        Peer peer = context.peers().get(voter.id());
        if (leaving.contains(voter.id()) || context.peers().state(voter.id()) == MemberState.LEFT) {
            return "it left";
        } else if (peer == null) {
            long silent = context.now() - startedNanos;
            return silent > context.timing().suspicionNanos() ? "never heard by this leader" : null;
        } else if (peer.info().birth() != voter.birth()) {
            return "it restarted without its log";
        } else if (peer.state() == MemberState.CRASHED || peer.state() == MemberState.SUSPECTED) {
            return context.peers().reason(peer);
        }
        return null;
    }

    /**
     * Whether a majority of the view without {@code removed} was heard just now and can commit that
     * view: who has been silent for a while may be the next to go.
     */
    private boolean isRestCommitting(NodeInfo removed) {
        int voters = 0;
        int live = 0;
        for (NodeInfo voter : context.view().voters()) {
            if (voter.id() != removed.id()) {
                voters++;
                live += voter.id() == context.id() || context.peers().isHeardNow(voter) ? 1 : 0;
            }
        }
        return live >= voters / 2 + 1;
    }

    /**
     * Half of an even view may lead (G16), and does not meet every majority of one that has grown:
     * {b} of {a, b} knows nothing of what a and c commit in {a, b, c}. So before an even view grows
     * its voters commit one of the same voters that names no run of them. Whoever holds that uses
     * no proof of a crash, and those who do not are fewer than half.
     */
    private boolean isGrowthPrepared() {
        for (NodeInfo voter : context.view().voters()) {
            if (voter.incarnation() != NO_RUN) {
                return false;
            }
        }
        return true;
    }

    private void prepareGrowth() {
        runsBeforeGrowth.clear();
        List<NodeInfo> voters = new ArrayList<>();
        for (NodeInfo voter : context.view().voters()) {
            runsBeforeGrowth.put(voter.id(), voter);
            voters.add(voter.withIncarnation(NO_RUN));
        }
        sequenceView(voters);
    }

    /** The voters as they were before {@link #prepareGrowth}, or as they are now. */
    private List<NodeInfo> votersWithRuns() {
        List<NodeInfo> voters = new ArrayList<>(context.view().voters());
        voters.replaceAll(
                voter ->
                        voter.incarnation() == NO_RUN
                                ? runsBeforeGrowth.getOrDefault(voter.id(), voter)
                                : voter);
        voters.replaceAll(this::present);
        return voters;
    }

    /** Whether the view is being changed. */
    private boolean admitOne() {
        if (context.view().voters().size() >= ConfigurationCodec.VOTERS_MAX) {
            return false;
        }
        for (NodeInfo learner : List.copyOf(learners.values())) {
            Peer peer = context.peers().get(learner.id());
            if (context.isVoter(learner.id(), learner.birth())) {
                learners.remove(learner.id());
            } else if (peer == null
                    || peer.state() == MemberState.SUSPECTED
                    || peer.state() == MemberState.CRASHED) {
                learners.remove(learner.id());
                if (!context.view().hasVoter(learner.id())) {
                    sequencer.unwatch(learner.id());
                }
            } else if (hasCaughtUp(learner, peer) && !context.view().hasVoter(learner.id())) {
                if (context.view().voters().size() % 2 == 0 && !isGrowthPrepared()) {
                    prepareGrowth();
                    return true;
                }
                learners.remove(learner.id());
                admitting = learner.id();
                context.observe(
                        Kind.JOINED,
                        learner.id(),
                        context.view().viewId() + 1,
                        0,
                        learner.name() + " has the log and becomes a voter");
                List<NodeInfo> voters = votersWithRuns();
                voters.add(peer.info());
                sequenceView(voters);
                return true;
            }
        }
        return false;
    }

    /**
     * Close to the end of the log, holding all that was committed when it last asked: a voter must
     * not mistake the group for one without trades.
     */
    private boolean hasCaughtUp(NodeInfo learner, Peer peer) {
        Progress progress = sequencer.progress(learner.id());
        return progress != null
                && progress.birth() == learner.birth()
                && peer.info().birth() == learner.birth()
                && peer.isLinkUp()
                && context.peers().isLive(learner)
                && progress.acked() > 0
                && progress.acked() >= joinedAtCommit.getOrDefault(learner.id(), 0L)
                && progress.acked() + CAUGHT_UP_ENTRIES >= context.log().lastIndex();
    }

    /**
     * Takes the last change of the view back, if that is still possible and a majority of the view
     * before is live; false when not. Like any change only after an entry of the leader's own term
     * is committed: else an earlier leader may have gone on from the latest view unknown to this
     * one.
     */
    public boolean takeBack() {
        MembershipView before = context.electorate().viewBefore();
        if (before == null
                || !sequencer.hasCommittedInTerm()
                || !before.hasVoter(context.id())
                || context.peers().liveOf(before.voters()).size() < before.majority()) {
            return false;
        }
        context.observe(
                Kind.VIEW,
                context.id(),
                context.view().viewId() + 1,
                0,
                "goes back to the view before: too few of the latest are there");
        sequenceView(new ArrayList<>(before.voters()));
        for (NodeInfo voter : before.voters()) {
            if (voter.id() != context.id()) {
                sequencer.watch(voter.id(), voter.birth());
            }
        }
        return true;
    }

    /** Whether a majority of the view was heard within the suspicion time (G17). */
    public boolean hearsMajority() {
        int live = 0;
        for (NodeInfo voter : context.view().voters()) {
            live += voter.id() == context.id() || context.peers().isLive(voter) ? 1 : 0;
        }
        boolean justBegan =
                context.now() - startedNanos < context.timing().suspicionNanos() + 100 * MILLI;
        return justBegan || live >= context.view().majority();
    }

    private void sequenceView(List<NodeInfo> voters) {
        voters.sort(Comparator.comparingLong(NodeInfo::id));
        MembershipView view = new MembershipView(context.view().viewId() + 1, voters);
        sequencer.sequence(context.id(), Entry.Kind.VIEW, ConfigurationCodec.encodeView(view));
    }
}
