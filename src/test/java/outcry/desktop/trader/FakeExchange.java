package outcry.desktop.trader;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import outcry.client.SessionListener;
import outcry.gateway.model.AccountModel;
import outcry.gateway.model.InstrumentModel;
import outcry.gateway.model.MarketModel;
import outcry.gateway.model.ModelListener;
import outcry.gateway.model.OrderModel;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.market.Exchange;
import outcry.market.OrderType;
import outcry.market.Request;
import outcry.market.Side;
import outcry.market.TimeInForce;
import outcry.wire.trader.ServerMessage;

/**
 * A real market behind a pretended group of nodes, all in the calling thread: what it takes to show
 * a trader window trading, in a failover, and with nothing to find.
 */
final class FakeExchange implements ModelListener {
    private static final long EPOCH_NANOS = 1_795_255_200_000_000_000L;

    private final Exchange exchange = new Exchange();
    private final MarketModel model = new MarketModel(this);
    private final Set<String> opened = new HashSet<>();
    private final Map<Long, Long> numbers = new HashMap<>();
    private final List<ServerMessage> feed = new ArrayList<>();
    private final Set<OrderModel> orders = new LinkedHashSet<>();
    private final Set<AccountModel> accounts = new LinkedHashSet<>();
    private long index;
    private long timestamp = EPOCH_NANOS;
    private SessionListener listener = new SessionListener() {};

    FakeExchange() {
        exchange.describe(model);
        feed.clear();
    }

    /** Who hears every change from now on. */
    void listen(SessionListener newListener) {
        listener = newListener;
    }

    /** Time that passes between two commands. */
    void pass(long nanos) {
        timestamp += nanos;
    }

    /** Opens an account unless it is open. */
    void open(String account) {
        if (opened.add(account)) {
            apply(0, new Command.OpenAccount(account, new byte[16], new byte[32]));
        }
    }

    /** Applies a command of a session and tells the listener what changed. */
    Answer apply(long session, Command command) {
        long number = session == 0 ? 0 : numbers.merge(session, 1L, Long::sum);
        pass(7_000_000);
        model.begin(++index, timestamp);
        Request request = new Request(session, number, Math.max(0, number - 1), command);
        Answer answer = exchange.apply(index, timestamp, request, model).answer();
        orders.forEach(order -> feed.add(order.toMessage()));
        accounts.forEach(account -> feed.add(account.state(0, index)));
        feed.add(instrumentsMessage());
        List<ServerMessage> told = List.copyOf(feed);
        feed.clear();
        orders.clear();
        accounts.clear();
        told.forEach(listener::onFeed);
        return answer;
    }

    /** Enters an order of somebody else. */
    void trade(String account, Side side, String symbol, long price, long quantity) {
        applyAs(
                account,
                new Command.EnterOrder(
                        account,
                        symbol,
                        side,
                        price == 0 ? OrderType.MARKET : OrderType.LIMIT,
                        price == 0 ? TimeInForce.IOC : TimeInForce.GTC,
                        price,
                        quantity));
    }

    /** Gives somebody else cash and shares. */
    void endow(String account, long cents, String symbol, long quantity) {
        open(account);
        applyAs(account, new Command.DepositCash(account, cents));
        applyAs(account, new Command.DepositShares(account, symbol, quantity));
    }

    /** Applies a command of somebody else. */
    void applyAs(String account, Command command) {
        apply(account.hashCode() | 1L, command);
    }

    long index() {
        return index;
    }

    ServerMessage.Instruments instrumentsMessage() {
        return model.instruments(0);
    }

    ServerMessage.Book book(String symbol) {
        return model.instrument(symbol).book(0, index);
    }

    ServerMessage.Trades trades(String symbol) {
        return model.instrument(symbol).trades(0);
    }

    ServerMessage.AccountState account(String name) {
        return model.account(name).state(0, index);
    }

    ServerMessage.Orders orders(String account) {
        return new ServerMessage.Orders(
                0,
                account,
                index,
                model.account(account).orders().stream().map(OrderModel::toMessage).toList());
    }

    /** The exchange's time. */
    Instant now() {
        return Instant.ofEpochSecond(0, timestamp);
    }

    // What has changed.

    @Override
    public void levelChanged(
            InstrumentModel instrument, Side side, long price, long quantity, int count) {
        feed.add(
                new ServerMessage.Level(
                        instrument.symbol(), index, side, price, quantity, count, 0));
    }

    @Override
    public void traded(
            InstrumentModel instrument,
            ServerMessage.Trade trade,
            OrderModel maker,
            OrderModel taker) {
        feed.add(new ServerMessage.Trades(0, instrument.symbol(), List.of(trade)));
        feed.add(maker.fill(trade, true));
        feed.add(taker.fill(trade, false));
    }

    @Override
    public void feeCharged(AccountModel account, long orderId, long cents) {
        for (int i = feed.size() - 2; i < feed.size(); i++) {
            if (feed.get(i) instanceof ServerMessage.OwnFill fill && fill.orderId() == orderId) {
                feed.set(i, fill.withFee(cents));
            }
        }
    }

    @Override
    public void orderChanged(OrderModel order) {
        orders.add(order);
    }

    @Override
    public void accountChanged(AccountModel account) {
        accounts.add(account);
    }
}
