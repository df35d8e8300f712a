package outcry.simulation.ambush;

import java.util.List;
import outcry.simulation.world.Chance;
import outcry.simulation.world.VirtualNode;

/**
 * The leader is cut off alone with most of the traders, while the others have hardly any: what it
 * sequences and cannot commit becomes longer than all that the next leader does. When it comes back
 * its log is the longer one, and wrong (G19).
 */
public final class LonelyLeader extends Ambush {
    private static final int BURST_MAX = 50;

    public LonelyLeader(Means means, Chance chance) {
        super(means, chance);
    }

    @Override
    public void lay() {
        VirtualNode leader = means().leader();
        if (leader != null) {
            means().crowd().gatherAt(leader, 70);
            means().later(millis(100, 500), () -> strike(leader));
        }
    }

    private void strike(VirtualNode leader) {
        if (means().leader() != leader) {
            return; // it was quicker
        }
        long nanos = suspicionNanos(leader) * chance().between(90, 280) / 100;
        means().crowd().burst(leader, (int) chance().between(1, 8));
        cutApart(List.of(leader), shuffledWithout(leader), nanos);
        if (chance().percent(80)) {
            means().crowd().hushOthers(leader, nanos + millis(0, 1_000));
        }
        means().later(
                        millis(1, 200),
                        () -> means().crowd().burst(leader, (int) chance().between(1, BURST_MAX)));
        if (chance().percent(40)) {
            means().deafen(leader, nanos + millis(0, 400));
        }
    }
}
