package outcry.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.tinylog.Logger;
import outcry.gateway.model.MarketModel;
import outcry.gateway.model.ModelListener;

/**
 * The gateway's thread: applies what the node hands over, carries all traders' connections over one
 * selector, and owns everything that one of them may touch.
 *
 * <p>Each round: what was applied, what the sockets have, what time demands, then every connection
 * that was touched is settled. Feeds are published between two applied requests only, so a snapshot
 * and the changes after it fit together.
 */
final class GatewayLoop implements Runnable {
    private static final int ITEMS_PER_ROUND = 1_024;
    private static final int SCRATCH_BYTES = 64 * 1024;

    private final GatewayLimits limits;
    private final Backend backend;
    private final Inbox inbox;
    private final Selector selector;
    private final Entrance entrance;
    private final ByteBuffer scratch = ByteBuffer.allocateDirect(SCRATCH_BYTES);
    private final Queue<Runnable> posted = new ConcurrentLinkedQueue<>();
    private final Set<Connection> connections = new LinkedHashSet<>();
    private final Set<Connection> touched = new LinkedHashSet<>();
    private final Set<Conversation> waiting = new LinkedHashSet<>();
    private final Feeds feeds = new Feeds();
    private final SessionDesk sessions;
    private final LoginDesk logins;
    private final Pulse pulse;
    private final ServerCounters counters;
    private MarketModel model = new MarketModel(ModelListener.NONE);
    private boolean ready;
    private boolean anyClosed;
    private long nowNanos = System.nanoTime();
    private volatile boolean stopping;

    GatewayLoop(
            GatewayLimits limits,
            Backend backend,
            Inbox inbox,
            Selector selector,
            ServerSocketChannel server,
            ServerCounters counters)
            throws IOException {
        this.limits = limits;
        this.backend = backend;
        this.inbox = inbox;
        this.selector = selector;
        this.entrance = new Entrance(this, selector, server);
        this.counters = counters;
        this.sessions = new SessionDesk(backend);
        this.logins = new LoginDesk(backend, this);
        this.pulse = new Pulse(backend, feeds, nowNanos);
    }

    @Override
    public void run() {
        try {
            while (!stopping) {
                selector.select(pulse.waitMillis(ready));
                round();
            }
        } catch (IOException | ClosedSelectorException e) {
            Logger.error(e, "the traders' port failed: it is closed now");
            backend.doorFailed("the traders' port failed: " + e.getMessage());
        } catch (RuntimeException | Error e) {
            Logger.error(e, "the traders' port failed because of an internal error");
            backend.doorFailed("the traders' port failed because of an internal error: " + e);
        } finally {
            closeAll();
        }
    }

    /** Any thread: wakes the loop because something waits in the inbox. */
    void wakeUp() {
        selector.wakeup();
    }

    /** Any thread: runs {@code task} on this one, soon. */
    void post(Runnable task) {
        posted.add(task);
        selector.wakeup();
    }

    /** Any thread: leadership, membership or role changed. */
    void groupChanged() {
        if (pulse.noteGroupChanged()) {
            selector.wakeup();
        }
    }

    /** Any thread: the loop closes everything and ends. */
    void stop() {
        stopping = true;
        selector.wakeup();
    }

    GatewayLimits limits() {
        return limits;
    }

    Backend backend() {
        return backend;
    }

    MarketModel model() {
        return model;
    }

    Feeds feeds() {
        return feeds;
    }

    SessionDesk sessions() {
        return sessions;
    }

    LoginDesk logins() {
        return logins;
    }

    /** Whether the read models are filled. */
    boolean isReady() {
        return ready;
    }

    /** Monotonic time of this round. */
    long nowNanos() {
        return nowNanos;
    }

    /** {@code conversation} waits for the index to grow, or for time to pass. */
    void wait(Conversation conversation) {
        waiting.add(conversation);
    }

    void touch(Connection connection) {
        touched.add(connection);
    }

    void forget(Conversation conversation, Collection<Long> sessionIds) {
        waiting.remove(conversation);
        sessions.release(conversation, sessionIds);
        logins.release(conversation);
        countTraders();
    }

    void noteClosed() {
        anyClosed = true;
    }

    void countTraders() {
        int count = 0;
        for (Connection connection : connections) {
            if (connection.isOpen() && connection.conversation().isGreeted()) {
                count++;
            }
        }
        counters.setTraders(count);
    }

    void note(String what, Exception cause) {
        Logger.debug(cause, what);
    }

