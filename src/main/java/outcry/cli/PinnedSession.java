package outcry.cli;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import outcry.client.ClientConfig;
import outcry.client.ClientLoop;
import outcry.client.SessionListener;
import outcry.client.TraderSession;
import outcry.wire.trader.ClientMessage.Topic;
import outcry.wire.trader.ServerMessage;
import outcry.wire.trader.ServerMessage.Heartbeat;

/** A conversation with one node and no other, to hear what this node has to say. */
public final class PinnedSession implements AutoCloseable {
    private final AtomicReference<CompletableFuture<Heartbeat>> nextHeartbeat =
            new AtomicReference<>(new CompletableFuture<>());
    private final ClientLoop loop;
    private final TraderSession session;

    /**
     * @param traderAddress {@code host:port} of the node's door
     * @throws IOException with a sentence that says what would help, when no socket can be had
     */
    public PinnedSession(ClientConfig config, String traderAddress) throws IOException {
        loop = ClientLoop.start(config.connectedTo(traderAddress));
        session = loop.open(new Hearing());
    }

    /** Logs in; what is asked afterwards may be about that account. */
    public void login(String account, String secret) {
        session.login(account, secret, result -> {});
    }

    /** The node's answer; never completes when the node does not answer. */
    public CompletableFuture<ServerMessage> ask(Topic topic, String account) {
        CompletableFuture<ServerMessage> answer = new CompletableFuture<>();
        session.query(topic, account, "", answer::complete);
        return answer;
    }

    /**
     * Completes when the node has sent its next heartbeat, which tells how far it has applied the
     * log; never when it is silent from now on.
     */
    public CompletableFuture<Heartbeat> nextHeartbeat() {
        return nextHeartbeat.get();
    }

    private final class Hearing implements SessionListener {
        @Override
        public void onFeed(ServerMessage message) {
            if (message instanceof Heartbeat heartbeat) {
                nextHeartbeat.getAndSet(new CompletableFuture<>()).complete(heartbeat);
            }
        }
    }

    @Override
    public void close() {
        session.close();
        loop.close();
    }
}
