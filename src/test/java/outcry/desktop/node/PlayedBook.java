package outcry.desktop.node;

import java.util.ArrayList;
import java.util.List;
import outcry.client.ClientConfig;
import outcry.client.ConnectionStatus;
import outcry.client.SessionListener;
import outcry.desktop.node.book.BookFeed;
import outcry.market.DepthBook;
import outcry.market.Side;
import outcry.wire.trader.ServerMessage;

/** A trader's session without sockets, with a book in it. */
final class PlayedBook implements BookFeed {
    /** What was asked, in order: "start HOST:PORT", "follow ACME", "close". */
    final List<String> asked = new ArrayList<>();

    /** Whether its books come with checksums that do not fit. */
    boolean isWrong;

    private SessionListener listener;

    /** A {@link BookFeed.Starter}. */
    BookFeed start(ClientConfig config, SessionListener hears) {
        asked.add("start " + config.connect());
        listener = hears;
        return this;
    }

    /** The connection is live and lists two instruments. */
    void goesLive() {
        listener.onConnection(
                new ConnectionStatus(
                        ConnectionStatus.State.LIVE,
                        "n3",
                        "127.0.0.1:41203",
                        200_000,
                        "n3",
                        7,
                        18_204,
                        1,
                        0,
                        List.of(),
                        ""));
        listener.onFeed(
                new ServerMessage.Instruments(
                        0,
                        18_204,
                        List.of(instrument("ACME", 1_001), instrument("GLOBEX", 2_550))));
    }

    @Override
    public void follow(String instrument) {
        asked.add("follow " + instrument);
        long mid = instrument.equals("ACME") ? 1_001 : 2_550;
        DepthBook book = new DepthBook();
        List<ServerMessage.PriceLevel> bids = new ArrayList<>();
        List<ServerMessage.PriceLevel> asks = new ArrayList<>();
        for (int step = 1; step <= 24; step++) {
            bids.add(new ServerMessage.PriceLevel(mid - step, 40 + step * 37 % 190, 1 + step % 4));
            asks.add(new ServerMessage.PriceLevel(mid + step, 30 + step * 53 % 210, 1 + step % 3));
        }
        bids.forEach(l -> book.setLevel(Side.BUY, l.price(), l.quantity(), l.orders()));
        asks.forEach(l -> book.setLevel(Side.SELL, l.price(), l.quantity(), l.orders()));
        long checksum = book.checksum() + (isWrong ? 1 : 0);
        listener.onFeed(new ServerMessage.Book(0, instrument, 18_204, bids, asks, checksum));
    }

    @Override
    public void close() {
        asked.add("close");
    }

    private static ServerMessage.Instrument instrument(String symbol, long last) {
        return new ServerMessage.Instrument(
                symbol, symbol, 1, 1, 0, last, 5_120, last - 1, last + 1);
    }
}
