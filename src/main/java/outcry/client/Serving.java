package outcry.client;

import outcry.client.discovery.KnownNode;
import outcry.client.discovery.NodeFinder;
import outcry.wire.trader.ServerMessage;

/**
 * One attempt of a session to be served by one node: from connecting until it is lost. Owned by the
 * client loop's thread.
 */
final class Serving {
    /** How far it has come. */
    enum Phase {
        CONNECTING,
        /** Connected; the node has not said who it is yet. */
        GREETING,
        SERVING
    }

    private static final long CONNECT_NANOS = 1_000_000_000L;
    private static final long GREETING_NANOS = 1_500_000_000L;
    private static final long STALE_NANOS = 1_000_000_000L;
    private static final long SILENT_NANOS = 2_500_000_000L;
    private static final long SUSPICION_NANOS = 500_000_000L;
    private static final long LEADERLESS_NANOS = 2_500_000_000L;

    final KnownNode node;
    TraderConnection connection;
    Phase phase = Phase.CONNECTING;

    private String name;
    private String leader = "";
    private String leaderBefore = "";
    private String explanation = "";
    private long term;
    private long phaseSinceNanos;
    private long heardNanos;
    private long leaderlessSinceNanos;
    private long ledSinceNanos;
    private boolean doubted;
    private long doubtedSinceNanos;

    Serving(KnownNode node, long nowNanos) {
        this.node = node;
        this.name = node.name();
        this.phaseSinceNanos = nowNanos;
        this.heardNanos = nowNanos;
        this.leaderlessSinceNanos = nowNanos;
    }

    void enter(Phase next, long nowNanos) {
        phase = next;
        phaseSinceNanos = nowNanos;
    }

    /** Anything came from the node. */
    void heard(long nowNanos) {
        heardNanos = nowNanos;
        doubted = false;
    }

    void welcomed(ServerMessage.Welcome welcome, long nowNanos) {
        name = welcome.node();
        leaderIs(welcome.leader(), welcome.term(), "", nowNanos);
        enter(Phase.SERVING, nowNanos);
    }

    /** The node says who leads; an empty name when nobody does. */
    void leaderIs(String newLeader, long newTerm, String newExplanation, long nowNanos) {
        if (newLeader.isEmpty() && !leader.isEmpty()) {
            leaderBefore = leader;
            leaderlessSinceNanos = nowNanos;
        } else if (!newLeader.equals(leader)) {
            ledSinceNanos = nowNanos;
        }
        leader = newLeader;
        term = newTerm;
        explanation = newExplanation;
    }

    boolean isServing() {
        return phase == Phase.SERVING;
    }

    boolean isStale(long nowNanos) {
        return isServing() && silentNanos(nowNanos) > STALE_NANOS;
    }

    /**
     * Why another node should be tried, in words that follow the node's name; null while there is
     * no reason.
     */
    String reasonToLeave(NodeFinder finder, long nowNanos) {
        long inPhaseNanos = nowNanos - phaseSinceNanos;
        if (phase == Phase.CONNECTING) {
            return inPhaseNanos > CONNECT_NANOS ? "cannot be reached (no answer)" : null;
        }
        if (phase == Phase.GREETING) {
            // The system accepts connections even for a stopped program.
            return inPhaseNanos > GREETING_NANOS ? "does not answer" : null;
        }
        if (silentNanos(nowNanos) > SILENT_NANOS) {
            return "has been silent for " + Explanations.seconds(silentNanos(nowNanos));
        }
        if (isSuspected(finder, nowNanos)) {
            return "does not answer while others do";
        }
        boolean leaderless = leader.isEmpty() && nowNanos - leaderlessSinceNanos > LEADERLESS_NANOS;
        boolean unfit = !node.standing().isEligible();
        if (leaderless && unfit && finder.nodes().hasOtherEligible(node, nowNanos)) {
            return "is cut off from its leader";
        }
        return null;
    }

    /** Stale, and silent to fresh probes which another node answered. */
    private boolean isSuspected(NodeFinder finder, long nowNanos) {
        if (!isStale(nowNanos)) {
            return false;
        }
        if (!doubted) {
            doubted = true;
            doubtedSinceNanos = nowNanos;
            finder.probeAllNow(nowNanos);
        }
        return nowNanos - doubtedSinceNanos > SUSPICION_NANOS
                && node.roundTrips().lastAnswerNanos() - doubtedSinceNanos < 0
                && finder.nodes().otherAnsweredSince(node, doubtedSinceNanos);
    }

    long silentNanos(long nowNanos) {
        return nowNanos - heardNanos;
    }

    String name() {
        return name;
    }

    String leader() {
        return leader;
    }

    /** The leader known last before there was none; empty when never known. */
    String leaderBefore() {
        return leaderBefore;
    }

    long leaderlessNanos(long nowNanos) {
        return nowNanos - leaderlessSinceNanos;
    }

    /** For how long the present leader has been known; 0 without one. */
    long ledNanos(long nowNanos) {
        return leader.isEmpty() ? 0 : nowNanos - ledSinceNanos;
    }

    long term() {
        return term;
    }

    /** What the node says of a state that is not normal; else empty. */
    String explanation() {
        return explanation;
    }

    long heardNanos() {
        return heardNanos;
    }
}
