package outcry.desktop.trader.blotter;

import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import outcry.desktop.parts.Columns;
import outcry.desktop.parts.Glyph;
import outcry.desktop.trader.account.PositionRow;

/** The tables of the blotter. */
final class BlotterTables {
    private BlotterTables() {}

    static TableView<OrderRow> working(OrdersModel model) {
        TableView<OrderRow> table =
                table("working", "No working orders. What you send appears here.");
        table.getColumns().add(cancelColumn(model));
        table.getColumns().addAll(terms());
        table.getColumns().add(Columns.state("State", 230, OrderRow::stateProperty));
        table.getColumns().add(Columns.text("TIF", 44, OrderRow::timeInForceProperty));
        table.getColumns().add(Columns.figure("Seq", 70, OrderRow::sequenceProperty));
        table.setItems(model.working());
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

    /** Orders that have ended, with the reason. */
    static TableView<OrderRow> over(String id, ObservableList<OrderRow> rows, String empty) {
        TableView<OrderRow> table = table(id, empty);
        table.getColumns().addAll(terms());
        table.getColumns().add(Columns.state("State", 110, OrderRow::stateProperty));
        table.getColumns().add(Columns.text("Why", 260, OrderRow::detailProperty));
        table.getColumns().add(Columns.text("TIF", 44, OrderRow::timeInForceProperty));
        table.getColumns().add(Columns.figure("Seq", 70, OrderRow::sequenceProperty));
        table.setItems(rows);
        return table;
    }

    private static List<TableColumn<OrderRow, ?>> terms() {
        return List.of(
                Columns.figure("Time", 84, OrderRow::timeProperty),
                Columns.state("Side", 66, OrderRow::sideProperty),
                Columns.text("Symbol", 66, OrderRow::symbolProperty),
                Columns.figure("Filled", 78, OrderRow::quantityProperty),
                Columns.figure("Price", 70, OrderRow::priceProperty));
    }

    static TableView<FillRow> fills(ObservableList<FillRow> rows) {
        TableView<FillRow> table = table("fills", "No fills yet.");
        table.getColumns().add(Columns.figure("Time", 84, FillRow::timeProperty));
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

    static TableView<PositionRow> positions(ObservableList<PositionRow> rows) {
        TableView<PositionRow> table =
                table("positions", "No shares. Buy some, or deposit them in the ticket.");
        table.getColumns().add(Columns.text("Symbol", 74, PositionRow::symbolProperty));
        table.getColumns().add(Columns.figure("Shares", 76, PositionRow::heldProperty));
        table.getColumns().add(Columns.figure("Reserved", 76, PositionRow::reservedProperty));
        table.getColumns().add(Columns.figure("Avg cost", 80, PositionRow::averageProperty));
        table.getColumns().add(Columns.figure("Last", 76, PositionRow::lastProperty));
        table.getColumns().add(Columns.figure("Value", 100, PositionRow::valueProperty));
        table.getColumns().add(Columns.figure("P&L", 90, PositionRow::profitProperty));
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
        column.setReorderable(false);
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
