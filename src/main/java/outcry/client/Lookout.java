package outcry.client;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import outcry.client.ConnectionStatus.FoundNode;
import outcry.client.discovery.KnownNode;
import outcry.client.discovery.NodeFinder;

/**
 * Listens for the nodes of an exchange without becoming a trader of it: for programs that only want
 * to know who is there. Receives on the caller's thread, and only within {@link #awaitFirst} and
 * {@link #listen}; what arrives between two calls waits in the sockets. One thread at a time.
 */
public final class Lookout implements AutoCloseable {
    /** How often the finder is asked whether it has something to send. */
    private static final long TICK_NANOS = 20_000_000L;

    private final Selector selector;
    private final NodeFinder finder;

    private Lookout(Selector selector, NodeFinder finder) {
        this.selector = selector;
        this.finder = finder;
    }

    /**
     * Opens the sockets. Looks up the names of {@code join}, so it may take a while; a node to
     * {@code connect} to does not matter here.
     *
     * @throws IOException with a sentence that says what would help, when no socket can be had
     */
    public static Lookout open(ClientConfig config) throws IOException {
        Selector selector = Selector.open();
        try {
            return new Lookout(selector, NodeFinder.searching(selector, ClientLoop.search(config)));
        } catch (IOException | RuntimeException e) {
            selector.close();
            throw e;
        }
    }

    /** Receives until a node is heard; false when none was within {@code waitNanos}. */
    public boolean awaitFirst(long waitNanos) throws IOException, InterruptedException {
        receiveUntil(() -> !finder.nodes().all().isEmpty(), waitNanos);
        return !finder.nodes().all().isEmpty();
    }

    /** Receives for {@code windowNanos}: nobody knows beforehand how many nodes will speak. */
    public void listen(long windowNanos) throws IOException, InterruptedException {
        receiveUntil(() -> false, windowNanos);
    }

    /** The nodes heard and not silent since, best first. */
    public List<FoundNode> heard() {
        KnownNode leader = finder.nodes().leader();
        return finder.nodes().ranked().stream()
                .map(node -> ClientLoop.toFound(node, node == leader))
                .toList();
    }

    /** As {@link ClientLoop#keyTrouble}. */
    public String keyTrouble() {
        return finder.keyTrouble();
    }

    private void receiveUntil(BooleanSupplier condition, long waitNanos)
            throws IOException, InterruptedException {
        long startNanos = System.nanoTime();
        long passedNanos = 0;
        while (!condition.getAsBoolean() && passedNanos < waitNanos) {
            finder.tick(startNanos + passedNanos, Set.of(), false);
            long nanos = Math.min(waitNanos - passedNanos, TICK_NANOS);
            // Rounded up: 0 would wait without end.
            selector.select(Lookout::ready, TimeUnit.NANOSECONDS.toMillis(nanos + 999_999));
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while listening for nodes");
            }
            passedNanos = System.nanoTime() - startNanos;
        }
    }

    private static void ready(SelectionKey key) {
        ((Runnable) key.attachment()).run();
    }

    @Override
    public void close() throws IOException {
        finder.close();
        selector.close();
    }
}
