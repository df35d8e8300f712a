package outcry.group.failure;

import outcry.group.MemberState;
import outcry.group.NodeInfo;
import outcry.group.Role;

/**
 * What one member knows of another: when it was heard, its round trip, its link, and whether it is
 * proven dead.
 */
public final class Peer {
    private static final int ROUND_TRIP_WEIGHT_SHIFT = 3;
    private static final long UNKNOWN = Long.MAX_VALUE;

    /** Two clocks differ by less than one part in so many of the time that passes. */
    private static final int CLOCKS_DIFFER_BY_MOST = 16;

    NodeInfo info;
    Role role = Role.SEARCHING;
    long generation;
    long firstHeardNanos;
    long lastHeardNanos;
    long roundTripNanos;
    long smallestDelta = UNKNOWN;
    long lastDeltaNanos;
    boolean left;

    boolean linkUp;
    boolean dialling;
    long dialNotBeforeNanos;
    long echoedProbeNanos = Long.MIN_VALUE;
    long echoedConfiguration;
    long linkDownNanos;
    boolean linkDown;
    boolean refused;
    private long refusedNanos;

    MemberState state = MemberState.STARTING;

    Peer(NodeInfo info, long nowNanos) {
        this.info = info;
        this.firstHeardNanos = nowNanos;
        this.lastHeardNanos = nowNanos;
    }

    public NodeInfo info() {
        return info;
    }

    public Role role() {
        return role;
    }

    public long generation() {
        return generation;
    }

    public MemberState state() {
        return state;
    }

    /** Smoothed round trip in nanoseconds; 0 before the first measurement. */
    public long roundTripNanos() {
        return roundTripNanos;
    }

    public long lastHeardNanos() {
        return lastHeardNanos;
    }

    public boolean isLinkUp() {
        return linkUp;
    }

    /** Whether the last link was closed by the peer's kernel and a fresh connection was refused. */
    boolean isCrashed() {
        return linkDown && refused;
    }

    /**
     * Proof of crash (G10): besides, it had answered a probe sent shortly before the close, and the
     * refusal came before it could have dropped this node for its silence since then. A box in
     * between may have closed the link, and the process died much later.
     */
    boolean isProvenCrashed(long suspicionNanos) {
        return isCrashed()
                && linkDownNanos - echoedProbeNanos < suspicionNanos / 2
                && refusedNanos - echoedProbeNanos < suspicionNanos * 3 / 4;
    }

    /** A new connection was refused. */
    void refused(long nowNanos) {
        if (linkDown && !refused) {
            refused = true;
            refusedNanos = nowNanos;
        }
    }

    void linkOpened() {
        linkUp = true;
        dialling = false;
        linkDown = false;
        refused = false;
        echoedProbeNanos = Long.MIN_VALUE / 2;
    }

    void linkClosedByPeer(long nowNanos) {
        linkUp = false;
        linkDown = true;
        linkDownNanos = nowNanos;
        refused = false;
    }

    /** Closed by this node, on suspicion: no proof of anything. */
    void linkClosedHere() {
        linkUp = false;
        linkDown = false;
        refused = false;
    }

    void measured(long sampleNanos) {
        if (roundTripNanos == 0) {
            roundTripNanos = Math.max(1, sampleNanos);
        } else {
            roundTripNanos += (sampleNanos - roundTripNanos) / (1L << ROUND_TRIP_WEIGHT_SHIFT);
        }
    }

    /**
     * Whether a message sent at {@code sentNanos} of the peer's clock waited long on its way: its
     * delay is compared with the shortest ever seen, so the clocks need not agree (G9).
     */
    boolean isOld(long sentNanos, long nowNanos, long limitNanos) {
        long delta = nowNanos - sentNanos;
        if (smallestDelta == UNKNOWN) {
            smallestDelta = delta;
            lastDeltaNanos = nowNanos;
        }
        // Clocks drift apart: the shortest delay may have grown by that much meanwhile, no more.
        long drift = (nowNanos - lastDeltaNanos) / CLOCKS_DIFFER_BY_MOST;
        smallestDelta = Math.min(delta, smallestDelta + drift);
        lastDeltaNanos = nowNanos;
        return delta - smallestDelta > limitNanos;
    }

    void restarted(NodeInfo newInfo, long nowNanos) {
        info = newInfo;
        firstHeardNanos = nowNanos;
        lastHeardNanos = nowNanos;
        smallestDelta = UNKNOWN;
        left = false;
        role = Role.SEARCHING;
        dialling = false;
        dialNotBeforeNanos = nowNanos;
        linkClosedHere();
    }
}
