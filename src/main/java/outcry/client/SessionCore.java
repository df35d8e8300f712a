package outcry.client;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.tinylog.Logger;
import outcry.client.discovery.KnownNode;
import outcry.client.discovery.NearerNode;
import outcry.client.discovery.NodeFinder;
import outcry.market.Reason;
import outcry.wire.trader.ClientMessage;
import outcry.wire.trader.ServerMessage;

/**
 * A session on the loop's thread: chooses a node, is served by it, and moves to the next when it is
 * gone or another is clearly nearer.
 *
 * <p>Owned by the client loop's thread, except where told.
 */
final class SessionCore implements TraderConnection.Listener {
    private static final String CLIENT = "outcry";
    private static final long BUSY_PAUSE_NANOS = 20_000_000L;
    private static final int DOUBLINGS_MAX = 5;

    /** An answer that takes this long, though there is a leader, is asked for elsewhere. */
    private static final long OVERDUE_NANOS = 5_000_000_000L;

    /** Ids of questions begin here, so that they never equal a command's number. */
    private static final long FIRST_ID = 1L << 40;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final ClientLoop loop;
    private final NodeFinder finder;
    private final SessionListener listener;
    private final RequestQueue requests;
    private final Logins logins = new Logins();
    private final Subscriptions subscriptions = new Subscriptions();
    private final StatusBoard status;
    private final NearerNode nearer = new NearerNode();

    private final AtomicInteger unanswered;
    private volatile boolean closeAsked;

    private Serving serving;
    private boolean closed;
    private long lastId = FIRST_ID;
    private long indexSeen;
    private long generation;
    private int busyInARow;
    private int overdueInARow;
    private long pauseUntilNanos = System.nanoTime();

    /**
     * @param unanswered counted up by who adds requests, down here
     */
    SessionCore(
            ClientLoop loop,
            NodeFinder finder,
            SessionListener listener,
            AtomicInteger unanswered) {
        this.loop = loop;
        this.finder = finder;
        this.listener = listener;
        this.unanswered = unanswered;
        this.requests = new RequestQueue(SessionCore::randomId, unanswered::decrementAndGet);
        this.status = new StatusBoard(finder, System.nanoTime());
    }

    private static long randomId() {
        long id = RANDOM.nextLong();
        return id == 0 ? 1 : id;
    }

    /** The latest status. Any thread. */
    ConnectionStatus status() {
        return status.latest();
    }

    /** The session is to be closed at the loop's next turn. Any thread. */
    void askToClose() {
        closeAsked = true;
    }

    /** Any thread. */
    boolean isCloseAsked() {
        return closeAsked;
    }

    void login(String account, String secret, Consumer<ServerMessage.LoggedIn> result) {
        logins.add(account, secret, result);
    }

    void add(PendingRequest request) {
        requests.add(request);
    }

    void subscribe(Subscriptions.Key key) {
        subscriptions.add(key);
    }

