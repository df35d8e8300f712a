package outcry.client;

import java.io.IOException;

/**
 * The one thread of a trader's program: finds nodes, measures round trips, and carries any number
 * of {@link TraderSession}s over non-blocking sockets.
 */
public final class ClientLoop implements AutoCloseable {
    private ClientLoop() {}

    /**
     * @throws IOException with a sentence that says what would help, when no socket can be had
     */
    public static ClientLoop start(ClientConfig config) throws IOException {
        throw new IOException("not yet");
    }

    /**
     * Opens a session; it connects by itself as soon as a node is found, and stays until closed.
     */
    public TraderSession open(SessionListener listener) {
        return null;
    }

    @Override
    public void close() {}
}
