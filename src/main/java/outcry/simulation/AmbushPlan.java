package outcry.simulation;

import outcry.group.Role;
import outcry.simulation.ambush.Ambush;
import outcry.simulation.ambush.Crowd;
import outcry.simulation.ambush.DeadVoter;
import outcry.simulation.ambush.LonelyLeader;
import outcry.simulation.ambush.LostLog;
import outcry.simulation.ambush.Means;
import outcry.simulation.ambush.OneOfTwo;
import outcry.simulation.ambush.UnheardGrowth;
import outcry.simulation.world.Chance;
import outcry.simulation.world.VirtualNode;
import outcry.simulation.world.World;

/** The ambush of a run, if it has one, and what that can do. */
final class AmbushPlan implements Means {
    private final World world;
    private final CrashPlan crashes;
    private final CutPlan cuts;
    private final Crowd crowd;
    private final Ambush ambush;
    private boolean healed;

    AmbushPlan(
            World world,
            Surprises.Ambush kind,
            Chance chance,
            CrashPlan crashes,
            CutPlan cuts,
            Crowd crowd) {
        this.world = world;
        this.crashes = crashes;
        this.cuts = cuts;
        this.crowd = crowd;
        ambush =
                switch (kind) {
                    case NONE -> null;
                    case LONELY_LEADER -> new LonelyLeader(this, chance);
                    case DEAD_VOTER -> new DeadVoter(this, chance);
                    case LOST_LOG -> new LostLog(this, chance);
                    case UNHEARD_GROWTH -> new UnheardGrowth(this, chance);
                    case ONE_OF_TWO -> new OneOfTwo(this, chance);
                };
    }

    /** What is to hear everything that happens; null in a run without one. */
    Ambush ambush() {
        return ambush;
    }

    void heal() {
        healed = true;
    }

    @Override
    public World world() {
        return world;
    }

    @Override
    public boolean isOver() {
        return healed;
    }

    @Override
    public VirtualNode leader() {
        for (VirtualNode node : world.nodes()) {
            boolean isAwake = node.process() != null && !node.process().isPaused();
            if (isAwake && node.process().status().role() == Role.LEADER) {
                return node;
            }
        }
        return null;
    }

    @Override
    public void kill(VirtualNode node, long downNanos) {
        crashes.kill(node, downNanos);
    }

    @Override
    public void killWithLog(VirtualNode node, long downNanos) {
        crashes.killWithLog(node, downNanos);
    }

    @Override
    public void pause(VirtualNode node, long nanos) {
        if (!healed && node.process() != null && !node.process().isPaused()) {
            world.pause(node);
            later(nanos, () -> world.resume(node));
        }
    }

    @Override
    public void deafen(VirtualNode node, long nanos) {
        world.network().stopMulticast(node, true, false);
        world.schedule().after(nanos, () -> world.network().resumeMulticast(node, true, false));
    }

    @Override
    public void cut(VirtualNode one, VirtualNode other, long nanos) {
        cuts.cut(one, other, nanos);
    }

    @Override
    public void later(long nanos, Runnable strike) {
        world.schedule()
                .after(
                        nanos,
                        () -> {
                            if (!healed) {
                                strike.run();
                            }
                        });
    }

    @Override
    public Crowd crowd() {
        return crowd;
    }
}
