package outcry.desktop.trader.watch;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import outcry.wire.trader.ServerMessage;

/** The instruments of the exchange, and which one the window is about. */
public final class WatchModel {
    private final ObservableList<WatchRow> rows = FXCollections.observableArrayList();
    private final Map<String, WatchRow> bySymbol = new HashMap<>();
    private final ReadOnlyStringWrapper selected = new ReadOnlyStringWrapper(this, "selected", "");

    /** Whether the user chose the instrument, and not this model. */
    private boolean chosen;

    /** The chosen instrument as last reported; null before the first report. */
    private final ReadOnlyObjectWrapper<ServerMessage.Instrument> instrument =
            new ReadOnlyObjectWrapper<>(this, "instrument");

    public void show(ServerMessage.Instruments newest) {
        for (ServerMessage.Instrument reported : newest.instruments()) {
            WatchRow row = bySymbol.get(reported.symbol());
            if (row == null) {
                row = new WatchRow(reported.symbol());
                row.show(reported);
                bySymbol.put(reported.symbol(), row);
                rows.add(row);
            } else {
                row.show(reported);
            }
        }
        if (!chosen && !isTraded(selected.get())) {
            suggest();
        }
        showSelected();
    }

    /** Until somebody chooses: the first instrument that is traded, else the first of all. */
    private void suggest() {
        for (WatchRow row : rows) {
            if (isTraded(row.symbol())) {
                selected.set(row.symbol());
                return;
            }
        }
        if (selected.get().isEmpty() && !rows.isEmpty()) {
            selected.set(rows.get(0).symbol());
        }
    }

    private boolean isTraded(String symbol) {
        return lastPrice(symbol) != 0;
    }

    /** Makes the whole window show this instrument. */
    public void select(String symbol) {
        chosen = true;
        selected.set(symbol);
        showSelected();
    }

    public ObservableList<WatchRow> rows() {
        return rows;
    }

    /** Empty while no instrument is known. */
    public ReadOnlyStringProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ServerMessage.Instrument> instrumentProperty() {
        return instrument.getReadOnlyProperty();
    }

    /** What was last reported of an instrument; null when nothing. */
    public ServerMessage.Instrument instrument(String symbol) {
        WatchRow row = bySymbol.get(symbol);
        return row == null ? null : row.instrument();
    }

    /** The last price of an instrument in cents, 0 when unknown. */
    public long lastPrice(String symbol) {
        WatchRow row = bySymbol.get(symbol);
        return row == null ? 0 : row.instrument().last();
    }

    private void showSelected() {
        WatchRow row = bySymbol.get(selected.get());
        instrument.set(row == null ? null : row.instrument());
    }
}
