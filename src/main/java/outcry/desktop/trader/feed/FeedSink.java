package outcry.desktop.trader.feed;

import java.util.List;
import outcry.client.ConnectionStatus;
import outcry.desktop.parts.Depth;
import outcry.wire.trader.ServerMessage;

/** Where a window's models take in what the exchange tells. JavaFX thread only. */
public interface FeedSink {
    void onConnection(ConnectionStatus status);

    /**
     * Every state of the connection, in order, even when JavaFX was busy meanwhile.
     *
     * @param heardNanos monotonic time at which the connection got into it
     */
    default void onConnection(ConnectionStatus status, long heardNanos) {
        onConnection(status);
    }

    /** The newest state of a book; own shares are not filled in. */
    void onBook(String instrument, long index, List<Depth.Level> bids, List<Depth.Level> asks);

    /** The book's checksum did not fit: it must be asked for anew. */
    void onBookLost(String instrument);

    void onInstruments(ServerMessage.Instruments instruments);

    void onMembers(ServerMessage.Members members);

    void onAccount(ServerMessage.AccountState account);

    /**
     * Messages of which none may be missed, in order: OrderState, OwnFill, Trades, Problem.
     *
     * @param dropped messages lost before these because the window could not keep up
     */
    void onEvents(List<ServerMessage> events, long dropped);
}
