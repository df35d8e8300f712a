package outcry.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import outcry.market.Command;
import outcry.market.OrderType;
import outcry.market.Request;
import outcry.market.Side;
import outcry.market.TimeInForce;
import outcry.wire.trader.ClientMessage;
import outcry.wire.trader.ClientMessage.Topic;
import outcry.wire.trader.ServerMessage;

/** Each limit's clear line, and that whoever passes one harms nobody else. */
@Timeout(120)
class GatewayLimitsTest {
    private static final int CONNECTIONS = 8;
    private static final int LINE_BYTES = 2_000;
    private static final int UNREAD_BYTES = 200_000;
    private static final int UNANSWERED = 16;
    private static final int BAD_LINES = 5;
    private static final int LINES_PER_SECOND = 5_000;

    private FakeNode node;

    @BeforeEach
    void open() throws Exception {
        node =
                FakeNode.start(
                        new GatewayLimits(
                                CONNECTIONS,
                                LINE_BYTES,
                                UNREAD_BYTES,
                                UNANSWERED,
                                3,
                                2,
                                2,
                                LINES_PER_SECOND,
                                BAD_LINES,
                                TimeUnit.SECONDS.toNanos(2),
                                TimeUnit.SECONDS.toNanos(3),
                                TimeUnit.MILLISECONDS.toNanos(200),
                                64));
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void whoeverIsNoTraderIsToldWhatThisIs() throws Exception {
        for (String first : List.of("GET / HTTP/1.1\r\n\r\n", "\n", "\u0016\u0003\u0001", "[]\n")) {
            try (TestTrader stranger = new TestTrader(node)) {
                stranger.raw(first);
                stranger.expectClosing("one JSON object a line, the first {\"type\":\"hello\"");
            }
        }
    }

    @Test
    void aLineThatIsTooLongEndsTheConnection() throws Exception {
        try (TestTrader trader = new TestTrader(node).hello()) {
            trader.raw("{\"type\":\"" + "x".repeat(LINE_BYTES));
            trader.expectClosing("a line of at most 2000 bytes expected");
        }
    }

    @Test
    void aLineOfJustTheRightLengthIsTaken() throws Exception {
        try (TestTrader trader = new TestTrader(node).hello()) {
            String line = "{\"type\":\"query\",\"id\":5,\"topic\":\"status\"";
            trader.raw(line + " ".repeat(LINE_BYTES - line.length() - 1) + "}\n");
            assertEquals(5, trader.read(ServerMessage.NodeState.class).id());
        }
    }

    @Test
    void whoeverSaysNoHelloIsSentAway() throws Exception {
        try (TestTrader silent = new TestTrader(node)) {
            silent.expectClosing("no hello came for 2.0 s");
        }
    }

    @Test
    void oneConnectionTooManyIsToldSoAndTheOthersStay() throws Exception {
        List<TestTrader> traders = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                traders.add(new TestTrader(node).hello());
            }
            try (TestTrader surplus = new TestTrader(node)) {
                surplus.expectClosing("serves 8 connections already");
            }
            for (TestTrader trader : traders) {
                trader.query(1, Topic.STATUS, "", "");
                assertEquals(1, trader.read(ServerMessage.NodeState.class).id());
            }
        } finally {
            for (TestTrader trader : traders) {
                trader.close();
            }
        }
    }

    @Test
    void tooManyLinesThatCannotBeUnderstoodEndTheConnection() throws Exception {
        try (TestTrader trader = new TestTrader(node).hello()) {
            trader.raw("{\"type\":\"nonsense\"}\n".repeat(BAD_LINES));
            for (int i = 0; i < BAD_LINES; i++) {
                assertFalse(trader.read(ServerMessage.Problem.class).closing());
            }
            trader.raw("nonsense\n");
            trader.expectClosing("more than 5 lines were not understood");
        }
    }

    @Test
    void guessingSecretsEndsTheConnection() throws Exception {
        TestTrader.of(node, "ann", 1).close();
        try (TestTrader trader = new TestTrader(node).hello()) {
            for (int i = 0; i <= BAD_LINES; i++) {
                trader.send(new ClientMessage.Login(i, "ann", "guess" + i));
            }
            trader.expectClosing("not understood or not allowed");
        }
    }

    @Test
    void tooManyLinesASecondEndTheConnection() throws Exception {
        try (TestTrader trader = new TestTrader(node).hello()) {
            trader.raw("\n".repeat(LINES_PER_SECOND * 2));
            trader.expectClosing("at most 5000 lines a second");
        }
    }

    @Test
    void tooManySessionsEndTheConnectionAndAccountsAndSubscriptionsAreRefused() throws Exception {
        try (TestTrader trader = new TestTrader(node).hello()) {
            trader.logIn("a");
            trader.logIn("b");
            trader.send(new ClientMessage.Login(3, "c", "x"));
            assertTrue(
                    trader.read(ServerMessage.LoggedIn.class)
                            .message()
                            .contains("logged in to 2 accounts"));
            trader.subscribe(Topic.MEMBERS, "", "");
            trader.subscribe(Topic.STATUS, "", "");
            trader.subscribe(Topic.BOOK, "", "A");
            trader.send(new ClientMessage.Subscribe(4, Topic.BOOK, "", "B"));
            assertTrue(
                    trader.readSkippingFeeds(ServerMessage.Subscribed.class)
                            .message()
                            .contains("can have 3 subscriptions"));
            for (int session = 1; session <= 3; session++) {
                trader.send(
                        new ClientMessage.Submit(session, 1, 0, new Command.DepositCash("a", 1)));
            }
            trader.expectClosing("at most 2 sessions");
        }
    }

    @Test
    void aQuestionAboutTheFutureIsAnsweredWithWhatIsKnown() throws Exception {
        try (TestTrader trader = new TestTrader(node).hello()) {
            trader.send(new ClientMessage.Query(5, 1_000_000, Topic.BOOK, "", "A"));
            ServerMessage.Problem problem = trader.read(ServerMessage.Problem.class);
            assertEquals(5, problem.id());
            assertTrue(problem.message().startsWith("this node has reached index 0, not 1000000"));
        }
    }

    @Test
    void theInputOfWhoeverHasTooMuchUnansweredIsLeftInTheNetwork() throws Exception {
        try (TestTrader ann = TestTrader.of(node, "ann", 1)) {
            node.hold();
            for (int i = 0; i < UNANSWERED * 3; i++) {
                ann.submit(new Command.DepositCash("ann", 1));
            }
            try (TestTrader bob = new TestTrader(node).hello()) {
                bob.query(1, Topic.STATUS, "", "");
                bob.read(ServerMessage.NodeState.class);
            }
            await(() -> node.heldRequests().size() == UNANSWERED, "requests");
            node.release();
            for (int i = 1; i <= UNANSWERED * 3; i++) {
                assertEquals(i, ann.read(ServerMessage.Answered.class).number());
            }
        }
    }

    @Test
    void whoeverDoesNotReadItsFeedIsSentAwayAndHoldsNobodyUp() throws Exception {
        try (TestTrader ann = TestTrader.of(node, "ann", 2);
                TestTrader slow = TestTrader.withSmallBuffer(node)) {
            slow.logIn("ann");
            slow.subscribe(Topic.BOOK, "", "A");
            slow.subscribe(Topic.ACCOUNT, "ann", "");
            ann.ask(new Command.TakeFromPool("ann", "A", 5_000));
            int orders = 0;
            while (node.gateway().traders() == 2) {
                assertTrue(orders < 200_000, "the slow reader is still there");
                ann.ask(order(1_000 + orders % 1_000));
                orders++;
                if (orders % 1_000 == 0) {
                    ann.ask(new Command.CancelAll("ann", ""));
                }
            }
            expectLastToClose(slow, "bytes were left unread");
        }
    }

    @Test
    void whoeverStopsReadingItsAnswersIsSentAwayAfterAWhile() throws Exception {
        try (TestTrader ann = TestTrader.of(node, "ann", 2);
                TestTrader stopped = TestTrader.withSmallBuffer(node)) {
            ann.ask(new Command.TakeFromPool("ann", "A", 1_000));
            for (int i = 0; i < 1_000; i++) {
                ann.ask(order(1_000 + i));
            }
            for (int i = 0; i < 1_000; i++) {
                stopped.query(i + 1, Topic.BOOK, "", "A");
            }
            while (node.gateway().traders() == 2) {
                ann.query(1, Topic.STATUS, "", "");
                ann.read(ServerMessage.NodeState.class);
                LockSupport.parkNanos(1_000_000);
            }
            expectLastToClose(stopped, "nothing was read for 3.0 s");
        }
    }

    @Test
    void aBurstOfOneCommandIsNotHeldAgainstAReader() throws Exception {
        try (TestTrader ann = TestTrader.of(node, "ann", 2)) {
            ann.ask(new Command.TakeFromPool("ann", "A", 3_000));
            for (int i = 0; i < 3_000; i++) {
                ann.ask(order(1_000 + i));
            }
            ann.subscribe(Topic.ACCOUNT, "ann", "");
            ann.submit(new Command.CancelAll("ann", ""));
            int cancelled = 0;
            while (cancelled < 3_000) {
                boolean one = ann.read() instanceof ServerMessage.OrderState;
                cancelled += one ? 1 : 0;
            }
            ann.query(5, Topic.STATUS, "", "");
            ann.readSkippingFeeds(ServerMessage.NodeState.class);
        }
    }

    @Test
    void aDoorThatFallsTooFarBehindStartsOverAndForgetsNothing() throws Exception {
        try (TestTrader ann = TestTrader.of(node, "ann", 1)) {
            ann.ask(new Command.DepositCash("ann", 100));
            node.freezeDoor();
            for (int i = 1; i <= 200; i++) {
                node.submit(new Request(99, i, i - 1, new Command.DepositCash("ann", 1)));
            }
            node.settle();
            node.thawDoor();
            ann.expectClosing("connect again");
        }
        try (TestTrader again = new TestTrader(node).hello()) {
            again.logIn("ann");
            again.query(1, Topic.ACCOUNT, "ann", "");
            assertEquals(300, again.read(ServerMessage.AccountState.class).cashAvailable());
        }
    }

    private static Command order(long price) {
        return new Command.EnterOrder(
                "ann", "A", Side.SELL, OrderType.LIMIT, TimeInForce.GTC, price, 1);
    }

    private static void expectLastToClose(TestTrader trader, String part) throws Exception {
        ServerMessage last = null;
        for (ServerMessage next = trader.read(); next != null; next = trader.read()) {
            last = next;
        }
        ServerMessage.Problem problem = assertInstanceOf(ServerMessage.Problem.class, last);
        assertTrue(problem.closing());
        assertTrue(problem.message().contains(part), problem.message());
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition, String what) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < deadline, what + " did not come");
            LockSupport.parkNanos(1_000_000);
        }
    }
}
