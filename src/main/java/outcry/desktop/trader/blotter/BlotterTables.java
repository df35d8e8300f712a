package outcry.desktop.trader.blotter;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import outcry.desktop.parts.Columns;
import outcry.desktop.parts.Glyph;
import outcry.desktop.trader.account.PositionRow;

/** The tables of the blotter. */
final class BlotterTables {
    private BlotterTables() {}

    /**
     * @param amend opens the form that changes an order
     */
    static TableView<OrderRow> working(OrdersModel model, Consumer<OrderRow> amend) {
        TableView<OrderRow> table =
                table("working", "No working orders. What you send appears here.");
        table.getColumns()
                .add(actions("Cancel", Glyph.CLOSE, OrderRow::isCancellable, model::cancel));
        table.getColumns().add(actions("Amend", Glyph.EDIT, OrderRow::isAmendable, amend));
        table.getColumns().addAll(terms());
        table.getColumns().add(Columns.state("State", 110, OrderRow::stateProperty));
        table.getColumns().addAll(further());
        table.setItems(model.working());
        table.setOnKeyPressed(
                event -> {
                    OrderRow row = table.getSelectionModel().getSelectedItem();
                    if (row == null) {
                        return;
                    }
                    if (event.getCode() == KeyCode.DELETE) {
                        model.cancel(row);
                        event.consume();
                    } else if (event.getCode() == KeyCode.ENTER && row.isAmendable()) {
                        amend.accept(row);
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
        table.getColumns().addAll(further());
        table.setItems(rows);
        return table;
    }

    private static List<TableColumn<OrderRow, ?>> terms() {
        return List.of(
                Columns.state("Side", 66, OrderRow::sideProperty),
                Columns.text("Symbol", 66, OrderRow::symbolProperty),
                Columns.figure("Filled", 78, OrderRow::quantityProperty),
                Columns.figure("Price", 70, OrderRow::priceProperty));
    }

    private static List<TableColumn<OrderRow, ?>> further() {
        return List.of(
                Columns.text("Type", 90, OrderRow::typeProperty),
                Columns.figure("Stop", 70, OrderRow::stopProperty),
                Columns.figure("Shows", 60, OrderRow::displayProperty),
                Columns.text("TIF", 44, OrderRow::timeInForceProperty),
                Columns.figure("Time", 84, OrderRow::timeProperty),
                Columns.figure("Seq", 70, OrderRow::sequenceProperty));
    }

    static TableView<FillRow> fills(ObservableList<FillRow> rows) {
        TableView<FillRow> table = table("fills", "No fills yet.");
        table.getColumns().add(Columns.state("Side", 66, FillRow::sideProperty));
        table.getColumns().add(Columns.text("Symbol", 66, FillRow::symbolProperty));
        table.getColumns().add(Columns.figure("Shares", 70, FillRow::quantityProperty));
        table.getColumns().add(Columns.figure("Price", 70, FillRow::priceProperty));
        table.getColumns().add(Columns.figure("Fee", 60, FillRow::feeProperty));
        table.getColumns().add(Columns.text("As", 60, FillRow::roleProperty));
        table.getColumns().add(Columns.figure("Time", 84, FillRow::timeProperty));
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

    /** A button in each row, enabled while {@code can} says so. */
    private static TableColumn<OrderRow, OrderRow> actions(
            String verb, Glyph glyph, Predicate<OrderRow> can, Consumer<OrderRow> action) {
        TableColumn<OrderRow, OrderRow> column = new TableColumn<>("");
        column.setPrefWidth(30);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(c -> new ActionCell(verb, glyph, can, action));
        return column;
    }

    private static final class ActionCell extends TableCell<OrderRow, OrderRow> {
        private final String verb;
        private final Predicate<OrderRow> can;
        private final Button button;

        ActionCell(String verb, Glyph glyph, Predicate<OrderRow> can, Consumer<OrderRow> action) {
            this.verb = verb;
            this.can = can;
            this.button = new Button("", glyph.node());
            getStyleClass().add("button-cell");
            button.getStyleClass().addAll("cell-button", verb.toLowerCase(Locale.ROOT));
            button.setOnAction(e -> action.accept(getItem()));
            button.setTooltip(new Tooltip(verb));
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
            button.disableProperty().bind(row.stateProperty().map(sign -> !can.test(row)));
            OrderRow.Terms terms = row.terms();
            button.setAccessibleText(
                    verb + " " + terms.side() + " " + terms.quantity() + " " + terms.symbol());
            setGraphic(button);
        }
    }
}
