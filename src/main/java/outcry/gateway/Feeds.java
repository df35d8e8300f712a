package outcry.gateway;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import outcry.gateway.model.AccountModel;
import outcry.gateway.model.InstrumentModel;
import outcry.gateway.model.ModelListener;
import outcry.gateway.model.OrderModel;
import outcry.market.Side;
import outcry.wire.trader.ClientMessage.Topic;
import outcry.wire.trader.ServerMessage;
import outcry.wire.trader.TraderCodec;

/**
 * Who wants to hear of what, and the changes of the index being applied that somebody wants to hear
 * of. What changes several times within one index is told once, as it is afterwards; every line is
 * written once, whoever reads it.
 */
final class Feeds implements ModelListener {
    /** Number of a feed that is not about one account or instrument. */
    static final int WHOLE = -1;

    /** Takes the lines of the feeds it subscribed to. */
    interface Subscriber {
        void feed(byte[] line);
    }

    private record LevelKey(Side side, long price) {}

    private record LevelChange(Side side, long price, long quantity, int orders) {}

    private record Fill(int account, ServerMessage.OwnFill message) {}

    private final Map<Topic, Map<Integer, Set<Subscriber>>> subscribers =
            new EnumMap<>(Topic.class);
    private final Map<InstrumentModel, Map<LevelKey, LevelChange>> levels = new LinkedHashMap<>();
    private final Map<InstrumentModel, List<ServerMessage.Trade>> trades = new LinkedHashMap<>();
    private final List<Fill> fills = new ArrayList<>();
    private final Set<OrderModel> orders = new LinkedHashSet<>();
    private final Set<AccountModel> accounts = new LinkedHashSet<>();
    private boolean instrumentsChanged;

    Feeds() {
        for (Topic topic : Topic.values()) {
            subscribers.put(topic, new HashMap<>());
        }
    }

    /** Number: of the account or instrument, else {@link #WHOLE}. */
    void subscribe(Topic topic, int number, Subscriber subscriber) {
        subscribers.get(topic).computeIfAbsent(number, n -> new LinkedHashSet<>()).add(subscriber);
    }

    void unsubscribe(Topic topic, int number, Subscriber subscriber) {
        Set<Subscriber> readers = subscribers.get(topic).get(number);
        if (readers != null && readers.remove(subscriber) && readers.isEmpty()) {
            subscribers.get(topic).remove(number);
        }
    }

    void unsubscribeAll(Subscriber subscriber) {
        for (Map<Integer, Set<Subscriber>> byNumber : subscribers.values()) {
            Iterator<Set<Subscriber>> all = byNumber.values().iterator();
            while (all.hasNext()) {
                Set<Subscriber> readers = all.next();
                readers.remove(subscriber);
                if (readers.isEmpty()) {
                    all.remove();
                }
            }
        }
    }

    boolean hasReaders(Topic topic, int number) {
        return subscribers.get(topic).containsKey(number);
    }

    /** Sends {@code message} to all who subscribed to this. */
    void send(Topic topic, int number, ServerMessage message) {
        Set<Subscriber> readers = subscribers.get(topic).get(number);
        if (readers != null) {
            sendAll(readers, message);
        }
    }

    /** Whether an instrument changed since the last call. */
    boolean takeInstrumentsChanged() {
        boolean changed = instrumentsChanged;
        instrumentsChanged = false;
        return changed;
    }

    /** Sends what changed at {@code index}: trades, books, then own fills, orders and balances. */
    void publish(long index) {
        trades.forEach(
                (instrument, list) ->
                        send(
                                Topic.TRADES,
                                instrument.number(),
                                new ServerMessage.Trades(0, instrument.symbol(), list)));
        levels.forEach((instrument, changes) -> publishLevels(index, instrument, changes.values()));
        for (Fill fill : fills) {
            send(Topic.ACCOUNT, fill.account(), fill.message());
        }
        for (OrderModel order : orders) {
            ServerMessage.OrderState message = order.toMessage();
            send(Topic.ACCOUNT, order.account().number(), message);
            send(Topic.ORDERS, order.account().number(), message);
        }
        for (AccountModel account : accounts) {
            send(Topic.ACCOUNT, account.number(), account.state(0, index));
        }
        discard();
    }

    /** Forgets changes without sending them. */
    void discard() {
        trades.clear();
        levels.clear();
        fills.clear();
        orders.clear();
        accounts.clear();
    }

    @Override
    public void levelChanged(
            InstrumentModel instrument, Side side, long price, long quantity, int orderCount) {
        if (hasReaders(Topic.BOOK, instrument.number())) {
            levels.computeIfAbsent(instrument, i -> new LinkedHashMap<>())
                    .put(
                            new LevelKey(side, price),
                            new LevelChange(side, price, quantity, orderCount));
        }
    }

    @Override
    public void traded(
            InstrumentModel instrument,
            ServerMessage.Trade trade,
            OrderModel maker,
            OrderModel taker) {
        if (hasReaders(Topic.TRADES, instrument.number())) {
            trades.computeIfAbsent(instrument, i -> new ArrayList<>()).add(trade);
        }
        addFill(trade, maker, true);
        addFill(trade, taker, false);
    }

    @Override
    public void orderChanged(OrderModel order) {
        int account = order.account().number();
        if (hasReaders(Topic.ACCOUNT, account) || hasReaders(Topic.ORDERS, account)) {
            orders.add(order);
        }
    }

    @Override
    public void accountChanged(AccountModel account) {
        if (hasReaders(Topic.ACCOUNT, account.number())) {
            accounts.add(account);
        }
    }

    @Override
    public void instrumentsChanged() {
        instrumentsChanged = true;
    }

    @Override
    public void feeCharged(AccountModel account, long orderId, long cents) {
        // The fees of a trade follow it: its fills, if anybody reads them, are the last.
        int at = fills.size() - 1;
        long tradeId = at < 0 ? 0 : fills.get(at).message().tradeId();
        for (; at >= 0 && fills.get(at).message().tradeId() == tradeId; at--) {
            Fill fill = fills.get(at);
            if (fill.message().orderId() == orderId) {
                fills.set(at, new Fill(fill.account(), fill.message().withFee(cents)));
            }
        }
    }

    private void addFill(ServerMessage.Trade trade, OrderModel order, boolean maker) {
        int account = order.account().number();
        if (hasReaders(Topic.ACCOUNT, account)) {
            fills.add(new Fill(account, order.fill(trade, maker)));
        }
    }

    /** The checksum goes with the last change, when a reader's book is whole again. */
    private void publishLevels(
            long index, InstrumentModel instrument, Collection<LevelChange> changes) {
        Iterator<LevelChange> all = changes.iterator();
        while (all.hasNext()) {
            LevelChange change = all.next();
            send(
                    Topic.BOOK,
                    instrument.number(),
                    new ServerMessage.Level(
                            instrument.symbol(),
                            index,
                            change.side(),
                            change.price(),
                            change.quantity(),
                            change.orders(),
                            all.hasNext() ? 0 : instrument.checksum()));
        }
    }

    private static void sendAll(Collection<Subscriber> readers, ServerMessage message) {
        byte[] line = TraderCodec.line(message);
        for (Subscriber reader : List.copyOf(readers)) {
            // A copy: a reader that is too far behind is closed, and leaves the set, meanwhile.
            reader.feed(line);
        }
    }
}
