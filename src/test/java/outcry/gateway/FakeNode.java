package outcry.gateway;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import outcry.market.Exchange;
import outcry.market.Request;
import outcry.market.Verdict;
import outcry.wire.CommandCodec;
import outcry.wire.trader.ServerMessage;

/**
 * A node in memory: applies requests one after the other to a real exchange on a thread of its own
 * and feeds a real gateway. Tests may hold requests back, refuse them, and put them in another
 * order.
 */
final class FakeNode implements Backend, AutoCloseable {
    final Set<Long> forgotten = ConcurrentHashMap.newKeySet();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Exchange exchange = new Exchange();
    private final MarketEvents.Recorder recorder = MarketEvents.recorder();
    private final Queue<Request> held = new ArrayDeque<>();
    private final Gateway gateway;
    private volatile boolean accepting = true;
    private volatile CountDownLatch frozen;
    private volatile String leader = "n1";
    private boolean holding;
    private long index;

    private FakeNode(GatewayLimits limits, boolean ready) throws IOException {
        gateway = Gateway.open(InetAddress.getLoopbackAddress(), 0, this, limits);
        if (ready) {
            becomeReady();
        }
    }

    static FakeNode start() throws IOException {
        return new FakeNode(GatewayLimits.STANDARD, true);
    }

    static FakeNode start(GatewayLimits limits) throws IOException {
        return new FakeNode(limits, true);
    }

    static FakeNode startNotReady() throws IOException {
        return new FakeNode(GatewayLimits.STANDARD, false);
    }

    Gateway gateway() {
        return gateway;
    }

    void becomeReady() {
        thread.execute(this::reset);
    }

    /** Gives the door a new state, as a node does that was resynchronised. */
    void resetNow() {
        thread.execute(this::reset);
    }

    void accept(boolean newAccepting) {
        accepting = newAccepting;
    }

    void elect(String newLeader) {
        leader = newLeader;
        gateway.groupChanged();
    }

    /** Stops the gateway's thread at its next look at the group. */
    void freezeDoor() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        frozen = reached;
        assertTrue(reached.await(30, TimeUnit.SECONDS), "the gateway's thread does not beat");
    }

    void thawDoor() {
        frozen = null;
    }

    /** From now on requests wait. */
    synchronized void hold() {
        holding = true;
    }

    synchronized List<Request> heldRequests() {
        return new ArrayList<>(held);
    }

    /** Applies what waits, in its order. */
    void release() {
        release(heldRequests());
    }

    /** Applies these, and lets new ones through. */
    synchronized void release(List<Request> requests) {
        holding = false;
        held.clear();
        for (Request request : requests) {
            sequence(request);
        }
    }

    /** Occupies the node's thread until all that was submitted before is applied. */
    void settle() throws Exception {
        thread.submit(() -> {}).get(20, TimeUnit.SECONDS);
    }

    @Override
    public synchronized boolean submit(Request request) {
        if (!accepting) {
            return false;
        }
        // As on a real node, a request travels as bytes: one that does not fit fails here.
        Request travelled = CommandCodec.decode(CommandCodec.encode(request));
        if (holding) {
            held.add(travelled);
        } else {
            sequence(travelled);
        }
        return true;
    }

    @Override
    public void doorFailed(String problem) {
        throw new AssertionError(problem);
    }

    @Override
    public void forget(long session) {
        forgotten.add(session);
    }

    @Override
    public ServerMessage.Members members() {
        CountDownLatch reached = frozen;
        while (reached != null && frozen != null) {
            reached.countDown();
            LockSupport.parkNanos(1_000_000);
        }
        ServerMessage.Member member =
                new ServerMessage.Member("n1", 1, "127.0.0.1:1", "leader", "live", "", true, 0);
        return new ServerMessage.Members(0, "lab", 7, 1, 3, leader, index, "", List.of(member));
    }

    @Override
    public ServerMessage.NodeState nodeState() {
        return new ServerMessage.NodeState(
                0,
                "lab",
                7,
                "n1",
                1,
                1,
                "127.0.0.1:1",
                "leader",
                "live",
                leader,
                3,
                1,
                0,
                0,
                "00",
                gateway == null ? 0 : gateway.traders());
    }

    @Override
    public void close() {
        frozen = null;
        gateway.close();
        thread.shutdownNow();
    }

    private void sequence(Request request) {
        thread.execute(() -> apply(request));
    }

    private void apply(Request request) {
        index++;
        Verdict verdict = exchange.apply(index, 1_000 + index, request, recorder);
        if (gateway.needsReset()) {
            reset();
        } else {
            gateway.applied(index, 1_000 + index, request, verdict, recorder.take());
        }
    }

    private void reset() {
        recorder.take();
        exchange.describe(recorder);
        gateway.reset(index, recorder.take());
    }
}
