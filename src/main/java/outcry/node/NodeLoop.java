package outcry.node;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.tinylog.Logger;
import outcry.gateway.Backend;
import outcry.gateway.Gateway;
import outcry.group.GroupConfig;
import outcry.market.Request;
import outcry.node.log.NodeLog;
import outcry.node.net.GroupNetwork;
import outcry.wire.trader.ServerMessage;

/**
 * The node's thread: waits on one selector, takes in messages, requests and time, carries out what
 * the group and the market want done. Everything of the node but the traders' door is owned by it;
 * other threads reach it through the {@link Inbox}.
 *
 * <p>An unexpected exception is a bug: the node stops as a whole, and says so.
 */
final class NodeLoop implements Backend {
    /** A turn that comes this much later than planned follows a pause of the whole process. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private static final long LEAVE_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final GroupNetwork network;
    private final DataFolder folder;
    private final NodeObserver observer;
    private final Inbox inbox;
    private final Pending pending;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private Gateway gateway;
    private MarketReplica market;
    private GroupEngine engine;
    private volatile StatusBoard board;
    private Thread thread;
    private volatile boolean isStopping;
    private volatile String doorProblem;
    private long leaveDeadlineNanos;
    private boolean isLeaving;

    NodeLoop(GroupNetwork network, DataFolder folder, NodeObserver observer) {
        this.network = network;
        this.folder = folder;
        this.observer = observer;
        inbox = new Inbox(network::wakeup);
        pending = new Pending(System.nanoTime());
    }

    /** Starts the thread; {@code door} was opened with this loop as its backend. */
    void start(GroupConfig config, Gateway door, NodeLog log) {
        gateway = door;
        StatusBoard newBoard = new StatusBoard(network, gateway, observer, System.nanoTime());
        market = new MarketReplica(gateway, pending);
        engine = new GroupEngine(config, network, log, market, newBoard::observed);
        newBoard.refresh(System.nanoTime(), engine, market);
        board = newBoard; // Only now: it has a picture to show.
        thread = new Thread(this::run, "node-" + config.self().name());
        thread.start();
    }

    NodeStatus status() {
        return board.latest();
    }

    /** Completes when the node's sockets are closed and its folder is free. */
    CompletableFuture<Void> closed() {
        return closed;
    }

    /** Stops at the end of this turn, telling nobody. Any thread. */
    void stop() {
        isStopping = true;
        network.wakeup();
        LockSupport.unpark(thread); // It may be frozen.
    }

    /** Runs a task with the engine on the node's thread; false when the inbox is full. */
    boolean ask(Consumer<GroupEngine> task) {
        return inbox.offer(() -> task.accept(engine));
    }

    void leave() {
        inbox.offer(
                () -> {
                    if (!isLeaving) {
                        isLeaving = true;
                        leaveDeadlineNanos = System.nanoTime() + LEAVE_TIMEOUT_NANOS;
                        engine.leave();
                    }
                });
    }

    /** The node's thread stands still, as that of a stopped process does. */
    void freeze(long nanos) {
        inbox.offer(
                () -> {
                    long untilNanos = System.nanoTime() + nanos;
                    long leftNanos = nanos;
                    while (!isStopping && leftNanos > 0) {
                        LockSupport.parkNanos(leftNanos);
                        leftNanos = untilNanos - System.nanoTime();
                    }
                });
    }

    // ---- Backend, on the gateway's thread

    @Override
    public boolean submit(Request request) {
        if (!pending.reserve()) {
            return false;
        }
        if (!inbox.offer(() -> pending.add(request, System.nanoTime()))) {
            pending.release();
            return false;
        }
        return true;
    }

    @Override
    public void forget(long session) {
        inbox.offer(() -> pending.forget(session));
    }

    @Override
    public void doorFailed(String problem) {
        if (!isStopping) {
            doorProblem = problem;
            stop();
        }
    }

    @Override
    public ServerMessage.Members members() {
        StatusBoard started = board;
        return started == null
                ? TraderViews.STARTING_MEMBERS
                : TraderViews.members(started.latest().group());
    }

    @Override
    public ServerMessage.NodeState nodeState() {
        StatusBoard started = board;
        return started == null
                ? TraderViews.STARTING_NODE
                : TraderViews.nodeState(
                        started.latest(), network.chosen().address().getHostAddress());
    }

    // ---- The thread

    private void run() {
        String problem = null;
        try {
            turnUntilStopped();
            problem = doorProblem == null ? engine.problem() : doorProblem;
        } catch (IOException e) {
            problem = "the node's sockets failed: " + e.getMessage();
            Logger.error(e, problem);
        } catch (RuntimeException | Error e) {
            problem = "the node stopped because of an internal error: " + e;
            Logger.error(e, problem);
        }
        close();
        if (problem != null) {
            board.failed(problem);
        }
        closed.complete(null);
    }

    private void turnUntilStopped() throws IOException {
        boolean hasMore = false;
        while (!isStopping) {
            long dueAtNanos = hasMore ? System.nanoTime() : nextDeadlineNanos();
            engine.await(dueAtNanos);
            boolean afterPause = System.nanoTime() - dueAtNanos > PAUSE_NANOS;
            hasMore = !engine.receive(afterPause);
            hasMore |= !inbox.run();
            market.serveGateway();
            pending.propose(System.nanoTime(), engine);
            engine.carryOut();
            long nowNanos = System.nanoTime();
            board.refresh(nowNanos, engine, market);
            if (engine.problem() != null) {
                isStopping = true; // Before it could promise what it cannot keep.
            }
            if (engine.hasLeft() || isLeaving && nowNanos - leaveDeadlineNanos >= 0) {
                isStopping = true;
            }
        }
    }

    private long nextDeadlineNanos() {
        long nowNanos = System.nanoTime();
        long next = board.nextDeadlineNanos();
        long pendingNanos = pending.nextDeadlineNanos(nowNanos);
        if (pendingNanos - next < 0) {
            next = pendingNanos;
        }
        return isLeaving && leaveDeadlineNanos - next < 0 ? leaveDeadlineNanos : next;
    }

    /** Everything closes at once; what a dying process's kernel would do. */
    private void close() {
        engine.close();
        gateway.close();
        folder.close();
        board.stopped(System.nanoTime());
    }
}
