package outcry.desktop.node;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import outcry.desktop.node.run.NodePort;
import outcry.group.ElectionPolicy;
import outcry.group.NodeInfo;
import outcry.group.Observation;
import outcry.group.Timing;
import outcry.node.NodeConfig;
import outcry.node.NodeObserver;
import outcry.node.NodeStatus;

/** A node without sockets: says what a test lets it say, and remembers what was asked of it. */
final class PlayedNode implements NodePort {
    /** What was asked, in order: "start", "crash", "leave", "elect", "freeze PT10S", … */
    final List<String> asked = new ArrayList<>();

    /** Completed by the test. */
    final CompletableFuture<Void> left = new CompletableFuture<>();

    final CompletableFuture<Boolean> changed = new CompletableFuture<>();

    /** If set, the next start fails with it. */
    String startProblem;

    private NodeObserver observer;

    /** A {@link outcry.desktop.node.run.NodeStarter}. */
    synchronized NodePort start(NodeConfig config, NodeObserver hears) throws IOException {
        asked.add("start");
        if (startProblem != null) {
            throw new IOException(startProblem);
        }
        observer = hears;
        return this;
    }

    synchronized NodeObserver observer() {
        return observer;
    }

    void says(NodeStatus status) {
        observer().onStatus(status);
    }

    void observes(Observation... seen) {
        for (Observation observation : seen) {
            observer().onObservation(observation);
        }
    }

    @Override
    public NodeInfo info() {
        return Scene.N3;
    }

    @Override
    public void crash() {
        asked.add("crash");
    }

    @Override
    public CompletableFuture<Void> leave() {
        asked.add("leave");
        return left;
    }

    @Override
    public void continueAlone() {
        asked.add("continue");
    }

    @Override
    public void elect() {
        asked.add("elect");
    }

    @Override
    public void freeze(Duration duration) {
        asked.add("freeze " + duration);
    }

    @Override
    public CompletableFuture<Boolean> changeSettings(ElectionPolicy policy, Timing timing) {
        asked.add("settings " + policy + " " + timing);
        return changed;
    }
}