    private void round() {
        nowNanos = System.nanoTime();
        boolean more = takeItems();
        for (Runnable task = posted.poll(); task != null; task = posted.poll()) {
            task.run();
        }
        serveSockets();
        if (pulse.isBeatDue(nowNanos)) {
            tick();
        }
        pulse.sendDue(nowNanos, ready ? model : null, connections);
        settleTouched();
        if (more) {
            selector.wakeup();
        }
    }

    /** Whether there is more than one round should take. */
    private boolean takeItems() {
        if (ready && inbox.needsReset()) {
            startOver("this node fell behind: connect again, here or to another node");
        }
        int taken = 0;
        for (Inbox.Item item = inbox.poll(); item != null; item = inbox.poll()) {
            take(item);
            taken++;
            if (taken == ITEMS_PER_ROUND) {
                break;
            }
        }
        if (taken > 0) {
            logins.tick(nowNanos);
            touchWaiting();
        }
        return !inbox.isEmpty();
    }

    private void take(Inbox.Item item) {
        try {
            if (item instanceof Inbox.Applied applied) {
                take(applied);
            } else if (item instanceof Inbox.Reset reset) {
                take(reset);
            }
        } catch (RuntimeException e) {
            Logger.error(e, "the traders' door lost track of the market: it starts over");
            inbox.requireReset();
            startOver("this node lost track of the market: connect again");
        }
    }

    private void take(Inbox.Applied applied) {
        if (applied.index() <= model.index()) {
            return; // The description at a reset was made after this one.
        }
        model.begin(applied.index(), applied.timestampNanos());
        applied.events().replay(model);
        // The answer goes first: it tells the order's id, which the feeds then speak of.
        sessions.applied(applied.request(), applied.verdict(), nowNanos);
        logins.applied(applied.request(), applied.verdict());
        feeds.publish(applied.index());
    }

    private void take(Inbox.Reset reset) {
        if (ready) {
            startOver("this node took over a newer state: connect again");
        }
        MarketModel fresh = new MarketModel(feeds);
        fresh.begin(reset.index(), 0);
        reset.description().replay(fresh);
        feeds.discard();
        model = fresh;
        ready = true;
    }

    /** What was applied meanwhile is unknown here, so nobody can be answered: all must go. */
    private void startOver(String why) {
        ready = false;
        feeds.discard();
        for (Connection connection : List.copyOf(connections)) {
            connection.end(why);
        }
    }

    private void touchWaiting() {
        for (Conversation conversation : List.copyOf(waiting)) {
            waiting.remove(conversation);
            conversation.touch();
        }
    }

    private void serveSockets() {
        for (SelectionKey key : selector.selectedKeys()) {
            if (key.attachment() == entrance) {
                entrance.accept();
            } else if (key.attachment() instanceof Connection connection) {
                guarded(connection, () -> serve(connection, key));
            }
        }
        selector.selectedKeys().clear();
    }

    private void serve(Connection connection, SelectionKey key) throws IOException {
        if (key.isValid() && key.isReadable()) {
            connection.onReadable(scratch);
        }
        connection.touch();
    }

    private void tick() {
        sessions.tick();
        logins.tick(nowNanos);
        touchWaiting();
        for (Connection connection : List.copyOf(connections)) {
            connection.tick(nowNanos);
        }
        entrance.tick();
    }

    private void settleTouched() {
        List<Connection> now = new ArrayList<>();
        while (!touched.isEmpty()) {
            now.addAll(touched);
            touched.clear();
            for (Connection connection : now) {
                if (!connection.isClosed()) {
                    guarded(connection, () -> connection.settle(nowNanos, scratch));
                }
            }
            now.clear();
        }
        removeClosed();
    }

    /** Connections of every stage, those that are ending included. */
    int connectionCount() {
        removeClosed();
        return connections.size();
    }

    void add(Connection connection) {
        connections.add(connection);
    }

    private void removeClosed() {
        if (anyClosed) {
            anyClosed = false;
            connections.removeIf(Connection::isClosed);
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    /** One connection's fault closes that connection and nothing else. */
    private void guarded(Connection connection, Step step) {
        try {
            step.run();
        } catch (IOException e) {
            note("a trader's connection broke", e);
            connection.close();
        } catch (RuntimeException e) {
            Logger.error(e, "serving a trader failed: the connection is closed");
            connection.close();
        }
    }

    private void closeAll() {
        logins.close();
        for (Connection connection : List.copyOf(connections)) {
            connection.close();
        }
        try {
            entrance.close();
            selector.close();
        } catch (IOException e) {
            Logger.warn(e, "closing the traders' port failed");
        }
        counters.setTraders(0);
    }
}
