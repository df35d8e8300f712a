package outcry.desktop.trader.ticket;

import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * A field for a number with steps: buttons, arrow keys, mouse wheel; ten steps with Shift. What a
 * step is, the model knows.
 */
final class StepField extends HBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private static final int BIG_STEP = 10;

    private final TextField field = new TextField();
    private final IntConsumer step;

    StepField(String name, StringProperty text, ObservableValue<String> problem, IntConsumer step) {
        this.step = step;
        getStyleClass().add("step-field");
        field.setId(name.toLowerCase(Locale.ROOT).replace(' ', '-'));
        field.getStyleClass().add("figure");
        field.setAccessibleText(name);
        field.textProperty().bindBidirectional(text);
        HBox.setHgrow(field, Priority.ALWAYS);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.addEventHandler(ScrollEvent.SCROLL, this::wheel);
        problem.addListener((o, before, now) -> show(now));
        getChildren().addAll(button("−", name, -1), field, button("+", name, 1));
    }

    TextField field() {
        return field;
    }

    private Button button(String sign, String name, int by) {
        Button button = new Button(sign);
        button.getStyleClass().addAll("figure", "step-button");
        button.setFocusTraversable(false);
        button.setAccessibleText((by < 0 ? "Less " : "More ") + name);
        button.setOnAction(e -> step.accept(by));
        return button;
    }

    private void show(String problem) {
        field.pseudoClassStateChanged(INVALID, !problem.isEmpty());
        field.setTooltip(problem.isEmpty() ? null : new Tooltip(problem));
        field.setAccessibleHelp(problem);
    }

    private void key(KeyEvent event) {
        int by = event.isShiftDown() ? BIG_STEP : 1;
        if (event.getCode() == KeyCode.UP) {
            step.accept(by);
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN) {
            step.accept(-by);
            event.consume();
        }
    }

    private void wheel(ScrollEvent event) {
        if (field.isFocused() && event.getDeltaY() != 0) {
            step.accept(event.getDeltaY() > 0 ? 1 : -1);
            event.consume();
        }
    }
}
