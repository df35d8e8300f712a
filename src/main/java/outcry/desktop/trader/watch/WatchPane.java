package outcry.desktop.trader.watch;

import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import outcry.desktop.parts.Columns;

/** The watchlist as a table; choosing a row chooses the instrument everywhere. */
public final class WatchPane extends TableView<WatchRow> {
    public WatchPane(WatchModel model) {
        setId("watchlist");
        getStyleClass().addAll("watchlist", "dense");
        setAccessibleText("Watchlist");
        setPlaceholder(
                new Label("No instruments yet.\nDeposit shares of a new symbol to list it."));
        getColumns().add(Columns.state("Symbol", 88, WatchRow::signProperty));
        getColumns().add(Columns.figure("Last", 70, WatchRow::lastProperty));
        getColumns().add(Columns.state("Change", 84, WatchRow::changeProperty));
        getColumns().add(Columns.figure("Spread", 60, WatchRow::spreadProperty));
        getColumns().add(Columns.text("Phase", 110, WatchRow::phaseProperty));
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
                .findFirst()
                .ifPresent(row -> getSelectionModel().select(row));
    }
}
