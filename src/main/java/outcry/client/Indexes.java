package outcry.client;

import outcry.wire.trader.ServerMessage;

/** The log index a message reflects, and the id it answers to. */
final class Indexes {
    private Indexes() {}

    /** The log index up to which the node that sent this has applied; 0 when it does not tell. */
    static long of(ServerMessage message) {
        if (message instanceof ServerMessage.Heartbeat heartbeat) {
            return heartbeat.index();
        } else if (message instanceof ServerMessage.Answered answered) {
            return answered.answer().index();
        } else if (message instanceof ServerMessage.Book book) {
            return book.index();
        } else if (message instanceof ServerMessage.Level level) {
            return level.index();
        } else if (message instanceof ServerMessage.AccountState account) {
            return account.index();
        } else if (message instanceof ServerMessage.Orders orders) {
            return orders.index();
        } else if (message instanceof ServerMessage.OrderState order) {
            return order.index();
        } else if (message instanceof ServerMessage.OwnFill fill) {
            return fill.index();
        } else if (message instanceof ServerMessage.Instruments instruments) {
            return instruments.index();
        }
        return 0;
    }

    /** The id of the question this answers; 0 when it answers none. */
    static long idOf(ServerMessage message) {
        if (message instanceof ServerMessage.AccountState account) {
            return account.id();
        } else if (message instanceof ServerMessage.Orders orders) {
            return orders.id();
        } else if (message instanceof ServerMessage.Book book) {
            return book.id();
        } else if (message instanceof ServerMessage.Trades trades) {
            return trades.id();
        } else if (message instanceof ServerMessage.Instruments instruments) {
            return instruments.id();
        } else if (message instanceof ServerMessage.Members members) {
            return members.id();
        } else if (message instanceof ServerMessage.NodeState state) {
            return state.id();
        } else if (message instanceof ServerMessage.Problem problem) {
            return problem.id();
        }
        return 0;
    }
}
