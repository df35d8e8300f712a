package outcry.client.discovery;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every node of the exchange heard of lately, and which of them a session should use. Owned by the
 * client loop's thread.
 */
public final class KnownNodes {
    /** Nobody speaks for a node that is silent this long: six HELLOs missed. */
    private static final long FORGET_NANOS = 3_000_000_000L;

    /** How long a first choice waits for other nodes to be heard: a HELLO interval and a burst. */
    private static final long SETTLE_NANOS = 700_000_000L;

    /** More nodes than any group has; what is beyond is somebody making up nodes. */
    private static final int NODES_MAX = 256;

    private final Map<Long, KnownNode> nodes = new LinkedHashMap<>();
    private final boolean fixed;
    private long firstHeardNanos;

    /**
     * @param fixed the nodes are given by the user: never forgotten, nothing to wait for
     */
    KnownNodes(boolean fixed) {
        this.fixed = fixed;
    }

    /** A node spoke for itself. */
    void seen(Sighting sighting, long nowNanos) {
        KnownNode known = nodes.get(sighting.id());
        if (known != null) {
            known.seen(sighting, nowNanos);
        } else if (nodes.size() < NODES_MAX) {
            if (nodes.isEmpty()) {
                firstHeardNanos = nowNanos;
            }
            nodes.put(sighting.id(), new KnownNode(sighting, nowNanos));
        }
    }

    /** Forgets nodes that are silent; not {@code inUse} ones. */
    void forgetSilent(long nowNanos, Collection<KnownNode> inUse) {
        if (!fixed) {
            nodes.values()
                    .removeIf(
                            node ->
                                    nowNanos - node.heardNanos() > FORGET_NANOS
                                            && !inUse.contains(node));
        }
    }

    public Collection<KnownNode> all() {
        return nodes.values();
    }

    public List<KnownNode> ranked() {
        return NodeRanking.rank(nodes.values());
    }

    /**
     * The best node to connect to now, or null to wait: for a node that is fit, for the first round
     * trips, or for a back-off to end.
     *
     * @param inHurry a session lost its node: what is known is good enough
     */
    public KnownNode choose(long nowNanos, boolean inHurry) {
        if (!inHurry && !isSettled(nowNanos)) {
            return null;
        }
        KnownNode lastResort = null;
        for (KnownNode node : ranked()) {
            if (node.standing().isEligible() && node.backoff().isTrusted(nowNanos)) {
                return node;
            }
            boolean possible =
                    node.standing() != Sighting.Standing.UNFIT && node.backoff().isOver(nowNanos);
            if (lastResort == null && possible) {
                lastResort = node;
            }
        }
        return lastResort;
    }

    /**
     * A node clearly nearer than the serving one (G8), or null. A serving node that is no longer
     * known, or not measured, is nothing to compare with.
     */
    public KnownNode clearlyBetter(KnownNode serving, long nowNanos) {
        for (KnownNode node : ranked()) {
            if (node != serving
                    && node.standing().isEligible()
                    && node.backoff().isTrusted(nowNanos)
                    && NodeRanking.isClearlyBetter(
                            serving.roundTrips().medianNanos(), node.roundTrips().medianNanos())) {
                return node;
            }
        }
        return null;
    }

    /** The node that said it leads, in the latest term; null when none did. */
    public KnownNode leader() {
        KnownNode leader = null;
        for (KnownNode node : nodes.values()) {
            boolean leads = node.standing() == Sighting.Standing.LEADER;
            if (leads && (leader == null || node.term() > leader.term())) {
                leader = node;
            }
        }
        return leader;
    }

    /** Whether some other node could serve traders now. */
    public boolean hasOtherEligible(KnownNode serving, long nowNanos) {
        for (KnownNode node : nodes.values()) {
            if (node != serving
                    && node.standing().isEligible()
                    && node.backoff().isOver(nowNanos)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether another node answered a probe since {@code sinceNanos}, so that we are not cut off.
     */
    public boolean otherAnsweredSince(KnownNode serving, long sinceNanos) {
        for (KnownNode node : nodes.values()) {
            if (node != serving
                    && node.standing().isEligible()
                    && node.roundTrips().isMeasured()
                    && node.roundTrips().lastAnswerNanos() - sinceNanos > 0) {
                return true;
            }
        }
        return false;
    }

    /** Every voter is heard and measured, or enough time has passed for that. */
    private boolean isSettled(long nowNanos) {
        if (fixed || nowNanos - firstHeardNanos >= SETTLE_NANOS) {
            return true;
        }
        int voters = 0;
        int measured = 0;
        for (KnownNode node : nodes.values()) {
            voters = Math.max(voters, node.voters());
            if (node.standing().isEligible() && node.roundTrips().isMeasured()) {
                measured++;
            }
        }
        return voters > 0 && measured >= voters;
    }
}
