package outcry.simulation;

import java.util.ArrayList;
import java.util.List;
import outcry.group.GroupStatus;
import outcry.simulation.world.Chance;
import outcry.simulation.world.VirtualNode;
import outcry.simulation.world.World;

/**
 * Spoils the copies of the market of a minority of the voters (G22). Who is right is for a majority
 * of sound copies to tell, so that it happens only while every node is a voter, runs and is heard;
 * and until all copies are sound again nothing else may go wrong but what datagrams suffer.
 */
final class SpoilPlan {
    private static final long LOOK_AGAIN_NANOS = 40_000_000L;
    private static final int LOOKS_MAX = 100;
    private static final long CENTS_MAX = 3_000_000;

    private final World world;
    private final Chance chance;
    private final CrashPlan crashes;
    private boolean healed;

    SpoilPlan(World world, Chance chance, CrashPlan crashes) {
        this.world = world;
        this.chance = chance;
        this.crashes = crashes;
    }

    /** Whether some copy is spoilt, so that other faults must wait. */
    boolean isUnderWay() {
        for (VirtualNode node : world.nodes()) {
            if (node.process() != null && node.process().replica().isSpoiled()) {
                return true;
            }
        }
        return false;
    }

    /** No more from now on. */
    void heal() {
        healed = true;
    }

    /** Spoils some as soon as it may be. */
    void spoil() {
        spoil(LOOKS_MAX);
    }

    private void spoil(int looks) {
        if (healed || looks == 0 || isUnderWay()) {
            return; // it is not the time for it
        }
        if (!isCalm()) {
            world.schedule().after(LOOK_AGAIN_NANOS, () -> spoil(looks - 1));
            return;
        }
        List<VirtualNode> sound = new ArrayList<>(world.nodes());
        long count = chance.between(1, (world.nodes().size() - 1) / 2);
        long session = chance.next() | 1;
        boolean alike = chance.percent(50);
        for (int i = 0; i < count; i++) {
            VirtualNode victim = sound.remove((int) chance.below(sound.size()));
            String account = "trader" + (alike ? 1 : chance.between(1, 4));
            long cents = alike ? CENTS_MAX : chance.between(1, CENTS_MAX);
            world.spoil(victim, account, cents, alike ? session : chance.next() | 1);
        }
    }

    private boolean isCalm() {
        GroupStatus first = null;
        for (VirtualNode node : world.nodes()) {
            if (node.process() == null
                    || node.process().isPaused()
                    || node.process().isLeaving()
                    || crashes.isFull(node)
                    || isCut(node)) {
                return false;
            }
            GroupStatus status = node.process().status();
            first = first == null ? status : first;
            boolean agrees =
                    status.leader() != null
                            && first.leader() != null
                            && status.leader().id() == first.leader().id()
                            && status.term() == first.term()
                            && status.view().voters().size() == world.nodes().size()
                            && status.view().viewId() == first.view().viewId();
            if (!agrees) {
                return false;
            }
        }
        return true;
    }

    private boolean isCut(VirtualNode node) {
        for (VirtualNode other : world.nodes()) {
            if (world.network().isCut(node, other)) {
                return true;
            }
        }
        return false;
    }
}
