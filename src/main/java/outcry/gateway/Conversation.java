package outcry.gateway;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import outcry.base.MalformedException;
import outcry.wire.trader.ClientMessage;
import outcry.wire.trader.ServerMessage;
import outcry.wire.trader.TraderCodec;

/**
 * What one connection says and is told: hello first, then requests and questions, answered in their
 * order whatever each of them waits for. Owned by the gateway's thread.
 */
final class Conversation implements Feeds.Subscriber {
    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Answers wait while more than this part of what may be unread is. */
    private static final int UNREAD_PART_FOR_ANSWERS = 4;

    private final GatewayLoop loop;
    private final GatewayLimits limits;
    private final Connection connection;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final Set<String> accounts = new HashSet<>();
    private final Set<Long> sessions = new HashSet<>();
    private final Subscriptions subscriptions;
    private boolean greeted;

    /** While an attempt to log in is under way, what was sent after it waits. */
    private boolean loggingIn;

    /** A message that needs read models while there are none; those after it wait. */
    private ClientMessage held;

    /**
     * The index at which the feed last was within its limit. What one index brings is sent in any
     * case: a reader cannot help the length of a burst, only how fast it reads afterwards.
     */
    private long indexWithinLimit;

    private int badLines;
    private long windowNanos;
    private int linesInWindow;

    Conversation(GatewayLoop loop, Connection connection) {
        this.loop = loop;
        this.limits = loop.limits();
        this.connection = connection;
        this.subscriptions = new Subscriptions(loop, this);
    }

    boolean isGreeted() {
        return greeted;
    }

    boolean isOpen() {
        return connection.isOpen();
    }

    /** Whether nobody waits for anything here any more. */
    boolean isIdle() {
        return pending.isEmpty() && subscriptions.isEmpty() && !loggingIn && held == null;
    }

    boolean isLoggedIn(String account) {
        return accounts.contains(account);
    }

    /** Whether the next line may be taken; if not, it stays in the network. */
    boolean canTakeLine() {
        return isOpen()
                && !loggingIn
                && held == null
                && pending.size() < limits.unanswered()
                && canAnswer();
    }

    /** Takes one line; {@code nowNanos} is monotonic. */
    void onLine(String line, long nowNanos) {
        if (isTooFast(nowNanos)) {
            end("at most " + limits.linesPerSecond() + " lines a second are taken");
            return;
        }
        if (line.isBlank()) {
            return;
        }
        ClientMessage message;
        try {
            message = TraderCodec.decodeClient(line);
        } catch (MalformedException e) {
            refuse(line, e.getMessage());
            return;
        }
        take(message);
    }

    /** Takes the message that had to wait for the read models, once they are there. */
    void takeHeld() {
        if (held != null && loop.isReady()) {
            ClientMessage message = held;
            held = null;
            take(message);
        }
    }

    /** Sends the answers whose turn has come. */
    void advance(long nowNanos) {
        while (!pending.isEmpty() && isOpen() && canAnswer()) {
            ServerMessage answer = pending.peek().answer(nowNanos);
            if (answer == null) {
                loop.wait(this);
                return;
            }
            pending.poll();
            send(answer);
        }
    }

    /** A message outside the row of answers. */
    void send(ServerMessage message) {
        connection.sendAnswer(TraderCodec.line(message));
    }

    @Override
    public void feed(byte[] line) {
        boolean tooMuch = connection.unreadFeed() > limits.unreadBytes();
        if (!tooMuch || indexWithinLimit == loop.model().index()) {
            connection.send(line);
            if (!tooMuch) {
                indexWithinLimit = loop.model().index();
            }
        } else {
            connection.dropAndEnd(
                    "more than "
                            + limits.unreadBytes()
                            + " bytes were left unread: read faster, or subscribe to less");
        }
    }

    /** Something happened to what is pending here. */
    void touch() {
        connection.touch();
    }

    /** Says why, then closes the connection. */
    void end(String problem) {
        connection.end(problem);
    }

