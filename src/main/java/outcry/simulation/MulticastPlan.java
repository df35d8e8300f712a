package outcry.simulation;

import java.util.ArrayList;
import java.util.List;
import outcry.simulation.world.Chance;
import outcry.simulation.world.VirtualNode;
import outcry.simulation.world.World;

/**
 * Lets multicast, and nothing else, stop to carry to or from some nodes, as switches do that filter
 * it (G21): for a while, or for good.
 */
final class MulticastPlan {
    private record Outage(VirtualNode node, boolean to, boolean from) {}

    private final World world;
    private final Surprises surprises;
    private final Chance chance;
    private final List<Outage> outages = new ArrayList<>();

    MulticastPlan(World world, Surprises surprises, Chance chance) {
        this.world = world;
        this.surprises = surprises;
        this.chance = chance;
    }

    /** It never carries to or from some, if this run has that. */
    void stopForGood() {
        if (surprises.multicastNever()) {
            draw().forEach(this::stop);
        }
    }

    /** Some nodes, for a while. */
    void stopAWhile() {
        List<Outage> drawn = draw();
        drawn.forEach(this::stop);
        outages.addAll(drawn);
        world.schedule()
                .after(
                        chance.between(20_000_000, surprises.multicastMaxNanos()),
                        () -> drawn.forEach(this::end));
    }

    /** Ends all that was to end some time. */
    void heal() {
        List.copyOf(outages).forEach(this::end);
    }

    private List<Outage> draw() {
        List<Outage> drawn = new ArrayList<>();
        int percent = (int) chance.oneOf(30, 60, 100);
        boolean to = chance.percent(75);
        boolean from = !to || chance.percent(60);
        for (VirtualNode node : world.nodes()) {
            if (chance.percent(percent)) {
                drawn.add(new Outage(node, to, from));
            }
        }
        return drawn;
    }

    private void stop(Outage outage) {
        world.network().stopMulticast(outage.node(), outage.to(), outage.from());
    }

    private void end(Outage outage) {
        if (outages.remove(outage)) {
            world.network().resumeMulticast(outage.node(), outage.to(), outage.from());
        }
    }
}
