package outcry.group.election;

import java.util.List;
import outcry.group.Context;
import outcry.group.ElectionPolicy;
import outcry.group.MembershipView;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.group.Observation.Kind;
import outcry.group.Role;
import outcry.group.multicast.Receiver;

/**
 * Runs elections at one voter: notices that the leader is gone, lets the policy choose (phase 1),
 * and stands when chosen (phase 2). After three rounds without a leader anyone up to date stands
 * after a random delay, as in plain Raft (G15).
 */
public final class Election {
    private static final long MILLI = 1_000_000;
    private static final int ROUNDS_BY_POLICY = 3;

    /** What came of a confirmation. */
    public enum Result {
        NONE,
        WON,
        WON_BY_HALF,
        WON_BY_VIEW_BEFORE
    }

    private enum Step {
        IDLE,
        /** Phase 1 runs. */
        CHOOSING,
        /** Somebody else was chosen, or a random delay runs: time is given. */
        WAITING,
        /** This node stands. */
        CONFIRMING,
        /** Too few voters are live. */
        CUT_OFF
    }

    private final Context context;
    private final Voter voter;
    private final Confirmation confirmation;
    private final RttChoice rtt;
    private final LcrChoice lcr;
    private Step step = Step.IDLE;
    private long deadlineNanos = Long.MAX_VALUE;
    private boolean standAfterWait;
    private long round;
    private int failedRounds;
    private boolean handOverRound;

    /** Why another round must follow the running one; empty when none must. */
    private String handOverAgain = "";

    public Election(Context context, Receiver receiver) {
        this.context = context;
        this.voter = new Voter(context);
        this.confirmation = new Confirmation(context, receiver);
        this.rtt = new RttChoice(context);
        this.lcr = new LcrChoice(context);
    }

    private Choice choice() {
        return context.configuration().policy() == ElectionPolicy.RTT ? rtt : lcr;
    }

    /** A leader stands, or this node is no longer a voter: nothing more to elect. */
    public void stop() {
        step = Step.IDLE;
        deadlineNanos = Long.MAX_VALUE;
        failedRounds = 0;
        handOverRound = false;
        handOverAgain = "";
        confirmation.stop();
        rtt.end();
        lcr.end();
    }

    // ---- Time

    /** Drives an election at a voter without a leader; never called at a leader. */
    public Result tick() {
        if (context.role() == Role.FOLLOWER) {
            if (voter.isLeaderLive()) {
                if (handOverRound && context.now() >= deadlineNanos) {
                    handOverRound = false;
                    choice().end();
                }
                return Result.NONE;
            }
            handOverRound = false;
            context.loseLeader();
        }
        if (context.role() != Role.CANDIDATE) {
            return Result.NONE;
        }
        switch (step) {
            case IDLE, CUT_OFF -> beginRound();
            case CHOOSING -> checkChoice();
            case WAITING -> {
                if (context.now() >= deadlineNanos) {
                    endWait();
                }
            }
            case CONFIRMING -> {
                return checkConfirmation();
            }
        }
        return Result.NONE;
    }

    /** Whether too few voters are live to elect anybody. */
    public boolean isCutOff() {
        return step == Step.CUT_OFF;
    }

    /** When {@link #tick} should be called next while an election runs. */
    public long nextDeadlineNanos() {
        return switch (step) {
            case IDLE -> Long.MAX_VALUE;
            case CUT_OFF -> context.now() + 50 * MILLI;
            case CONFIRMING -> context.now() + 2 * MILLI;
            default -> deadlineNanos;
        };
    }

