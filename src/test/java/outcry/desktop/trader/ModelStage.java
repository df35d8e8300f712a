package outcry.desktop.trader;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import outcry.client.ConnectionStatus;
import outcry.client.TraderSession;
import outcry.desktop.trader.account.AccountModel;
import outcry.desktop.trader.blotter.OrdersModel;
import outcry.desktop.trader.desk.Desk;
import outcry.desktop.trader.desk.EventLog;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.wire.trader.ClientMessage;
import outcry.wire.trader.ServerMessage;

/** The window's models without a window, over a session that answers when the test says so. */
final class ModelStage implements TraderSession {
    record Sent(long number, Command command, Consumer<ServerMessage.Answered> answer) {}

    final Deque<Sent> sent = new ArrayDeque<>();
    final List<Runnable> later = new ArrayList<>();
    final EventLog log = new EventLog(() -> LocalTime.NOON);
    final Desk desk = new Desk(this, log, later::add);
    final AccountModel account = new AccountModel(symbol -> 1_000);
    final OrdersModel orders = new OrdersModel(desk, log, () -> Instant.EPOCH);
    boolean full;
    private long numbers;

    ModelStage() {
        account.open("ada");
        orders.open("ada");
    }

    /** Balances as the exchange tells them. */
    void balance(long cents, long shares) {
        account.show(
                new ServerMessage.AccountState(
                        0,
                        "ada",
                        1,
                        cents,
                        0,
                        List.of(new ServerMessage.Holding("ACME", shares, 0))));
    }

    /** Answers the oldest request; it is heard at the next {@link #turn}. */
    void answer(Answer answer, String message) {
        Sent request = sent.remove();
        request.answer().accept(new ServerMessage.Answered(1, request.number(), answer, message));
    }

    /** The JavaFX thread takes its turn. */
    void turn() {
        List<Runnable> now = List.copyOf(later);
        later.clear();
        now.forEach(Runnable::run);
    }

    @Override
    public long submit(Command command, Consumer<ServerMessage.Answered> answer) {
        if (full) {
            throw new IllegalStateException("too many requests are unanswered");
        }
        sent.add(new Sent(++numbers, command, answer));
        return numbers;
    }

    @Override
    public void login(String name, String secret, Consumer<ServerMessage.LoggedIn> result) {}

    @Override
    public void query(
            ClientMessage.Topic topic,
            String name,
            String instrument,
            Consumer<ServerMessage> answer) {}

    @Override
    public void subscribe(ClientMessage.Topic topic, String name, String instrument) {}

    @Override
    public void unsubscribe(ClientMessage.Topic topic, String name, String instrument) {}

    @Override
    public ConnectionStatus connection() {
        return null;
    }

    @Override
    public int unanswered() {
        return sent.size();
    }

    @Override
    public void close() {}
}
