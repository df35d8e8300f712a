package outcry.desktop.node.run;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import outcry.desktop.parts.FrameConflator;
import outcry.desktop.parts.FrameQueue;
import outcry.group.Observation;
import outcry.node.NodeObserver;
import outcry.node.NodeStatus;

/**
 * The observer of one run of a node: brings what it hears to the JavaFX thread. Of statuses only
 * the latest matters; observations come all, in order. Once {@link #end ended} it passes nothing
 * on, so that a crashed node's last words never show up in its successor's window.
 */
final class NodeRun implements NodeObserver {
    /** Observations that wait for the JavaFX thread at most. */
    static final int OBSERVATIONS_MAX = 1_024;

    /** A status and the monotonic time at which the node's thread handed it over. */
    record Heard(NodeStatus status, long atNanos) {}

    /** Where it all goes, on the JavaFX thread. */
    interface Target {
        void heard(Heard heard);

        /**
         * @param lost observations that did not fit since the batch before
         */
        void observed(List<Observation> batch, long lost);

        void failed(String problem);
    }

    private final Executor fx;
    private final LongSupplier clock;
    private final Target target;
    private final FrameConflator<Heard> statuses;
    private final FrameQueue<Observation> observations;

    /** JavaFX thread only. */
    private boolean over;

    /** JavaFX thread only. */
    private long droppedBefore;

    NodeRun(Executor fx, LongSupplier clock, Target target) {
        this.fx = fx;
        this.clock = clock;
        this.target = target;
        this.statuses = new FrameConflator<>(fx, whileNotOver(target::heard));
        this.observations = new FrameQueue<>(OBSERVATIONS_MAX, fx, whileNotOver(this::deliver));
    }

    /** JavaFX thread. */
    void end() {
        over = true;
    }

    /** JavaFX thread. */
    boolean isOver() {
        return over;
    }

    @Override
    public void onStatus(NodeStatus status) {
        statuses.offer(new Heard(status, clock.getAsLong()));
    }

    @Override
    public void onObservation(Observation observation) {
        observations.offer(observation);
    }

    @Override
    public void onFailure(String problem) {
        Consumer<String> failed = whileNotOver(target::failed);
        fx.execute(() -> failed.accept(problem));
    }

    private void deliver(List<Observation> batch) {
        long dropped = observations.dropped();
        target.observed(batch, dropped - droppedBefore);
        droppedBefore = dropped;
    }

    private <T> Consumer<T> whileNotOver(Consumer<T> show) {
        return value -> {
            if (!over) {
                show.accept(value);
            }
        };
    }
}
