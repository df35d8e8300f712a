package outcry.simulation.ambush;

import java.util.ArrayList;
import java.util.List;
import outcry.simulation.world.Chance;
import outcry.simulation.world.VirtualNode;

/**
 * As many voters as are no majority miss what the others commit. Then one of the others comes back
 * without its log, and the leader with the rest is cut off: those who are there are a majority only
 * if a voter without its log were one (G25).
 */
public final class LostLog extends Ambush {
    public LostLog(Means means, Chance chance) {
        super(means, chance);
    }

    @Override
    public void lay() {
        VirtualNode leader = means().leader();
        if (leader == null) {
            return;
        }
        List<VirtualNode> others = shuffledWithout(leader);
        VirtualNode loser = others.remove(0);
        int behind = others.size() / 2 + others.size() % 2;
        List<VirtualNode> late = others.subList(0, behind);
        List<VirtualNode> early = new ArrayList<>(others.subList(behind, others.size()));
        early.add(leader);
        List<VirtualNode> holders = new ArrayList<>(early);
        holders.add(loser);
        long suspicion = suspicionNanos(leader);
        long lateNanos = chance().between(20 * MILLI, suspicion * 7 / 10);
        cutApart(late, holders, lateNanos);
        long lossNanos = lateNanos - chance().below(20 * MILLI);
        long downNanos = millis(5, 400);
        means().later(lossNanos, () -> means().killWithLog(loser, downNanos));
        List<VirtualNode> rest = new ArrayList<>(late);
        rest.add(loser);
        long cutNanos = suspicion * chance().between(100, 300) / 100;
        means().later(lossNanos + millis(0, 500), () -> cutApart(early, rest, cutNanos));
    }
}
