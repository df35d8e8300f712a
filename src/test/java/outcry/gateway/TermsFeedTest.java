package outcry.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import outcry.market.Command;
import outcry.market.OrderType;
import outcry.market.Phase;
import outcry.market.Role;
import outcry.market.RoundAction;
import outcry.market.RoundState;
import outcry.market.Side;
import outcry.market.TimeInForce;
import outcry.wire.trader.ClientMessage.Topic;
import outcry.wire.trader.ServerMessage;

/** What a trader is told beside prices: terms of orders, fees, roles, phases, the round. */
@Timeout(120)
class TermsFeedTest {
    private FakeNode node;
    private TestTrader ann;
    private TestTrader bob;
    private TestTrader reader;

    @BeforeEach
    void open() throws Exception {
        node = FakeNode.start();
        ann = TestTrader.of(node, "ann", 11);
        bob = TestTrader.of(node, "bob", 12);
        ann.ask(new Command.DepositShares("ann", "ACME", 1_000));
        bob.ask(new Command.DepositCash("bob", 10_000_000));
        ann.ask(new Command.Appoint("ann", "ann", Role.OPERATOR));
        reader = TestTrader.of(node, "bob", 13);
    }

    @AfterEach
    void close() throws Exception {
        ann.close();
        bob.close();
        reader.close();
        node.close();
    }

    @Test
    @DisplayName("M8 a stop tells its price while it waits, and what it is once it was triggered")
    void stop() throws Exception {
        reader.subscribe(Topic.ACCOUNT, "bob", "");
        reader.readSkippingFeeds(ServerMessage.Orders.class);
        bob.ask(
                new Command.EnterOrder(
                        "bob",
                        "ACME",
                        Side.BUY,
                        OrderType.STOP_LIMIT,
                        TimeInForce.DAY,
                        1_270,
                        10,
                        1_260,
                        0,
                        false));
        ServerMessage.OrderState waiting = reader.readSkippingFeeds(ServerMessage.OrderState.class);
        assertEquals("waiting", waiting.state());
        assertEquals(
                new ServerMessage.OrderTerms(
                        OrderType.STOP_LIMIT, TimeInForce.DAY, 1_260, false, 0, false),
                waiting.terms());
        ann.ask(TestTrader.order("ann", Side.SELL, 1_260, 1));
        bob.ask(TestTrader.order("bob", Side.BUY, 1_260, 1));
        ServerMessage.OrderState order = reader.readSkippingFeeds(ServerMessage.OrderState.class);
        while (order.orderId() != waiting.orderId()) {
            order = reader.readSkippingFeeds(ServerMessage.OrderState.class);
        }
        assertEquals("resting", order.state());
        assertEquals(
                new ServerMessage.OrderTerms(
                        OrderType.LIMIT, TimeInForce.DAY, 1_260, true, 0, false),
                order.terms());
    }

    @Test
    @DisplayName("M8 iceberg and post-only are told, also by a door that took a state over")
    void furtherTerms() throws Exception {
        ann.ask(
                new Command.EnterOrder(
                        "ann",
                        "ACME",
                        Side.SELL,
                        OrderType.LIMIT,
                        TimeInForce.GTC,
                        1_300,
                        90,
                        0,
                        10,
                        true));
        ServerMessage.OrderTerms expected =
                new ServerMessage.OrderTerms(OrderType.LIMIT, TimeInForce.GTC, 0, false, 10, true);
        ann.query(1, Topic.ORDERS, "ann", "");
        ServerMessage.Orders orders = ann.readSkippingFeeds(ServerMessage.Orders.class);
        assertEquals(expected, orders.orders().get(0).terms());
        node.resetNow();
        node.settle();
        try (TestTrader again = TestTrader.of(node, "ann", 21)) {
            again.query(1, Topic.ORDERS, "ann", "");
            orders = again.readSkippingFeeds(ServerMessage.Orders.class);
            assertEquals(expected, orders.orders().get(0).terms());
        }
    }

    @Test
    @DisplayName("M17 a fill tells its fee; the fees of other trades are not mixed up with it")
    void fees() throws Exception {
        ann.ask(new Command.SetFees("ann", "ACME", 10, 25));
        ann.ask(TestTrader.order("ann", Side.SELL, 1_000, 10));
        ann.ask(TestTrader.order("ann", Side.SELL, 2_000, 10));
        reader.subscribe(Topic.ACCOUNT, "bob", "");
        bob.ask(TestTrader.order("bob", Side.BUY, 2_000, 20));
        // 25 hundredths of a percent of 100.00 and of 200.00.
        assertEquals(25, reader.readSkippingFeeds(ServerMessage.OwnFill.class).fee());
        assertEquals(50, reader.readSkippingFeeds(ServerMessage.OwnFill.class).fee());
        ann.subscribe(Topic.ACCOUNT, "ann", "");
        bob.ask(TestTrader.order("bob", Side.BUY, 1_000, 5));
        ann.ask(TestTrader.order("ann", Side.SELL, 1_000, 5));
        ServerMessage.OwnFill sold = reader.readSkippingFeeds(ServerMessage.OwnFill.class);
        assertTrue(sold.maker());
        assertEquals(5, sold.fee());
    }

    @Test
    @DisplayName("M14 M16 phase, indication, terms, round and role reach who asks")
    void venue() throws Exception {
        ann.ask(new Command.SetPhase("ann", "ACME", Phase.PRE_OPEN));
        ann.ask(new Command.SetBand("ann", "ACME", 1_250, 500));
        ann.ask(new Command.SetFees("ann", "ACME", 10, 25));
        ann.ask(TestTrader.order("ann", Side.SELL, 1_240, 30));
        bob.ask(TestTrader.order("bob", Side.BUY, 1_260, 50));
        bob.query(1, Topic.INSTRUMENTS, "", "");
        ServerMessage.Instruments told = bob.readSkippingFeeds(ServerMessage.Instruments.class);
        ServerMessage.Instrument acme = told.instruments().get(2);
        assertEquals(Phase.PRE_OPEN, acme.phase());
        assertEquals(new ServerMessage.InstrumentTerms(1_250, 500, 10, 25), acme.terms());
        assertEquals(new ServerMessage.Indication(1_250, 30), acme.indication());
        assertEquals(ServerMessage.Round.NONE, told.round());
        ann.ask(new Command.Round("ann", RoundAction.START));
        ann.query(2, Topic.INSTRUMENTS, "", "");
        told = ann.readSkippingFeeds(ServerMessage.Instruments.class);
        assertEquals(new ServerMessage.Round(1, RoundState.RUNNING), told.round());
        assertEquals(ServerMessage.Indication.NONE, told.instruments().get(2).indication());
        ann.query(3, Topic.ACCOUNT, "ann", "");
        assertEquals(Role.OPERATOR, ann.readSkippingFeeds(ServerMessage.AccountState.class).role());
        bob.query(4, Topic.ACCOUNT, "bob", "");
        assertEquals(Role.TRADER, bob.readSkippingFeeds(ServerMessage.AccountState.class).role());
    }
}
