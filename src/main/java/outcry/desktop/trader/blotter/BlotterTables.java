package outcry.desktop.trader.blotter;

import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import outcry.desktop.parts.Columns;
import outcry.desktop.parts.Glyph;
import outcry.desktop.trader.account.Position;

/** The tables of the blotter. */
final class BlotterTables {
    private BlotterTables() {}

    static TableView<OrderRow> working(OrdersModel model) {
        TableView<OrderRow> table =
                orders(
                        "working",
                        model.working(),
                        "No working orders. What you send appears here.");
        table.getColumns().add(0, cancelColumn(model));
        table.setOnKeyPressed(
                event -> {
                    OrderRow row = table.getSelectionModel().getSelectedItem();
                    if (event.getCode() == KeyCode.DELETE && row != null) {
                        model.cancel(row);
                        event.consume();
                    }
                });
        return table;
    }

    static TableView<OrderRow> orders(String id, ObservableList<OrderRow> rows, String empty) {
        TableView<OrderRow> table = table(id, empty);
        table.getColumns().add(Columns.text("Time", 70, OrderRow::timeProperty));
        table.getColumns().add(Columns.state("Side", 66, OrderRow::sideProperty));
        table.getColumns().add(Columns.text("Symbol", 70, OrderRow::symbolProperty));
        table.getColumns().add(Columns.figure("Filled", 84, OrderRow::quantityProperty));
        table.getColumns().add(Columns.figure("Price", 74, OrderRow::priceProperty));
        table.getColumns().add(Columns.text("TIF", 46, OrderRow::timeInForceProperty));
        table.getColumns().add(Columns.state("State", 150, OrderRow::stateProperty));
        table.getColumns().add(Columns.text("Why", 200, OrderRow::detailProperty));
        table.getColumns().add(Columns.figure("Seq", 80, OrderRow::sequenceProperty));
        table.setItems(rows);
        return table;
    }

    static TableView<FillRow> fills(ObservableList<FillRow> rows) {
        TableView<FillRow> table = table("fills", "No fills yet.");
        table.getColumns().add(Columns.text("Time", 70, FillRow::timeProperty));
        table.getColumns().add(Columns.state("Side", 66, FillRow::sideProperty));
        table.getColumns().add(Columns.text("Symbol", 70, FillRow::symbolProperty));
        table.getColumns().add(Columns.figure("Shares", 70, FillRow::quantityProperty));
        table.getColumns().add(Columns.figure("Price", 74, FillRow::priceProperty));
        table.getColumns().add(Columns.text("As", 60, FillRow::roleProperty));
        table.getColumns().add(Columns.figure("Trade", 70, FillRow::tradeProperty));
        table.getColumns().add(Columns.figure("Seq", 80, FillRow::sequenceProperty));
        table.setItems(rows);
        return table;
    }

    static TableView<Position> positions(ObservableList<Position> rows) {
        TableView<Position> table =
                table("positions", "No shares. Buy some, or deposit them in the ticket.");
        table.getColumns().add(Columns.text("Symbol", 74, Position::symbolProperty));
        table.getColumns().add(Columns.figure("Shares", 76, Position::heldProperty));
        table.getColumns().add(Columns.figure("Reserved", 76, Position::reservedProperty));
        table.getColumns().add(Columns.figure("Avg cost", 80, Position::averageProperty));
        table.getColumns().add(Columns.figure("Last", 76, Position::lastProperty));
        table.getColumns().add(Columns.figure("Value", 100, Position::valueProperty));
        table.getColumns().add(Columns.figure("P&L", 90, Position::profitProperty));
        table.setItems(rows);
        return table;
    }

    private static <R> TableView<R> table(String id, String empty) {
        TableView<R> table = new TableView<>();
        table.setId(id);
        table.getStyleClass().add("dense");
        table.setAccessibleText("Blotter, " + id);
        table.setPlaceholder(new Label(empty));
        return table;
    }

    private static TableColumn<OrderRow, OrderRow> cancelColumn(OrdersModel model) {
        TableColumn<OrderRow, OrderRow> column = new TableColumn<>("");
        column.setPrefWidth(36);
        column.setSortable(false);
        column.setCellValueFactory(
                row -> new javafx.beans.property.SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(c -> new CancelCell(model));
        return column;
    }

    private static final class CancelCell extends TableCell<OrderRow, OrderRow> {
        private final Button button = new Button("", Glyph.CLOSE.node());

        CancelCell(OrdersModel model) {
            getStyleClass().add("button-cell");
            button.getStyleClass().add("cell-button");
            button.setOnAction(e -> model.cancel(getItem()));
        }

        @Override
        protected void updateItem(OrderRow row, boolean empty) {
            super.updateItem(row, empty);
            button.disableProperty().unbind();
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            // The state's sign changes whenever this may change.
            button.disableProperty().bind(row.stateProperty().map(sign -> !row.isCancellable()));
            button.setAccessibleText(
                    "Cancel "
                            + row.terms().side()
                            + " "
                            + row.terms().quantity()
                            + " "
                            + row.terms().symbol());
            setGraphic(button);
        }
    }
}
