package outcry.simulation.ambush;

import java.util.ArrayList;
import java.util.List;
import outcry.simulation.world.Chance;
import outcry.simulation.world.VirtualNode;
import outcry.simulation.world.WorldWatch;

/** One kind of coincidence; it hears what processes do, to strike at the right moment. */
public abstract class Ambush implements WorldWatch {
    static final long MILLI = 1_000_000;

    private final Means means;
    private final Chance chance;

    Ambush(Means means, Chance chance) {
        this.means = means;
        this.chance = chance;
    }

    /** Prepares it; what is to happen follows by itself. */
    public abstract void lay();

    Means means() {
        return means;
    }

    Chance chance() {
        return chance;
    }

    long millis(long first, long last) {
        return chance.between(first * MILLI, last * MILLI);
    }

    long suspicionNanos(VirtualNode node) {
        return node.process().status().timing().suspicionNanos();
    }

    /** All other nodes, in an order that is drawn. */
    List<VirtualNode> shuffledWithout(VirtualNode left) {
        List<VirtualNode> rest = new ArrayList<>(means.world().nodes());
        rest.remove(left);
        List<VirtualNode> shuffled = new ArrayList<>();
        while (!rest.isEmpty()) {
            shuffled.add(rest.remove((int) chance.below(rest.size())));
        }
        return shuffled;
    }

    void cutApart(List<VirtualNode> side, List<VirtualNode> otherSide, long nanos) {
        for (VirtualNode one : side) {
            otherSide.forEach(other -> means.cut(one, other, nanos));
        }
    }
}
