package outcry.desktop.trader;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import outcry.client.ConnectionStatus;
import outcry.client.ConnectionStatus.State;
import outcry.client.SessionListener;
import outcry.client.TraderSession;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.market.Reason;
import outcry.wire.trader.ClientMessage.Topic;
import outcry.wire.trader.ServerMessage;

/**
 * A session with a {@link FakeExchange}, in the calling thread. While there is no leader requests
 * wait; when one comes back they are decided and answered.
 */
final class FakeSession implements TraderSession, SessionListener {
    private static final long SESSION = 4711;

    final FakeExchange exchange;
    private final SessionListener listener;
    private final LongSupplier nanoTime;
    private final Set<String> subscribed = new TreeSet<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Command> commands = new ArrayList<>();
    private String account = "";
    private Consumer<ServerMessage.LoggedIn> onLogin = result -> {};
    private ConnectionStatus status;
    private long number;
    private boolean holding;
    private String refusal = "";

    private record Waiting(long number, Command command, Consumer<ServerMessage.Answered> answer) {}

    FakeSession(FakeExchange exchange, SessionListener listener, LongSupplier nanoTime) {
        this.exchange = exchange;
        this.nanoTime = nanoTime;
        this.listener = listener;
        exchange.listen(this);
        status = new ConnectionStatus(State.SEARCHING, "", "", 0, "", 0, 0, 0, 0, List.of(), "");
    }

    // What the network does.

    /** The state of the connection changes. */
    void become(State state, String node, String leader, long term, String explanation) {
        boolean served = state != State.SEARCHING;
        status =
                new ConnectionStatus(
                        state,
                        node,
                        served ? "127.0.0.1:40311" : "",
                        served ? 1_830_000 : 0,
                        leader,
                        term,
                        exchange.index(),
                        served ? nanoTime.getAsLong() : 0,
                        waiting.size(),
                        List.of(),
                        explanation);
        listener.onConnection(status);
    }

    /** Served and led. Logs in, tells the subscribed state, decides what waited. */
    void live(String node, String leader, long term) {
        become(State.LIVE, node, leader, term, "");
        if (!account.isEmpty()) {
            exchange.open(account);
            onLogin.accept(new ServerMessage.LoggedIn(1, account, refusal.isEmpty(), refusal));
        }
        List.copyOf(subscribed).forEach(this::snapshot);
        holding = false;
        List<Waiting> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(this::decide);
        beat();
    }

    /** The node is heard, if there is one: the age is 0 now. */
    void beat() {
        become(status.state(), status.node(), status.leader(), status.term(), status.explanation());
    }

    /** Logins from now on are refused for this reason. */
    void refuse(String reason) {
        refusal = reason;
    }

    /** Requests from now on wait for the next {@link #live}. */
    void hold() {
        holding = true;
    }

    /** Tells the members, all live but those whose names are given. */
    void members(String leader, long term, Set<String> crashed) {
        List<ServerMessage.Member> members = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            String name = "n" + i;
            boolean down = crashed.contains(name);
            members.add(
                    new ServerMessage.Member(
                            name,
                            i,
                            "127.0.0.1:4" + i + "001",
                            name.equals(leader) && !down ? "leader" : "follower",
                            down ? "crashed" : "live",
                            down ? "link closed, silent 1.2 s" : "",
                            true,
                            down ? 0 : 400_000L + 130_000L * i));
        }
        listener.onFeed(
                new ServerMessage.Members(
                        0, "lab", 1, 3, term, leader, exchange.index(), "", members));
    }

    /** Every command sent, in order. */
    List<Command> commands() {
        return List.copyOf(commands);
    }

    // The session.

    @Override
    public void login(String name, String secret, Consumer<ServerMessage.LoggedIn> result) {
        account = name;
        onLogin = result;
        if (status.state() == State.LIVE) {
            exchange.open(name);
            result.accept(new ServerMessage.LoggedIn(1, name, refusal.isEmpty(), refusal));
        }
    }

    @Override
    public long submit(Command command, Consumer<ServerMessage.Answered> answer) {
        Waiting request = new Waiting(++number, command, answer);
        commands.add(command);
        if (holding || status.state() != State.LIVE) {
            waiting.add(request);
        } else {
            decide(request);
        }
        return request.number();
    }

    @Override
    public void query(Topic topic, String who, String instrument, Consumer<ServerMessage> answer) {
        if (topic == Topic.ORDERS) {
            answer.accept(exchange.orders(who));
        }
    }

    @Override
    public void subscribe(Topic topic, String who, String instrument) {
        String key = topic + " " + who + instrument;
        subscribed.add(key);
        if (status.state() == State.LIVE) {
            snapshot(key);
        }
    }

    @Override
    public void unsubscribe(Topic topic, String who, String instrument) {
        subscribed.remove(topic + " " + who + instrument);
    }

    @Override
    public ConnectionStatus connection() {
        return status;
    }

    @Override
    public int unanswered() {
        return waiting.size();
    }

    @Override
    public void close() {
        become(State.CLOSED, "", "", 0, "");
    }

    // What the exchange reports: only what was subscribed to goes on.

    @Override
    public void onFeed(ServerMessage message) {
        boolean wanted = true;
        if (message instanceof ServerMessage.Level level) {
            wanted = subscribed.contains(Topic.BOOK + " " + level.instrument());
        } else if (message instanceof ServerMessage.Trades trades) {
            wanted = subscribed.contains(Topic.TRADES + " " + trades.instrument());
        } else if (message instanceof ServerMessage.AccountState state) {
            wanted = state.account().equals(account);
        } else if (message instanceof ServerMessage.OrderState state) {
            wanted = state.account().equals(account);
        } else if (message instanceof ServerMessage.OwnFill fill) {
            wanted = fill.account().equals(account);
        }
        if (wanted && status.state() == State.LIVE) {
            listener.onFeed(message);
        }
    }

    private void snapshot(String key) {
        String[] parts = key.split(" ", -1);
        switch (Topic.valueOf(parts[0])) {
            case BOOK -> listener.onFeed(exchange.book(parts[1]));
            case TRADES -> listener.onFeed(exchange.trades(parts[1]));
            case ACCOUNT -> listener.onFeed(exchange.account(parts[1]));
            case INSTRUMENTS -> listener.onFeed(exchange.instrumentsMessage());
            default -> {}
        }
    }

    private void decide(Waiting request) {
        Answer answer = exchange.apply(SESSION, request.command());
        String message =
                answer.reason() == Reason.INSUFFICIENT_CASH
                        ? "not enough cash: " + answer.detail() / 100 + " free"
                        : "";
        request.answer()
                .accept(new ServerMessage.Answered(SESSION, request.number(), answer, message));
    }
}
