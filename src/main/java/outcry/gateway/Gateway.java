package outcry.gateway;

import java.io.IOException;
import java.net.InetAddress;
import outcry.market.Request;
import outcry.market.Verdict;

/**
 * The traders' door of one node: one thread and one selector for all traders' connections. The node
 * feeds it with what was applied; it answers, publishes and enforces limits.
 */
public final class Gateway {
    private Gateway() {}

    /**
     * Opens the door.
     *
     * @param port 0 for any free one
     * @throws IOException with a sentence that says what would help, when the port cannot be had
     */
    public static Gateway open(InetAddress address, int port, Backend backend) throws IOException {
        throw new IOException("not yet");
    }

    public int port() {
        return 0;
    }

    /** Traders connected now; any thread. */
    public int traders() {
        return 0;
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
            MarketEvents events) {}

    /**
     * True when the gateway fell behind or never began: the node must call {@link #reset} with the
     * described state. Node's thread.
     */
    public boolean needsReset() {
        return true;
    }

    /** The market's state at {@code index} as events; replaces all read models. Node's thread. */
    public void reset(long index, MarketEvents description) {}

    /** Leader, membership or role changed: tell subscribers. Any thread. */
    public void groupChanged() {}

    /**
     * Closes all connections and the port at once. Any thread; returns when the thread has ended.
     */
    public void close() {}
}
