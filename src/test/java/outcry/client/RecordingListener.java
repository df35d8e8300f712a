package outcry.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import outcry.wire.trader.ServerMessage;

/** Remembers everything a session tells. */
final class RecordingListener implements SessionListener {
    final List<ConnectionStatus> statuses = new CopyOnWriteArrayList<>();
    final List<ServerMessage> feed = new CopyOnWriteArrayList<>();

    @Override
    public void onConnection(ConnectionStatus status) {
        statuses.add(status);
    }

    @Override
    public void onFeed(ServerMessage message) {
        feed.add(message);
    }

    boolean wasIn(ConnectionStatus.State state) {
        return statuses.stream().anyMatch(status -> status.state() == state);
    }

    boolean explained(String part) {
        return statuses.stream().anyMatch(status -> status.explanation().contains(part));
    }

    /** The last explanations, for a failing test. */
    String story() {
        List<String> lines =
                statuses.stream()
                        .map(
                                status ->
                                        status.state()
                                                + " "
                                                + status.node()
                                                + ": "
                                                + status.explanation())
                        .toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }
}
