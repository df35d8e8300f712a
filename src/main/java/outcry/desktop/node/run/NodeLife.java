package outcry.desktop.node.run;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import outcry.group.ElectionPolicy;
import outcry.group.Observation;
import outcry.group.Timing;
import outcry.node.NodeConfig;
import outcry.node.NodeStatus;

/**
 * The life of a window's node: start, crash, leave, start again with the same settings. Keeps the
 * last status and says how old it is, so that nothing old is shown as live.
 *
 * <p>JavaFX thread only. A node is started on {@code background}, because binding sockets and
 * reading the data folder may take a moment; a crash or close asked meanwhile happens as soon as it
 * is up.
 */
public final class NodeLife {
    /** A running node reports every 250 ms at least (NodeObserver); this much silence is news. */
    public static final long SILENCE_NANOS = 1_000_000_000L;

    /** How long the menu's freeze lasts. */
    public static final Duration FREEZE = Duration.ofSeconds(10);

    /** Receives what a node observed, in order, and how many observations did not fit before. */
    @FunctionalInterface
    public interface ObservationListener {
        void onObservations(List<Observation> batch, long lost);
    }

    private final NodeConfig config;
    private final NodeStarter starter;
    private final Executor background;
    private final Executor fx;
    private final LongSupplier clock;
    private final List<ObservationListener> listeners = new ArrayList<>();

    private final ReadOnlyObjectWrapper<NodePhase> phase =
            new ReadOnlyObjectWrapper<>(this, "phase", NodePhase.LEFT);
    private final ReadOnlyObjectWrapper<NodeStatus> status =
            new ReadOnlyObjectWrapper<>(this, "status");
    private final ReadOnlyBooleanWrapper silent = new ReadOnlyBooleanWrapper(this, "silent");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

    private NodeRun run;
    private NodePort port;
    private boolean crashWhenUp;
    private long heardNanos;
    private long phaseSinceNanos;
    private long frozenUntilNanos;

    /**
     * @param clock monotonic nanoseconds, the same as the node's
     * @param fx runs on the JavaFX thread, in order
     */
    public NodeLife(
            NodeConfig config,
            NodeStarter starter,
            Executor background,
            Executor fx,
            LongSupplier clock) {
        this.config = config;
        this.starter = starter;
        this.background = background;
        this.fx = fx;
        this.clock = clock;
    }

    // Properties

    public NodeConfig config() {
        return config;
    }

    public ReadOnlyObjectProperty<NodePhase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    public NodePhase phase() {
        return phase.get();
    }

