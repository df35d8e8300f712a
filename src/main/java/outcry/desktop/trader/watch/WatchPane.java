package outcry.desktop.trader.watch;

import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import outcry.desktop.parts.ColumnWidth;
import outcry.desktop.parts.Columns;

/** The watchlist as a table; choosing a row chooses the instrument everywhere. */
public final class WatchPane extends TableView<WatchRow> {
    public WatchPane(WatchModel model) {
        setId("watchlist");
        getStyleClass().addAll("watchlist", "dense");
        setAccessibleText("Watchlist");
        setPlaceholder(
                new Label("No instruments yet.\nDeposit shares of a new symbol to list it."));
        ColumnWidth.narrowBelow(this, 305);
        getColumns().add(Columns.state("Symbol", new ColumnWidth(80, 62), WatchRow::signProperty));
        getColumns().add(Columns.figure("Last", new ColumnWidth(64, 58), WatchRow::lastProperty));
        getColumns()
                .add(Columns.state("Change", new ColumnWidth(94, 86), WatchRow::changeProperty));
        getColumns()
                .add(Columns.figure("Spread", new ColumnWidth(60, 0), WatchRow::spreadProperty));
        setRowFactory(table -> new PhasedRow());
        setItems(model.rows());
        getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (o, before, row) -> {
                            // A row marked because the model chose it is no choice of the user.
                            boolean chosen =
                                    row != null
                                            && !row.symbol().equals(model.selectedProperty().get());
                            if (chosen) {
                                model.select(row.symbol());
                            }
                        });
        model.selectedProperty().addListener((o, before, symbol) -> mark(symbol));
        mark(model.selectedProperty().get());
    }

    private void mark(String symbol) {
        getItems().stream()
                .filter(row -> row.symbol().equals(symbol))
                .filter(row -> row != getSelectionModel().getSelectedItem())
                .findFirst()
                .ifPresent(
                        row -> {
                            getSelectionModel().select(row);
                            scrollTo(row);
                        });
    }

    /** Tells the instrument's phase when the mouse rests on it. */
    private static final class PhasedRow extends TableRow<WatchRow> {
        private final Tooltip phase = new Tooltip();

        @Override
        protected void updateItem(WatchRow row, boolean empty) {
            super.updateItem(row, empty);
            phase.textProperty().unbind();
            setTooltip(empty || row == null ? null : phase);
            if (!empty && row != null) {
                phase.textProperty().bind(row.phaseProperty());
            }
        }
    }
}
