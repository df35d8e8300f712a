package outcry.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outcry.client.ConnectionStatus.State;
import outcry.group.Role;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.wire.trader.ClientMessage;
import outcry.wire.trader.ServerMessage;

/** A session before, during and after the loss of its node (G8, G27). */
class FailoverTest {
    private static final long FAR_NANOS = 30_000_000;

    /** On a busy machine nodes that are equally near are not always measured as such. */
    private static final int MEASURED_MAX = 10;

    /** Twice as long as a session takes to make sure that another node is nearer. */
    private static final long STAYS_NANOS = 2_000_000_000L;

    private FakeExchange exchange;
    private ClientLoop loop;
    private final RecordingListener listener = new RecordingListener();
    private final List<Long> answered = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void open() throws IOException {
        exchange = new FakeExchange();
    }

    @AfterEach
    void close() {
        close(loop);
        exchange.close();
    }

    private static void close(ClientLoop open) {
        if (open != null) {
            open.close();
        }
    }

    private TraderSession session() throws IOException {
        return session(exchange.config());
    }

    private TraderSession session(ClientConfig config) throws IOException {
        loop = ClientLoop.start(config);
        return loop.open(listener);
    }

    private void awaitServedBy(TraderSession session, FakeNode node) {
        Await.until(
                () -> "served by " + node.name() + ":\n" + listener.story(),
                () ->
                        session.connection().state() == State.LIVE
                                && session.connection().node().equals(node.name()));
    }

    /** A second node, too far away to be moved to without need. */
    private FakeNode fartherNode(TraderSession session) throws IOException {
        FakeNode node = exchange.node("n2", FAR_NANOS);
        Await.until("second heard", () -> session.connection().found().size() == 2);
        return node;
    }

    /** Lets the node keep commands; what is returned answers them, and all later ones. */
    private static Runnable hold(FakeNode node) {
        List<Runnable> held = Collections.synchronizedList(new ArrayList<>());
        node.script =
                (connection, message) -> {
                    boolean keep = message instanceof ClientMessage.Submit;
                    if (keep) {
                        held.add(() -> node.answerNow(connection, message));
                    }
                    return keep;
                };
        return () -> {
            node.script = (connection, message) -> false;
            held.forEach(Runnable::run);
        };
    }

    private void login(TraderSession session) {
        session.login("ann", "secret", result -> {});
    }

    private void submit(TraderSession session, int count) {
        for (int i = 0; i < count; i++) {
            session.submit(
                    new Command.DepositCash("ann", 100), answer -> answered.add(answer.number()));
        }
    }

    private void awaitAnswers(int count) {
        Await.until(
                () -> answered.size() + " of " + count + " answers:\n" + listener.story(),
                () -> answered.size() >= count);
    }

    private static List<Long> oneTo(int count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }

    private static List<Long> numbers(List<ClientMessage.Submit> submits) {
        return submits.stream().map(ClientMessage.Submit::number).toList();
    }

    @Test
    void g8TheNearerNodeIsChosen() throws IOException {
        FakeNode far = exchange.node("far", FAR_NANOS);
        FakeNode near = exchange.node("near");
        awaitServedBy(session(), near);
        assertEquals(0, far.connectionCount());
    }

    @Test
    void g8AClearlyNearerNodeIsMovedToWhenNothingIsInFlight() throws IOException {
        FakeNode far = exchange.node("far", FAR_NANOS);
        TraderSession session = session();
        awaitServedBy(session, far);
        login(session);
        Runnable answerHeld = hold(far);
        submit(session, 1);
        Await.until("sent", () -> !far.received(ClientMessage.Submit.class).isEmpty());
        FakeNode near = exchange.node("near");
        Await.until(
                "near measured",
                () -> session.connection().found().stream().allMatch(n -> n.roundTripNanos() > 0));
        long measuredNanos = System.nanoTime();
        Await.until("time to move", () -> System.nanoTime() - measuredNanos > STAYS_NANOS);
        assertEquals("far", session.connection().node(), "a request is in flight");
        answerHeld.run();
        awaitAnswers(1);
        awaitServedBy(session, near);
        assertTrue(listener.explained("near is nearer"), listener.story());
    }

    @Test
    void g8AmongEquallyNearNodesTheLessLoadedIsChosen() throws IOException {
        FakeNode full = exchange.node("a-full");
        full.traders = 40;
        FakeNode idle = exchange.node("b-idle");
        String served = "";
        for (int i = 0; i < MEASURED_MAX && !served.equals(idle.name()); i++) {
            close(loop);
            TraderSession session = session();
            Await.until("served", () -> session.connection().state() == State.LIVE);
            served = session.connection().node();
        }
        assertEquals(idle.name(), served, listener.story());
    }

