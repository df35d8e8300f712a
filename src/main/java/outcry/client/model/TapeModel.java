package outcry.client.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import outcry.wire.trader.ServerMessage;

/**
 * The latest trades of one instrument, each once: what arrives again after a reconnect is known by
 * its trade id.
 */
public final class TapeModel {
    private final String instrument;
    private final int tradesMax;
    private final Deque<ServerMessage.Trade> trades = new ArrayDeque<>();
    private long lastTradeId;

    /**
     * @param tradesMax trades kept; older ones are forgotten
     */
    public TapeModel(String instrument, int tradesMax) {
        this.instrument = instrument;
        this.tradesMax = tradesMax;
    }

    /**
     * Takes in a message of the feed; others than this tape's are ignored.
     *
     * @return the trades that are new, oldest first
     */
    public List<ServerMessage.Trade> onFeed(ServerMessage message) {
        if (!(message instanceof ServerMessage.Trades latest)
                || !latest.instrument().equals(instrument)) {
            return List.of();
        }
        List<ServerMessage.Trade> fresh = new ArrayList<>();
        for (ServerMessage.Trade trade : latest.trades()) {
            if (trade.tradeId() > lastTradeId) {
                lastTradeId = trade.tradeId();
                fresh.add(trade);
                trades.addFirst(trade);
                if (trades.size() > tradesMax) {
                    trades.removeLast();
                }
            }
        }
        return Collections.unmodifiableList(fresh);
    }

    /** Forgets everything: another exchange counts its trades anew. */
    public void reset() {
        trades.clear();
        lastTradeId = 0;
    }

    /** The trades, newest first. */
    public List<ServerMessage.Trade> trades() {
        return List.copyOf(trades);
    }

    /** The last trade's price in cents, 0 before the first. */
    public long lastPrice() {
        return trades.isEmpty() ? 0 : trades.getFirst().price();
    }
}