    /** The connection is closing: whoever works for it can stop. */
    void closed() {
        pending.clear();
        subscriptions.clear();
        loop.forget(this, sessions);
    }

    /** Whether little enough is unread for more answers. */
    boolean canAnswer() {
        return connection.unread() <= limits.unreadBytes() / UNREAD_PART_FOR_ANSWERS;
    }

    private void take(ClientMessage message) {
        if (message instanceof ClientMessage.Hello hello) {
            greet(hello);
        } else if (!greeted) {
            end("the first message must be a hello: {\"type\":\"hello\",\"version\":1}");
        } else if (message instanceof ClientMessage.Submit submit) {
            submit(submit);
        } else if (message instanceof ClientMessage.Query query) {
            pending.add(new Question(loop, this, query));
        } else if (!loop.isReady() && !Subscriptions.needsNoModel(message)) {
            held = message;
            loop.wait(this);
        } else if (message instanceof ClientMessage.Login login) {
            logIn(login);
        } else if (message instanceof ClientMessage.Subscribe subscribe) {
            subscriptions.add(subscribe);
        } else if (message instanceof ClientMessage.Unsubscribe unsubscribe) {
            subscriptions.remove(unsubscribe);
        }
    }

    private void submit(ClientMessage.Submit submit) {
        if (sessions.size() >= limits.sessions() && !sessions.contains(submit.session())) {
            end("at most " + limits.sessions() + " sessions can use one connection");
            return;
        }
        sessions.add(submit.session());
        Pending answer = loop.sessions().submit(this, submit);
        if (answer != null) {
            pending.add(answer);
        }
    }

    private void greet(ClientMessage.Hello hello) {
        if (hello.version() != ClientMessage.VERSION) {
            end(
                    "this node speaks version "
                            + ClientMessage.VERSION
                            + " of the traders' port, not "
                            + hello.version());
            return;
        }
        greeted = true;
        loop.countTraders();
        ServerMessage.NodeState node = loop.backend().nodeState();
        send(
                new ServerMessage.Welcome(
                        ClientMessage.VERSION,
                        node.node(),
                        node.nodeId(),
                        node.group(),
                        node.generation(),
                        node.term(),
                        node.leader()));
    }

    private void logIn(ClientMessage.Login login) {
        Pending.Promised promised = new Pending.Promised();
        pending.add(promised);
        if (accounts.size() >= limits.accounts() && !accounts.contains(login.account())) {
            promised.keep(
                    loggedIn(
                            login,
                            "one connection can be logged in to "
                                    + limits.accounts()
                                    + " accounts: open another connection"));
            return;
        }
        loggingIn = true;
        loop.logins()
                .logIn(
                        this,
                        login,
                        problem -> {
                            loggingIn = false;
                            promised.keep(loggedIn(login, problem));
                            if (problem.isEmpty()) {
                                accounts.add(login.account());
                            } else {
                                countBadLine();
                            }
                            touch();
                        });
    }

    private static ServerMessage loggedIn(ClientMessage.Login login, String problem) {
        return new ServerMessage.LoggedIn(login.id(), login.account(), problem.isEmpty(), problem);
    }

    private void refuse(String line, String problem) {
        if (!greeted) {
            end("the first message must be a hello, but: " + problem);
            return;
        }
        long id = TraderCodec.numberIn(line, "id");
        long number = TraderCodec.numberIn(line, "number");
        String message = number == 0 ? problem : "request " + number + ": " + problem;
        pending.add(Pending.ready(new ServerMessage.Problem(id, message, false)));
        countBadLine();
    }

    private void countBadLine() {
        badLines++;
        if (badLines > limits.badLines()) {
            end("more than " + limits.badLines() + " lines were not understood or not allowed");
        }
    }

    private boolean isTooFast(long nowNanos) {
        if (nowNanos - windowNanos >= SECOND_NANOS) {
            windowNanos = nowNanos;
            linesInWindow = 0;
        }
        linesInWindow++;
        return linesInWindow > limits.linesPerSecond();
    }
}
