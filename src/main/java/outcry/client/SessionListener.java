package outcry.client;

import outcry.wire.trader.ServerMessage;

/** Hears what happens to a session. Called on the client loop's thread: must return at once. */
public interface SessionListener {
    default void onConnection(ConnectionStatus status) {}

    /**
     * Feed messages: Book, Level, Trades, AccountState, OrderState, OwnFill, Instruments, Members,
     * Heartbeat, Problem. After a reconnect snapshots come anew.
     */
    default void onFeed(ServerMessage message) {}
}
