package outcry.node;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import outcry.group.ElectionPolicy;
import outcry.group.NodeInfo;
import outcry.group.Timing;

/**
 * One running replica: the face that windows and the command line use. All methods may be called on
 * any thread and return at once; what they ask happens on the node's thread.
 */
public final class Node {
    private Node() {}

    /**
     * Starts a node: its sockets are bound and its incarnation is durable when this returns.
     *
     * @throws IOException with a sentence that says what would help, when a socket or the data
     *     folder cannot be had
     */
    public static Node start(NodeConfig config, NodeObserver observer) throws IOException {
        throw new IOException("not yet");
    }

    public NodeConfig config() {
        return null;
    }

    /** Id, incarnation, addresses and ports. */
    public NodeInfo info() {
        return null;
    }

    public NodeStatus status() {
        return null;
    }

    /** Stops like a killed process: sockets close, memory is gone, nobody is told. */
    public void crash() {}

    /**
     * Leaves the group (a leader hands over first), then closes; completes when closed, at the
     * latest after a few seconds.
     */
    public CompletableFuture<Void> leave() {
        return CompletableFuture.completedFuture(null);
    }

    /** Calls an election. */
    public void elect() {}

    /** The node's thread stands still for a while, as a stopped process does. */
    public void freeze(Duration duration) {}

    /**
     * Changes policy and timing of the whole group; false in the result when no leader could record
     * it.
     */
    public CompletableFuture<Boolean> changeSettings(ElectionPolicy policy, Timing timing) {
        return CompletableFuture.completedFuture(false);
    }
}
