package outcry.desktop.node;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.util.Duration;

/**
 * A button for what must not happen by accident: it acts when it has been kept pressed for a
 * moment, while a ring fills, or at once on a click with Shift. Works with the space bar as well.
 */
final class HoldButton extends Button {
    /** How long it must be pressed. */
    static final Duration HOLD = Duration.millis(400);

    private static final Duration HINT = Duration.seconds(2);
    private static final double RING_RADIUS = 6;

    private final String label;
    private final Runnable action;
    private final DoubleProperty held = new SimpleDoubleProperty(this, "held");
    private final Timeline filling;
    private final PauseTransition hint = new PauseTransition(HINT);

    /**
     * @param action called once each time it was kept pressed
     */
    HoldButton(String label, Runnable action) {
        super(label);
        this.label = label;
        this.action = action;
        getStyleClass().add("hold-button");
        setGraphic(ring());
        setAccessibleHelp("Keep pressed for 0.4 seconds, or click with Shift");
        filling =
                new Timeline(
                        new KeyFrame(Duration.ZERO, new KeyValue(held, 0)),
                        new KeyFrame(HOLD, new KeyValue(held, 1)));
        filling.setOnFinished(e -> act());
        hint.setOnFinished(e -> setText(label));
        armedProperty().addListener((o, before, armed) -> armedChanged(armed));
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    }

    private StackPane ring() {
        Arc track = new Arc(0, 0, RING_RADIUS, RING_RADIUS, 90, 360);
        track.getStyleClass().add("hold-track");
        Arc fill = new Arc(0, 0, RING_RADIUS, RING_RADIUS, 90, 0);
        fill.getStyleClass().add("hold-fill");
        fill.lengthProperty().bind(held.multiply(-360));
        StackPane ring = new StackPane(track, fill);
        // The arc's bounds change while it fills; its place must not.
        fill.setManaged(false);
        fill.centerXProperty().bind(ring.widthProperty().divide(2));
        fill.centerYProperty().bind(ring.heightProperty().divide(2));
        return ring;
    }

    private void pressed(MouseEvent event) {
        if (event.isShiftDown() && event.isPrimaryButtonDown()) {
            event.consume();
            action.run();
        }
    }

    private void armedChanged(boolean armed) {
        if (armed) {
            hint.stop();
            setText(label);
            filling.playFromStart();
        } else if (filling.getStatus() == Animation.Status.RUNNING) {
            filling.stop();
            held.set(0);
            hint("Keep pressed…");
        }
    }

    /** Says for a moment what is still to be done. */
    void hint(String text) {
        setText(text);
        hint.playFromStart();
    }

    private void act() {
        held.set(0);
        disarm();
        action.run();
    }
}
