package outcry.desktop.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;

/** Starts JavaFX, once per process. */
public final class Desktop {
    /** Held for the process's life: java.util.logging forgets settings of collected loggers. */
    private static final Logger JAVAFX_LOGGER = Logger.getLogger("javafx");

    private Desktop() {}

    /**
     * Whether a window could be shown here. Loads no JavaFX class that needs a display; a display
     * that is named but refuses is found out only by {@link #launch}.
     */
    public static boolean hasDisplay() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win") || system.contains("mac")) {
            return true;
        }
        String display = System.getenv("DISPLAY");
        return display != null && !display.isBlank();
    }

    /**
     * Starts JavaFX, calls {@code first} on its thread to open the first windows, and returns when
     * the last window is closed. Any thread but JavaFX's own; once per process.
     *
     * @param settingsFolder where the desktop remembers its settings; made when missing
     * @throws DesktopException when JavaFX cannot start here
     */
    public static void launch(Path settingsFolder, Consumer<Windows> first) {
        CountDownLatch closed = new CountDownLatch(1);
        start(
                () -> {
                    Windows windows = new Windows(Settings.load(settingsFolder));
                    windows.onLastClosed(closed::countDown);
                    try {
                        first.accept(windows);
                    } finally {
                        if (windows.open().isEmpty()) {
                            closed.countDown();
                        }
                    }
                });
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
    }

    private static void start(Runnable onStart) {
        // JavaFX warns that it is on the class path, which is where we put it on purpose.
        JAVAFX_LOGGER.setLevel(Level.SEVERE);
        try {
            Platform.setImplicitExit(false);
            Platform.startup(onStart);
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
            throw new DesktopException(
                    "No window can be shown here: "
                            + e.getMessage()
                            + ". On Linux a window needs a display (DISPLAY is "
                            + System.getenv("DISPLAY")
                            + ") and the packages libgtk-3-0 and libxtst6; without them use"
                            + " 'outcry console' or 'outcry node --headless'.",
                    e);
        }
    }
}
