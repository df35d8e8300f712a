package outcry.desktop.trader;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import outcry.client.ConnectionStatus;
import outcry.client.ConnectionStatus.State;
import outcry.client.SessionListener;
import outcry.client.TraderSession;
import outcry.desktop.parts.Depth;
import outcry.desktop.trader.account.AccountModel;
import outcry.desktop.trader.blotter.OrdersModel;
import outcry.desktop.trader.book.BookModel;
import outcry.desktop.trader.connection.BannerModel;
import outcry.desktop.trader.connection.ConnectionModel;
import outcry.desktop.trader.desk.Desk;
import outcry.desktop.trader.desk.EventLog;
import outcry.desktop.trader.feed.FeedSink;
import outcry.desktop.trader.feed.TraderFeed;
import outcry.desktop.trader.members.GroupModel;
import outcry.desktop.trader.search.SearchModel;
import outcry.desktop.trader.tape.TapeModel;
import outcry.desktop.trader.ticket.AmendModel;
import outcry.desktop.trader.ticket.MoveModel;
import outcry.desktop.trader.ticket.TicketModel;
import outcry.desktop.trader.venue.OperatorModel;
import outcry.desktop.trader.venue.VenueModel;
import outcry.desktop.trader.watch.WatchModel;
import outcry.wire.trader.ClientMessage.Topic;
import outcry.wire.trader.ServerMessage;

/** All of a trader window's models, and how they depend on each other. JavaFX thread only. */
public final class TraderModel implements FeedSink {
    private static final long BOOK_PAUSE_NANOS = 2_000_000_000L;

    private final EventLog log;
    private final TraderFeed feed;
    private final LongSupplier nanoTime;
    private final TraderSession session;
    private final Desk desk;
    private final ConnectionModel connection;
    private final BannerModel banner;
    private final WatchModel watch = new WatchModel();
    private final AccountModel account = new AccountModel(watch::lastPrice);
    private final OrdersModel orders;
    private final BookModel book;
    private final TapeModel tape = new TapeModel();
    private final GroupModel group = new GroupModel();
    private final TicketModel ticket;
    private final AmendModel amend;
    private final MoveModel move;
    private final VenueModel venue = new VenueModel();
    private final OperatorModel operator;
    private final SearchModel search;
    private State stateBefore = State.SEARCHING;
    private String subscribed = "";
    private boolean bookIsLost;
    private long bookAskedNanos;

    /**
     * @param opener opens the session that tells the given listener
     * @param networks where nodes are looked for, in words
     */
    public TraderModel(
            Function<SessionListener, TraderSession> opener, String networks, WindowClocks clocks) {
        log = new EventLog(clocks::time);
        feed = new TraderFeed(this, clocks.nanoTime());
        nanoTime = clocks.nanoTime();
        bookAskedNanos = nanoTime.getAsLong() - BOOK_PAUSE_NANOS;
        session = opener.apply(feed);
        desk = new Desk(session, log, clocks.windowThread());
        connection = new ConnectionModel(clocks.nanoTime());
        banner = new BannerModel(connection, desk, networks, clocks.nanoTime());
        orders = new OrdersModel(desk, log, clocks::instant);
        book = new BookModel(orders);
        ticket = new TicketModel(account, orders);
        amend = new AmendModel(orders, watch::instrument);
        move = new MoveModel(desk, log, account);
        operator = new OperatorModel(desk, log, account);
        search = new SearchModel();
        watch.selectedProperty().addListener((o, before, symbol) -> openInstrument(symbol));
        watch.instrumentProperty().addListener((o, before, now) -> showInstrument(now));
        book.depthProperty().addListener((o, before, depth) -> ticket.showDepth(depth));
        connection.blockedProperty().addListener((o, before, reason) -> showBlocked(reason));
        showBlocked(connection.blockedProperty().get());
        session.subscribe(Topic.INSTRUMENTS, "", "");
        session.subscribe(Topic.MEMBERS, "", "");
        showConnection(session.connection(), nanoTime.getAsLong());
    }

    /** Opens an account, now and after every reconnect. */
    public void login(String name, String secret) {
        String before = account.accountProperty().get();
        if (!before.isEmpty() && !before.equals(name)) {
            session.unsubscribe(Topic.ACCOUNT, before, "");
        }
        account.open(name);
        orders.open(name);
        amend.close();
        session.login(name, secret, result -> desk.onWindowThread(() -> loggedIn(result)));
        session.subscribe(Topic.ACCOUNT, name, "");
    }

    /** Time has passed: ages are said anew. */
    public void tick() {
        ConnectionStatus now = session.connection();
        ConnectionStatus shown = connection.statusProperty().get();
        boolean onlyOlder =
                now.state() == shown.state()
                        && now.term() == shown.term()
                        && now.leader().equals(shown.leader())
                        && now.node().equals(shown.node());
        // A state that is new is told in its turn; what happened before it must be told first.
        showConnection(onlyOlder ? now : shown, nanoTime.getAsLong());
        askForLostBook();
    }

    /** The window is gone. */
    public void close() {
        feed.close();
        session.close();
    }

    @Override
    public void onConnection(ConnectionStatus status) {
        onConnection(status, nanoTime.getAsLong());
    }

    @Override
    public void onConnection(ConnectionStatus status, long heardNanos) {
        showConnection(status, heardNanos);
    }

