package outcry.wire.trader;

import outcry.market.Command;

/**
 * What a trader's program says at a node's door. Travels as one JSON object a line; the mapping is
 * in {@link TraderCodec} and, for authors of bots, in the help pages.
 */
public sealed interface ClientMessage {
    int VERSION = 1;

    /** First message. */
    record Hello(int version, String client) implements ClientMessage {}

    /**
     * Logs this connection in to an account; opens the account when there is none of that name
     * (M6).
     */
    record Login(long id, String account, String secret) implements ClientMessage {}

    /**
     * A command that happens exactly once (G27).
     *
     * @param session random number made by the client program at its start, never 0
     * @param number counts the session's commands from 1 without gaps
     * @param confirmed the client holds all answers up to this number
     */
    record Submit(long session, long number, long confirmed, Command command)
            implements ClientMessage {}

    /**
     * A question; answered in order with the commands sent before it on this connection.
     *
     * @param id echoed in the answer
     * @param minIndex the answer must reflect the log at least up to here
     * @param account for ACCOUNT and ORDERS, else empty
     * @param instrument for BOOK and TRADES, else empty
     */
    record Query(long id, long minIndex, Topic topic, String account, String instrument)
            implements ClientMessage {}

    /**
     * Sends the topic's state now and every change from then on. BOOK and TRADES by instrument;
     * ACCOUNT by account (needs login).
     */
    record Subscribe(long id, Topic topic, String account, String instrument)
            implements ClientMessage {}

    record Unsubscribe(long id, Topic topic, String account, String instrument)
            implements ClientMessage {}

    /** What can be asked or subscribed to. */
    enum Topic {
        /**
         * Asked: balances and holdings of an account, {@link ServerMessage.AccountState}.
         * Subscribed to: that and {@link ServerMessage.Orders}, then {@link ServerMessage.OwnFill},
         * {@link ServerMessage.OrderState} and AccountState as they change.
         */
        ACCOUNT,
        /** Own working orders: {@link ServerMessage.Orders}. */
        ORDERS,
        /** {@link ServerMessage.Book}, then {@link ServerMessage.Level}. */
        BOOK,
        /** {@link ServerMessage.Trades}: the latest trades, then each new one. */
        TRADES,
        /** {@link ServerMessage.Instruments}. */
        INSTRUMENTS,
        /** {@link ServerMessage.Members}. */
        MEMBERS,
        /** {@link ServerMessage.NodeState}: the node speaks for itself. */
        STATUS
    }
}
