package outcry.desktop.trader.ticket;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import outcry.desktop.parts.Glyph;
import outcry.market.Side;

/** The button of one side, with what would happen, or why it cannot be pressed, under it. */
final class SideForm extends VBox {
    private final Button button = new Button();
    private final Label words = new Label();
    private final TicketSide model;
    private final Runnable leave;

    /**
     * @param leave puts the keyboard somewhere harmless
     */
    SideForm(TicketModel ticket, Side side, Runnable leave) {
        model = ticket.side(side);
        this.leave = leave;
        String name = side.name().toLowerCase(Locale.ROOT);
        getStyleClass().add("side-form");
        button.setId(name);
        button.getStyleClass().addAll("side-button", name);
        button.setGraphic((side == Side.BUY ? Glyph.UP : Glyph.DOWN).node());
        button.textProperty().bind(model.labelProperty());
        model.sendableProperty().addListener((o, before, can) -> enable(can));
        enable(model.sendableProperty().get());
        button.accessibleTextProperty().bind(model.labelProperty());
        button.accessibleHelpProperty().bind(model.problemProperty());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setWrapText(true);
        button.setOnAction(e -> ticket.send(side));
        button.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                        ticket.send(side);
                        event.consume();
                    }
                });
        words.setId(name + "-words");
        words.getStyleClass().add("side-words");
        words.setWrapText(true);
        getChildren().addAll(button, words);
        model.previewProperty().addListener(o -> showWords());
        model.problemProperty().addListener(o -> showWords());
        model.warningProperty().addListener(o -> showWords());
        showWords();
    }

    Button button() {
        return button;
    }

    /**
     * A button that is disabled while it has the keyboard hands it to whatever comes next in the
     * window; a second Enter would then press that, perhaps a cancel.
     */
    private void enable(boolean can) {
        if (!can && button.isFocused()) {
            leave.run();
        }
        button.setDisable(!can);
    }

    private void showWords() {
        String problem = model.problemProperty().get();
        String warning = model.warningProperty().get();
        if (!problem.isEmpty()) {
            words.setGraphic(null);
            words.setText(problem);
        } else if (!warning.isEmpty()) {
            words.setGraphic(Glyph.WARNING.node());
            words.setText(warning + " " + model.previewProperty().get());
        } else {
            words.setGraphic(null);
            words.setText(model.previewProperty().get());
        }
    }
}
