package outcry.client.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which a trader prefers the nodes of its group (G8): by measured round trip, ties to
 * the less loaded. Pure.
 */
final class NodeRanking {
    /** Round trips closer than this to the best one are a tie; also the least worth moving for. */
    static final long TIE_NANOS = 1_000_000L;

    /** Another node is clearly better when its round trip is at most this share of the present. */
    private static final double CLEARLY_BETTER_SHARE = 0.7;

    private NodeRanking() {}

    /** The nodes, best first: eligible before electing ones, the unfit last. */
    static List<KnownNode> rank(Iterable<KnownNode> nodes) {
        List<KnownNode> ranked = new ArrayList<>();
        long bestNanos = Long.MAX_VALUE;
        for (KnownNode node : nodes) {
            ranked.add(node);
            if (node.roundTrips().isMeasured()) {
                bestNanos = Math.min(bestNanos, node.roundTrips().medianNanos());
            }
        }
        long best = bestNanos;
        ranked.sort(
                Comparator.comparingInt((KnownNode node) -> fitness(node.standing()))
                        .thenComparingLong(node -> distance(node, best))
                        .thenComparingInt(KnownNode::load)
                        .thenComparingLong(node -> node.roundTrips().medianNanos())
                        .thenComparing(KnownNode::name)
                        .thenComparingLong(KnownNode::id));
        return ranked;
    }

    /**
     * Whether moving from one node to another is worth the interruption: better by 30 % and by a
     * millisecond.
     *
     * @param presentNanos median round trip to the serving node, 0 when not measured
     * @param otherNanos median round trip to the other, 0 when not measured
     */
    static boolean isClearlyBetter(long presentNanos, long otherNanos) {
        return presentNanos > 0
                && otherNanos > 0
                && otherNanos <= presentNanos * CLEARLY_BETTER_SHARE
                && presentNanos - otherNanos >= TIE_NANOS;
    }

    private static int fitness(Sighting.Standing standing) {
        return standing.isEligible() ? 0 : standing == Sighting.Standing.ELECTING ? 1 : 2;
    }

    /** Whole milliseconds behind the best; what is not measured comes last. */
    private static long distance(KnownNode node, long bestNanos) {
        return node.roundTrips().isMeasured()
                ? (node.roundTrips().medianNanos() - bestNanos) / TIE_NANOS
                : Long.MAX_VALUE;
    }
}
