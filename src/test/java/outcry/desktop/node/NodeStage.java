package outcry.desktop.node;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;
import outcry.desktop.app.Settings;
import outcry.desktop.app.Windows;
import outcry.desktop.node.run.NodeLife;
import outcry.node.NodeStatus;

/** An open node window on a played node, with a clock that only the test moves. */
final class NodeStage {
    static final long SECOND = 1_000_000_000L;
    private static final long DEADLINE_SECONDS = 60;

    final AtomicLong nanos = new AtomicLong(500 * SECOND);
    final PlayedNode node = new PlayedNode();
    final PlayedBook book = new PlayedBook();
    Windows windows;
    NodeWindow window;
    Stage stage;

    void open() {
        fx(
                () -> {
                    windows = new Windows(Settings.forgetful());
                    window =
                            NodeWindow.open(
                                    windows,
                                    Scene.CONFIG,
                                    new NodeWindow.Ports(
                                            node::start, book::start, Runnable::run, nanos::get));
                    stage = (Stage) window.root().getScene().getWindow();
                });
        settle();
    }

    void close() {
        if (window != null) {
            fx(() -> windows.close(window));
        }
    }

    void says(NodeStatus status) {
        node.says(status);
        settle();
    }

    void life(Consumer<NodeLife> action) {
        fx(() -> action.accept(window.life()));
        settle();
    }

    void pass(long passedNanos) {
        nanos.addAndGet(passedNanos);
        settle();
    }

    /** Lets the window tick with the played clock, and the pulses after it pass. */
    void settle() {
        WaitForAsyncUtils.waitForFxEvents();
        fx(() -> window.tick());
        WaitForAsyncUtils.waitForFxEvents();
    }

    void fx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(DEADLINE_SECONDS), action);
    }

    /** The first node that a selector such as {@code #role} finds. */
    <T extends Node> T find(String selector, Class<T> type) {
        Node found = window.root().lookup(selector);
        if (found == null) {
            throw new AssertionError("nothing in the window is " + selector);
        }
        return type.cast(found);
    }

    String text(String selector) {
        return find(selector, Labeled.class).getText();
    }

    /** Whether it is there and everything round it is visible. */
    boolean isShown(String selector) {
        Node at = window.root().lookup(selector);
        boolean shown = at != null;
        while (at != null) {
            shown &= at.isVisible();
            at = at.getParent();
        }
        return shown;
    }

    void await(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                DEADLINE_SECONDS,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    }
}
