package outcry.simulation.check;

import static outcry.simulation.world.InvariantViolation.unless;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import outcry.group.Entry;
import outcry.group.GroupStatus;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.group.Observation;
import outcry.group.Role;
import outcry.market.Request;
import outcry.market.Verdict;
import outcry.simulation.world.VirtualNode;
import outcry.simulation.world.VirtualProcess;
import outcry.simulation.world.World;
import outcry.simulation.world.WorldWatch;

/**
 * G22: a copy of the market that differs from the leader's answers nobody from the leader's next
 * heartbeat on that says so, until it is replaced by the group's. While a member doubts its copy
 * for another reason, heartbeats tell it nothing, since their leader may be the one that is wrong;
 * a copy spoilt then is noticed by the first heartbeat after the doubt.
 */
public final class SpoiltChecker implements WorldWatch {
    private static final class Case {
        final long sinceIndex;

        /** Spoilt while its node was in doubt already. */
        final boolean inDoubt;

        /** Of a heartbeat, about an index that is still to be applied here; or 0. */
        long expectedIndex;

        /** What was committed when it could be noticed: so much may be under way. */
        long lastAllowed = Long.MAX_VALUE;

        boolean stopped;

        Case(long sinceIndex, boolean inDoubt) {
            this.sinceIndex = sinceIndex;
            this.inDoubt = inDoubt;
        }
    }

    private final Map<VirtualProcess, Case> cases = new HashMap<>();
    private final Set<VirtualProcess> doubting = new HashSet<>();
    private World world;
    private long noticed;

    /** Told once, when the world is made. */
    public void watch(World newWorld) {
        world = newWorld;
    }

    /** How often a spoilt copy was noticed. */
    public long noticed() {
        return noticed;
    }

    @Override
    public void spoiled(VirtualProcess process) {
        cases.put(process, new Case(process.replica().appliedIndex(), doubting.contains(process)));
    }

    @Override
    public void received(VirtualProcess process, NodeInfo from, Message message) {
        Case known = cases.isEmpty() ? null : cases.get(process);
        if (known == null
                || known.stopped
                || known.inDoubt
                || !(message instanceof Message.Heartbeat beat)) {
            return;
        }
        GroupStatus status = process.status();
        boolean counts =
                status.role() == Role.FOLLOWER
                        && status.leader() != null
                        && status.leader().equals(from)
                        && status.term() == beat.term()
                        && beat.digestIndex() > known.sinceIndex
                        && known.expectedIndex <= status.appliedIndex()
                        && isSound(from);
        if (counts) {
            known.expectedIndex = beat.digestIndex();
            if (beat.digestIndex() <= status.appliedIndex()) {
                mustNotice(process, known);
            }
        }
    }

    private boolean isSound(NodeInfo leader) {
        for (VirtualNode node : world.nodes()) {
            if (node.id() == leader.id()) {
                return node.process() != null && !node.process().replica().isSpoiled();
            }
        }
        return false;
    }

    private static void mustNotice(VirtualProcess process, Case known) {
        known.lastAllowed = Math.min(known.lastAllowed, process.status().commitIndex());
    }

    @Override
    public void applied(VirtualProcess process, Entry entry, Request request, Verdict verdict) {
        Case known = cases.isEmpty() ? null : cases.get(process);
        if (known == null) {
            return;
        }
        unless(
                !known.stopped && entry.index() <= known.lastAllowed,
                () ->
                        "G22: "
                                + process.node().name()
                                + " applies entry "
                                + entry.index()
                                + " to a market that differs from the group's since entry "
                                + known.sinceIndex);
        if (entry.index() == known.expectedIndex) {
            mustNotice(process, known);
        }
    }

    @Override
    public void observed(VirtualProcess process, Observation observation) {
        if (observation.kind() == Observation.Kind.DIGEST) {
            noteDoubt(process, observation.other() == 0);
        }
        Case known = cases.isEmpty() ? null : cases.get(process);
        if (known != null
                && observation.kind() == Observation.Kind.LEADER
                && observation.subject() == process.info().id()
                && cases.size() > 1) {
            spoiled(process); // Two differ, and one leads for a while: the others will tell it.
            return;
        } else if (known == null || observation.kind() != Observation.Kind.DIGEST) {
            return;
        }
        // The end of a doubt at the copy that is wrong may only be that it was replaced, or leads.
        known.stopped = observation.other() == 0;
        noticed += known.stopped ? 1 : 0;
        NodeInfo leader = process.status().leader();
        if (!known.stopped && (known.inDoubt || leader != null && !isSound(leader))) {
            spoiled(process); // If the leader is as wrong, and said so, the others will tell both.
        }
    }

    private void noteDoubt(VirtualProcess process, boolean begins) {
        if (begins) {
            doubting.add(process);
        } else {
            doubting.remove(process);
        }
    }

    @Override
    public void restored(VirtualProcess process, long index) {
        cases.remove(process);
        if (process.replica().isSpoiled()) {
            spoiled(process);
        }
    }
}
