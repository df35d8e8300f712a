package outcry.group.election;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import outcry.group.Context;
import outcry.group.Entry;
import outcry.group.MembershipView;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.group.Observation.Kind;
import outcry.group.multicast.Receiver;

/**
 * Phase 2 of an election (G14), at the chosen node: asks all voters how far they are and whether
 * they would vote for it (pre-vote), fetches the tail of whoever is ahead, then asks for the votes
 * of the next term. Its safety is Raft's: one durable vote a term, given only to a log at least as
 * long.
 */
final class Confirmation {
    /** Where the confirmation stands. */
    enum Outcome {
        RUNNING,
        /** A majority voted for this node. */
        WON,
        /**
         * Exactly half the voters, all that live, voted for it, each with proof that the others
         * crashed (G16).
         */
        WON_BY_HALF,
        /** A majority of the view before, which the latest change does not bind yet. */
        WON_BY_VIEW_BEFORE,
        FAILED
    }

    private enum Step {
        IDLE,
        CANVASS,
        FETCH,
        VOTE
    }

    private final Context context;
    private final Receiver receiver;
    private Step step = Step.IDLE;
    private boolean handOver;
    private long deadlineNanos;
    private final Map<Long, Message.CanvassReply> replies = new TreeMap<>();
    private final Map<Long, Message.VoteReply> votes = new TreeMap<>();
    private long fetchFrom;
    private long fetchPrevious;
    private boolean failed;
    private long votingTerm;

    Confirmation(Context context, Receiver receiver) {
        this.context = context;
        this.receiver = receiver;
    }

    boolean isRunning() {
        return step != Step.IDLE;
    }

    void stop() {
        step = Step.IDLE;
    }

    /**
     * Begins; after a hand-over straight with the votes, since the leader saw that nothing is
     * missing here.
     */
    void begin(boolean afterHandOver) {
        handOver = afterHandOver;
        failed = false;
        if (handOver) {
            askVotes();
        } else {
            canvass();
        }
    }

    private void canvass() {
        step = Step.CANVASS;
        deadlineNanos = context.now() + patience();
        replies.clear();
        context.observe(
                Kind.CANVASS,
                context.id(),
                context.term() + 1,
                0,
                context.self().name() + " asks all voters how far they are");
        context.sendVoters(
                new Message.Canvass(
                        context.term() + 1, context.log().lastTerm(), context.log().lastIndex()));
    }

    private void askVotes() {
        step = Step.VOTE;
        deadlineNanos = context.now() + patience();
        votes.clear();
        context.adoptTerm(context.term() + 1);
        votingTerm = context.term();
        context.voteFor(context.id());
        context.sendVoters(
                new Message.VoteRequest(
                        context.term(),
                        context.log().lastTerm(),
                        context.log().lastIndex(),
                        handOver));
    }

    /** How long answers are waited for: they come over links, so a few round trips are plenty. */
    private long patience() {
        return Math.max(2 * context.timing().heartbeatNanos(), 200_000_000L);
    }

    long deadlineNanos() {
        return deadlineNanos;
    }

    /** Looks whether enough answers are there. */
    Outcome check() {
        boolean late = context.now() >= deadlineNanos;
        switch (step) {
            case CANVASS -> checkCanvass(late);
            case VOTE -> {
                return checkVotes(late);
            }
            case FETCH -> failed |= late;
            default -> {
                return Outcome.FAILED;
            }
        }
        return failed ? fail() : Outcome.RUNNING;
    }

    private Outcome fail() {
        step = Step.IDLE;
        return Outcome.FAILED;
    }

    private void checkCanvass(boolean late) {
        Message.CanvassReply ahead = null;
        long aheadId = 0;
        List<NodeInfo> electorate = context.electorate().voters();
        int answered = 0;
        for (NodeInfo voter : electorate) {
            Message.CanvassReply reply = replies.get(voter.id());
            answered += reply != null || voter.id() == context.id() ? 1 : 0;
            if (reply == null) {
                continue;
            }
            if (isAhead(reply.lastTerm(), reply.lastIndex())
                    && (ahead == null
                            || reply.lastTerm() > ahead.lastTerm()
                            || reply.lastTerm() == ahead.lastTerm()
                                    && reply.lastIndex() > ahead.lastIndex())) {
                ahead = reply;
                aheadId = voter.id();
            }
        }
        boolean allLiveAnswered = answered >= context.peers().liveOf(electorate).size();
        if (!allLiveAnswered && !late) {
            return;
        }
        if (ahead != null) {
            fetch(aheadId);
        } else if (granted(context.view()) >= context.view().majority()
                || isProvenHalf(granted(context.view()), List.of())
                || isElectedByViewBefore()) {
            askVotes();
        } else {
            failed = late || allLiveAnswered;
        }
    }

    private boolean isAhead(long lastTerm, long lastIndex) {
        return lastTerm > context.log().lastTerm()
                || lastTerm == context.log().lastTerm() && lastIndex > context.log().lastIndex();
    }

