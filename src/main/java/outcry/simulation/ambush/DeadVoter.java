package outcry.simulation.ambush;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.simulation.world.Chance;
import outcry.simulation.world.VirtualNode;
import outcry.simulation.world.VirtualProcess;

/**
 * The leader dies and is back at once, and two others, who do not hear each other, stand in the
 * same term; who gives one of them its vote is killed and back before the other one asks (G31).
 */
public final class DeadVoter extends Ambush {
    private final Set<VirtualNode> spared = new HashSet<>();
    private long armedUntilNanos;

    public DeadVoter(Means means, Chance chance) {
        super(means, chance);
    }

    @Override
    public void lay() {
        VirtualNode leader = means().leader();
        if (leader == null) {
            return;
        }
        List<VirtualNode> others = shuffledWithout(leader);
        VirtualNode one = others.get(0);
        VirtualNode other = others.get(1);
        spared.clear();
        spared.add(one);
        spared.add(other);
        long suspicion = suspicionNanos(leader);
        armedUntilNanos = means().world().schedule().nowNanos() + 2 * suspicion;
        means().cut(one, other, 300 * MILLI + chance().below(suspicion));
        means().kill(leader, millis(1, 60));
        if (chance().percent(70)) {
            means().pause(other, millis(2, 80));
        }
    }

    @Override
    public void sent(VirtualProcess process, NodeInfo to, Message message) {
        boolean strikes =
                message instanceof Message.VoteReply reply
                        && reply.granted()
                        && means().world().schedule().nowNanos() < armedUntilNanos
                        && spared.add(process.node());
        if (strikes) {
            means().later(millis(0, 2), () -> means().kill(process.node(), millis(1, 50)));
        }
    }
}