    @Test
    void onlyALeaderOrFollowerIsChosen() throws IOException {
        FakeNode learner = exchange.node("a-learner");
        learner.role = Role.LEARNER;
        FakeNode follower = exchange.node("b-follower", FAR_NANOS);
        awaitServedBy(session(), follower);
        assertEquals(0, learner.connectionCount());
    }

    @Test
    void g6OneAddressToJoinFindsAllNodesWithoutBroadcast() throws IOException {
        FakeNode far = exchange.node("far", FAR_NANOS);
        FakeNode near = exchange.node("near");
        far.noBroadcast = true;
        near.noBroadcast = true;
        List<String> join = List.of(far.datagramAddress());
        TraderSession session =
                session(
                        new ClientConfig(
                                FakeExchange.GROUP, "lo", join, exchange.discoveryPort, ""));
        awaitServedBy(session, near);
    }

    @Test
    void aFixedTargetIsUsedWithoutDiscovery() throws IOException {
        FakeNode node = exchange.node("n1");
        node.silentDatagrams = true;
        awaitServedBy(
                session(
                        new ClientConfig(
                                FakeExchange.GROUP, "lo", List.of(), 9, node.doorAddress())),
                node);
    }

    @Test
    void g27AnswersComeOnceAndInOrder() throws IOException {
        exchange.node("n1");
        TraderSession session = session();
        login(session);
        submit(session, 1000);
        awaitAnswers(1000);
        assertEquals(oneTo(1000), answered);
        assertEquals(oneTo(1000), numbers(exchange.log()));
        assertEquals(0, session.unanswered());
    }

    @Test
    void g27UnansweredCommandsAreSentAgainInOrderWithTheSameNumbers() throws IOException {
        FakeNode first = exchange.node("n1");
        TraderSession session = session();
        awaitServedBy(session, first);
        FakeNode second = fartherNode(session);
        login(session);
        submit(session, 10);
        awaitAnswers(10);
        // From now on the first node executes, but dies before it answers.
        first.script =
                (connection, message) ->
                        message instanceof ClientMessage.Submit submit
                                && exchange.apply(submit) != null;
        submit(session, 20);
        Await.until("all executed", () -> exchange.log().size() == 30);
        first.kill();
        awaitAnswers(30);
        assertEquals(oneTo(30), answered);
        assertEquals(oneTo(30), numbers(exchange.log()));
        List<ClientMessage.Submit> again = second.received(ClientMessage.Submit.class);
        assertEquals(
                LongStream.rangeClosed(11, 30).boxed().toList(), numbers(again), listener.story());
        assertEquals(10, again.get(0).confirmed());
        assertEquals(
                exchange.log().get(0).session(), again.get(0).session(), "one session for ever");
        assertTrue(listener.explained("n1 closed the connection – moving to n2"), listener.story());
    }

    @Test
    void afterAFailoverLoginsComeFirstThenSubscriptionsThenRequests() throws IOException {
        FakeNode first = exchange.node("n1");
        TraderSession session = session();
        awaitServedBy(session, first);
        FakeNode second = fartherNode(session);
        first.script = (connection, message) -> message instanceof ClientMessage.Submit;
        session.subscribe(ClientMessage.Topic.BOOK, "", "A");
        session.subscribe(ClientMessage.Topic.ACCOUNT, "ann", "");
        List<Boolean> logins = Collections.synchronizedList(new ArrayList<>());
        session.login("ann", "secret", result -> logins.add(result.ok()));
        submit(session, 2);
        session.query(ClientMessage.Topic.ACCOUNT, "ann", "", answer -> answered.add(-1L));
        submit(session, 1);
        Await.until(
                "all sent to the first",
                () -> first.received(ClientMessage.Submit.class).size() == 3);
        first.kill();
        awaitAnswers(4);
        assertEquals(List.of(1L, 2L, -1L, 3L), answered);
        List<String> kinds =
                second.received().stream().map(each -> each.getClass().getSimpleName()).toList();
        assertEquals(
                List.of(
                        "Hello",
                        "Login",
                        "Subscribe",
                        "Subscribe",
                        "Submit",
                        "Submit",
                        "Query",
                        "Submit"),
                sortedSubscribes(kinds));
        assertEquals(List.of(true, true), logins);
    }

    /** A subscription that needs no login may overtake the login. */
    private static List<String> sortedSubscribes(List<String> kinds) {
        List<String> sorted = new ArrayList<>(kinds);
        if (sorted.remove("Login")) {
            sorted.add(1, "Login");
        }
        return sorted;
    }

