package outcry.cli.status;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tinylog.Logger;
import outcry.cli.PinnedSession;
import outcry.client.ClientConfig;
import outcry.client.ConnectionStatus.FoundNode;
import outcry.client.Lookout;
import outcry.wire.trader.ClientMessage.Topic;
import outcry.wire.trader.ServerMessage;
import outcry.wire.trader.ServerMessage.NodeState;

/** Finds the nodes of a group and asks each about itself. */
public final class Survey {
    /** Nodes announce themselves every 500 ms: after the first, the others follow within that. */
    private static final long LISTEN_NANOS = 800_000_000L;

    private static final long ANSWER_MILLIS_MAX = 2_000;

    private Survey() {}

    /**
     * What was found out.
     *
     * @param nodes what every node said, by name; nodes that were heard and did not answer within
     *     two seconds are left out
     * @param trouble why an exchange that is heard does not count, in words; empty when that is not
     *     so
     */
    public record Findings(List<NodeState> nodes, String trouble) {}

    private record Heard(List<FoundNode> nodes, String trouble) {}

    /**
     * Asks every node; there is none when none was heard within {@code waitNanos}.
     *
     * @throws IOException with a sentence that says what would help, when no socket can be had
     */
    public static Findings ask(ClientConfig config, long waitNanos)
            throws IOException, InterruptedException {
        Heard heard = find(config, waitNanos);
        List<Question> questions = new ArrayList<>();
        try {
            for (FoundNode node : heard.nodes()) {
                questions.add(new Question(config, node));
            }
            List<NodeState> states = new ArrayList<>();
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ANSWER_MILLIS_MAX);
            for (Question question : questions) {
                question.await(deadline, states);
            }
            states.sort(
                    (left, right) ->
                            left.node().equals(right.node())
                                    ? Long.compare(left.nodeId(), right.nodeId())
                                    : left.node().compareTo(right.node()));
            return new Findings(List.copyOf(states), heard.trouble());
        } finally {
            questions.forEach(Question::close);
        }
    }

    private static Heard find(ClientConfig config, long waitNanos)
            throws IOException, InterruptedException {
        if (!config.connect().isEmpty()) {
            return new Heard(List.of(new FoundNode("", config.connect(), 0, false, 0)), "");
        }
        try (Lookout lookout = Lookout.open(config)) {
            if (lookout.awaitFirst(waitNanos)) {
                lookout.listen(LISTEN_NANOS);
            }
            return new Heard(lookout.heard(), lookout.keyTrouble());
        }
    }

    /** A question under way to one node. */
    private static final class Question {
        private final FoundNode node;
        private final PinnedSession session;
        private final CompletableFuture<ServerMessage> answer;

        Question(ClientConfig config, FoundNode node) throws IOException {
            this.node = node;
            session = new PinnedSession(config, node.address());
            answer = session.ask(Topic.STATUS, "");
        }

        void await(long deadlineNanos, List<NodeState> into) throws InterruptedException {
            try {
                long left = Math.max(0, deadlineNanos - System.nanoTime());
                ServerMessage message = answer.get(left, TimeUnit.NANOSECONDS);
                if (message instanceof NodeState state) {
                    into.add(state);
                }
            } catch (TimeoutException e) {
                Logger.warn("{} at {} was heard but did not answer", node.name(), node.address());
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        void close() {
            session.close();
        }
    }
}
