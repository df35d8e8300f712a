package outcry.desktop.trader.ticket;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The form that changes a working order. */
public final class AmendPane extends VBox {
    private final StepField quantity;

    public AmendPane(AmendModel model) {
        setId("amend");
        getStyleClass().add("ticket");
        Label title = new Label();
        title.setId("amend-title");
        title.setWrapText(true);
        title.textProperty().bind(model.titleProperty());
        quantity =
                new StepField(
                        "Amend quantity",
                        model.quantityProperty(),
                        model.quantityProblemProperty(),
                        model::stepQuantity);
        StepField price =
                new StepField(
                        "Amend price",
                        model.priceProperty(),
                        model.priceProblemProperty(),
                        model::stepPrice);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("ticket-fields");
        Label priceLabel = label("Price", price);
        grid.addRow(0, label("Open", quantity), quantity);
        grid.addRow(1, priceLabel, price);
        model.rowProperty()
                .addListener(
                        o -> {
                            price.setVisible(model.hasPrice());
                            priceLabel.setVisible(model.hasPrice());
                        });
        Button send = new Button();
        send.setId("amend-send");
        send.getStyleClass().add("accent");
        send.textProperty().bind(model.labelProperty());
        send.disableProperty().bind(model.sendableProperty().not());
        send.setOnAction(e -> model.send());
        send.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(send, Priority.ALWAYS);
        Button leave = new Button("Leave it");
        leave.setId("amend-leave");
        leave.setOnAction(e -> model.close());
        HBox buttons = new HBox(send, leave);
        buttons.getStyleClass().add("sides");
        Label words = new Label();
        words.setId("amend-words");
        words.getStyleClass().add("side-words");
        words.setWrapText(true);
        words.textProperty().bind(model.wordsProperty());
        getChildren().addAll(title, grid, buttons, words);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, model));
    }

    /** Puts the keyboard into the quantity. */
    public void focusQuantity() {
        quantity.field().requestFocus();
        quantity.field().selectAll();
    }

    private static void key(KeyEvent event, AmendModel model) {
        boolean isButton = event.getTarget() instanceof Button;
        if (event.getCode() == KeyCode.ENTER && !isButton) {
            model.send();
            event.consume();
        }
    }

    private static Label label(String text, StepField of) {
        Label label = new Label(text);
        label.getStyleClass().add("field-label");
        label.setLabelFor(of.field());
        return label;
    }
}
