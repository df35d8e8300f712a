package outcry.client.discovery;

/**
 * Whether a session should move to a clearly nearer node (G8). One measurement may have been
 * disturbed, so what looks nearer is measured afresh, together with the serving node, and has to
 * look so for a while. Owned by the client loop's thread.
 */
public final class NearerNode {
    private static final long CONFIRM_NANOS = 1_000_000_000L;

    private KnownNode candidate;
    private long candidateSinceNanos;

    /** The node to move to now, or null. To be asked again and again while nothing is in flight. */
    public KnownNode confirmed(KnownNode serving, NodeFinder finder, long nowNanos) {
        KnownNode better = finder.nodes().clearlyBetter(serving, nowNanos);
        if (better == null || better != candidate) {
            candidate = better;
            candidateSinceNanos = nowNanos;
            if (better != null) {
                finder.probeAllNow(nowNanos);
            }
            return null;
        }
        return nowNanos - candidateSinceNanos >= CONFIRM_NANOS ? better : null;
    }
}