    private void beginRound() {
        List<NodeInfo> live = context.peers().liveVoters();
        if (!canWin(live)) {
            cutOff(live);
            return;
        }
        context.explain("");
        round++;
        context.counters().election();
        if (failedRounds >= ROUNDS_BY_POLICY) {
            wait(
                    context.random().nextLong(Math.max(1, context.timing().suspicionNanos() / 2)),
                    true);
            context.observe(
                    Kind.ROUND,
                    context.id(),
                    round,
                    0,
                    "no leader after " + failedRounds + " rounds: stands after a random delay");
            return;
        }
        step = Step.CHOOSING;
        deadlineNanos = context.now() + choosingTime();
        context.observe(
                Kind.ROUND,
                context.id(),
                round,
                0,
                "election round "
                        + round
                        + " by "
                        + context.configuration().policy()
                        + " among "
                        + live.size()
                        + " live voters");
        choice().begin(round, false);
        checkChoice();
    }

    private long choosingTime() {
        return Math.max(
                100 * MILLI, Math.min(1_000 * MILLI, context.timing().heartbeatNanos() * 3 / 2));
    }

    private boolean canWin(List<NodeInfo> live) {
        int voters = context.view().voters().size();
        MembershipView before = context.electorate().viewBefore();
        if (live.size() >= context.view().majority()
                || before != null
                        && context.peers().liveOf(before.voters()).size() >= before.majority()) {
            return true;
        }
        boolean half = 2 * live.size() == voters;
        return half && context.peers().provenCrashed().size() == voters - live.size();
    }

    private void cutOff(List<NodeInfo> live) {
        int voters = context.view().voters().size();
        StringBuilder missing = new StringBuilder();
        for (NodeInfo voter : context.view().voters()) {
            if (!live.contains(voter)) {
                missing.append(missing.isEmpty() ? "" : ", ").append(voter.name());
            }
        }
        context.explain(
                "This node hears "
                        + live.size()
                        + " of "
                        + voters
                        + " voters; "
                        + context.view().majority()
                        + " are needed, so that two halves can never disagree. Trading waits for "
                        + missing
                        + ", or until an operator continues without.");
        if (step != Step.CUT_OFF) {
            step = Step.CUT_OFF;
            context.observe(Kind.CUT_OFF, context.id(), live.size(), voters, context.explanation());
        }
    }

    private void checkChoice() {
        boolean last = context.now() >= deadlineNanos;
        long chosen = choice().decide(last);
        if (chosen == Choice.NOBODY) {
            if (last) {
                failRound();
            }
            return;
        }
        context.observe(Kind.CHOSEN, chosen, round, 0, context.name(chosen) + " is chosen to lead");
        if (chosen == context.id()) {
            stand(false);
        } else {
            wait(
                    Math.max(200 * MILLI, 2 * context.timing().heartbeatNanos())
                            + context.random().nextLong(50 * MILLI),
                    false);
        }
    }

    private void wait(long nanos, boolean thenStand) {
        step = Step.WAITING;
        deadlineNanos = context.now() + nanos;
        standAfterWait = thenStand;
    }

    private void endWait() {
        if (standAfterWait) {
            stand(false);
        } else {
            failRound();
        }
    }

    private void failRound() {
        failedRounds++;
        choice().end();
        step = Step.IDLE;
        deadlineNanos = context.now();
    }

    private void stand(boolean handOver) {
        step = Step.CONFIRMING;
        confirmation.begin(handOver);
        deadlineNanos = confirmation.deadlineNanos();
    }

    private Result checkConfirmation() {
        switch (confirmation.check()) {
            case WON -> {
                return Result.WON;
            }
            case WON_BY_HALF -> {
                return Result.WON_BY_HALF;
            }
            case WON_BY_VIEW_BEFORE -> {
                return Result.WON_BY_VIEW_BEFORE;
            }
            case FAILED -> {
                // A short random pause, so that two candidates do not meet again.
                wait(
                        context.random().nextLong(Math.max(1, context.timing().heartbeatNanos())),
                        false);
            }
            default -> {
                // Still waiting for answers.
            }
        }
        return Result.NONE;
    }

    // ---- Planned hand-over: a round while the leader serves (G12)