    @Test
    void g8AMuteNodeIsShownStaleAndThenLeft() throws IOException {
        FakeNode first = exchange.node("n1");
        TraderSession session = session();
        awaitServedBy(session, first);
        FakeNode second = fartherNode(session);
        login(session);
        first.mute = true; // As stopped: the connection stays open.
        first.silentDatagrams = true;
        submit(session, 3);
        awaitAnswers(3);
        awaitServedBy(session, second);
        assertTrue(listener.wasIn(State.STALE), listener.story());
        assertTrue(listener.explained("prices may be old"), listener.story());
        assertEquals(oneTo(3), answered);
    }

    @Test
    void aStoppedNodeThatAcceptsConnectionsIsPassedOver() throws IOException {
        FakeNode stopped = exchange.node("a-stopped");
        stopped.deaf = true;
        stopped.mute = true;
        FakeNode alive = exchange.node("b-alive", FAR_NANOS);
        awaitServedBy(session(), alive);
        Await.until("tried first", () -> !stopped.received().isEmpty());
    }

    @Test
    void withoutALeaderTheSessionIsElectingAndRequestsWait() throws IOException {
        FakeNode node = exchange.node("n1");
        TraderSession session = session();
        awaitServedBy(session, node);
        login(session);
        submit(session, 1);
        awaitAnswers(1);
        exchange.leader("");
        Runnable answerHeld = hold(node);
        submit(session, 2);
        Await.until(
                () -> "electing:\n" + listener.story(),
                () -> session.connection().state() == State.ELECTING);
        assertTrue(
                session.connection()
                        .explanation()
                        .startsWith("Leader n1 is gone – electing a new one ("),
                session.connection().explanation());
        exchange.leader("n2");
        answerHeld.run();
        awaitAnswers(3);
        assertEquals(oneTo(3), numbers(exchange.log()));
        awaitServedBy(session, node);
        assertEquals("n2", session.connection().leader());
    }

    @Test
    void requestsThatANodeLeavesUnansweredAreSentAgain() throws IOException {
        FakeNode node = exchange.node("n1");
        hold(node); // And never answered on that connection.
        TraderSession session = session();
        login(session);
        submit(session, 2);
        Await.until("sent", () -> node.received(ClientMessage.Submit.class).size() == 2);
        node.script = (connection, message) -> false;
        awaitAnswers(2);
        assertEquals(oneTo(2), numbers(exchange.log()));
        assertTrue(listener.explained("leaves requests unanswered"), listener.story());
    }

    @Test
    void g29BusyMeansAgainWithAllThatFollow() throws IOException {
        FakeNode node = exchange.node("n1");
        List<Long> refused = Collections.synchronizedList(new ArrayList<>());
        node.script =
                (connection, message) -> {
                    if (message instanceof ClientMessage.Submit submit
                            && submit.number() % 5 == 3
                            && !refused.contains(submit.number())) {
                        refused.add(submit.number());
                        connection.send(FakeNode.busy(submit));
                        return true;
                    }
                    return false;
                };
        TraderSession session = session();
        login(session);
        submit(session, 40);
        awaitAnswers(40);
        assertEquals(oneTo(40), answered);
        assertEquals(oneTo(40), numbers(exchange.log()));
        assertEquals(8, refused.size());
    }

    @Test
    void answersThatOvertakeAreHandedOverInOrder() throws IOException {
        FakeNode node = exchange.node("n1");
        List<ServerMessage> held = Collections.synchronizedList(new ArrayList<>());
        node.script =
                (connection, message) -> {
                    if (message instanceof ClientMessage.Submit submit && submit.number() == 1) {
                        held.add(FakeNode.answered(submit, exchange.apply(submit)));
                        return true;
                    }
                    if (message instanceof ClientMessage.Submit submit && submit.number() == 3) {
                        node.answer(connection, message);
                        node.answer(connection, message); // Twice, as a repeat would.
                        connection.send(held.get(0));
                        return true;
                    }
                    return false;
                };
        TraderSession session = session();
        login(session);
        submit(session, 4);
        awaitAnswers(4);
        assertEquals(oneTo(4), answered);
    }

    @Test
    void garbageFromANodeMeansTheNextNode() throws IOException {
        FakeNode mad = exchange.node("a-mad");
        mad.script =
                (connection, message) -> {
                    connection.sendRaw("{\"type\":\"welcome\",\"version\":[1,2\n\u0000\u0001\n");
                    return true;
                };
        FakeNode sane = exchange.node("b-sane", FAR_NANOS);
        awaitServedBy(session(), sane);
        assertTrue(listener.explained("does not speak the traders' protocol"), listener.story());
    }

