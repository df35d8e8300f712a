package outcry.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import outcry.market.Request;
import outcry.market.Verdict;

/**
 * The traders' door of one node: one thread and one selector for all traders' connections. The node
 * feeds it with what was applied; it answers, publishes and enforces limits.
 */
public final class Gateway {
    private static final int ACCEPT_QUEUE = 256;

    private final int port;
    private final Inbox inbox;
    private final GatewayLoop loop;
    private final ServerCounters counters;
    private final Thread thread;

    private Gateway(
            int port, Inbox inbox, GatewayLoop loop, ServerCounters counters, Thread thread) {
        this.port = port;
        this.inbox = inbox;
        this.loop = loop;
        this.counters = counters;
        this.thread = thread;
    }

    /**
     * Opens the door with {@link GatewayLimits#STANDARD}.
     *
     * @param port 0 for any free one
     * @throws IOException with a sentence that says what would help, when the port cannot be had
     */
    public static Gateway open(InetAddress address, int port, Backend backend) throws IOException {
        return open(address, port, backend, GatewayLimits.STANDARD);
    }

    /**
     * Opens the door.
     *
     * @param port 0 for any free one
     * @throws IOException with a sentence that says what would help, when the port cannot be had
     */
    public static Gateway open(InetAddress address, int port, Backend backend, GatewayLimits limits)
            throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        Selector selector = null;
        try {
            server.configureBlocking(false);
            server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            bind(server, address, port);
            selector = Selector.open();
            int bound = ((InetSocketAddress) server.getLocalAddress()).getPort();
            Inbox inbox = new Inbox(limits.backlog());
            ServerCounters counters = new ServerCounters();
            GatewayLoop loop = new GatewayLoop(limits, backend, inbox, selector, server, counters);
            Thread thread = new Thread(loop, "gateway-" + bound);
            thread.setDaemon(true);
            thread.start();
            return new Gateway(bound, inbox, loop, counters, thread);
        } catch (IOException | RuntimeException e) {
            server.close();
            if (selector != null) {
                selector.close();
            }
            throw e;
        }
    }

    /** The port traders connect to. */
    public int port() {
        return port;
    }

    /** Traders connected now; any thread. */
    public int traders() {
        return counters.traders();
    }

    /**
     * One request was applied. Node's thread; never blocks: a gateway that falls too far behind
     * closes its connections and starts over from {@link #reset}.
     */
    public void applied(
            long index,
            long timestampNanos,
            Request request,
            Verdict verdict,
            MarketEvents events) {
        inbox.offer(new Inbox.Applied(index, timestampNanos, request, verdict, events));
        loop.wakeUp();
    }

    /**
     * True when the gateway fell behind or never began: the node must call {@link #reset} with the
     * described state. Node's thread.
     */
    public boolean needsReset() {
        return inbox.needsReset();
    }

    /** The market's state at {@code index} as events; replaces all read models. Node's thread. */
    public void reset(long index, MarketEvents description) {
        inbox.reset(new Inbox.Reset(index, description));
        loop.wakeUp();
    }

    /** Leader, membership or role changed: tell subscribers. Any thread. */
    public void groupChanged() {
        loop.groupChanged();
    }

    /**
     * Closes all connections and the port at once. Any thread; returns when the thread has ended.
     */
    public void close() {
        loop.stop();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true; // The port must be free when this returns.
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void bind(ServerSocketChannel server, InetAddress address, int port)
            throws IOException {
        try {
            server.bind(new InetSocketAddress(address, port), ACCEPT_QUEUE);
        } catch (IOException e) {
            throw new IOException(
                    "the traders' port "
                            + address.getHostAddress()
                            + ":"
                            + port
                            + " cannot be opened ("
                            + e.getMessage()
                            + "): use another one, or 0 for any free one",
                    e);
        }
    }
}
