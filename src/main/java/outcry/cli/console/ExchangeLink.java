package outcry.cli.console;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import outcry.cli.CommandFailed;
import outcry.cli.ExitStatus;
import outcry.cli.console.Input.Ask;
import outcry.cli.console.Input.Question;
import outcry.cli.console.Input.Submit;
import outcry.client.ClientConfig;
import outcry.client.ClientLoop;
import outcry.client.ConnectionStatus;
import outcry.client.SessionListener;
import outcry.client.TraderSession;
import outcry.wire.trader.ClientMessage.Topic;

/**
 * The console's way to the exchange: one session for any number of accounts, each logged in to with
 * the same secret when a line first names it. Used by the thread that reads lines.
 */
final class ExchangeLink implements AutoCloseable {
    private final ClientLoop loop;
    private final TraderSession session;
    private final String secret;

    /** Accounts to what was wrong with their login; empty when nothing was. */
    private final Map<String, String> logins = new ConcurrentHashMap<>();

    ExchangeLink(ClientConfig config, String secret, SessionListener listener)
            throws CommandFailed {
        this.secret = secret;
        try {
            loop = ClientLoop.start(config);
        } catch (IOException e) {
            throw new CommandFailed(ExitStatus.FAILED, e.getMessage());
        }
        session = loop.open(listener);
    }

    /** Sends a command; the reply comes when the exchange has answered. */
    CompletableFuture<Reply> submit(Submit submit) {
        String account = submit.command().account();
        logIn(account);
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        session.submit(
                submit.command(),
                answered ->
                        reply.complete(
                                withLogin(
                                        account,
                                        CommandReplies.of(
                                                submit.command(),
                                                submit.inIssueMarketWords(),
                                                answered))));
        return reply;
    }

    /** Asks a question; the reply comes when a node has answered. */
    CompletableFuture<Reply> ask(Ask ask) {
        if (!ask.account().isEmpty()) {
            logIn(ask.account());
        }
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        session.query(
                topic(ask.question()),
                ask.account(),
                ask.instrument(),
                answer ->
                        reply.complete(
                                withLogin(
                                        ask.account(),
                                        QuestionReplies.of(ask.question(), answer))));
        return reply;
    }

    /** Has own fills and balances of the account told to the listener. */
    void follow(String account) {
        logIn(account);
        session.subscribe(Topic.ACCOUNT, account, "");
    }

    ConnectionStatus connection() {
        return session.connection();
    }

    @Override
    public void close() {
        session.close();
        loop.close();
    }

    private void logIn(String account) {
        if (logins.putIfAbsent(account, "") == null) {
            session.login(
                    account,
                    secret,
                    result -> logins.put(account, result.ok() ? "" : result.message()));
        }
    }

    /** A refused login explains itself better than what could not be done without it. */
    private Reply withLogin(String account, Reply reply) {
        String problem = logins.getOrDefault(account, "");
        return reply.ok() || problem.isEmpty() ? reply : Reply.refused("NOT_LOGGED_IN", problem);
    }

    private static Topic topic(Question question) {
        switch (question) {
            case ACCOUNT:
            case HOLDINGS:
                return Topic.ACCOUNT;
            case ORDERS:
                return Topic.ORDERS;
            case BOOK:
                return Topic.BOOK;
            case TRADES:
                return Topic.TRADES;
            case MARKET:
                return Topic.INSTRUMENTS;
            default:
                return Topic.MEMBERS;
        }
    }
}