    /** The last status of the present or last run; null before the first. */
    public ReadOnlyObjectProperty<NodeStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Whether the node is up and has not reported for {@link #SILENCE_NANOS}. */
    public ReadOnlyBooleanProperty silentProperty() {
        return silent.getReadOnlyProperty();
    }

    /** Why the node failed; empty else. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The running node; null while none is up. */
    public NodePort port() {
        return port;
    }

    /** Time since the node's last report, in nanoseconds; since the start before the first. */
    public long ageNanos() {
        return clock.getAsLong() - heardNanos;
    }

    /** Time since the present phase began, in nanoseconds. */
    public long phaseAgeNanos() {
        return clock.getAsLong() - phaseSinceNanos;
    }

    /** What remains of a freeze asked from this window; 0 when there is none. */
    public long freezeLeftNanos() {
        return phase().isUp() ? Math.max(0, frozenUntilNanos - clock.getAsLong()) : 0;
    }

    /** Adds a listener for observations of this and later runs. */
    public void onObservations(ObservationListener listener) {
        listeners.add(listener);
    }

    // Commands

    /** Starts the node, the first time or again; nothing while one is up or starting. */
    public void start() {
        if (run != null) {
            return;
        }
        NodeRun started = new NodeRun(fx, clock, new FromNode());
        run = started;
        crashWhenUp = false;
        problem.set("");
        status.set(null); // The last run's picture ends here.
        heardNanos = clock.getAsLong();
        frozenUntilNanos = heardNanos;
        enter(NodePhase.STARTING);
        background.execute(() -> startOnBackground(started));
    }

    /** Crashes the node: no goodbye. While it is starting, as soon as it is up. */
    public void crash() {
        if (phase() == NodePhase.STARTING) {
            crashWhenUp = true;
        } else if (phase().isUp()) {
            NodePort crashed = port;
            endRun(NodePhase.CRASHED);
            crashed.crash();
        }
    }

    /** Leaves the group in order. */
    public void leave() {
        if (phase() != NodePhase.RUNNING) {
            return;
        }
        enter(NodePhase.LEAVING);
        NodeRun leaving = run;
        port.leave().whenComplete((done, thrown) -> fx.execute(() -> left(leaving, thrown)));
    }

    /** Calls an election. */
    public void elect() {
        if (phase().isUp()) {
            port.elect();
        }
    }

    /** Goes on without the others, when it is cut off. */
    public void continueAlone() {
        if (phase().isUp()) {
            port.continueAlone();
        }
    }

    /** Lets the node stand still for {@link #FREEZE}. */
    public void freeze() {
        if (phase().isUp()) {
            frozenUntilNanos = clock.getAsLong() + FREEZE.toNanos();
            port.freeze(FREEZE);
        }
    }

    /**
     * Asks for other settings of the group.
     *
     * @param onDone told on the JavaFX thread whether a leader recorded them
     */
    public void changeSettings(ElectionPolicy policy, Timing timing, Consumer<Boolean> onDone) {
        if (!phase().isUp()) {
            onDone.accept(false);
            return;
        }
        port.changeSettings(policy, timing)
                .whenComplete(
                        (recorded, thrown) ->
                                fx.execute(() -> onDone.accept(thrown == null && recorded)));
    }

    /** Looks at the clock: to be called a few times a second, whatever happens. */
    public void tick() {
        silent.set(phase().isUp() && ageNanos() > SILENCE_NANOS);
    }

    // The node's side

    private void startOnBackground(NodeRun started) {
        try {
            NodePort up = starter.start(config, started);
            fx.execute(() -> started(started, up));
        } catch (IOException | RuntimeException e) {
            String text = e.getMessage() == null ? e.toString() : e.getMessage();
            fx.execute(() -> notStarted(started, text));
        }
    }

    private void notStarted(NodeRun started, String text) {
        if (!started.isOver()) {
            fail(text);
        }
    }

    private void started(NodeRun started, NodePort up) {
        if (started.isOver()) {
            up.crash(); // It failed between its start and this hop; nothing of it may live on.
            return;
        }
        port = up;
        heardNanos = Math.max(heardNanos, clock.getAsLong());
        enter(NodePhase.RUNNING);
        if (crashWhenUp) {
            crash();
        }
    }

    private void left(NodeRun leaving, Throwable thrown) {
        if (run != leaving) {
            return; // It was crashed while it was leaving.
        }
        if (thrown != null) {
            problem.set("It could not leave in order: " + thrown.getMessage());
        }
        endRun(thrown == null ? NodePhase.LEFT : NodePhase.FAILED);
    }

    private void fail(String text) {
        problem.set(text);
        endRun(NodePhase.FAILED);
    }

    private void endRun(NodePhase end) {
        run.end();
        run = null;
        port = null;
        enter(end);
    }

    private void enter(NodePhase next) {
        phaseSinceNanos = clock.getAsLong();
        phase.set(next);
        tick();
    }

    private final class FromNode implements NodeRun.Target {
        @Override
        public void heard(NodeRun.Heard heard) {
            heardNanos = heard.atNanos();
            status.set(heard.status());
            tick();
        }

        @Override
        public void observed(List<Observation> batch, long lost) {
            listeners.forEach(listener -> listener.onObservations(batch, lost));
        }

        @Override
        public void failed(String text) {
            fail(text);
        }
    }
}
