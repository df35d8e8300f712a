package outcry.desktop.node;

import java.util.function.LongSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import outcry.desktop.node.run.NodeLife;
import outcry.desktop.node.run.NodePhase;
import outcry.desktop.parts.Glyph;

/** Simulate crash, and in its menu the other things that can be done to a node. */
final class CrashControl extends HBox {
    /** The keys must be pressed twice within this time. */
    private static final long TWICE_NANOS = 1_500_000_000L;

    private final NodeLife life;
    private final LongSupplier clock;
    private final HoldButton crash;
    private long pressedNanos;
    private boolean pressed;

    CrashControl(NodeLife life, LongSupplier clock) {
        this.life = life;
        this.clock = clock;
        getStyleClass().add("crash-control");
        setMinWidth(USE_PREF_SIZE);
        BooleanBinding up =
                Bindings.createBooleanBinding(() -> life.phase().isUp(), life.phaseProperty());
        BooleanBinding running =
                Bindings.createBooleanBinding(
                        () -> life.phase() == NodePhase.RUNNING, life.phaseProperty());
        crash = new HoldButton("Simulate crash", life::crash);
        crash.setId("crash");
        crash.disableProperty().bind(up.not());
        MenuButton menu = new MenuButton();
        menu.setId("crash-menu");
        menu.setAccessibleText("More to do to this node");
        menu.disableProperty().bind(up.not());
        menu.getItems()
                .addAll(
                        item("Crash now, no goodbye", Glyph.CRASH, up, life::crash),
                        item("Freeze for 10 s", Glyph.FROZEN, running, life::freeze),
                        new SeparatorMenuItem(),
                        item("Leave gracefully", Glyph.LEAVE, running, life::leave),
                        item("Call an election", Glyph.ELECTING, running, life::elect));
        getChildren().addAll(crash, menu);
    }

    /** Ctrl+Shift+X: crashes when it comes twice in a short time. */
    void shortcut() {
        long now = clock.getAsLong();
        if (pressed && now - pressedNanos <= TWICE_NANOS) {
            pressed = false;
            life.crash();
        } else if (life.phase().isUp()) {
            pressed = true;
            pressedNanos = now;
            crash.hint("Press again…");
        }
    }

    private static MenuItem item(
            String text, Glyph glyph, BooleanBinding enabled, Runnable action) {
        MenuItem item = new MenuItem(text, glyph.node());
        item.disableProperty().bind(enabled.not());
        item.setOnAction(e -> action.run());
        return item;
    }
}
