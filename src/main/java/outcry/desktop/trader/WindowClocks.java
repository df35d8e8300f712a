package outcry.desktop.trader;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;

/**
 * Time and turn as a window's models know them, so that tests can set both.
 *
 * @param nanoTime monotonic
 * @param now for people
 * @param windowThread runs what it is given on the JavaFX thread, later
 */
public record WindowClocks(LongSupplier nanoTime, Supplier<Instant> now, Executor windowThread) {

    /** The computer's clocks and the JavaFX thread. */
    public static WindowClocks real() {
        return new WindowClocks(System::nanoTime, Instant::now, Platform::runLater);
    }

    Instant instant() {
        return now.get();
    }

    LocalTime time() {
        return LocalTime.ofInstant(now.get(), ZoneId.systemDefault());
    }
}
