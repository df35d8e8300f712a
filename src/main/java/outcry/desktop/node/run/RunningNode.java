package outcry.desktop.node.run;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import outcry.group.ElectionPolicy;
import outcry.group.NodeInfo;
import outcry.group.Timing;
import outcry.node.Node;
import outcry.node.NodeConfig;
import outcry.node.NodeObserver;

/** A real {@link Node} behind the window's port. */
public final class RunningNode implements NodePort {
    private final Node node;

    private RunningNode(Node node) {
        this.node = node;
    }

    /** The {@link NodeStarter} of the program. */
    public static NodePort start(NodeConfig config, NodeObserver observer) throws IOException {
        return new RunningNode(Node.start(config, observer));
    }

    @Override
    public NodeInfo info() {
        return node.info();
    }

    @Override
    public void crash() {
        node.crash();
    }

    @Override
    public CompletableFuture<Void> leave() {
        return node.leave();
    }

    @Override
    public void elect() {
        node.elect();
    }

    @Override
    public void continueAlone() {
        node.continueAlone();
    }

    @Override
    public void freeze(Duration duration) {
        node.freeze(duration);
    }

    @Override
    public CompletableFuture<Boolean> changeSettings(ElectionPolicy policy, Timing timing) {
        return node.changeSettings(policy, timing);
    }
}