    /** At the leader: lets the policy choose among the live voters, itself included. */
    public void beginHandOverRound(String why) {
        if (context.view().voters().size() < 2) {
            return; // There is nobody to choose from.
        }
        if (handOverRound) {
            handOverAgain = why;
            return;
        }
        round++;
        context.counters().election();
        handOverRound = true;
        deadlineNanos = context.now() + choosingTime();
        context.observe(
                Kind.ROUND,
                context.id(),
                round,
                1,
                "election by "
                        + context.configuration().policy()
                        + " because "
                        + why
                        + "; trading goes on");
        context.sendVoters(new Message.RoundStart(context.term(), round, true));
        choice().begin(round, true);
    }

    /**
     * At the leader: whom the running round chose; 0 while it runs, when none runs, or when it
     * chose nobody in time.
     */
    public long handOverChoice() {
        if (!handOverRound) {
            return Choice.NOBODY;
        }
        boolean last = context.now() >= deadlineNanos;
        long chosen = choice().decide(last);
        if (chosen != Choice.NOBODY || last) {
            handOverRound = false;
            deadlineNanos = Long.MAX_VALUE;
            choice().end();
            if (!handOverAgain.isEmpty()) {
                // Chosen among others than there are by now: what counts is the next round.
                String why = handOverAgain;
                handOverAgain = "";
                beginHandOverRound(why);
                return Choice.NOBODY;
            }
        }
        if (chosen != Choice.NOBODY) {
            context.observe(
                    Kind.CHOSEN, chosen, round, 1, context.name(chosen) + " is chosen to lead");
        }
        return chosen;
    }

    public long handOverDeadlineNanos() {
        return handOverRound ? context.now() + 5 * MILLI : Long.MAX_VALUE;
    }

    // ---- Messages

    /** A message of an election arrived from a node of this generation. */
    public void receive(long from, int birth, Message message) {
        if (message instanceof Message.RoundStart start) {
            onRoundStart(from, start);
        } else if (message instanceof Message.RttReport
                || message instanceof Message.RingToken
                || message instanceof Message.RingElected) {
            if (context.isVoter(from, birth)) {
                choice().receive(from, message);
            }
        } else if (message instanceof Message.Canvass canvass) {
            voter.onCanvass(from, canvass);
        } else if (message instanceof Message.CanvassReply reply) {
            confirmation.onCanvassReply(from, birth, reply);
        } else if (message instanceof Message.FetchTail fetch) {
            voter.onFetchTail(from, fetch);
        } else if (message instanceof Message.Tail tail) {
            confirmation.onTail(from, tail);
        } else if (message instanceof Message.VoteRequest request) {
            onVoteRequest(from, request);
        } else if (message instanceof Message.VoteReply reply) {
            onVoteReply(from, birth, reply);
        } else if (message instanceof Message.HandOver handOver) {
            onHandOver(from, handOver);
        }
    }

    private void onRoundStart(long from, Message.RoundStart start) {
        if (start.term() == context.term() && from == context.leader() && context.isVoter()) {
            round = Math.max(round, start.round());
            handOverRound = true;
            deadlineNanos = context.now() + choosingTime();
            choice().begin(start.round(), start.handOver());
        }
    }

    private void onVoteRequest(long from, Message.VoteRequest request) {
        if (voter.onVoteRequest(from, request) && context.role() == Role.CANDIDATE) {
            confirmation.stop();
            wait(Math.max(200 * MILLI, 2 * context.timing().heartbeatNanos()), false);
        }
    }

    private void onVoteReply(long from, int birth, Message.VoteReply reply) {
        if (reply.term() > context.term() && context.electorate().has(from, birth)) {
            context.adoptTerm(reply.term());
            confirmation.stop();
        } else {
            confirmation.onVoteReply(from, birth, reply);
        }
    }

    private void onHandOver(long from, Message.HandOver handOver) {
        if (handOver.term() == context.term() && from == context.leader() && context.isVoter()) {
            context.observe(
                    Kind.HAND_OVER,
                    from,
                    0,
                    0,
                    context.name(from) + " hands the lead over to " + context.self().name());
            context.loseLeader();
            stand(true);
        }
    }
}
