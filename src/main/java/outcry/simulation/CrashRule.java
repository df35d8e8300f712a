package outcry.simulation;

import outcry.group.MembershipView;
import outcry.group.NodeInfo;
import outcry.simulation.world.Durability;
import outcry.simulation.world.VirtualNode;
import outcry.simulation.world.VirtualProcess;
import outcry.simulation.world.World;

/**
 * What the protocol promises to survive, and no less.
 *
 * <ul>
 *   <li>A crash that leaves the log where it was may hit any number of nodes, all of them too: with
 *       durability disk every crash, with durability process every crash of a process.
 *   <li>A node that loses its log comes back as a new voter (G25). Of every view that any node's
 *       log ends with, a majority must be left with the log it had: whoever is lost beyond that may
 *       have been the only one, besides those lost before, to hold what was answered, and nobody
 *       can know. So it is with every crash under durability memory, a loss of power under
 *       durability process, and a flipped bit.
 *   <li>That holds for the half of an even view as well: the other half may go on (G16), but only
 *       if it can prove the crash, which depends on what was under way on its links; with a log
 *       lost it would otherwise wait for ever, for an operator's word (G24).
 *   <li>A flipped bit and a write torn by a loss of power are two faults; together they can look
 *       like a write that was never finished. A bit is flipped only where nothing is torn.
 * </ul>
 */
final class CrashRule {
    private final World world;

    CrashRule(World world) {
        this.world = world;
    }

    /**
     * Whether {@code victim}, which runs, may die now.
     *
     * @param machine whether its machine loses power
     */
    boolean mayCrash(VirtualNode victim, boolean machine) {
        if (victim.process() == null) {
            return false; // it is down already
        }
        Durability durability = world.settings().disk().durability();
        boolean losesLog =
                durability == Durability.MEMORY || durability == Durability.PROCESS && machine;
        return !losesLog || mayLoseLog(victim);
    }

    /**
     * Whether {@code node}, which runs, may leave. It takes its vote with it: a view that has lost
     * another one's log must not be left with too few of those who had it.
     */
    boolean mayLeave(VirtualNode node) {
        return node.process() != null && mayLoseLog(node);
    }

    /** Whether {@code victim}, running or not, may lose all that it kept. */
    boolean mayLoseLog(VirtualNode victim) {
        for (VirtualNode node : world.nodes()) {
            if (hasLog(node)) {
                MembershipView view = node.lastProcess().journal().latestView();
                long generation = node.lastProcess().generation();
                if (view != null && intact(view, generation, victim) < view.majority()) {
                    return false;
                }
                MembershipView known = knownView(node);
                if (known != null && intact(known, generation, victim) < known.majority()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The view a running node works with: a checkpoint may hold it, and its log no more. */
    private static MembershipView knownView(VirtualNode node) {
        MembershipView view = node.process() == null ? null : node.process().status().view();
        return view == null || view.voters().isEmpty() ? null : view;
    }

    private int intact(MembershipView view, long generation, VirtualNode victim) {
        int intact = 0;
        for (NodeInfo voter : view.voters()) {
            for (VirtualNode node : world.nodes()) {
                VirtualProcess process = node.lastProcess();
                boolean isIntact =
                        node != victim
                                && node.id() == voter.id()
                                && hasLog(node)
                                && process.info().birth() == voter.birth()
                                && process.generation() == generation;
                intact += isIntact ? 1 : 0;
            }
        }
        return intact;
    }

    /** Whether what the node's last run held is still there, and will be when it starts again. */
    private boolean hasLog(VirtualNode node) {
        boolean outlivesIt = world.settings().disk().durability() != Durability.MEMORY;
        return node.process() != null
                ? !node.process().isLeaving()
                : node.lastProcess() != null && outlivesIt && !node.mayLackLog();
    }
}
