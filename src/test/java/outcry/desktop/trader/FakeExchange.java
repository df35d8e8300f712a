package outcry.desktop.trader;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import outcry.client.SessionListener;
import outcry.market.Answer;
import outcry.market.CancelReason;
import outcry.market.Command;
import outcry.market.DepthBook;
import outcry.market.Exchange;
import outcry.market.MarketListener;
import outcry.market.OrderType;
import outcry.market.Request;
import outcry.market.Side;
import outcry.market.TimeInForce;
import outcry.wire.trader.ServerMessage;

/**
 * A real market behind a pretended group of nodes, all in the calling thread: what it takes to show
 * a trader window trading, in a failover, and with nothing to find.
 */
final class FakeExchange implements MarketListener {
    private static final long EPOCH_NANOS = 1_795_255_200_000_000_000L;

    private final Exchange exchange = new Exchange();
    private final List<String> accounts = new ArrayList<>();
    private final Map<String, byte[]> opened = new HashMap<>();
    private final List<String> symbols = new ArrayList<>();
    private final Map<String, DepthBook> books = new LinkedHashMap<>();
    private final Map<String, ServerMessage.Instrument> instruments = new LinkedHashMap<>();
    private final Map<Long, ServerMessage.OrderState> orders = new TreeMap<>();
    private final Map<String, List<ServerMessage.Trade>> trades = new HashMap<>();
    private final Map<String, long[]> cash = new HashMap<>();
    private final Map<String, Map<String, long[]>> shares = new HashMap<>();
    private final Map<Long, Long> numbers = new HashMap<>();
    private final List<ServerMessage> feed = new ArrayList<>();
    private long index;
    private long timestamp = EPOCH_NANOS;
    private SessionListener listener = new SessionListener() {};

    FakeExchange() {
        exchange.describe(this);
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
        if (opened.putIfAbsent(account, new byte[] {1}) == null) {
            apply(0, new Command.OpenAccount(account, new byte[16], new byte[32]));
        }
    }

    /** Applies a command of a session and tells the listener what changed. */
    Answer apply(long session, Command command) {
        long number = session == 0 ? 0 : numbers.merge(session, 1L, Long::sum);
        pass(7_000_000);
        Answer answer =
                exchange.apply(
                                ++index,
                                timestamp,
                                new Request(session, number, Math.max(0, number - 1), command),
                                this)
                        .answer();
        books.keySet().forEach(this::refreshInstrument);
        feed.add(instrumentsMessage());
        List<ServerMessage> told = List.copyOf(feed);
        feed.clear();
        told.forEach(listener::onFeed);
        return answer;
    }

