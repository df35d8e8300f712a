package outcry.cli;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import outcry.client.ClientConfig;
import outcry.client.ClientLoop;
import outcry.client.SessionListener;
import outcry.client.TraderSession;
import outcry.wire.trader.ClientMessage.Topic;
import outcry.wire.trader.ServerMessage;

/** A conversation with one node and no other, to hear what this node has to say. */
public final class PinnedSession implements AutoCloseable {
    private final ClientLoop loop;
    private final TraderSession session;

    /**
     * @param traderAddress {@code host:port} of the node's door
     * @throws IOException with a sentence that says what would help, when no socket can be had
     */
    public PinnedSession(ClientConfig config, String traderAddress) throws IOException {
        loop = ClientLoop.start(config.connectedTo(traderAddress));
        session = loop.open(new SessionListener() {});
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

    @Override
    public void close() {
        session.close();
        loop.close();
    }
}
