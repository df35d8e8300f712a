package outcry.simulation.check;

import static outcry.simulation.world.InvariantViolation.unless;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import outcry.group.Entry;
import outcry.group.MembershipView;
import outcry.group.NodeInfo;
import outcry.simulation.world.VirtualJournal;
import outcry.simulation.world.VirtualProcess;
import outcry.simulation.world.World;

/**
 * Whether a leader was elected by enough voters: a majority of the view it stood in, or of the one
 * before while the change between them may be taken back (G14); or exactly half of an even view
 * (G16), when all the others had really crashed, and each of that half has run without a break
 * since the view was made.
 */
final class VoteCount {
    private final World world;
    private final VirtualProcess leader;
    private final long term;

    VoteCount(World world, VirtualProcess leader, long term) {
        this.world = world;
        this.leader = leader;
        this.term = term;
    }

    /**
     * @param vote whom a voter voted for in the term, 0 for nobody
     */
    void check(ToLongFunction<NodeInfo> vote) {
        VirtualJournal journal = leader.journal();
        long stoodAt = lastBeforeTerm(journal);
        MembershipView view = journal.viewAt(stoodAt);
        if (view == null) {
            return; // it founded the group, or stood with a view nobody knows any more
        }
        List<NodeInfo> agreed = agreed(view, vote);
        MembershipView before = viewBefore(journal, stoodAt);
        if (agreed.size() >= view.majority()
                || before != null && agreed(before, vote).size() >= before.majority()) {
            return;
        }
        unless(
                2 * agreed.size() == view.voters().size(),
                () -> "G14: " + who() + " with " + agreed.size() + " votes, voters are " + view);
        checkHalf(view, agreed);
    }

    private void checkHalf(MembershipView view, List<NodeInfo> agreed) {
        for (NodeInfo voter : view.voters()) {
            if (agreed.contains(voter)) {
                unless(
                        !wasStartedAgain(voter),
                        () ->
                                "G16: "
                                        + who()
                                        + " with half the votes, but "
                                        + voter.name()
                                        + " was restarted since");
            } else {
                unless(
                        run(voter) == null,
                        () ->
                                "G16: "
                                        + who()
                                        + " with half the votes, but "
                                        + voter.name()
                                        + " has not crashed");
            }
        }
    }

    private String who() {
        return leader.node().name() + " leads in term " + term;
    }

    /** That very run of the voter, if it has not ended; null else. */
    private VirtualProcess run(NodeInfo voter) {
        for (VirtualProcess process : world.processes()) {
            if (process.info().id() == voter.id()
                    && process.info().incarnation() == voter.incarnation()
                    && !process.isCrashed()) {
                return process;
            }
        }
        return null;
    }

    /**
     * Whether the voter has a later run; that this one ended after its vote makes no difference.
     */
    private boolean wasStartedAgain(NodeInfo voter) {
        return world.processes().stream()
                .anyMatch(
                        process ->
                                process.info().id() == voter.id()
                                        && process.info().incarnation() > voter.incarnation());
    }

    private List<NodeInfo> agreed(MembershipView view, ToLongFunction<NodeInfo> vote) {
        List<NodeInfo> agreed = new ArrayList<>();
        for (NodeInfo voter : view.voters()) {
            // Who stands alone asks nobody, and only keeps its vote.
            long own = voter.id() == leader.info().id() ? leader.kept().votedFor() : 0;
            if (vote.applyAsLong(voter) == leader.info().id() || own == leader.info().id()) {
                agreed.add(voter);
            }
        }
        return agreed;
    }

    /** What it has led to since does not count. */
    private long lastBeforeTerm(VirtualJournal journal) {
        long index = journal.lastIndex();
        Entry entry = journal.entry(index);
        while (entry != null && entry.term() >= term) {
            index--;
            entry = journal.entry(index);
        }
        return index;
    }

    /** The last view with other voters than those of the view at {@code index}, or null. */
    private static MembershipView viewBefore(VirtualJournal journal, long index) {
        MembershipView view = journal.viewAt(index);
        MembershipView before = view;
        long at = index;
        while (before != null && hasSameVoters(view, before)) {
            at = journal.viewIndexAt(at) - 1;
            before = journal.viewAt(at);
        }
        return before;
    }

    private static boolean hasSameVoters(MembershipView one, MembershipView other) {
        return one.voters().size() == other.voters().size()
                && other.voters().stream()
                        .allMatch(
                                voter ->
                                        one.hasVoter(voter.id())
                                                && one.voter(voter.id()).birth() == voter.birth());
    }
}