    void unsubscribe(Subscriptions.Key key) {
        if (subscriptions.remove(key) && isServing()) {
            serving.connection.send(
                    new ClientMessage.Unsubscribe(
                            ++lastId, key.topic(), key.account(), key.instrument()));
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** The node that serves this session or is to serve it; null when none. */
    KnownNode node() {
        return serving == null ? null : serving.node;
    }

    /**
     * Does what is due: called after every turn of the loop.
     *
     * @param tick time may have run out for something
     */
    void turn(long nowNanos, boolean tick) {
        if (closed) {
            return;
        }
        if (closeAsked) {
            closeNow();
            return;
        }
        if (serving == null) {
            connect(nowNanos);
        } else if (tick) {
            watch(nowNanos);
        }
        if (isServing()) {
            pump(nowNanos);
        }
        if (tick || status.isDirty()) {
            publish(nowNanos);
        }
    }

    void closeNow() {
        if (!closed) {
            closed = true;
            closeAsked = true;
            release();
            requests.clear();
            unanswered.set(0);
            publish(System.nanoTime());
        }
    }

    private boolean isServing() {
        return serving != null && serving.isServing();
    }

    private void connect(long nowNanos) {
        KnownNode node = finder.nodes().choose(nowNanos, status.wasServed());
        if (node == null) {
            return;
        }
        serving = new Serving(node, nowNanos);
        node.addOwnSessions(1);
        status.touch();
        try {
            serving.connection = TraderConnection.open(loop.selector(), node.traderAddress(), this);
        } catch (IOException e) {
            lose("cannot be reached (" + e.getMessage() + ")", nowNanos);
        }
    }

    private void watch(long nowNanos) {
        String reason = serving.reasonToLeave(finder, nowNanos);
        if (reason != null) {
            lose(reason, nowNanos);
            return;
        }
        if (!isServing()) {
            return;
        }
        // Each time in a row twice as long: a slow exchange must not be made slower.
        long patienceNanos = OVERDUE_NANOS << Math.min(overdueInARow, DOUBLINGS_MAX);
        long unansweredNanos = nowNanos - requests.oldestSentNanos(nowNanos);
        if (Math.min(unansweredNanos, serving.ledNanos(nowNanos)) > patienceNanos) {
            overdueInARow++;
            lose(
                    "leaves requests unanswered for " + Explanations.seconds(unansweredNanos),
                    nowNanos);
        } else if (requests.size() == 0) {
            moveIfClearlyBetter(nowNanos);
        }
    }

    private void moveIfClearlyBetter(long nowNanos) {
        KnownNode better = nearer.confirmed(serving.node, finder, nowNanos);
        if (better != null) {
            status.moving(
                    Explanations.nearer(
                            better.name(),
                            better.roundTrips().medianNanos(),
                            serving.node.roundTrips().medianNanos()));
            release();
        }
    }

    private void lose(String reason, long nowNanos) {
        String problem = serving.name() + " " + reason;
        Logger.debug("{}; {} unanswered", problem, requests.size());
        status.lost(problem);
        serving.node.backoff().failed(nowNanos);
        release();
    }

    private void release() {
        if (serving != null) {
            serving.node.addOwnSessions(-1);
            if (serving.connection != null) {
                serving.connection.close();
            }
            serving = null;
        }
        requests.rewind();
        pauseUntilNanos = System.nanoTime();
    }

    /** Sends whatever may go now: logins, then subscriptions, then requests in order. */
    private void pump(long nowNanos) {
        TraderConnection connection = serving.connection;
        ClientMessage message = logins.next(lastId + 1);
        for (; message != null; message = logins.next(lastId + 1)) {
            send(connection, message);
        }
        message = subscriptions.next(lastId + 1, logins::access);
        for (; message != null; message = subscriptions.next(lastId + 1, logins::access)) {
            send(connection, message);
        }
        while (nowNanos - pauseUntilNanos >= 0 && connection.hasRoom()) {
            message = requests.next(nowNanos, lastId + 1, indexSeen, logins::access);
            if (message == null) {
                break;
            }
            send(connection, message);
        }
        connection.flush();
    }

    private void send(TraderConnection connection, ClientMessage message) {
        lastId++;
        connection.send(message);
    }

    @Override
    public void onConnected() {
        serving.enter(Serving.Phase.GREETING, System.nanoTime());
        serving.connection.send(new ClientMessage.Hello(ClientMessage.VERSION, CLIENT));
        serving.connection.flush();
        status.touch();
    }

    @Override
    public void onClosed(String reason) {
        if (serving != null) {
            lose(status.goodbye().isEmpty() ? reason : status.goodbye(), System.nanoTime());
        }
    }

    @Override
    public void onMessage(ServerMessage message) {
        long nowNanos = System.nanoTime();
        serving.heard(nowNanos);
        indexSeen = Math.max(indexSeen, Indexes.of(message));
        if (message instanceof ServerMessage.Welcome welcome) {
            onWelcome(welcome, nowNanos);
        } else if (message instanceof ServerMessage.LoggedIn loggedIn) {
            onLoggedIn(loggedIn, nowNanos);
        } else if (message instanceof ServerMessage.Answered answered) {
            onAnswered(answered, nowNanos);
        } else if (message instanceof ServerMessage.Subscribed subscribed) {
            ServerMessage.Problem problem = subscriptions.onSubscribed(subscribed);
            if (problem != null) {
                feed(problem);
            }
        } else if (!requests.onReply(Indexes.idOf(message), message)) {
            onFeed(message, nowNanos);
        }
    }

    private void onWelcome(ServerMessage.Welcome welcome, long nowNanos) {
        String misfit = misfit(welcome);
        if (misfit != null) {
            lose(misfit, nowNanos);
            return;
        }
        if (welcome.generation() != generation) {
            generation = welcome.generation();
            indexSeen = 0; // Another log: its indexes say nothing about the old one's.
        }
        serving.welcomed(welcome, nowNanos);
        serving.node.backoff().succeeded();
        logins.renew();
        subscriptions.renew();
        status.served();
    }

    private String misfit(ServerMessage.Welcome welcome) {
        if (welcome.version() != ClientMessage.VERSION) {
            return "speaks version "
                    + welcome.version()
                    + " of the traders' protocol, this program version "
                    + ClientMessage.VERSION
                    + ": use programs of the same release";
        }
        if (finder.isFixed()) {
            return null; // The user named the door, not the exchange behind it.
        }
        if (!welcome.group().equals(finder.group())) {
            return "belongs to the exchange '" + welcome.group() + "' now";
        }
        return welcome.nodeId() != serving.node.id() ? "is another node now" : null;
    }

    private void onLoggedIn(ServerMessage.LoggedIn loggedIn, long nowNanos) {
        if (logins.onLoggedIn(loggedIn) == Logins.Outcome.NODE_AT_FAULT) {
            lose("refuses a login it accepted before: " + loggedIn.message(), nowNanos);
        }
    }

    private void onAnswered(ServerMessage.Answered answered, long nowNanos) {
        RequestQueue.Outcome outcome = requests.onAnswered(answered);
        if (outcome == RequestQueue.Outcome.BUSY) {
            pauseUntilNanos = nowNanos + (BUSY_PAUSE_NANOS << Math.min(busyInARow, DOUBLINGS_MAX));
            busyInARow++;
            if (answered.answer().reason() == Reason.NOT_LOGGED_IN) {
                logins.renew();
            }
        } else if (outcome == RequestQueue.Outcome.ANSWERED) {
            busyInARow = 0;
            overdueInARow = 0;
        }
    }

    private void onFeed(ServerMessage message, long nowNanos) {
        if (message instanceof ServerMessage.Heartbeat heartbeat) {
            serving.leaderIs(
                    heartbeat.leader(), heartbeat.term(), heartbeat.explanation(), nowNanos);
            status.touch();
        } else if (message instanceof ServerMessage.Problem problem) {
            if (problem.closing()) {
                status.goodbye("closed the connection: " + problem.message());
            } else if (requests.isOnTheWay(problem.id())) {
                // Sent again while it was being answered: the answer comes, nobody need know.
                Logger.debug("request {}: {}", problem.id(), problem.message());
                return;
            }
        }
        feed(message);
    }

    private void feed(ServerMessage message) {
        try {
            listener.onFeed(message);
        } catch (RuntimeException e) {
            Logger.error(e, "a listener failed");
        }
    }

    private void publish(long nowNanos) {
        ConnectionStatus changed =
                status.refresh(
                        serving, closed, indexSeen, unanswered.get(), loop.found(), nowNanos);
        if (changed != null) {
            try {
                listener.onConnection(changed);
            } catch (RuntimeException e) {
                Logger.error(e, "a listener failed");
            }
        }
    }
}
