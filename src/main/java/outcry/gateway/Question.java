package outcry.gateway;

import outcry.gateway.model.MarketModel;
import outcry.wire.trader.ClientMessage;
import outcry.wire.trader.ServerMessage;

/**
 * A query in its place in the row of answers: looked up when those before it are answered and this
 * door has reached the index it asks for.
 */
final class Question implements Pending {
    private final GatewayLoop loop;
    private final Conversation owner;
    private final ClientMessage.Query query;

    /** When its turn came; 0 before. */
    private long turnNanos;

    Question(GatewayLoop loop, Conversation owner, ClientMessage.Query query) {
        this.loop = loop;
        this.owner = owner;
        this.query = query;
    }

    @Override
    public ServerMessage answer(long nowNanos) {
        switch (query.topic()) {
            case MEMBERS:
                return members(query.id(), loop.backend().members());
            case STATUS:
                return nodeState(query.id(), loop.backend().nodeState());
            default:
        }
        MarketModel model = loop.model();
        if (!loop.isReady() || model.index() < query.minIndex()) {
            return waitOrGiveUp(nowNanos);
        }
        String problem =
                switch (query.topic()) {
                    case BOOK, TRADES -> instrumentProblem(model, query.instrument());
                    case ACCOUNT, ORDERS -> accountProblem(owner, query.account());
                    default -> "";
                };
        return problem.isEmpty()
                ? lookUp(model)
                : new ServerMessage.Problem(query.id(), problem, false);
    }

    /** Why there is nothing to tell about this instrument, or nothing. */
    static String instrumentProblem(MarketModel model, String symbol) {
        if (symbol.isEmpty()) {
            return "instrument is missing: it must be the symbol of a listed one";
        }
        if (model.instrument(symbol) == null) {
            String shown = symbol.length() > 32 ? symbol.substring(0, 32) + "…" : symbol;
            return "there is no instrument \"" + shown + "\": use one that is listed";
        }
        return "";
    }

    /** Why this connection may not hear about this account, or nothing. */
    static String accountProblem(Conversation owner, String account) {
        if (account.isEmpty()) {
            return "account is missing: it must be one this connection is logged in to";
        }
        return owner.isLoggedIn(account)
                ? ""
                : "this connection is not logged in to that account: log in first";
    }

    private ServerMessage lookUp(MarketModel model) {
        long id = query.id();
        return switch (query.topic()) {
            case BOOK -> model.instrument(query.instrument()).book(id, model.index());
            case TRADES -> model.instrument(query.instrument()).trades(id);
            case ACCOUNT -> model.account(query.account()).state(id, model.index());
            case ORDERS -> Subscriptions.orders(id, model.account(query.account()), model.index());
            default -> model.instruments(id);
        };
    }

    private ServerMessage waitOrGiveUp(long nowNanos) {
        if (turnNanos == 0) {
            turnNanos = nowNanos;
        }
        if (nowNanos - turnNanos < loop.limits().minIndexNanos()) {
            return null;
        }
        return new ServerMessage.Problem(
                query.id(),
                "this node has reached index "
                        + loop.model().index()
                        + ", not "
                        + query.minIndex()
                        + ": ask again later, or another node",
                false);
    }

    private static ServerMessage members(long id, ServerMessage.Members m) {
        return new ServerMessage.Members(
                id,
                m.group(),
                m.generation(),
                m.view(),
                m.term(),
                m.leader(),
                m.commitIndex(),
                m.explanation(),
                m.members());
    }

    private static ServerMessage nodeState(long id, ServerMessage.NodeState s) {
        return new ServerMessage.NodeState(
                id,
                s.group(),
                s.generation(),
                s.node(),
                s.nodeId(),
                s.incarnation(),
                s.address(),
                s.role(),
                s.state(),
                s.leader(),
                s.term(),
                s.view(),
                s.commit(),
                s.applied(),
                s.digest(),
                s.traders());
    }
}
