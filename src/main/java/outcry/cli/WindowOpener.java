package outcry.cli;

import java.util.List;
import outcry.client.ClientConfig;
import outcry.node.NodeConfig;

/**
 * The desktop, as far as the command line knows it. Implemented where JavaFX may be loaded; until a
 * method is called no JavaFX class is. Every method but the first returns when the last of its
 * windows is closed, and fails with a sentence when none can be shown.
 */
public interface WindowOpener {
    /** Whether a window could be shown here. */
    boolean hasDisplay();

    /**
     * A trader's window.
     *
     * @param account empty: the one used last, or else the name of the computer's user
     * @param secret opens every account for which the user types no other
     */
    void trader(ClientConfig config, String account, String secret) throws CommandFailed;

    /** A node with its window. */
    void node(NodeConfig config) throws CommandFailed;

    /** A whole exchange in one process: a window for every node, and one for a trader. */
    void demo(List<NodeConfig> nodes, ClientConfig trader, String account, String secret)
            throws CommandFailed;
}
