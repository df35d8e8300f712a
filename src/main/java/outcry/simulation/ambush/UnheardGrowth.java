package outcry.simulation.ambush;

import java.util.List;
import outcry.group.Entry;
import outcry.group.MembershipView;
import outcry.group.Role;
import outcry.group.log.ConfigurationCodec;
import outcry.simulation.world.Chance;
import outcry.simulation.world.VirtualNode;
import outcry.simulation.world.VirtualProcess;

/**
 * A node is killed and joins again; at the moment the even view of the others grows, one of them
 * hears no multicast, and the leader is killed soon after (G16).
 */
public final class UnheardGrowth extends Ambush {
    private long armedUntilNanos;

    public UnheardGrowth(Means means, Chance chance) {
        super(means, chance);
    }

    @Override
    public void lay() {
        VirtualNode leader = means().leader();
        if (leader != null) {
            long downNanos = millis(100, 1_500);
            means().kill(shuffledWithout(leader).get(0), downNanos);
            armedUntilNanos = means().world().schedule().nowNanos() + downNanos + 4_000 * MILLI;
        }
    }

    @Override
    public void appended(VirtualProcess process, List<Entry> entries) {
        MembershipView before = process.journal().latestView();
        if (means().world().schedule().nowNanos() >= armedUntilNanos || before == null) {
            return;
        }
        for (Entry entry : entries) {
            if (entry.kind() == Entry.Kind.VIEW && before.voters().size() % 2 == 0) {
                MembershipView view = ConfigurationCodec.decodeView(entry.payload());
                boolean grows = view.voters().size() > before.voters().size();
                if (grows && process.status().role() == Role.LEADER) {
                    strike(process.node(), before);
                }
            }
        }
    }

    private void strike(VirtualNode leader, MembershipView before) {
        armedUntilNanos = 0;
        for (VirtualNode node : shuffledWithout(leader)) {
            if (before.hasVoter(node.id())) {
                means().deafen(node, millis(50, 500));
                break;
            }
        }
        long downNanos = millis(100, 2_000);
        means().later(millis(0, 200), () -> means().kill(leader, downNanos));
    }
}
