package outcry.desktop.trader.tape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import outcry.wire.trader.ServerMessage;

/** The latest trades of one instrument, newest first. JavaFX thread only. */
public final class TapeModel {
    private static final int TRADES_KEPT = 500;

    private final ArrayDeque<ServerMessage.Trade> trades = new ArrayDeque<>();
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
    private String instrument = "";
    private long newestId;

    /** The tape is of this instrument now; what was shown of another is forgotten. */
    public void open(String symbol) {
        instrument = symbol;
        trades.clear();
        newestId = 0;
        version.set(version.get() + 1);
    }

    /** Takes trades, oldest first; those told before, as after a reconnect, are left out. */
    public void add(ServerMessage.Trades batch) {
        if (!batch.instrument().equals(instrument)) {
            return;
        }
        for (ServerMessage.Trade trade : batch.trades()) {
            if (trade.tradeId() > newestId) {
                newestId = trade.tradeId();
                trades.addFirst(trade);
            }
        }
        while (trades.size() > TRADES_KEPT) {
            trades.removeLast();
        }
        version.set(version.get() + 1);
    }

    /** Up to {@code most} trades, newest first, after skipping {@code skip}. */
    public List<ServerMessage.Trade> view(int skip, int most) {
        List<ServerMessage.Trade> view = new ArrayList<>(most);
        int n = 0;
        for (ServerMessage.Trade trade : trades) {
            if (n++ >= skip && view.size() < most) {
                view.add(trade);
            }
        }
        return view;
    }

    public int size() {
        return trades.size();
    }

    /** Id of the newest trade, 0 before the first. */
    public long newestId() {
        return newestId;
    }

    /** Changes with every trade. */
    public ReadOnlyLongProperty versionProperty() {
        return version.getReadOnlyProperty();
    }
}
