package outcry.desktop.node.run;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import outcry.group.ElectionPolicy;
import outcry.group.NodeInfo;
import outcry.group.Timing;

/**
 * What a window needs of a running node. {@link RunningNode} is the real one; tests and pictures
 * play one without sockets. Any thread; every method returns at once.
 */
public interface NodePort {
    /** Id, incarnation, addresses and ports. */
    NodeInfo info();

    /** Stops like a killed process: nobody is told. */
    void crash();

    /** Leaves the group in order; completes when the node is closed. */
    CompletableFuture<Void> leave();

    /** Calls an election. */
    void elect();

    /** Goes on without the others, when it is cut off (G24). */
    void continueAlone();

    /** Stands still for a while, as a stopped process does. */
    void freeze(Duration duration);

    /** Changes the whole group's settings; false when no leader could record it. */
    CompletableFuture<Boolean> changeSettings(ElectionPolicy policy, Timing timing);
}
