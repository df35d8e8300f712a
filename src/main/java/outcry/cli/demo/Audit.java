package outcry.cli.demo;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import outcry.cli.PinnedSession;
import outcry.client.ClientConfig;
import outcry.wire.trader.ClientMessage.Topic;
import outcry.wire.trader.ServerMessage;
import outcry.wire.trader.ServerMessage.AccountState;
import outcry.wire.trader.ServerMessage.Heartbeat;
import outcry.wire.trader.ServerMessage.NodeState;

/** Asks every node for itself, and compares: nodes with each other, and with what was answered. */
final class Audit implements AutoCloseable {
    private static final long ANSWER_SECONDS_MAX = 10;

    private final Map<String, PinnedSession> sessions = new TreeMap<>();

    /** All nodes hold the same state. */
    record Agreement(long index, String digest) {}

    /** {@code addresses}: the trader addresses of the nodes by name. */
    Audit(ClientConfig config, Map<String, String> addresses) throws IOException {
        for (Map.Entry<String, String> node : addresses.entrySet()) {
            PinnedSession session = new PinnedSession(config, node.getValue());
            sessions.put(node.getKey(), session);
            session.login(RecordingLoad.MAKER, RecordingLoad.SECRET);
            session.login(RecordingLoad.TAKER, RecordingLoad.SECRET);
        }
    }

    /** Waits until all nodes have applied the same index, and then expects equal digests. */
    Agreement awaitEqualDigests(long seconds) throws InterruptedException, DemoFailedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (true) {
            Map<String, CompletableFuture<Heartbeat>> heartbeats = new TreeMap<>();
            Map<String, NodeState> states = new TreeMap<>();
            for (Map.Entry<String, PinnedSession> node : sessions.entrySet()) {
                // Asked for before the state: what changes after it comes with this one or later.
                heartbeats.put(node.getKey(), node.getValue().nextHeartbeat());
                states.put(
                        node.getKey(),
                        (NodeState) answer(node.getKey(), node.getValue().ask(Topic.STATUS, "")));
            }
            NodeState first = states.values().iterator().next();
            boolean isSettled =
                    states.values().stream().allMatch(s -> s.applied() == first.applied());
            boolean isEqual =
                    states.values().stream().allMatch(s -> s.digest().equals(first.digest()));
            if (isSettled && isEqual) {
                return new Agreement(first.applied(), first.digest());
            }
            if (isSettled) {
                throw new DemoFailedException("the nodes differ at index " + first.applied());
            }
            awaitProgress(heartbeats.get(furthestBehind(states)), deadline);
        }
    }

    private static String furthestBehind(Map<String, NodeState> states) {
        return states.entrySet().stream()
                .min(Comparator.comparingLong(node -> node.getValue().applied()))
                .orElseThrow()
                .getKey();
    }

    private static void awaitProgress(CompletableFuture<Heartbeat> heartbeat, long deadlineNanos)
            throws InterruptedException, DemoFailedException {
        try {
            heartbeat.get(Math.max(0, deadlineNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new DemoFailedException("the nodes did not come to rest at one index");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Expects every node to hold exactly what the recorded answers promised. */
    void compare(RecordingLoad load) throws InterruptedException, DemoFailedException {
        for (Map.Entry<String, PinnedSession> node : sessions.entrySet()) {
            for (String account : List.of(RecordingLoad.MAKER, RecordingLoad.TAKER)) {
                ServerMessage message =
                        answer(node.getKey(), node.getValue().ask(Topic.ACCOUNT, account));
                if (!(message instanceof AccountState state)) {
                    throw new DemoFailedException(node.getKey() + " does not show " + account);
                }
                List<String> differences = load.differences(state);
                if (!differences.isEmpty()) {
                    throw new DemoFailedException(
                            node.getKey()
                                    + " holds for "
                                    + account
                                    + " "
                                    + String.join("; ", differences));
                }
            }
        }
    }

    @Override
    public void close() {
        sessions.values().forEach(PinnedSession::close);
    }

    private static ServerMessage answer(String node, CompletableFuture<ServerMessage> answer)
            throws InterruptedException, DemoFailedException {
        try {
            return answer.get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new DemoFailedException(
                    node + " did not answer within " + ANSWER_SECONDS_MAX + " s");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
