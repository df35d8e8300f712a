package outcry.desktop.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * Carries values of which none may be overtaken, such as fills, onto the JavaFX thread: all that
 * came since the last time together, in order.
 *
 * <p>Bounded: when JavaFX stands still the oldest are dropped and counted, so that a window can say
 * that something is missing.
 *
 * @param <T> an immutable value
 */
public final class FrameQueue<T> {
    private final int limit;
    private final Executor fx;
    private final Consumer<? super List<T>> show;
    private ArrayList<T> waiting = new ArrayList<>();
    private long dropped;

    /**
     * @param limit values that wait at most
     * @param show called on the JavaFX thread
     */
    public FrameQueue(int limit, Consumer<? super List<T>> show) {
        this(limit, Platform::runLater, show);
    }

    /**
     * @param fx runs on the JavaFX thread; a test's own instead
     */
    public FrameQueue(int limit, Executor fx, Consumer<? super List<T>> show) {
        this.fx = Objects.requireNonNull(fx);
        this.limit = limit;
        this.show = Objects.requireNonNull(show);
    }

    /** Any thread; never blocks for longer than adding to a list takes. */
    public void offer(T value) {
        boolean first;
        synchronized (this) {
            first = waiting.isEmpty();
            if (waiting.size() == limit) {
                waiting.remove(0);
                dropped++;
            }
            waiting.add(Objects.requireNonNull(value));
        }
        if (first) {
            fx.execute(this::drain);
        }
    }

    /** Values dropped since the start. */
    public synchronized long dropped() {
        return dropped;
    }

    private void drain() {
        List<T> batch;
        synchronized (this) {
            batch = waiting;
            waiting = new ArrayList<>();
        }
        show.accept(batch);
    }
}
