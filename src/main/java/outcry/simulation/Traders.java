package outcry.simulation;

import java.util.ArrayList;
import java.util.List;
import outcry.simulation.ambush.Crowd;
import outcry.simulation.world.Chance;
import outcry.simulation.world.VirtualNode;

/** All traders of a run. */
final class Traders implements Crowd {
    private final List<Trader> traders = new ArrayList<>();
    private final Chance chance;

    /**
     * @param chance for whom an ambush moves
     */
    Traders(Chance chance) {
        this.chance = chance;
    }

    void add(Trader trader) {
        traders.add(trader);
    }

    void start() {
        traders.forEach(Trader::start);
    }

    /** They ask nothing new by themselves any more. */
    void stop() {
        traders.forEach(Trader::stop);
    }

    /** Each asks so much at once. */
    void ask(int count) {
        traders.forEach(trader -> trader.ask(count));
    }

    /** Whether everything is answered. */
    boolean areIdle() {
        return traders.stream().allMatch(Trader::isIdle);
    }

    /** A line about each. */
    String picture() {
        StringBuilder picture = new StringBuilder();
        traders.forEach(trader -> picture.append(trader.picture()).append('\n'));
        return picture.toString();
    }

    @Override
    public void gatherAt(VirtualNode node, int percent) {
        for (Trader trader : traders) {
            if (chance.percent(percent)) {
                trader.moveTo(node);
            }
        }
    }

    @Override
    public void burst(VirtualNode node, int count) {
        for (Trader trader : traders) {
            if (trader.isAt(node)) {
                trader.ask(count);
            }
        }
    }

    @Override
    public void hushOthers(VirtualNode node, long nanos) {
        for (Trader trader : traders) {
            if (!trader.isAt(node)) {
                trader.hush(nanos);
            }
        }
    }
}
