package outcry.desktop.parts;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * Carries the newest of many values onto the JavaFX thread: at most one is waiting there at any
 * time, and what was overtaken is never shown. One per stream of snapshots.
 *
 * @param <T> an immutable value that is complete in itself
 */
public final class FrameConflator<T> {
    private final AtomicReference<T> newest = new AtomicReference<>();
    private final Executor fx;
    private final Consumer<? super T> show;

    /**
     * @param show called on the JavaFX thread
     */
    public FrameConflator(Consumer<? super T> show) {
        this(Platform::runLater, show);
    }

    /**
     * @param fx runs on the JavaFX thread; a test's own instead
     */
    public FrameConflator(Executor fx, Consumer<? super T> show) {
        this.fx = Objects.requireNonNull(fx);
        this.show = Objects.requireNonNull(show);
    }

    /** Shows {@code value} soon, unless a newer one comes first. Any thread; never blocks. */
    public void offer(T value) {
        if (newest.getAndSet(Objects.requireNonNull(value)) == null) {
            fx.execute(() -> show.accept(newest.getAndSet(null)));
        }
    }
}
