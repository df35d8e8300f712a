package outcry.desktop.node.book;

import java.io.IOException;
import outcry.client.ClientConfig;
import outcry.client.SessionListener;

/** What the panel needs of a trader's session; played in tests. Any thread, returns at once. */
public interface BookFeed extends AutoCloseable {
    /** Opens feeds; {@link SessionBookFeed#start} in the program. */
    @FunctionalInterface
    interface Starter {
        /**
         * Opens a feed that tells {@code listener} the list of instruments from the beginning.
         *
         * @throws IOException with a sentence that says what would help
         */
        BookFeed start(ClientConfig config, SessionListener listener) throws IOException;
    }

    /** Subscribes to this instrument's book, and to no other any more. */
    void follow(String instrument);

    @Override
    void close();
}
