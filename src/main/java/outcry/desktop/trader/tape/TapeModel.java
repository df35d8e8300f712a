package outcry.desktop.trader.tape;

import java.util.List;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import outcry.wire.trader.ServerMessage;

/** The latest trades of one instrument, newest first. JavaFX thread only. */
public final class TapeModel {
    private static final int TRADES_KEPT = 500;

    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
    private outcry.client.model.TapeModel told = new outcry.client.model.TapeModel("", TRADES_KEPT);
    private List<ServerMessage.Trade> trades = List.of();

    /** The tape is of this instrument now; what was shown of another is forgotten. */
    public void open(String symbol) {
        told = new outcry.client.model.TapeModel(symbol, TRADES_KEPT);
        changed();
    }

    /** Takes trades, oldest first; those told before, as after a reconnect, are left out. */
    public void add(ServerMessage.Trades batch) {
        if (!told.onFeed(batch).isEmpty()) {
            changed();
        }
    }

    /** Newest first. */
    public List<ServerMessage.Trade> trades() {
        return trades;
    }

    /** Changes with every trade. */
    public ReadOnlyLongProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    private void changed() {
        trades = told.trades();
        version.set(version.get() + 1);
    }
}