    /** Enters an order of somebody else. */
    void trade(String account, Side side, String symbol, long price, long quantity) {
        apply(
                account.hashCode() | 1L,
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
        apply(account.hashCode() | 1L, new Command.DepositCash(account, cents));
        apply(account.hashCode() | 1L, new Command.DepositShares(account, symbol, quantity));
    }

    long index() {
        return index;
    }

    ServerMessage.Instruments instrumentsMessage() {
        return new ServerMessage.Instruments(0, index, List.copyOf(instruments.values()));
    }

    ServerMessage.Book book(String symbol) {
        DepthBook book = books.get(symbol);
        return new ServerMessage.Book(
                0, symbol, index, levels(book, Side.BUY), levels(book, Side.SELL), book.checksum());
    }

    ServerMessage.Trades trades(String symbol) {
        List<ServerMessage.Trade> all = trades.getOrDefault(symbol, List.of());
        return new ServerMessage.Trades(
                0, symbol, all.subList(Math.max(0, all.size() - 100), all.size()));
    }

    ServerMessage.AccountState account(String name) {
        long[] money = cash.getOrDefault(name, new long[2]);
        List<ServerMessage.Holding> holdings = new ArrayList<>();
        shares.getOrDefault(name, Map.of())
                .forEach(
                        (symbol, held) ->
                                holdings.add(new ServerMessage.Holding(symbol, held[0], held[1])));
        return new ServerMessage.AccountState(0, name, index, money[0], money[1], holdings);
    }

    ServerMessage.Orders orders(String account) {
        return new ServerMessage.Orders(
                0,
                account,
                index,
                orders.values().stream()
                        .filter(o -> o.account().equals(account) && o.open() > 0)
                        .filter(o -> o.state().equals("resting"))
                        .toList());
    }

    /** The exchange's time. */
    Instant now() {
        return Instant.ofEpochSecond(0, timestamp);
    }

    // What the market reports.

    @Override
    public void accountOpened(int account, String name, byte[] salt, byte[] hash) {
        accounts.add(name);
    }

    @Override
    public void instrumentListed(
            int instrument, String symbol, String name, long tick, long lot, long pool) {
        symbols.add(symbol);
        books.put(
                symbol,
                new DepthBook(
                        instrument,
                        (side, price, quantity, count) ->
                                feed.add(
                                        new ServerMessage.Level(
                                                symbol, index, side, price, quantity, count, 0))));
        instruments.put(
                symbol, new ServerMessage.Instrument(symbol, name, tick, lot, pool, 0, 0, 0, 0));
    }

    @Override
    public void accepted(
            long orderId,
            int account,
            int instrument,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            long price,
            long quantity) {
        show(
                new ServerMessage.OrderState(
                        orderId,
                        accounts.get(account),
                        symbols.get(instrument),
                        side,
                        price,
                        quantity,
                        quantity,
                        "accepted",
                        "",
                        index,
                        timestamp));
    }

    @Override
    public void rested(
            long orderId, int account, int instrument, Side side, long price, long quantity) {
        books.get(symbols.get(instrument))
                .rested(orderId, account, instrument, side, price, quantity);
        change(orderId, quantity, "resting", "");
    }

    @Override
    public void traded(
            long tradeId,
            int instrument,
            long price,
            long quantity,
            long makerOrderId,
            long takerOrderId,
            int makerAccount,
            int takerAccount,
            Side aggressor,
            long makerLeaves,
            long takerLeaves) {
        String symbol = symbols.get(instrument);
        books.get(symbol)
                .traded(
                        tradeId,
                        instrument,
                        price,
                        quantity,
                        makerOrderId,
                        takerOrderId,
                        makerAccount,
                        takerAccount,
                        aggressor,
                        makerLeaves,
                        takerLeaves);
        change(makerOrderId, makerLeaves, makerLeaves == 0 ? "filled" : "resting", "");
        change(takerOrderId, takerLeaves, takerLeaves == 0 ? "filled" : "accepted", "");
        fill(makerAccount, symbol, makerOrderId, tradeId, aggressor.opposite(), price, quantity);
        fill(takerAccount, symbol, takerOrderId, tradeId, aggressor, price, quantity);
        ServerMessage.Trade trade =
                new ServerMessage.Trade(
                        symbol, tradeId, price, quantity, aggressor, index, timestamp);
        trades.computeIfAbsent(symbol, s -> new ArrayList<>()).add(trade);
        feed.add(new ServerMessage.Trades(0, symbol, List.of(trade)));
        ServerMessage.Instrument was = instruments.get(symbol);
        instruments.put(
                symbol,
                new ServerMessage.Instrument(
                        symbol,
                        was.name(),
                        was.tick(),
                        was.lot(),
                        was.pool(),
                        price,
                        was.volume() + quantity,
                        0,
                        0));
    }

    @Override
    public void cancelled(
            long orderId,
            int account,
            int instrument,
            Side side,
            long price,
            long quantity,
            CancelReason why,
            boolean wasResting) {
        books.get(symbols.get(instrument))
                .cancelled(orderId, account, instrument, side, price, quantity, why, wasResting);
        change(orderId, quantity, "cancelled", why.name());
    }

    @Override
    public void cashChanged(int account, long available, long reserved) {
        cash.put(accounts.get(account), new long[] {available, reserved});
        feed.add(account(accounts.get(account)));
    }

    @Override
    public void sharesChanged(int account, int instrument, long available, long reserved) {
        shares.computeIfAbsent(accounts.get(account), name -> new TreeMap<>())
                .put(symbols.get(instrument), new long[] {available, reserved});
        feed.add(account(accounts.get(account)));
    }

    @Override
    public void poolChanged(int instrument, long left) {
        ServerMessage.Instrument was = instruments.get(symbols.get(instrument));
        instruments.put(
                was.symbol(),
                new ServerMessage.Instrument(
                        was.symbol(),
                        was.name(),
                        was.tick(),
                        was.lot(),
                        left,
                        was.last(),
                        was.volume(),
                        was.bestBid(),
                        was.bestAsk()));
    }

    private void refreshInstrument(String symbol) {
        DepthBook book = books.get(symbol);
        ServerMessage.Instrument was = instruments.get(symbol);
        instruments.put(
                symbol,
                new ServerMessage.Instrument(
                        symbol,
                        was.name(),
                        was.tick(),
                        was.lot(),
                        was.pool(),
                        was.last(),
                        was.volume(),
                        best(book, Side.BUY),
                        best(book, Side.SELL)));
    }

    private static long best(DepthBook book, Side side) {
        List<DepthBook.Level> best = book.best(side, 1);
        return best.isEmpty() ? 0 : best.get(0).price();
    }

    private static List<ServerMessage.PriceLevel> levels(DepthBook book, Side side) {
        return book.best(side, 1_000).stream()
                .map(l -> new ServerMessage.PriceLevel(l.price(), l.quantity(), l.orders()))
                .toList();
    }

    private void change(long orderId, long open, String state, String reason) {
        ServerMessage.OrderState was = orders.get(orderId);
        show(
                new ServerMessage.OrderState(
                        orderId,
                        was.account(),
                        was.instrument(),
                        was.side(),
                        was.price(),
                        was.quantity(),
                        open,
                        state,
                        reason,
                        index,
                        timestamp));
    }

    private void show(ServerMessage.OrderState state) {
        orders.put(state.orderId(), state);
        feed.add(state);
    }

    private void fill(
            int account,
            String symbol,
            long orderId,
            long tradeId,
            Side side,
            long price,
            long quantity) {
        feed.add(
                new ServerMessage.OwnFill(
                        accounts.get(account),
                        symbol,
                        orderId,
                        tradeId,
                        side,
                        price,
                        quantity,
                        false,
                        index,
                        timestamp));
    }
}
