package outcry.simulation.ambush;

import java.util.List;
import outcry.simulation.world.Chance;
import outcry.simulation.world.VirtualNode;

/**
 * All but two die one after the other. Of those two one is killed and back at once, then the other
 * is killed: who was away cannot know what was committed meanwhile (G16).
 */
public final class OneOfTwo extends Ambush {
    public OneOfTwo(Means means, Chance chance) {
        super(means, chance);
    }

    @Override
    public void lay() {
        VirtualNode leader = means().leader();
        if (leader == null) {
            return;
        }
        List<VirtualNode> others = shuffledWithout(leader);
        long when = 0;
        for (VirtualNode other : others.subList(1, others.size())) {
            long downNanos = millis(1_500, 4_000);
            means().later(when, () -> means().kill(other, downNanos));
            when += millis(100, 400);
        }
        boolean leaderFirst = chance().percent(40);
        VirtualNode first = leaderFirst ? leader : others.get(0);
        VirtualNode second = leaderFirst ? others.get(0) : leader;
        long awayNanos = millis(1, 60);
        when += millis(0, 400);
        means().later(when, () -> means().kill(first, awayNanos));
        when += awayNanos + millis(0, 150);
        long downNanos = millis(200, 2_500);
        means().later(when, () -> means().kill(second, downNanos));
    }
}
