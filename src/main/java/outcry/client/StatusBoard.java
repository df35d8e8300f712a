package outcry.client;

import java.util.List;
import outcry.client.ConnectionStatus.State;
import outcry.client.discovery.KnownNode;
import outcry.client.discovery.NodeFinder;
import outcry.client.discovery.Sighting;

/**
 * Puts a session's state into words and tells when it changed enough to be shown. Owned by the
 * client loop's thread; {@link #latest} may be read on any.
 */
final class StatusBoard {
    private final NodeFinder finder;
    private final long openedNanos;
    private volatile ConnectionStatus latest;
    private ConnectionStatus shown;

    /** Why the last node was left, with its name; empty when there is nothing to tell. */
    private String problem = "";

    private String goodbye = "";
    private boolean wasServed;
    private boolean dirty = true;

    StatusBoard(NodeFinder finder, long nowNanos) {
        this.finder = finder;
        this.openedNanos = nowNanos;
        this.latest =
                new ConnectionStatus(
                        State.SEARCHING, "", "", 0, "", 0, 0, 0, 0, List.of(), "Searching");
    }

    ConnectionStatus latest() {
        return latest;
    }

    boolean isDirty() {
        return dirty;
    }

    /** Something changed that should be shown before the next tick. */
    void touch() {
        dirty = true;
    }

    /** A node serves the session. */
    void served() {
        wasServed = true;
        problem = "";
        goodbye = "";
        dirty = true;
    }

    boolean wasServed() {
        return wasServed;
    }

    /** The node is lost; {@code what} names it and says why. */
    void lost(String what) {
        problem = what;
        goodbye = "";
        dirty = true;
    }

    /** The session leaves its node for a better one. */
    void moving(String why) {
        lost(why);
    }

    /** The node says why it is about to close the connection. */
    void goodbye(String words) {
        goodbye = words;
    }

    String goodbye() {
        return goodbye;
    }

    /** Renews {@link #latest}; returns it when it differs in more than ages and counts. */
    ConnectionStatus refresh(
            Serving serving,
            boolean closed,
            long index,
            int unanswered,
            List<ConnectionStatus.FoundNode> found,
            long nowNanos) {
        dirty = false;
        State state = state(serving, closed, nowNanos);
        boolean known = serving != null;
        ConnectionStatus status =
                new ConnectionStatus(
                        state,
                        known ? serving.name() : "",
                        known ? serving.node.doorText() : "",
                        known ? serving.node.roundTrips().medianNanos() : 0,
                        known ? serving.leader() : "",
                        known ? serving.term() : 0,
                        index,
                        known && serving.isServing() ? serving.heardNanos() : heardBefore(),
                        unanswered,
                        found,
                        explain(state, serving, unanswered, nowNanos));
        latest = status;
        ConnectionStatus essence = essence(status);
        if (essence.equals(shown)) {
            return null;
        }
        shown = essence;
        return status;
    }

    private long heardBefore() {
        return latest.lastHeardNanos();
    }

    private static ConnectionStatus essence(ConnectionStatus status) {
        return new ConnectionStatus(
                status.state(),
                status.node(),
                status.address(),
                status.roundTripNanos(),
                status.leader(),
                status.term(),
                0,
                0,
                0,
                status.found(),
                status.explanation());
    }

    private State state(Serving serving, boolean closed, long nowNanos) {
        if (closed) {
            return State.CLOSED;
        }
        if (serving == null || !serving.isServing()) {
            if (wasServed) {
                return State.RECONNECTING;
            }
            return serving == null && noneFit() ? State.SEARCHING : State.CONNECTING;
        }
        if (serving.isStale(nowNanos)) {
            return State.STALE;
        }
        return serving.leader().isEmpty() ? State.ELECTING : State.LIVE;
    }

    private boolean noneFit() {
        return finder.nodes().all().stream()
                .allMatch(node -> node.standing() == Sighting.Standing.UNFIT);
    }

    private String explain(State state, Serving serving, int unanswered, long nowNanos) {
        return switch (state) {
            case LIVE -> "";
            case CLOSED -> "Disconnected";
            case STALE -> Explanations.stale(serving.silentNanos(nowNanos));
            case ELECTING ->
                    Explanations.electing(
                            serving.leaderBefore(),
                            serving.leaderlessNanos(nowNanos),
                            unanswered,
                            serving.explanation());
            case SEARCHING -> searching(nowNanos);
            case CONNECTING -> connecting(serving, nowNanos);
            case RECONNECTING ->
                    Explanations.reconnecting(
                            problem, serving == null ? "" : serving.name(), unanswered);
        };
    }

    private String searching(long nowNanos) {
        long searchedNanos = nowNanos - openedNanos;
        List<String> names = names();
        if (names.isEmpty() && !finder.keyTrouble().isEmpty()) {
            return finder.keyTrouble();
        }
        return names.isEmpty()
                ? Explanations.searching(
                        finder.group(),
                        finder.searchedPlaces(),
                        finder.otherGroups(),
                        searchedNanos)
                : Explanations.noneFit(String.join(", ", names), searchedNanos);
    }

    private String connecting(Serving serving, long nowNanos) {
        if (serving != null) {
            return Explanations.connecting(
                    problem,
                    serving.name(),
                    serving.node.doorText(),
                    serving.phase == Serving.Phase.GREETING);
        }
        if (problem.isEmpty()) {
            return "Measuring round trips to " + String.join(", ", names());
        }
        long leftNanos = Long.MAX_VALUE;
        for (KnownNode node : finder.nodes().all()) {
            leftNanos = Math.min(leftNanos, node.backoff().leftNanos(nowNanos));
        }
        return Explanations.retrying(problem, leftNanos);
    }

    private List<String> names() {
        return finder.nodes().all().stream().map(KnownNode::name).toList();
    }
}
