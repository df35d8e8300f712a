package outcry.desktop.node.run;

import java.io.IOException;
import outcry.node.NodeConfig;
import outcry.node.NodeObserver;

/** Starts nodes; {@link RunningNode#start} in the program, a player of scenes in tests. */
@FunctionalInterface
public interface NodeStarter {
    /**
     * Starts a node that reports to {@code observer} on a thread of its own.
     *
     * @throws IOException with a sentence that says what would help
     */
    NodePort start(NodeConfig config, NodeObserver observer) throws IOException;
}
