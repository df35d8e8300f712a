package outcry.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import outcry.simulation.world.Chance;
import outcry.simulation.world.VirtualNode;
import outcry.simulation.world.World;

/** Cuts the network: in two, between two nodes, one way only, and again and again. */
final class CutPlan {
    private static final long FLAP_MIN_NANOS = 30_000_000L;
    private static final int FLAPS_MAX = 12;

    private record Way(VirtualNode from, VirtualNode to) {}

    private final World world;
    private final FaultRates rates;
    private final Chance chance;
    private BooleanSupplier held = () -> false;
    private boolean healed;

    CutPlan(World world, FaultRates rates, Chance chance) {
        this.world = world;
        this.rates = rates;
        this.chance = chance;
    }

    /** Cuts the network in two while nodes start, as a switch does that is slow to forward. */
    void cutAtStart(long nanos) {
        cutFor(inTwo(false), nanos);
    }

    /** One cut, for a while; or one that comes and goes. */
    void cut() {
        List<Way> ways = chance.percent(30) ? betweenTwo() : inTwo(chance.percent(30));
        long nanos = chance.between(10_000_000, rates.cutMaxNanos());
        if (chance.percent(25)) {
            flap(ways, Math.max(FLAP_MIN_NANOS, nanos / 4), (int) chance.between(2, FLAPS_MAX));
        } else {
            cutFor(ways, nanos);
        }
    }

    /** Nothing passes between these two for a while. */
    void cut(VirtualNode one, VirtualNode other, long nanos) {
        if (!healed) {
            cutFor(List.of(new Way(one, other), new Way(other, one)), nanos);
        }
    }

    /** No cut begins while this is so. */
    void holdWhile(BooleanSupplier newHeld) {
        held = newHeld;
    }

    /** Ends all cuts for good. */
    void heal() {
        healed = true;
        world.network().mend();
    }

    private void flap(List<Way> ways, long eachNanos, int times) {
        if (times > 0 && !healed && !held.getAsBoolean()) {
            cutFor(ways, chance.between(FLAP_MIN_NANOS / 2, eachNanos));
            world.schedule().after(2 * eachNanos, () -> flap(ways, eachNanos, times - 1));
        }
    }

    private void cutFor(List<Way> ways, long nanos) {
        ways.forEach(way -> world.network().cut(way.from(), way.to()));
        world.schedule()
                .after(
                        nanos,
                        () -> {
                            if (!healed) {
                                ways.forEach(way -> world.network().uncut(way.from(), way.to()));
                            }
                        });
    }

    private List<Way> betweenTwo() {
        List<VirtualNode> nodes = world.nodes();
        int one = (int) chance.below(nodes.size());
        int other = (one + 1 + (int) chance.below(nodes.size() - 1)) % nodes.size();
        List<Way> ways = new ArrayList<>(List.of(new Way(nodes.get(one), nodes.get(other))));
        if (chance.percent(60)) {
            ways.add(new Way(nodes.get(other), nodes.get(one)));
        }
        return ways;
    }

    private List<Way> inTwo(boolean oneWay) {
        List<VirtualNode> nodes = world.nodes();
        long side = chance.between(1, (1L << nodes.size()) - 2);
        List<Way> ways = new ArrayList<>();
        for (VirtualNode from : nodes) {
            for (VirtualNode to : nodes) {
                boolean fromSide = (side >> from.number() & 1) == 1;
                boolean toSide = (side >> to.number() & 1) == 1;
                if (fromSide && !toSide || !oneWay && toSide && !fromSide) {
                    ways.add(new Way(from, to));
                }
            }
        }
        return ways;
    }
}
