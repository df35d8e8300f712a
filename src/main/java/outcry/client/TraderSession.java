package outcry.client;

import java.util.function.Consumer;
import outcry.market.Command;
import outcry.wire.trader.ClientMessage;
import outcry.wire.trader.ServerMessage;

/**
 * A trader's conversation with the exchange, whichever node serves it at the moment. Commands are
 * numbered once and sent again with the same numbers after a failover, so each happens exactly once
 * (G27); questions are asked again; logins and subscriptions are renewed.
 *
 * <p>All methods may be called on any thread and return at once. Callbacks and the {@link
 * SessionListener} are called on the client loop's thread and must return at once.
 */
public interface TraderSession extends AutoCloseable {

    /** Logs in to an account, now and after every reconnect; {@code result} is told each time. */
    void login(String account, String secret, Consumer<ServerMessage.LoggedIn> result);

    /**
     * Sends a command. Commands and queries are answered in the order they were made.
     *
     * <p>An answer has reason NOT_LOGGED_IN, without anything being sent, when no login to the
     * command's account was asked for before, or it was refused; SESSION_EXPIRED when the exchange
     * forgot this session: what became of that command is not known, the next ones begin a new one.
     *
     * @return counts the commands of this object from 1; the answer carries it as its number
     * @throws IllegalStateException when too many are unanswered (1,024) or the session is closed
     * @throws IllegalArgumentException for a command that only nodes make: OpenAccount
     */
    long submit(Command command, Consumer<ServerMessage.Answered> answer);

    /**
     * Asks a question; the answer is AccountState, Orders, Book, Trades, Instruments, Members,
     * NodeState or Problem.
     *
     * @throws IllegalStateException as {@link #submit}
     */
    void query(
            ClientMessage.Topic topic,
            String account,
            String instrument,
            Consumer<ServerMessage> answer);

    /**
     * Subscribes, now and after every reconnect; what comes goes to {@link SessionListener#onFeed}.
     */
    void subscribe(ClientMessage.Topic topic, String account, String instrument);

    void unsubscribe(ClientMessage.Topic topic, String account, String instrument);

    /** The present state of the connection. */
    ConnectionStatus connection();

    /** Requests sent and not answered yet. */
    int unanswered();

    /** Closes the connection and gives up what is unanswered. */
    @Override
    void close();
}
