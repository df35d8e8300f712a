package outcry.client;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.tinylog.Logger;
import outcry.client.discovery.NodeFinder;
import outcry.market.Command;
import outcry.wire.trader.ClientMessage;
import outcry.wire.trader.ServerMessage;

/**
 * The face of a session towards other threads: numbers and bounds what they ask, and hands it to
 * the {@link SessionCore} on the loop's thread.
 */
final class FailoverSession implements TraderSession {
    static final int UNANSWERED_MAX = 1024;

    private final ClientLoop loop;
    private final SessionCore core;
    private final AtomicInteger unanswered = new AtomicInteger();

    /** Held while a request gets its ticket and its place in the loop's queue. */
    private final Object order = new Object();

    private long lastTicket;

    FailoverSession(ClientLoop loop, NodeFinder finder, SessionListener listener) {
        this.loop = loop;
        this.core = new SessionCore(loop, finder, listener, unanswered);
    }

    SessionCore core() {
        return core;
    }

    @Override
    public void login(String account, String secret, Consumer<ServerMessage.LoggedIn> result) {
        loop.execute(() -> core.login(account, secret, guarded(result)));
    }

    @Override
    public long submit(Command command, Consumer<ServerMessage.Answered> answer) {
        if (command instanceof Command.OpenAccount) {
            throw new IllegalArgumentException("an account is opened by logging in to it");
        }
        synchronized (order) {
            long ticket = lastTicket + 1;
            enqueue(new PendingRequest.OfCommand(ticket, command, guarded(answer)));
            lastTicket = ticket;
            return ticket;
        }
    }

    @Override
    public void query(
            ClientMessage.Topic topic,
            String account,
            String instrument,
            Consumer<ServerMessage> answer) {
        synchronized (order) {
            enqueue(new PendingRequest.OfQuery(topic, account, instrument, guarded(answer)));
        }
    }

    private void enqueue(PendingRequest request) {
        if (core.isCloseAsked()) {
            throw new IllegalStateException("the session is closed");
        }
        if (unanswered.incrementAndGet() > UNANSWERED_MAX) {
            unanswered.decrementAndGet();
            throw new IllegalStateException(
                    UNANSWERED_MAX + " requests are unanswered already; try again later");
        }
        try {
            loop.execute(() -> core.add(request));
        } catch (IllegalStateException e) {
            unanswered.decrementAndGet();
            throw e;
        }
    }

    @Override
    public void subscribe(ClientMessage.Topic topic, String account, String instrument) {
        loop.execute(() -> core.subscribe(new Subscriptions.Key(topic, account, instrument)));
    }

    @Override
    public void unsubscribe(ClientMessage.Topic topic, String account, String instrument) {
        loop.execute(() -> core.unsubscribe(new Subscriptions.Key(topic, account, instrument)));
    }

    @Override
    public ConnectionStatus connection() {
        return core.status();
    }

    @Override
    public int unanswered() {
        return unanswered.get();
    }

    @Override
    public void close() {
        core.askToClose();
    }

    private static <T> Consumer<T> guarded(Consumer<T> callback) {
        return value -> {
            try {
                callback.accept(value);
            } catch (RuntimeException e) {
                Logger.error(e, "a callback failed");
            }
        };
    }
}
