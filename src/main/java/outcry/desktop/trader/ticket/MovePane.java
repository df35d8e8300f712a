package outcry.desktop.trader.ticket;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The form that moves cash and shares in and out. */
public final class MovePane extends VBox {
    public MovePane(MoveModel model) {
        setId("move");
        getStyleClass().add("ticket");
        ComboBox<Move> what = new ComboBox<>();
        what.setId("move-what");
        what.getItems().setAll(Move.values());
        what.valueProperty().bindBidirectional(model.moveProperty());
        what.setMaxWidth(Double.MAX_VALUE);
        what.setAccessibleText("What to move");
        TextField amount = new TextField();
        amount.setId("move-amount");
        amount.getStyleClass().add("figure");
        amount.textProperty().bindBidirectional(model.amountProperty());
        amount.setAccessibleText("Amount");
        amount.setOnAction(e -> model.send());
        TextField symbol = new TextField();
        symbol.setId("move-symbol");
        symbol.textProperty().bindBidirectional(model.symbolProperty());
        symbol.setAccessibleText("Symbol");
        symbol.disableProperty().bind(model.moveProperty().map(Move::isCash));
        symbol.setOnAction(e -> model.send());
        Label amountLabel = new Label();
        amountLabel
                .textProperty()
                .bind(model.moveProperty().map(move -> move.isCash() ? "Amount" : "Shares"));
        amountLabel.setLabelFor(amount);
        Label symbolLabel = new Label("Symbol");
        symbolLabel.setLabelFor(symbol);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("ticket-fields");
        grid.addRow(0, new Label("What"), what);
        grid.addRow(1, symbolLabel, symbol);
        grid.addRow(2, amountLabel, amount);
        GridPane.setHgrow(what, Priority.ALWAYS);
        Button send = new Button();
        send.setId("move-send");
        send.getStyleClass().add("accent");
        send.textProperty().bind(model.moveProperty().map(Move::toString));
        send.disableProperty().bind(model.sendableProperty().not());
        send.setMaxWidth(Double.MAX_VALUE);
        send.setOnAction(e -> model.send());
        getChildren().addAll(grid, send, words("move-problem", model.problemProperty()));
        getChildren().add(words("move-outcome", model.outcomeProperty()));
        Label pool = words("move-pool", model.poolProperty());
        pool.visibleProperty()
                .bind(
                        model.moveProperty()
                                .map(
                                        move ->
                                                move == Move.TAKE_FROM_POOL
                                                        || move == Move.RETURN_TO_POOL));
        getChildren().add(pool);
    }

    private static Label words(String id, javafx.beans.value.ObservableValue<String> text) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("side-words");
        label.setWrapText(true);
        label.textProperty().bind(text);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }
}
