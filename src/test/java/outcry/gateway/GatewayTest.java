package outcry.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.market.Reason;
import outcry.market.Side;
import outcry.wire.trader.ClientMessage;
import outcry.wire.trader.ClientMessage.Topic;
import outcry.wire.trader.ServerMessage;

@Timeout(120)
class GatewayTest {
    private FakeNode node;

    @BeforeEach
    void open() throws Exception {
        node = FakeNode.start();
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void aTraderDepositsBuysAndSees() throws Exception {
        try (TestTrader ann = TestTrader.of(node, "ann", 11);
                TestTrader bob = TestTrader.of(node, "bob", 12)) {
            assertTrue(ann.ask(new Command.DepositShares("ann", "ACME", 100)).isAccepted());
            assertTrue(bob.ask(new Command.DepositCash("bob", 100_000)).isAccepted());
            Answer rested = ann.ask(TestTrader.order("ann", Side.SELL, 1250, 40));
            assertEquals(40, rested.resting());
            Answer bought = bob.ask(TestTrader.order("bob", Side.BUY, 1300, 10));
            assertEquals(10, bought.filled());
            assertEquals(1250, bought.fills().get(0).price());
            bob.query(5, Topic.ACCOUNT, "bob", "");
            assertEquals(
                    new ServerMessage.AccountState(
                            5,
                            "bob",
                            bought.index(),
                            87_500,
                            0,
                            List.of(new ServerMessage.Holding("ACME", 10, 0))),
                    bob.read());
            ann.query(6, Topic.ORDERS, "ann", "");
            ServerMessage.OrderState order = ann.read(ServerMessage.Orders.class).orders().get(0);
            assertEquals(30, order.open());
            assertEquals("resting", order.state());
            ann.query(7, Topic.TRADES, "", "ACME");
            assertEquals(1250, ann.read(ServerMessage.Trades.class).trades().get(0).price());
            ann.query(8, Topic.INSTRUMENTS, "", "");
            assertEquals(
                    new ServerMessage.Instrument("ACME", "ACME", 1, 1, 0, 1250, 10, 0, 1250),
                    ann.read(ServerMessage.Instruments.class).instruments().get(2));
        }
    }

    @Test
    void aRefusalSaysWhatWouldBeAcceptable() throws Exception {
        try (TestTrader ann = TestTrader.of(node, "ann", 11)) {
            ann.ask(new Command.DepositCash("ann", 4900));
            ann.submit(new Command.WithdrawCash("ann", 5000));
            ServerMessage.Answered refused = ann.read(ServerMessage.Answered.class);
            assertEquals(Reason.INSUFFICIENT_CASH, refused.answer().reason());
            assertEquals("not enough cash: 49.00 available", refused.message());
        }
    }

    @Test
    void answersComeInTheOrderAskedWhateverEachWaitsFor() throws Exception {
        try (TestTrader ann = TestTrader.of(node, "ann", 11)) {
            node.hold();
            ann.submit(new Command.DepositCash("ann", 100));
            ann.query(21, Topic.ACCOUNT, "ann", "");
            ann.raw("{\"type\":\"query\",\"id\":22,\"topic\":\"weather\"}\n");
            ann.query(23, Topic.MEMBERS, "", "");
            ann.submit(new Command.DepositCash("ann", 200));
            ann.query(24, Topic.ACCOUNT, "ann", "");
            awaitHeld(2);
            node.release();
            assertEquals(1, ann.read(ServerMessage.Answered.class).number());
            ServerMessage.AccountState first = ann.read(ServerMessage.AccountState.class);
            assertEquals(21, first.id());
            ServerMessage.Problem problem = ann.read(ServerMessage.Problem.class);
            assertEquals(22, problem.id());
            assertTrue(problem.message().startsWith("topic must be one of"));
            assertEquals(23, ann.read(ServerMessage.Members.class).id());
            assertEquals(2, ann.read(ServerMessage.Answered.class).number());
            ServerMessage.AccountState last = ann.read(ServerMessage.AccountState.class);
            assertEquals(300, last.cashAvailable());
            assertTrue(first.cashAvailable() >= 100);
        }
    }

    @Test
    void thousandsOfPipelinedCommandsAreAllAnsweredInOrder() throws Exception {
        int count = 5_000;
        try (TestTrader ann = TestTrader.of(node, "ann", 11)) {
            Thread sender =
                    new Thread(
                            () -> {
                                try {
                                    for (int i = 1; i <= count; i++) {
                                        ann.send(
                                                new ClientMessage.Submit(
                                                        11,
                                                        i,
                                                        Math.max(0, i - 1_024),
                                                        new Command.DepositCash("ann", 1)));
                                    }
                                } catch (java.io.IOException e) {
                                    throw new java.io.UncheckedIOException(e);
                                }
                            });
            sender.start();
            for (int i = 1; i <= count; i++) {
                ServerMessage.Answered answered = ann.read(ServerMessage.Answered.class);
                assertEquals(i, answered.number());
                assertEquals(i, answered.answer().detail());
            }
            sender.join();
        }
    }

    @Test
    void aWrongSecretIsRefusedAndTheRightOneIsTaken() throws Exception {
        TestTrader.of(node, "ann", 11).close();
        try (TestTrader other = new TestTrader(node).hello()) {
            other.send(new ClientMessage.Login(3, "ann", "guess"));
            ServerMessage.LoggedIn wrong = other.read(ServerMessage.LoggedIn.class);
            assertFalse(wrong.ok());
            assertEquals(3, wrong.id());
            assertTrue(wrong.message().startsWith("wrong secret for account \"ann\""));
            other.submit(new Command.DepositCash("ann", 1));
            ServerMessage.Answered refused = other.read(ServerMessage.Answered.class);
            assertEquals(Reason.NOT_LOGGED_IN, refused.answer().reason());
            other.query(4, Topic.ACCOUNT, "ann", "");
            assertTrue(other.read(ServerMessage.Problem.class).message().contains("not logged in"));
            other.logIn("ann");
            // The number that was refused was not used up.
            other.submit(1, new Command.DepositCash("ann", 1));
            assertTrue(other.read(ServerMessage.Answered.class).answer().isAccepted());
        }
    }

    @Test
    void namesAndSecretsThatCannotBeAreRefusedAtOnce() throws Exception {
        try (TestTrader trader = new TestTrader(node).hello()) {
            for (ClientMessage.Login login :
                    List.of(
                            new ClientMessage.Login(1, "", "x"),
                            new ClientMessage.Login(2, "ann smith", "x"),
                            new ClientMessage.Login(3, "n".repeat(33), "x"),
                            new ClientMessage.Login(4, "ann", ""),
                            new ClientMessage.Login(5, "ann", "x".repeat(257)))) {
                trader.send(login);
                ServerMessage.LoggedIn answer = trader.read(ServerMessage.LoggedIn.class);
                assertEquals(login.id(), answer.id());
                assertFalse(answer.ok());
                assertTrue(answer.message().contains("1 to "), answer.message());
            }
        }
    }

    @Test
    void twoWhoOpenTheSameAccountAtOnceShareItOnlyWithTheSameSecret() throws Exception {
        node.hold();
        try (TestTrader first = new TestTrader(node).hello();
                TestTrader second = new TestTrader(node).hello();
                TestTrader third = new TestTrader(node).hello()) {
            first.send(new ClientMessage.Login(1, "ann", "same"));
            awaitHeld(1);
            second.send(new ClientMessage.Login(2, "ann", "same"));
            awaitHeld(2);
            third.send(new ClientMessage.Login(3, "ann", "other"));
            awaitHeld(3);
            node.release();
            assertTrue(first.read(ServerMessage.LoggedIn.class).ok());
            assertTrue(second.read(ServerMessage.LoggedIn.class).ok());
            assertFalse(third.read(ServerMessage.LoggedIn.class).ok());
        }
    }

    @Test
    void aLoginOutlivesARequestThatWasLost() throws Exception {
        node.hold();
        try (TestTrader ann = new TestTrader(node).hello()) {
            ann.send(new ClientMessage.Login(1, "ann", "x"));
            awaitHeld(1);
            node.release(List.of());
            assertTrue(ann.read(ServerMessage.LoggedIn.class).ok());
        }
    }

    @Test
    void oneConnectionCanServeSeveralAccountsAndSessions() throws Exception {
        try (TestTrader trader = new TestTrader(node).hello()) {
            trader.logIn("client1");
            trader.logIn("client2");
            trader.send(
                    new ClientMessage.Submit(
                            1, 1, 0, new Command.TakeFromPool("client1", "A", 100)));
            trader.send(
                    new ClientMessage.Submit(
                            2, 1, 0, new Command.ReturnToPool("client2", "A", 100)));
            assertEquals(4_900, trader.read(ServerMessage.Answered.class).answer().detail());
            assertEquals(
                    Reason.INSUFFICIENT_SHARES,
                    trader.read(ServerMessage.Answered.class).answer().reason());
        }
    }

    @Test
    void aRequestSentAgainGetsTheFirstAnswerAndHappensOnce() throws Exception {
        try (TestTrader before = TestTrader.of(node, "ann", 11)) {
            Answer first = before.ask(new Command.DepositCash("ann", 100));
            try (TestTrader after = TestTrader.of(node, "ann", 11)) {
                after.submit(1, new Command.DepositCash("ann", 100));
                assertEquals(first, after.read(ServerMessage.Answered.class).answer());
                after.query(1, Topic.ACCOUNT, "ann", "");
                assertEquals(100, after.read(ServerMessage.AccountState.class).cashAvailable());
                before.expectClosing("goes on over another connection");
            }
        }
    }

    @Test
    void aSessionThatMovesTakesItsUnansweredRequestsAlong() throws Exception {
        try (TestTrader before = TestTrader.of(node, "ann", 11);
                TestTrader after = TestTrader.of(node, "ann", 11)) {
            node.hold();
            before.submit(1, new Command.DepositCash("ann", 100));
            awaitHeld(1);
            after.submit(1, new Command.DepositCash("ann", 100));
            awaitHeld(2);
            node.release();
            assertEquals(100, after.read(ServerMessage.Answered.class).answer().detail());
            before.expectClosing("goes on over another connection");
            assertFalse(node.forgotten.contains(11L));
        }
    }

    @Test
    void requestsThatOvertookOneAnotherAreDecidedInTheirOrder() throws Exception {
        try (TestTrader ann = TestTrader.of(node, "ann", 11)) {
            node.hold();
            for (int i = 1; i <= 4; i++) {
                ann.submit(new Command.DepositCash("ann", i));
            }
            awaitHeld(4);
            List<outcry.market.Request> held = node.heldRequests();
            node.release(List.of(held.get(2), held.get(1), held.get(3), held.get(0)));
            for (int i = 1; i <= 4; i++) {
                ServerMessage.Answered answered = ann.read(ServerMessage.Answered.class);
                assertEquals(i, answered.number());
                assertEquals(i * (i + 1) / 2, answered.answer().detail());
            }
        }
    }

    @Test
    void aGapInTheNumbersIsToldAndCanBeFilled() throws Exception {
        try (TestTrader ann = TestTrader.of(node, "ann", 11)) {
            ann.submit(2, new Command.DepositCash("ann", 2));
            ServerMessage.Answered early = ann.read(ServerMessage.Answered.class);
            assertEquals(Reason.BUSY, early.answer().reason());
            assertTrue(early.message().startsWith("request 1 must be taken in first"));
            ann.submit(1, new Command.DepositCash("ann", 1));
            ann.submit(2, new Command.DepositCash("ann", 2));
            assertEquals(1, ann.read(ServerMessage.Answered.class).answer().detail());
            assertEquals(3, ann.read(ServerMessage.Answered.class).answer().detail());
        }
    }

    @Test
    void aBusyNodeTakesNothingInAndKeepsTheOrderAfterwards() throws Exception {
        try (TestTrader ann = TestTrader.of(node, "ann", 11)) {
            node.accept(false);
            ann.submit(1, new Command.DepositCash("ann", 1));
            ServerMessage.Answered busy = ann.read(ServerMessage.Answered.class);
            assertEquals(Reason.BUSY, busy.answer().reason());
            assertTrue(busy.message().contains("send the same number again"));
            node.accept(true);
            ann.submit(2, new Command.DepositCash("ann", 2));
            assertEquals(Reason.BUSY, ann.read(ServerMessage.Answered.class).answer().reason());
            ann.submit(1, new Command.DepositCash("ann", 1));
            ann.submit(2, new Command.DepositCash("ann", 2));
            assertEquals(1, ann.read(ServerMessage.Answered.class).answer().detail());
            assertEquals(3, ann.read(ServerMessage.Answered.class).answer().detail());
        }
    }

    @Test
    void aNumberThatIsOnItsWayIsNotTakenTwice() throws Exception {
        try (TestTrader ann = TestTrader.of(node, "ann", 11)) {
            node.hold();
            ann.submit(1, new Command.DepositCash("ann", 1));
            ann.submit(1, new Command.DepositCash("ann", 1));
            ann.query(2, Topic.STATUS, "", "");
            // Not in the row of answers: when this comes, all lines before it were taken.
            ann.subscribe(Topic.MEMBERS, "", "");
            ann.read(ServerMessage.Members.class);
            node.release();
            assertEquals(1, ann.read(ServerMessage.Answered.class).answer().detail());
            assertEquals(2, ann.read(ServerMessage.NodeState.class).id());
        }
    }

    @Test
    void namesTooLongForTheLogAreRefusedByTheMarketAndUseTheirNumberUp() throws Exception {
        String name = "X".repeat(5_000);
        try (TestTrader ann = TestTrader.of(node, "ann", 11)) {
            for (Command command :
                    List.of(
                            new Command.DepositShares("ann", name, 1),
                            new Command.WithdrawShares("ann", name, 1),
                            new Command.TakeFromPool("ann", name, 1),
                            new Command.ReturnToPool("ann", name, 1),
                            new Command.CancelAll("ann", name),
                            new Command.ListInstrument("ann", name, "Acme", 1, 1, 0),
                            new Command.ListInstrument("ann", "ACME", name, 1, 1, 0),
                            new Command.DepositCash("ann", Long.MIN_VALUE))) {
                Answer answer = ann.ask(command);
                assertFalse(answer.isAccepted());
                assertTrue(answer.index() > 0);
            }
        }
    }

    @Test
    void aQuestionWaitsUntilTheNodeKnowsEnough() throws Exception {
        try (TestTrader ann = TestTrader.of(node, "ann", 11);
                TestTrader bob = TestTrader.of(node, "bob", 12)) {
            long index = bob.ask(new Command.DepositCash("bob", 1)).index();
            ann.send(new ClientMessage.Query(5, index + 1, Topic.INSTRUMENTS, "", ""));
            bob.ask(new Command.DepositCash("bob", 1));
            assertTrue(ann.read(ServerMessage.Instruments.class).index() >= index + 1);
        }
    }

    @Test
    void beforeTheNodeKnowsTheMarketItSpeaksForItselfAndTheRestWaits() throws Exception {
        try (FakeNode joining = FakeNode.startNotReady();
                TestTrader ann = new TestTrader(joining).hello()) {
            ann.query(1, Topic.STATUS, "", "");
            assertEquals("n1", ann.read(ServerMessage.NodeState.class).node());
            ann.query(2, Topic.MEMBERS, "", "");
            assertEquals(2, ann.read(ServerMessage.Members.class).id());
            ann.send(new ClientMessage.Login(3, "ann", "x"));
            ann.query(4, Topic.INSTRUMENTS, "", "");
            ann.readHeartbeat();
            joining.becomeReady();
            assertTrue(ann.read(ServerMessage.LoggedIn.class).ok());
            assertEquals(
                    List.of("A", "B"),
                    ann.read(ServerMessage.Instruments.class).instruments().stream()
                            .map(ServerMessage.Instrument::symbol)
                            .toList());
        }
    }

    @Test
    void aNewStateSendsTradersAwayAndNewOnesSeeIt() throws Exception {
        try (TestTrader ann = TestTrader.of(node, "ann", 11)) {
            ann.ask(new Command.DepositCash("ann", 100));
            node.resetNow();
            ann.expectClosing("newer state");
        }
        try (TestTrader ann = TestTrader.of(node, "ann", 11)) {
            ann.query(1, Topic.ACCOUNT, "ann", "");
            assertEquals(100, ann.read(ServerMessage.AccountState.class).cashAvailable());
        }
        assertTrue(node.forgotten.contains(11L));
    }

    @Test
    void heartbeatsComeByThemselvesAndAtOnceWhenTheLeaderChanges() throws Exception {
        try (TestTrader ann = new TestTrader(node).hello()) {
            ServerMessage.Heartbeat beat = ann.readHeartbeat();
            assertEquals("n1", beat.leader());
            assertEquals(3, beat.term());
            node.elect("n2");
            while (!beat.leader().equals("n2")) {
                beat = ann.readHeartbeat();
            }
            ann.send(new ClientMessage.Subscribe(1, Topic.MEMBERS, "", ""));
            assertTrue(ann.read(ServerMessage.Subscribed.class).ok());
            assertEquals("n2", ann.read(ServerMessage.Members.class).leader());
            node.elect("");
            assertEquals("", ann.read(ServerMessage.Members.class).leader());
        }
    }

    @Test
    void whatIsAskedBeforeTheEndOfInputIsStillAnswered() throws Exception {
        try (TestTrader ann = TestTrader.of(node, "ann", 11)) {
            node.hold();
            ann.submit(new Command.DepositCash("ann", 100));
            // The last line has no end.
            ann.raw("{\"type\":\"query\",\"id\":2,\"topic\":\"account\",\"account\":\"ann\"}");
            ann.socket().shutdownOutput();
            awaitHeld(1);
            node.release();
            assertEquals(1, ann.read(ServerMessage.Answered.class).number());
            assertEquals(100, ann.read(ServerMessage.AccountState.class).cashAvailable());
            assertEquals(null, ann.read());
        }
    }

    @Test
    void manyTradersAtOnceAllGetTheirAnswers() throws Exception {
        int count = 150;
        TestTrader[] traders = new TestTrader[count];
        try {
            for (int i = 0; i < count; i++) {
                traders[i] = new TestTrader(node).hello();
                traders[i].send(new ClientMessage.Login(1, "t" + i, "secret"));
            }
            assertEquals(count, node.gateway().traders());
            for (int i = 0; i < count; i++) {
                assertTrue(traders[i].read(ServerMessage.LoggedIn.class).ok());
                traders[i].send(
                        new ClientMessage.Submit(
                                i + 1, 1, 0, new Command.DepositCash("t" + i, i + 1)));
            }
            for (int i = 0; i < count; i++) {
                assertEquals(
                        i + 1, traders[i].read(ServerMessage.Answered.class).answer().detail());
            }
        } finally {
            for (TestTrader trader : traders) {
                if (trader != null) {
                    trader.close();
                }
            }
        }
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (node.gateway().traders() > 0) {
            assertTrue(System.nanoTime() < deadline, "closed connections are still counted");
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void randomBytesNeverHurtOthers() throws Exception {
        Random random = new Random(9);
        try (TestTrader ann = TestTrader.of(node, "ann", 11)) {
            for (int i = 0; i < 60; i++) {
                try (TestTrader noise = new TestTrader(node)) {
                    byte[] bytes = new byte[random.nextInt(4_000) + 1];
                    random.nextBytes(bytes);
                    if (i % 2 == 0) {
                        bytes[0] = '{';
                    }
                    noise.socket().getOutputStream().write(bytes);
                }
                assertTrue(ann.ask(new Command.DepositCash("ann", 1)).isAccepted());
            }
        }
    }

    private void awaitHeld(int count) throws InterruptedException {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (node.heldRequests().size() < count) {
            assertTrue(System.nanoTime() < deadline, "requests did not arrive");
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void aMessageBeforeTheHelloEndsTheConnection() throws Exception {
        try (TestTrader trader = new TestTrader(node)) {
            trader.query(1, Topic.STATUS, "", "");
            trader.expectClosing("first message must be a hello");
        }
        try (TestTrader trader = new TestTrader(node)) {
            trader.send(new ClientMessage.Hello(2, "future"));
            trader.expectClosing("speaks version 1");
        }
        assertInstanceOf(Gateway.class, node.gateway());
    }
}
