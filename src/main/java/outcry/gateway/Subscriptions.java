package outcry.gateway;

import java.util.HashSet;
import java.util.Set;
import outcry.gateway.model.AccountModel;
import outcry.gateway.model.InstrumentModel;
import outcry.gateway.model.OrderModel;
import outcry.wire.trader.ClientMessage;
import outcry.wire.trader.ClientMessage.Topic;
import outcry.wire.trader.ServerMessage;

/** What one connection subscribed to. A subscription begins with the present state. */
final class Subscriptions {
    private record Feed(Topic topic, int number) {}

    private final GatewayLoop loop;
    private final Conversation owner;
    private final Set<Feed> feeds = new HashSet<>();

    Subscriptions(GatewayLoop loop, Conversation owner) {
        this.loop = loop;
        this.owner = owner;
    }

    boolean isEmpty() {
        return feeds.isEmpty();
    }

    /** Whether {@code message} can be taken before the door knows the market. */
    static boolean needsNoModel(ClientMessage message) {
        return message instanceof ClientMessage.Subscribe subscribe
                && (subscribe.topic() == Topic.MEMBERS || subscribe.topic() == Topic.STATUS);
    }

    /** Subscribes, or says why not. Once more means: the present state once more. */
    void add(ClientMessage.Subscribe message) {
        Topic topic = message.topic();
        String problem = problem(topic, message.account(), message.instrument());
        int max = loop.limits().subscriptions();
        if (problem.isEmpty() && feeds.size() >= max) {
            problem = "one connection can have " + max + " subscriptions: give one up first";
        }
        if (!problem.isEmpty()) {
            owner.send(new ServerMessage.Subscribed(message.id(), false, problem));
            return;
        }
        int number = number(topic, message.account(), message.instrument());
        feeds.add(new Feed(topic, number));
        loop.feeds().subscribe(topic, number, owner);
        owner.send(new ServerMessage.Subscribed(message.id(), true, ""));
        sendState(topic, message.account(), message.instrument());
    }

    void remove(ClientMessage.Unsubscribe message) {
        String problem = problem(message.topic(), message.account(), message.instrument());
        if (problem.isEmpty()) {
            int number = number(message.topic(), message.account(), message.instrument());
            feeds.remove(new Feed(message.topic(), number));
            loop.feeds().unsubscribe(message.topic(), number, owner);
        }
        owner.send(new ServerMessage.Subscribed(message.id(), problem.isEmpty(), problem));
    }

    void clear() {
        feeds.clear();
        loop.feeds().unsubscribeAll(owner);
    }

    private String problem(Topic topic, String account, String instrument) {
        return switch (topic) {
            case BOOK, TRADES -> Question.instrumentProblem(loop.model(), instrument);
            case ACCOUNT, ORDERS -> Question.accountProblem(owner, account);
            case INSTRUMENTS, MEMBERS, STATUS -> "";
        };
    }

    private int number(Topic topic, String account, String instrument) {
        return switch (topic) {
            case BOOK, TRADES -> loop.model().instrument(instrument).number();
            case ACCOUNT, ORDERS -> loop.model().account(account).number();
            case INSTRUMENTS, MEMBERS, STATUS -> Feeds.WHOLE;
        };
    }

    private void sendState(Topic topic, String account, String instrument) {
        switch (topic) {
            case BOOK -> {
                InstrumentModel model = loop.model().instrument(instrument);
                owner.send(model.book(0, loop.model().index()));
            }
            case TRADES -> owner.send(loop.model().instrument(instrument).trades(0));
            case ACCOUNT -> {
                AccountModel model = loop.model().account(account);
                owner.send(model.state(0, loop.model().index()));
                owner.send(orders(0, model, loop.model().index()));
            }
            case ORDERS ->
                    owner.send(orders(0, loop.model().account(account), loop.model().index()));
            case INSTRUMENTS -> owner.send(loop.model().instruments(0));
            case MEMBERS -> owner.send(loop.backend().members());
            case STATUS -> owner.send(loop.backend().nodeState());
        }
    }

    static ServerMessage.Orders orders(long id, AccountModel account, long index) {
        return new ServerMessage.Orders(
                id,
                account.name(),
                index,
                account.orders().stream().map(OrderModel::toMessage).toList());
    }
}
