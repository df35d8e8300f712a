package outcry.group;

import java.util.List;
import outcry.group.Observation.Kind;
import outcry.group.election.Election;
import outcry.group.log.ConfigurationCodec;

/**
 * What follows from time passing and from changes of role and view: founding, joining, electing,
 * leading, leaving.
 */
final class Lifecycle implements Context.Listener {
    private static final long MILLI = 1_000_000;

    private final Context context;
    private final Parts parts;
    private boolean progressing;

    Lifecycle(Context context, Parts parts) {
        this.context = context;
        this.parts = parts;
    }

    void tick() {
        if (context.role() == Role.LEFT) {
            return;
        }
        context.peers().tick();
        if (parts.discovery().shouldFound()) {
            if (context.mayFound()) {
                found();
            } else if (context.explanation().isEmpty()) {
                context.explain(
                        "What this node kept is damaged, and it hears no node of its exchange to"
                                + " get everything from. Start the other nodes, or restart this"
                                + " one to found a new exchange.");
            }
        }
        parts.joining().tick();
        if (parts.joining().shouldGiveUp()) {
            startOver();
        }
        parts.checkpoints().tick();
        parts.digests().tick();
        progress();
        if (!parts.joining().isFetching() || parts.digests().isInDoubt()) {
            // While a log's checkpoint is under way the entries it covers need not be asked for.
            parts.receiver().tick();
        }
        parts.sequencer().tick();
        parts.discovery().tick();
    }

    /** Drives whatever does not wait for time alone; cheap, but not for every batch of data. */
    void progress() {
        if (progressing || context.role() == Role.LEFT) {
            return;
        }
        progressing = true;
        if (context.isLeader()) {
            progressLeader();
        } else if (!parts.digests().isWrong() || context.role() != Role.CANDIDATE) {
            switch (parts.election().tick()) {
                case WON -> becomeLeader(context.view(), 0);
                case WON_BY_HALF ->
                        becomeLeader(context.view(), context.peers().provenCrashed().get(0));
                case WON_BY_VIEW_BEFORE -> becomeLeader(context.electorate().viewBefore(), 0);
                default -> {
                    // Nothing decided yet.
                }
            }
        }
        parts.departure().tick();
        progressing = false;
    }

    private void progressLeader() {
        Election election = parts.election();
        // Who leaves leaves the view to the next leader: removing others now could take the
        // majority
        // from those who stay.
        long admitted = parts.departure().isRunning() ? 0 : parts.views().tick();
        if (admitted != 0) {
            election.beginHandOverRound(context.name(admitted) + " became a voter");
        }
        // Chosen among those of a view that just changes, it would be out of date at once.
        long chosen = parts.views().isSettled() ? election.handOverChoice() : 0;
        if (chosen != 0
                && chosen != context.id()
                && !parts.digests().isDiffering(chosen)
                && !parts.departure().isRunning()) {
            parts.handOver().begin(chosen);
        }
        parts.handOver().advance();
        if (parts.digests().isWrong() && !parts.handOver().isRunning()) {
            context.observe(
                    Kind.DIGEST,
                    context.id(),
                    context.appliedIndex(),
                    0,
                    "steps down: its market is wrong, and nobody took the lead over");
            context.loseLeader();
            return;
        }
        if (!parts.views().hearsMajority() && !parts.views().takeBack()) {
            int needed = context.view().majority();
            context.observe(
                    Kind.CUT_OFF,
                    context.id(),
                    context.peers().liveVoters().size(),
                    context.view().voters().size(),
                    "steps down: hears fewer than the " + needed + " voters that must agree");
            context.loseLeader();
        }
    }

    /** Leads, with the voters of {@code view} but one that is proven to be dead, or 0. */
    private void becomeLeader(MembershipView view, long without) {
        context.lead();
        parts.digests().onLead();
        parts.sequencer().start();
        parts.views().start(view, without);
        parts.sequencer().flush();
        parts.discovery().announceNow();
    }

    /** Founds the group: a new generation with this node as its only voter (G7). */
    private void found() {
        long generation = context.random().nextLong();
        context.enterGeneration(generation == 0 ? 1 : generation);
        context.adoptTerm(1);
        context.voteFor(context.id());
        context.lead();
        parts.sequencer().start();
        parts.views().found();
        changeSettings(context.config().policy(), context.config().timing());
        parts.sequencer().flush();
        parts.discovery().announceNow();
        context.observe(
                Kind.FOUNDED,
                context.id(),
                context.generation(),
                0,
                context.self().name()
                        + " heard nobody and founded the group "
                        + context.config().group());
    }

