package outcry.client;

import java.util.List;

/**
 * Where a session stands, for the chips of a window.
 *
 * @param node name of the serving node, empty when none
 * @param roundTripNanos measured to it, 0 when not measured yet
 * @param leader name of the group's leader, empty while there is none
 * @param lastHeardNanos monotonic time ({@code System.nanoTime}) of the last message from the node;
 *     0 for never
 * @param found every node heard of, best first
 * @param explanation what this state means and what to do, in words; empty when live
 */
public record ConnectionStatus(
        State state,
        String node,
        String address,
        long roundTripNanos,
        String leader,
        long term,
        long index,
        long lastHeardNanos,
        int unanswered,
        List<FoundNode> found,
        String explanation) {

    public ConnectionStatus {
        found = List.copyOf(found);
    }

    /** The states of a connection. */
    public enum State {
        /** No node of the group heard yet; after 5 s the explanation tells common causes. */
        SEARCHING,
        /** A node was chosen; connecting, logging in, subscribing. */
        CONNECTING,
        LIVE,
        /** Connected, but nothing was heard for a second. */
        STALE,
        /** Connected, but the group has no leader at the moment. */
        ELECTING,
        /** The serving node is gone; moving to the next. */
        RECONNECTING,
        CLOSED
    }

    /** A node heard of; round trip 0 when not measured yet. */
    public record FoundNode(
            String name, String address, long roundTripNanos, boolean leader, int traders) {}
}