    @Override
    public void onBook(
            String instrument, long index, List<Depth.Level> bids, List<Depth.Level> asks) {
        book.show(instrument, index, bids, asks);
    }

    @Override
    public void onBookLost(String instrument) {
        if (instrument.equals(subscribed)) {
            log.add("The book of " + instrument + " did not fit its checksum; asking for it anew.");
            book.forget();
            bookIsLost = true;
            askForLostBook();
        }
    }

    @Override
    public void onInstruments(ServerMessage.Instruments instruments) {
        watch.show(instruments);
        if (!instruments.round().equals(venue.roundProperty().get())) {
            operator.showRound(instruments.round());
        }
        venue.show(instruments.round());
        move.showRound(instruments.round());
        account.refresh();
    }

    @Override
    public void onMembers(ServerMessage.Members members) {
        connection.show(members);
        group.show(members);
    }

    @Override
    public void onAccount(ServerMessage.AccountState state) {
        account.show(state);
    }

    @Override
    public void onEvents(List<ServerMessage> events, long dropped) {
        for (ServerMessage event : events) {
            onEvent(event);
        }
        if (dropped > 0) {
            log.add(
                    dropped
                            + " messages were missed because this window stood still; asking for"
                            + " the orders again.");
            askForOrders();
        }
    }

    public EventLog log() {
        return log;
    }

    public ConnectionModel connection() {
        return connection;
    }

    public BannerModel banner() {
        return banner;
    }

    public WatchModel watch() {
        return watch;
    }

    public AccountModel account() {
        return account;
    }

    public OrdersModel orders() {
        return orders;
    }

    public BookModel book() {
        return book;
    }

    public TapeModel tape() {
        return tape;
    }

    public GroupModel group() {
        return group;
    }

    public TicketModel ticket() {
        return ticket;
    }

    public AmendModel amend() {
        return amend;
    }

    public VenueModel venue() {
        return venue;
    }

    public OperatorModel operator() {
        return operator;
    }

    public MoveModel move() {
        return move;
    }

    public SearchModel search() {
        return search;
    }

    private void showConnection(ConnectionStatus status, long heardNanos) {
        if (stateBefore == State.LIVE && status.state() != State.LIVE) {
            desk.connectionLost();
            orders.connectionLost();
        }
        if (stateBefore != status.state()) {
            log.add("Connection: " + status.state().name().toLowerCase(java.util.Locale.ROOT));
        }
        stateBefore = status.state();
        connection.show(status);
        banner.onConnection(status, heardNanos);
        search.show(status, connection.inStateNanos());
    }

    private void onEvent(ServerMessage event) {
        if (event instanceof ServerMessage.OrderState state) {
            orders.onOrderState(state);
        } else if (event instanceof ServerMessage.OwnFill fill) {
            if (account.addFill(fill)) {
                orders.onFill(fill);
            }
        } else if (event instanceof ServerMessage.Trades trades) {
            tape.add(trades);
        } else if (event instanceof ServerMessage.Problem problem) {
            log.add("The node says: " + problem.message());
        }
    }

    private void loggedIn(ServerMessage.LoggedIn result) {
        if (!result.account().equals(account.accountProperty().get())) {
            // Of an account chosen before.
            return;
        }
        connection.showLogin(result.ok() ? "" : result.message());
        banner.showLogin(result.ok() ? "" : result.message());
        log.add(
                result.ok()
                        ? "Account " + result.account() + " is open."
                        : "Account " + result.account() + " was refused: " + result.message());
        if (result.ok()) {
            askForOrders();
        }
    }

    private void askForOrders() {
        session.query(
                Topic.ORDERS,
                account.accountProperty().get(),
                "",
                answer ->
                        desk.onWindowThread(
                                () -> {
                                    if (answer instanceof ServerMessage.Orders list) {
                                        orders.onOrders(list);
                                    }
                                }));
    }

    /** At once, but not again and again when the answers do not fit either. */
    private void askForLostBook() {
        long now = nanoTime.getAsLong();
        if (bookIsLost && now - bookAskedNanos >= BOOK_PAUSE_NANOS) {
            bookIsLost = false;
            bookAskedNanos = now;
            session.unsubscribe(Topic.BOOK, "", subscribed);
            session.subscribe(Topic.BOOK, "", subscribed);
        }
    }

    private void openInstrument(String symbol) {
        if (!subscribed.isEmpty()) {
            session.unsubscribe(Topic.BOOK, "", subscribed);
            session.unsubscribe(Topic.TRADES, "", subscribed);
            feed.forget(subscribed);
        }
        subscribed = symbol;
        bookIsLost = false;
        ServerMessage.Instrument instrument = watch.instrumentProperty().get();
        book.open(symbol, instrument == null ? 1 : instrument.tick());
        tape.open(symbol);
        move.takeSymbol(symbol);
        operator.takeSymbol(symbol);
        session.subscribe(Topic.BOOK, "", symbol);
        session.subscribe(Topic.TRADES, "", symbol);
    }

    private void showInstrument(ServerMessage.Instrument instrument) {
        if (instrument != null) {
            book.setTick(instrument.tick());
        }
        ticket.showInstrument(instrument);
        venue.showInstrument(instrument);
        move.showInstrument(instrument);
    }

    private void showBlocked(String reason) {
        ticket.showBlocked(reason);
        amend.showBlocked(reason);
        operator.showBlocked(reason);
        move.showBlocked(reason);
    }
}