    void continueAlone() {
        String refused = reasonNotToContinue();
        if (refused.isEmpty()) {
            long generation = context.random().nextLong();
            context.continueAlone(generation == 0 ? 1 : generation);
            context.observe(
                    Kind.CONTINUED,
                    context.id(),
                    1,
                    0,
                    context.self().name()
                            + " goes on without the others, as its operator decided: a new"
                            + " generation of the exchange, from all it holds");
            becomeLeader(new MembershipView(context.view().viewId(), List.of(context.self())), 0);
        } else {
            context.observe(Kind.CONTINUED, context.id(), 0, 0, refused);
        }
    }

    private String reasonNotToContinue() {
        if (context.leader() != 0) {
            return "there is a leader, " + context.name(context.leader()) + ": nothing to continue";
        } else if (context.role() != Role.CANDIDATE && context.role() != Role.LEARNER) {
            return "this node has not joined an exchange: nothing to continue";
        } else if (context.view().voters().isEmpty() || parts.joining().isFetching()) {
            return "this node has not got the exchange's data yet: continue where it is";
        } else if (parts.election().isCutOff() || parts.joining().isOrphan()) {
            return "";
        }
        return "this node may still find a leader with those it hears: wait until it says that it"
                + " is cut off";
    }

    void changeSettings(ElectionPolicy policy, Timing timing) {
        context.observe(
                Kind.SETTINGS,
                context.id(),
                policy.ordinal(),
                timing.ordinal(),
                "election by " + policy + ", timing " + timing);
        parts.sequencer()
                .sequence(
                        context.id(),
                        Entry.Kind.SETTINGS,
                        ConfigurationCodec.encodeSettings(policy, timing));
    }

    /** Joins a generation heard of. */
    void join(long generation) {
        context.enterGeneration(generation);
        context.setRole(Role.LEARNER);
        parts.discovery().announceNow();
        parts.joining().tick();
    }

    /** Gives this node's own empty generation up for another. */
    void dissolveInto(long generation) {
        context.reset();
        parts.digests().reset();
        join(generation);
    }

    private void startOver() {
        context.reset();
        parts.digests().reset();
        parts.discovery().searchAgain();
    }

    @Override
    public void onRole(Role before, Role after) {
        if (before == Role.LEADER) {
            parts.sequencer().stop();
            parts.views().stop();
            parts.handOver().stop();
        }
        if (after != Role.CANDIDATE || before == Role.LEADER) {
            parts.election().stop();
        }
        if (after == Role.FOLLOWER || after == Role.LEARNER) {
            parts.receiver().restart();
        }
        if (after == Role.LEARNER) {
            parts.joining().start();
        }
        parts.discovery().announceNow();
    }

    @Override
    public void onConfiguration() {
        boolean voter = context.isVoter();
        if (voter && context.role() == Role.LEARNER) {
            context.setRole(context.leader() != 0 ? Role.FOLLOWER : Role.CANDIDATE);
        } else if (!voter
                && (context.role() == Role.FOLLOWER || context.role() == Role.CANDIDATE)) {
            context.setRole(Role.LEARNER);
        }
        if (voter) {
            probeVoters();
        }
        // A learner on its way through the past passes old views: they are nobody's news.
        if (context.view().viewId() > 0 && (voter || context.role() != Role.LEARNER)) {
            context.observe(
                    Kind.VIEW,
                    0,
                    context.view().viewId(),
                    context.view().voters().size(),
                    "view " + context.view().viewId() + ": " + names());
        }
    }

    /**
     * An echo is part of a proof of crash only when the view had both sides as voters already
     * (G10): after a change of it the proofs would else wait for the next regular probe.
     */
    private void probeVoters() {
        for (NodeInfo other : context.view().voters()) {
            if (other.id() != context.id() && context.peers().isLinkUp(other.id())) {
                context.sendLink(other.id(), new Message.LinkProbe(context.now()));
            }
        }
    }

    private String names() {
        StringBuilder names = new StringBuilder();
        for (NodeInfo voter : context.view().voters()) {
            names.append(names.isEmpty() ? "" : ", ").append(voter.name());
        }
        return names.toString();
    }

    long nextDeadlineNanos() {
        long next =
                Math.min(
                        parts.discovery().nextDeadlineNanos(), context.peers().nextDeadlineNanos());
        next = Math.min(next, parts.receiver().nextDeadlineNanos());
        next = Math.min(next, parts.sequencer().nextDeadlineNanos());
        next = Math.min(next, parts.joining().nextDeadlineNanos());
        next = Math.min(next, parts.departure().nextDeadlineNanos());
        next = Math.min(next, parts.digests().nextDeadlineNanos());
        next = Math.min(next, parts.handOver().nextDeadlineNanos());
        if (context.role() == Role.CANDIDATE) {
            next = Math.min(next, parts.election().nextDeadlineNanos());
        } else if (context.isLeader()) {
            next = Math.min(next, parts.election().handOverDeadlineNanos());
        }
        // Suspicion is looked for at least this often, whatever the timers say.
        return Math.max(
                context.now() + MILLI,
                Math.min(next, context.now() + context.timing().heartbeatNanos() / 2));
    }
}
