package outcry.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.tinylog.Logger;
import outcry.client.discovery.KnownNode;
import outcry.client.discovery.NodeFinder;
import outcry.client.discovery.Search;

/**
 * The one thread of a trader's program: finds nodes, measures round trips, and carries any number
 * of {@link TraderSession}s over non-blocking sockets.
 *
 * <p>Other threads reach it through a bounded queue of tasks. Whatever a callback throws is logged
 * and does not stop the loop.
 */
public final class ClientLoop implements AutoCloseable {
    private static final int TASKS_MAX = 32_768;
    private static final long TICK_NANOS = 20_000_000L;
    private static final long FOUND_NANOS = 100_000_000L;
    private static final long CLOSE_WAIT_MILLIS = 5_000;

    private final Selector selector;
    private final ArrayBlockingQueue<Runnable> tasks = new ArrayBlockingQueue<>(TASKS_MAX);
    private final Timers timers = new Timers();
    private final List<SessionCore> sessions = new ArrayList<>();
    private final NodeFinder finder;
    private final Thread thread;
    private long nextTickNanos;
    private long nextFoundNanos;
    private volatile List<ConnectionStatus.FoundNode> found = List.of();
    private volatile String keyTrouble = "";
    private volatile boolean closing;

    private ClientLoop(ClientConfig config) throws IOException {
        InetSocketAddress connect =
                config.connect().isEmpty() ? null : Addresses.resolve(config.connect());
        selector = Selector.open();
        try {
            finder =
                    connect == null
                            ? NodeFinder.searching(selector, search(config))
                            : NodeFinder.fixed(config.connect(), connect);
        } catch (IOException | RuntimeException e) {
            selector.close();
            throw e;
        }
        nextTickNanos = System.nanoTime();
        nextFoundNanos = nextTickNanos;
        thread = new Thread(this::run, "client");
        thread.setDaemon(true);
    }

    static Search search(ClientConfig config) throws IOException {
        List<InetSocketAddress> join = new ArrayList<>();
        for (String address : config.join()) {
            join.add(Addresses.resolve(address));
        }
        return new Search(
                config.group(),
                config.networkInterface(),
                config.discoveryPort(),
                join,
                config.key());
    }

    /**
     * Opens the sockets and starts the thread. Looks up the names of {@code join} and {@code
     * connect}, so it may take a while.
     *
     * @throws IOException with a sentence that says what would help, when no socket can be had
     */
    public static ClientLoop start(ClientConfig config) throws IOException {
        ClientLoop loop = new ClientLoop(config);
        loop.thread.start();
        return loop;
    }

    /**
     * Opens a session; it connects by itself as soon as a node is found, and stays until closed.
     * Any thread.
     */
    public TraderSession open(SessionListener listener) {
        FailoverSession session = new FailoverSession(this, finder, listener);
        execute(() -> sessions.add(session.core()));
        return session;
    }

    /** Every node heard of, best first. Any thread. */
    public List<ConnectionStatus.FoundNode> found() {
        return found;
    }

    /**
     * Why the exchange is heard and yet not found: it has a key and this program another or none,
     * or the other way round. In words with what to do; empty when that is not so. Any thread.
     */
    public String keyTrouble() {
        return keyTrouble;
    }

    /**
     * Does {@code task} on the loop's thread, in the order of the calls. Any thread.
     *
     * @throws IllegalStateException when the loop is closed, or too much waits to be done
     */
    public void execute(Runnable task) {
        if (closing) {
            throw new IllegalStateException("the client is closed");
        }
        if (!tasks.offer(task)) {
            throw new IllegalStateException(
                    TASKS_MAX + " tasks wait for the client's thread already; try again later");
        }
        if (Thread.currentThread() != thread) {
            selector.wakeup();
        }
    }

    /**
     * Does {@code task} on the loop's thread after {@code delayNanos}, or not at all when the loop
     * is closed before. Any thread.
     *
     * @throws IllegalStateException as {@link #execute}
     */
    public void schedule(long delayNanos, Runnable task) {
        long dueNanos = System.nanoTime() + delayNanos;
        if (Thread.currentThread() == thread) {
            timers.add(dueNanos, task);
        } else {
            execute(() -> timers.add(dueNanos, task));
        }
    }

    Selector selector() {
        return selector;
    }

    /** Closes all sessions and sockets; returns when the thread has ended. Any thread. */
    @Override
    public void close() {
        closing = true;
        selector.wakeup();
        if (Thread.currentThread() == thread) {
            return; // The loop ends after this callback.
        }
        try {
            thread.join(CLOSE_WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closing) {
                turn();
            }
        } catch (IOException | RuntimeException e) {
            Logger.error(e, "the client's loop ends");
        } finally {
            closing = true;
            sessions.forEach(SessionCore::closeNow);
            closeSockets();
        }
    }

    private void turn() throws IOException {
        long waitNanos = timers.untilNextNanos(System.nanoTime(), TICK_NANOS);
        if (waitNanos == 0 || !tasks.isEmpty()) {
            selector.selectNow(this::ready);
        } else {
            long millis = TimeUnit.NANOSECONDS.toMillis(waitNanos + 999_999);
            selector.select(this::ready, millis);
        }
        // No more than were there at first: a task may add tasks.
        for (int left = tasks.size(); left > 0; left--) {
            guarded(tasks.poll());
        }
        for (Runnable due = takeDue(); due != null; due = takeDue()) {
            guarded(due);
        }
        long nowNanos = System.nanoTime();
        boolean tick = nowNanos - nextTickNanos >= 0;
        if (tick) {
            nextTickNanos = nowNanos + TICK_NANOS;
            tick(nowNanos);
        }
        for (SessionCore session : sessions) {
            guarded(() -> session.turn(nowNanos, tick));
        }
    }

    private void tick(long nowNanos) {
        sessions.removeIf(SessionCore::isClosed);
        Set<KnownNode> inUse = new HashSet<>();
        for (SessionCore session : sessions) {
            if (session.node() != null) {
                inUse.add(session.node());
            }
        }
        boolean settled = sessions.stream().allMatch(session -> session.node() != null);
        finder.tick(nowNanos, inUse, settled);
        if (nowNanos - nextFoundNanos >= 0) {
            nextFoundNanos = nowNanos + FOUND_NANOS;
            keyTrouble = finder.keyTrouble();
            KnownNode leader = finder.nodes().leader();
            found =
                    finder.nodes().ranked().stream()
                            .map(node -> toFound(node, node == leader))
                            .toList();
        }
    }

    static ConnectionStatus.FoundNode toFound(KnownNode node, boolean leads) {
        return new ConnectionStatus.FoundNode(
                node.name(),
                node.doorText(),
                node.roundTrips().medianNanos(),
                leads,
                node.traders());
    }

    private Runnable takeDue() {
        return timers.takeDue(System.nanoTime());
    }

    private void ready(SelectionKey key) {
        guarded(() -> ((Runnable) key.attachment()).run());
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            Logger.error(e, "a callback of a trader's program failed");
        }
    }

    private void closeSockets() {
        try {
            finder.close();
            selector.close();
        } catch (IOException e) {
            Logger.warn("closing the client's sockets: {}", e.getMessage());
        }
    }
}
