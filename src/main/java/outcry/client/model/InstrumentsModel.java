package outcry.client.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import outcry.wire.trader.ServerMessage;

/** The instruments listed, by symbol. */
public final class InstrumentsModel {
    private final Map<String, ServerMessage.Instrument> bySymbol = new TreeMap<>();
    private long index;

    /**
     * Takes in a message of the feed; others than lists of instruments are ignored.
     *
     * @return whether anything changed
     */
    public boolean onFeed(ServerMessage message) {
        if (!(message instanceof ServerMessage.Instruments latest)) {
            return false;
        }
        index = latest.index();
        Map<String, ServerMessage.Instrument> before = new TreeMap<>(bySymbol);
        bySymbol.clear();
        for (ServerMessage.Instrument instrument : latest.instruments()) {
            bySymbol.put(instrument.symbol(), instrument);
        }
        return !before.equals(bySymbol);
    }

    /** All instruments, by symbol. */
    public List<ServerMessage.Instrument> instruments() {
        return List.copyOf(bySymbol.values());
    }

    /** The instrument, or null when none of this symbol is listed. */
    public ServerMessage.Instrument instrument(String symbol) {
        return bySymbol.get(symbol);
    }

    /** The last trade's price in cents, 0 before the first and for what is not listed. */
    public long lastPrice(String symbol) {
        ServerMessage.Instrument instrument = bySymbol.get(symbol);
        return instrument == null ? 0 : instrument.last();
    }

    /** The log index of the latest list. */
    public long index() {
        return index;
    }
}
