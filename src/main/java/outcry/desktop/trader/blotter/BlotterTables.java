package outcry.desktop.trader.blotter;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import outcry.desktop.parts.ColumnWidth;
import outcry.desktop.parts.Columns;
import outcry.desktop.parts.Glyph;
import outcry.desktop.parts.Sign;
import outcry.desktop.trader.account.PositionRow;

/** The tables of the blotter. */
final class BlotterTables {
    /** Pixels in which orders with everything an order may have are shown in whole words. */
    private static final double ROOMY = 870;

    private static final ColumnWidth SIDE = new ColumnWidth(66, 62);
    private static final ColumnWidth SYMBOL = new ColumnWidth(66, 58);
    private static final ColumnWidth PRICE = new ColumnWidth(70, 58);
    private static final ColumnWidth TIME = new ColumnWidth(84, 78);

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
        table.getColumns().addAll(terms(model.working()));
        table.getColumns().add(state());
        table.getColumns().addAll(further(model.working()));
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
        table.getColumns().addAll(terms(rows));
        table.getColumns().add(state());
        table.getColumns()
                .add(Columns.text("Why", new ColumnWidth(260, 200), OrderRow::detailProperty));
        table.getColumns().addAll(further(rows));
        table.setItems(rows);
        return table;
    }

    private static List<TableColumn<OrderRow, ?>> terms(ObservableList<OrderRow> rows) {
        TableColumn<OrderRow, String> stop =
                Columns.figure("Stop", new ColumnWidth(70, 52), OrderRow::stopProperty);
        showWhileUsed(stop, rows, row -> row.terms().further().stop() != 0);
        return List.of(
                Columns.state("Side", SIDE, OrderRow::sideProperty),
                Columns.text("Symbol", SYMBOL, OrderRow::symbolProperty),
                Columns.figure("Filled", new ColumnWidth(78, 58), OrderRow::quantityProperty),
                Columns.figure("Price", PRICE, OrderRow::priceProperty),
                stop);
    }

    private static TableColumn<OrderRow, Sign> state() {
        return Columns.state("State", new ColumnWidth(110, 76), OrderRow::stateProperty);
    }

    private static List<TableColumn<OrderRow, ?>> further(ObservableList<OrderRow> rows) {
        TableColumn<OrderRow, String> display =
                Columns.figure("Shows", new ColumnWidth(60, 50), OrderRow::displayProperty);
        showWhileUsed(display, rows, row -> row.terms().further().display() != 0);
        return List.of(
                Columns.text("Type", new ColumnWidth(90, 0), OrderRow::typeProperty),
                Columns.text("TIF", new ColumnWidth(44, 0), OrderRow::timeInForceProperty),
                Columns.text("Type", new ColumnWidth(0, 77), OrderRow::shortTypeProperty),
                display,
                Columns.figure("Time", TIME, OrderRow::timeProperty),
                Columns.figure("Seq", new ColumnWidth(70, 54), OrderRow::sequenceProperty));
    }

    /** A column most orders have nothing in takes room only while there is one that has. */
    private static void showWhileUsed(
            TableColumn<OrderRow, String> column,
            ObservableList<OrderRow> rows,
            Predicate<OrderRow> isUsed) {
        column.setVisible(rows.stream().anyMatch(isUsed));
        rows.addListener(
                (ListChangeListener<OrderRow>)
                        change -> column.setVisible(rows.stream().anyMatch(isUsed)));
    }

    static TableView<FillRow> fills(ObservableList<FillRow> rows) {
        TableView<FillRow> table = table("fills", "No fills yet.");
        table.getColumns().add(Columns.state("Side", SIDE, FillRow::sideProperty));
        table.getColumns().add(Columns.text("Symbol", SYMBOL, FillRow::symbolProperty));
        table.getColumns()
                .add(Columns.figure("Shares", new ColumnWidth(70, 54), FillRow::quantityProperty));
        table.getColumns().add(Columns.figure("Price", PRICE, FillRow::priceProperty));
        table.getColumns()
                .add(Columns.figure("Fee", new ColumnWidth(60, 46), FillRow::feeProperty));
        table.getColumns().add(Columns.text("As", new ColumnWidth(60, 48), FillRow::roleProperty));
        table.getColumns().add(Columns.figure("Time", TIME, FillRow::timeProperty));
        table.getColumns()
                .add(Columns.figure("Trade", new ColumnWidth(70, 54), FillRow::tradeProperty));
        table.getColumns()
                .add(Columns.figure("Seq", new ColumnWidth(80, 62), FillRow::sequenceProperty));
        table.setItems(rows);
        return table;
    }

    static TableView<PositionRow> positions(ObservableList<PositionRow> rows) {
        TableView<PositionRow> table =
                table("positions", "No shares. Buy some, or deposit them in the ticket.");
        table.getColumns().add(Columns.text("Symbol", SYMBOL, PositionRow::symbolProperty));
        table.getColumns().add(position("Shares", 76, 58, PositionRow::heldProperty));
        table.getColumns().add(position("Reserved", 76, 66, PositionRow::reservedProperty));
        table.getColumns().add(position("Avg cost", 80, 64, PositionRow::averageProperty));
        table.getColumns().add(position("Last", 76, 56, PositionRow::lastProperty));
        table.getColumns().add(position("Value", 100, 80, PositionRow::valueProperty));
        table.getColumns().add(position("P&L", 90, 66, PositionRow::profitProperty));
        table.setItems(rows);
        return table;
    }

    private static TableColumn<PositionRow, String> position(
            String title,
            double roomy,
            double narrow,
            Function<PositionRow, ObservableValue<String>> value) {
        return Columns.figure(title, new ColumnWidth(roomy, narrow), value);
    }

    private static <R> TableView<R> table(String id, String empty) {
        TableView<R> table = new TableView<>();
        table.setId(id);
        table.getStyleClass().add("dense");
        table.setAccessibleText("Blotter, " + id);
        table.setPlaceholder(new Label(empty));
        ColumnWidth.narrowBelow(table, ROOMY);
        return table;
    }

    /** A button in each row, enabled while {@code can} says so. */
    private static TableColumn<OrderRow, OrderRow> actions(
            String verb, Glyph glyph, Predicate<OrderRow> can, Consumer<OrderRow> action) {
        TableColumn<OrderRow, OrderRow> column = new TableColumn<>("");
        new ColumnWidth(30, 22).keep(column);
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