    @Test
    void aNodeThatClosesInTheMiddleOfALineIsLeftWithoutHarm() throws IOException {
        FakeNode first = exchange.node("n1");
        TraderSession session = session();
        awaitServedBy(session, first);
        FakeNode second = fartherNode(session);
        login(session);
        first.script =
                (connection, message) -> {
                    if (message instanceof ClientMessage.Submit) {
                        connection.sendRaw("{\"type\":\"answer\",\"sess");
                        connection.close();
                        return true;
                    }
                    return false;
                };
        submit(session, 2);
        awaitAnswers(2);
        assertEquals(oneTo(2), numbers(exchange.log()));
        assertFalse(second.received(ClientMessage.Submit.class).isEmpty());
    }

    @Test
    void aQueryNeverGoesBackInTime() throws IOException {
        FakeNode first = exchange.node("n1");
        TraderSession session = session();
        awaitServedBy(session, first);
        FakeNode second = fartherNode(session);
        login(session);
        submit(session, 7);
        awaitAnswers(7);
        first.kill();
        session.query(ClientMessage.Topic.ACCOUNT, "ann", "", answer -> answered.add(-1L));
        awaitAnswers(8);
        assertEquals(7, second.received(ClientMessage.Query.class).get(0).minIndex());
    }

    @Test
    void anExpiredSessionIsToldAndTheNextCommandBeginsANewOne() throws IOException {
        FakeNode node = exchange.node("n1");
        List<String> reasons = Collections.synchronizedList(new ArrayList<>());
        List<Long> expired = Collections.synchronizedList(new ArrayList<>());
        node.script =
                (connection, message) -> {
                    if (message instanceof ClientMessage.Submit submit
                            && (expired.isEmpty() || expired.contains(submit.session()))) {
                        expired.add(submit.session());
                        Answer answer = Answer.rejected(1, outcry.market.Reason.SESSION_EXPIRED, 0);
                        connection.send(FakeNode.answered(submit, answer));
                        return true;
                    }
                    return false;
                };
        TraderSession session = session();
        login(session);
        for (int i = 0; i < 2; i++) {
            int expected = i + 1;
            session.submit(
                    new Command.DepositCash("ann", 1),
                    answer -> reasons.add(answer.number() + " " + answer.answer().reason()));
            Await.until("answer " + expected, () -> reasons.size() == expected);
        }
        assertEquals(List.of("1 SESSION_EXPIRED", "2 ACCEPTED"), reasons);
        assertEquals(List.of(1L), numbers(exchange.log()));
    }

    @Test
    void aRefusedLoginRefusesItsCommandsWithoutSendingThem() throws IOException {
        FakeNode node = exchange.node("n1");
        node.script =
                (connection, message) -> {
                    if (message instanceof ClientMessage.Login login
                            && login.account().equals("bob")) {
                        connection.send(
                                new ServerMessage.LoggedIn(
                                        login.id(), "bob", false, "wrong secret"));
                        return true;
                    }
                    return false;
                };
        TraderSession session = session();
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        session.login("bob", "x", result -> told.add("login " + result.message()));
        login(session);
        submit(session, 1);
        session.submit(
                new Command.DepositCash("bob", 1),
                answer -> told.add(answer.answer().reason() + " " + answer.message()));
        submit(session, 1);
        awaitAnswers(2);
        assertEquals(
                List.of("login wrong secret", "NOT_LOGGED_IN not logged in to bob: log in first"),
                told);
        assertEquals(List.of(1L, 2L), numbers(exchange.log()), "numbers without gaps");
    }

    @Test
    void tooManyUnansweredRequestsAreRefusedAtOnce() throws IOException {
        TraderSession session = session();
        submit(session, FailoverSession.UNANSWERED_MAX);
        IllegalStateException refusal =
                org.junit.jupiter.api.Assertions.assertThrows(
                        IllegalStateException.class, () -> submit(session, 1));
        assertTrue(refusal.getMessage().contains("1024 requests are unanswered"));
    }

    @Test
    void withoutAnyNodeTheSearchSaysWhereItLooks() throws IOException {
        TraderSession session = session();
        Await.until(
                "searching",
                () -> session.connection().explanation().startsWith("Searching on lo 127.0.0.1"));
        assertEquals(State.SEARCHING, session.connection().state());
        Await.until(
                "causes", () -> session.connection().explanation().contains("client isolation"));
    }

    @Test
    void aClosedSessionLeavesItsNode() throws IOException {
        FakeNode node = exchange.node("n1");
        TraderSession session = session();
        awaitServedBy(session, node);
        session.close();
        Await.until("left", () -> node.connectionCount() == 0);
        Await.until("closed", () -> session.connection().state() == State.CLOSED);
    }
}
