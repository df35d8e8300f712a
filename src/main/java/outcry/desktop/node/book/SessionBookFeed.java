package outcry.desktop.node.book;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import outcry.client.ClientConfig;
import outcry.client.ClientLoop;
import outcry.client.SessionListener;
import outcry.client.TraderSession;
import outcry.wire.trader.ClientMessage.Topic;

/** A real session behind the panel's feed; it owns its client loop. */
public final class SessionBookFeed implements BookFeed {
    private final ClientLoop loop;
    private final TraderSession session;
    private String followed = "";

    private SessionBookFeed(ClientLoop loop, SessionListener listener) {
        this.loop = loop;
        this.session = loop.open(listener);
        session.subscribe(Topic.INSTRUMENTS, "", "");
    }

    /** The {@link BookFeed.Starter} of the program. */
    public static BookFeed start(ClientConfig config, SessionListener listener) throws IOException {
        return new SessionBookFeed(ClientLoop.start(config), listener);
    }

    @Override
    public void follow(String instrument) {
        if (!followed.isEmpty()) {
            session.unsubscribe(Topic.BOOK, "", followed);
        }
        followed = instrument;
        session.subscribe(Topic.BOOK, "", instrument);
    }

    @Override
    public void close() {
        session.close();
        CompletableFuture.runAsync(loop::close); // It waits for its thread; JavaFX's must not.
    }
}
