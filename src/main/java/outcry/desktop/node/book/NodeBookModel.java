package outcry.desktop.node.book;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import outcry.client.ClientConfig;
import outcry.client.ConnectionStatus;
import outcry.desktop.parts.Depth;
import outcry.desktop.trader.feed.FeedSink;
import outcry.desktop.trader.feed.TraderFeed;
import outcry.group.NodeInfo;
import outcry.node.NodeConfig;
import outcry.wire.trader.ServerMessage;

/**
 * The order book as this node's traders see it. Connected while the node runs; what it shows when
 * not live it calls by its name.
 */
public final class NodeBookModel {
    private static final String NOT_CONNECTED = "not connected";

    private final NodeConfig config;
    private final BookFeed.Starter starter;

    /** Whether the user chose the instrument, and not this model. */
    private boolean chosen;

    private final ObservableList<String> instruments = FXCollections.observableArrayList();
    private final ObservableList<String> readOnlyInstruments =
            FXCollections.unmodifiableObservableList(instruments);
    private final Map<String, Long> ticks = new HashMap<>();
    private final ReadOnlyStringWrapper instrument = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Depth> depth = new ReadOnlyObjectWrapper<>(Depth.NONE);
    private final ReadOnlyStringWrapper notLive = new ReadOnlyStringWrapper(NOT_CONNECTED);

    private BookFeed feed;
    private TraderFeed hop;

    /** Whether the book's checksum did not fit, and a fresh book was asked for. */
    private boolean doubted;

    public NodeBookModel(NodeConfig config, BookFeed.Starter starter) {
        this.config = config;
        this.starter = starter;
    }

    // Properties

    public ObservableList<String> instruments() {
        return readOnlyInstruments;
    }

    /** The instrument shown; empty before the first list came. */
    public ReadOnlyStringProperty instrumentProperty() {
        return instrument.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Depth> depthProperty() {
        return depth.getReadOnlyProperty();
    }

    /** Why the book is not live, in a few words; empty while it is. */
    public ReadOnlyStringProperty notLiveProperty() {
        return notLive.getReadOnlyProperty();
    }

    // Commands

    /** Connects to the traders' door of {@code self}. */
    public void connect(NodeInfo self) {
        disconnect();
        notLive.set("connecting");
        doubted = false;
        hop = new TraderFeed(new Sink());
        String door = self.host() + ":" + self.traderPort();
        try {
            feed =
                    starter.start(
                            new ClientConfig(
                                    config.group(),
                                    config.networkInterface(),
                                    config.join(),
                                    config.discoveryPort(),
                                    door),
                            hop);
        } catch (IOException e) {
            hop.close();
            hop = null;
            notLive.set(e.getMessage());
            return;
        }
        if (!instrument.get().isEmpty()) {
            feed.follow(instrument.get());
        }
    }

    /** Ends the session; the last book stays to be looked at, as not live. */
    public void disconnect() {
        if (feed != null) {
            feed.close();
            hop.close();
            feed = null;
            hop = null;
        }
        notLive.set(NOT_CONNECTED);
    }

    /** The user wants to see another instrument's book. */
    public void choose(String symbol) {
        if (symbol == null || symbol.equals(instrument.get())) {
            return;
        }
        chosen = true;
        show(symbol);
    }

    private void show(String symbol) {
        if (hop != null && !instrument.get().isEmpty()) {
            hop.forget(instrument.get());
        }
        instrument.set(symbol);
        doubted = false;
        depth.set(new Depth(symbol, tickOf(symbol), 0, List.of(), List.of()));
        if (feed != null) {
            feed.follow(symbol);
        }
    }

    private long tickOf(String symbol) {
        return ticks.getOrDefault(symbol, 1L);
    }

    private static String describe(ConnectionStatus status) {
        return switch (status.state()) {
            case LIVE -> "";
            case SEARCHING, CONNECTING, RECONNECTING -> "connecting";
            case STALE -> "nothing heard for more than a second";
            case ELECTING -> "no leader: the book stands still";
            case CLOSED -> NOT_CONNECTED;
        };
    }

    private final class Sink implements FeedSink {
        @Override
        public void onConnection(ConnectionStatus status) {
            notLive.set(describe(status));
        }

        @Override
        public void onBook(
                String symbol, long index, List<Depth.Level> bids, List<Depth.Level> asks) {
            if (symbol.equals(instrument.get())) {
                doubted = false;
                depth.set(new Depth(symbol, tickOf(symbol), index, bids, asks));
            }
        }

        @Override
        public void onBookLost(String symbol) {
            if (feed == null || !symbol.equals(instrument.get())) {
                return;
            }
            if (doubted) {
                // The fresh book did not fit either; asking again and again would not help.
                notLive.set("its checksum does not fit what this node sends");
            } else {
                doubted = true;
                feed.follow(symbol); // Subscribing again brings the whole book.
            }
        }

        @Override
        public void onInstruments(ServerMessage.Instruments list) {
            List<String> symbols =
                    list.instruments().stream().map(ServerMessage.Instrument::symbol).toList();
            list.instruments().forEach(i -> ticks.put(i.symbol(), Math.max(1, i.tick())));
            if (!instruments.equals(symbols)) {
                instruments.setAll(symbols);
            }
            if (!chosen) {
                suggest(list.instruments());
            }
        }

        /** Until the user chooses: the first instrument that is traded, else the first of all. */
        private void suggest(List<ServerMessage.Instrument> listed) {
            String first = instrument.get();
            for (ServerMessage.Instrument candidate : listed) {
                if (candidate.last() != 0 && !isTraded(listed, first)) {
                    first = candidate.symbol();
                } else if (first.isEmpty()) {
                    first = candidate.symbol();
                }
            }
            if (!first.equals(instrument.get())) {
                show(first);
            }
        }

        private boolean isTraded(List<ServerMessage.Instrument> listed, String symbol) {
            return listed.stream().anyMatch(i -> i.symbol().equals(symbol) && i.last() != 0);
        }

        @Override
        public void onMembers(ServerMessage.Members members) {
            // The window shows its own node's status instead.
        }

        @Override
        public void onAccount(ServerMessage.AccountState account) {
            // This session has no account.
        }

        @Override
        public void onEvents(List<ServerMessage> events, long dropped) {
            // Fills and orders of accounts: none here.
        }
    }
}
