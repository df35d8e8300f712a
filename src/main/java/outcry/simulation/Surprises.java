package outcry.simulation;

import outcry.simulation.world.Chance;

/**
 * Faults of a kind that few runs have.
 *
 * @param seed everything further about them is drawn from this
 * @param multicastEveryNanos mean time between outages of multicast; 0 for none
 * @param multicastMaxNanos how long one lasts at most
 * @param multicastNever whether multicast never carries to or from some nodes, not even at the end
 * @param spoilEveryNanos mean time between spoilt copies of the market; 0 for none
 * @param ambush what is lain in wait for
 * @param ambushEveryNanos mean time between ambushes; 0 for none
 */
record Surprises(
        long seed,
        long multicastEveryNanos,
        long multicastMaxNanos,
        boolean multicastNever,
        long spoilEveryNanos,
        Ambush ambush,
        long ambushEveryNanos) {

    /** What a run lies in wait for: coincidences that hardly ever come about by themselves. */
    enum Ambush {
        NONE,
        /** A leader cut off alone goes on taking requests, while the others have hardly any. */
        LONELY_LEADER,
        /** Two stand in one term, and who voted for the one is killed and back at once. */
        DEAD_VOTER,
        /** A voter comes back without its log while the leader is cut off. */
        LOST_LOG,
        /** A view grows and one of its voters does not hear of it; the leader is killed. */
        UNHEARD_GROWTH,
        /** One of two is killed and back; then the other one is killed. */
        ONE_OF_TWO
    }

    private static final long MILLI = 1_000_000;

    static Surprises draw(Chance chance, int slowness) {
        long seed = chance.next();
        boolean multicast = chance.percent(20);
        long multicastEvery = chance.between(1_000, 6_000) * slowness * MILLI;
        long multicastMax = chance.oneOf(200, 1_000, 8_000) * slowness * MILLI;
        boolean never = chance.percent(12);
        long spoilEvery = chance.between(1_500, 5_000) * slowness * MILLI;
        long ambushEvery = chance.between(1_000, 4_000) * slowness * MILLI;
        long dice = chance.below(100);
        Ambush drawn = Ambush.values()[(int) chance.between(1, Ambush.values().length - 1)];
        boolean spoils = dice < 12;
        boolean waits = !spoils && dice < 40;
        return new Surprises(
                seed,
                multicast ? multicastEvery : 0,
                multicastMax,
                never,
                spoils ? spoilEvery : 0,
                waits ? drawn : Ambush.NONE,
                waits ? ambushEvery : 0);
    }
}
