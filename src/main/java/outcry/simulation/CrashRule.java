package outcry.simulation;

import outcry.group.MembershipView;
import outcry.group.NodeInfo;
import outcry.simulation.world.VirtualNode;
import outcry.simulation.world.VirtualProcess;
import outcry.simulation.world.World;

/**
 * With durability memory a crash loses a log, so only a minority may crash at a time: of every view
 * that any live process works with, a majority must be left with the log it had. More crashes than
 * that lose the group by design, and would prove nothing.
 */
final class CrashRule {
    private final World world;

    CrashRule(World world) {
        this.world = world;
    }

    /** Whether {@code victim} may die now. */
    boolean mayCrash(VirtualNode victim) {
        if (victim.process() == null) {
            return false; // it is down already
        }
        for (VirtualNode node : world.nodes()) {
            if (node.process() != null && node.process().generation() != 0) {
                MembershipView view = node.process().status().view();
                long generation = node.process().generation();
                if (intact(view, generation, victim) < view.majority()) {
                    return false;
                }
            }
        }
        return true;
    }

    private int intact(MembershipView view, long generation, VirtualNode victim) {
        int intact = 0;
        for (NodeInfo voter : view.voters()) {
            for (VirtualNode node : world.nodes()) {
                VirtualProcess process = node == victim ? null : node.process();
                boolean isIntact =
                        process != null
                                && !process.isLeaving()
                                && node.id() == voter.id()
                                && process.info().birth() == voter.birth()
                                && process.generation() == generation;
                intact += isIntact ? 1 : 0;
            }
        }
        return intact;
    }
}