    private Outcome checkVotes(boolean late) {
        if (context.term() != votingTerm) {
            return fail(); // A later term began: these votes count no more.
        }
        int granted = granted(context.view());
        List<Message.VoteReply> supporters = new ArrayList<>();
        for (NodeInfo voter : context.view().voters()) {
            Message.VoteReply reply = votes.get(voter.id());
            if (reply != null && reply.granted()) {
                supporters.add(reply);
            }
        }
        if (granted >= context.view().majority()) {
            step = Step.IDLE;
            return Outcome.WON;
        } else if (isProvenHalf(granted, supporters)) {
            step = Step.IDLE;
            return Outcome.WON_BY_HALF;
        } else if (isElectedByViewBefore()) {
            step = Step.IDLE;
            return Outcome.WON_BY_VIEW_BEFORE;
        }
        return late ? fail() : Outcome.RUNNING;
    }

    /** How many voters of {@code view} agree, this node among them. */
    private int granted(MembershipView view) {
        int granted = 0;
        for (NodeInfo voter : view.voters()) {
            granted += isSelf(voter) || agrees(voter.id()) ? 1 : 0;
        }
        return granted;
    }

    private boolean isSelf(NodeInfo voter) {
        return voter.id() == context.id() && voter.birth() == context.birth();
    }

    /** Whether a majority of the view before agrees, and the change binds none of them yet. */
    private boolean isElectedByViewBefore() {
        MembershipView before = context.electorate().viewBefore();
        // As long as the latest view can elect it must: those of it that are not heard here for a
        // suspicion time have no fresh echo of this node, so no proof that lets them lead later.
        if (before == null || context.peers().liveVoters().size() >= context.view().majority()) {
            return false;
        }
        long unsealed = context.electorate().unsealed();
        for (NodeInfo voter : before.voters()) {
            if (agrees(voter.id()) && sealedIndex(voter.id()) >= unsealed) {
                return false;
            }
        }
        return granted(before) >= before.majority();
    }

    private long sealedIndex(long voterId) {
        return step == Step.CANVASS
                ? replies.get(voterId).sealedIndex()
                : votes.get(voterId).sealedIndex();
    }

    /**
     * Exactly half agree, and all of them, this node included, hold proof of crash of every other
     * voter (G16).
     */
    private boolean isProvenHalf(int granted, List<Message.VoteReply> supporters) {
        List<NodeInfo> voters = context.view().voters();
        if (voters.size() % 2 != 0 || granted != voters.size() / 2 || !context.isVoter()) {
            return false;
        }
        for (NodeInfo voter : voters) {
            if (voter.id() == context.id() || agrees(voter.id())) {
                continue;
            }
            if (!context.peers().provesCrash(voter)) {
                return false;
            }
            for (Message.VoteReply supporter : supporters) {
                if (!supporter.provenCrashed().contains(voter.id())) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean agrees(long voterId) {
        if (step == Step.CANVASS) {
            Message.CanvassReply reply = replies.get(voterId);
            return reply != null && reply.granted();
        }
        Message.VoteReply reply = votes.get(voterId);
        return reply != null && reply.granted();
    }

    // ---- Answers

    void onCanvassReply(long from, int birth, Message.CanvassReply reply) {
        if (step == Step.CANVASS
                && reply.term() == context.term() + 1
                && context.electorate().has(from, birth)) {
            replies.put(from, reply);
        }
        if (reply.currentTerm() > context.term() && context.electorate().has(from, birth)) {
            context.adoptTerm(reply.currentTerm());
            failed = step != Step.IDLE;
        }
    }

    void onVoteReply(long from, int birth, Message.VoteReply reply) {
        if (step == Step.VOTE
                && reply.term() == context.term()
                && context.electorate().has(from, birth)) {
            votes.put(from, reply);
        }
    }

    private void fetch(long source) {
        step = Step.FETCH;
        deadlineNanos = context.now() + 4 * patience();
        fetchFrom = source;
        fetchPrevious = context.log().lastIndex();
        context.observe(
                Kind.SYNCING,
                source,
                fetchPrevious + 1,
                0,
                "fetches the newest entries from " + context.name(source));
        ask();
    }

    private void ask() {
        long previousTerm = context.log().termAt(fetchPrevious);
        context.sendLink(
                fetchFrom, new Message.FetchTail(fetchPrevious, Math.max(0, previousTerm)));
    }

    void onTail(long from, Message.Tail tail) {
        if (step != Step.FETCH || from != fetchFrom || tail.previousIndex() != fetchPrevious) {
            return; // An answer to a question no longer asked.
        }
        List<Entry> entries = tail.entries();
        if (!tail.matches()) {
            if (fetchPrevious == context.commitIndex()) {
                failed = true; // Its log begins after this point: somebody else must stand.
                return;
            }
            // What is committed equals every log that is ahead of this one.
            fetchPrevious = context.commitIndex();
            ask();
        } else if (entries.isEmpty()) {
            canvass();
        } else if (receiver.adoptTail(tail.previousIndex(), tail.previousTerm(), entries)) {
            context.flushAppended();
            fetchPrevious = tail.previousIndex() + entries.size();
            ask();
        } else {
            failed = true;
        }
    }
}
