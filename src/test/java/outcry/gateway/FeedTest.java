package outcry.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.market.DepthBook;
import outcry.market.OrderType;
import outcry.market.Side;
import outcry.market.TimeInForce;
import outcry.wire.trader.ClientMessage;
import outcry.wire.trader.ClientMessage.Topic;
import outcry.wire.trader.ServerMessage;

@Timeout(120)
class FeedTest {
    private FakeNode node;
    private TestTrader ann;
    private TestTrader bob;

    @BeforeEach
    void open() throws Exception {
        node = FakeNode.start();
        ann = TestTrader.of(node, "ann", 11);
        bob = TestTrader.of(node, "bob", 12);
        ann.ask(new Command.DepositShares("ann", "ACME", 1_000_000));
        bob.ask(new Command.DepositCash("bob", 1_000_000_000));
    }

    @AfterEach
    void close() throws Exception {
        ann.close();
        bob.close();
        node.close();
    }

    @Test
    void m18SnapshotAndChangesGiveTheSameBookAndTheChecksumProvesIt() throws Exception {
        try (TestTrader watcher = new TestTrader(node).hello()) {
            Random random = new Random(7);
            trade(random, 50);
            watcher.subscribe(Topic.BOOK, "", "ACME");
            DepthBook copy = new DepthBook();
            long index = fill(copy, watcher.read(ServerMessage.Book.class));
            trade(random, 300);
            // The marker ends the stream of changes: a book asked for after everything else.
            watcher.query(77, Topic.BOOK, "", "ACME");
            int checked = 0;
            ServerMessage message = watcher.read();
            while (message instanceof ServerMessage.Level level) {
                assertTrue(level.index() >= index);
                index = level.index();
                copy.setLevel(level.side(), level.price(), level.quantity(), level.orders());
                if (level.checksum() != 0) {
                    assertEquals(copy.checksum(), level.checksum());
                    checked++;
                }
                message = watcher.read();
            }
            ServerMessage.Book book = (ServerMessage.Book) message;
            assertEquals(77, book.id());
            DepthBook whole = new DepthBook();
            fill(whole, book);
            for (Side side : Side.values()) {
                assertEquals(
                        whole.best(side, Integer.MAX_VALUE), copy.best(side, Integer.MAX_VALUE));
            }
            assertEquals(book.checksum(), copy.checksum());
            assertTrue(checked > 100, "only " + checked + " checksums");
        }
    }

    @Test
    void aSubscriptionMadeInTheMiddleOfTradingFitsToo() throws Exception {
        Random random = new Random(8);
        for (int round = 0; round < 10; round++) {
            try (TestTrader watcher = new TestTrader(node).hello()) {
                watcher.send(new ClientMessage.Subscribe(1, Topic.BOOK, "", "ACME"));
                trade(random, 30);
                watcher.readSkippingFeeds(ServerMessage.Subscribed.class);
                DepthBook copy = new DepthBook();
                long snapshot = fill(copy, watcher.read(ServerMessage.Book.class));
                watcher.query(77, Topic.BOOK, "", "ACME");
                ServerMessage message = watcher.read();
                while (message instanceof ServerMessage.Level level) {
                    assertTrue(level.index() > snapshot);
                    copy.setLevel(level.side(), level.price(), level.quantity(), level.orders());
                    message = watcher.read();
                }
                assertEquals(((ServerMessage.Book) message).checksum(), copy.checksum());
            }
        }
    }

    @Test
    void tradesAreTheLatestThenEachNewOne() throws Exception {
        ann.ask(TestTrader.order("ann", Side.SELL, 1250, 10));
        bob.ask(TestTrader.order("bob", Side.BUY, 1250, 4));
        try (TestTrader watcher = new TestTrader(node).hello()) {
            watcher.subscribe(Topic.TRADES, "", "ACME");
            assertEquals(4, watcher.read(ServerMessage.Trades.class).trades().get(0).quantity());
            Answer answer = bob.ask(TestTrader.order("bob", Side.BUY, 1250, 3));
            ServerMessage.Trades trades = watcher.read(ServerMessage.Trades.class);
            assertEquals(0, trades.id());
            ServerMessage.Trade trade = trades.trades().get(0);
            assertEquals(
                    new ServerMessage.Trade(
                            "ACME",
                            answer.fills().get(0).tradeId(),
                            1250,
                            3,
                            Side.BUY,
                            answer.index(),
                            1_000 + answer.index()),
                    trade);
        }
    }

    @Test
    void anAccountHearsOfItsBalancesOrdersAndFillsOnBothSides() throws Exception {
        ann.subscribe(Topic.ACCOUNT, "ann", "");
        ann.read(ServerMessage.AccountState.class);
        assertEquals(List.of(), ann.read(ServerMessage.Orders.class).orders());
        ann.submit(TestTrader.order("ann", Side.SELL, 1250, 10));
        List<ServerMessage> heard = read(ann, 3);
        Answer answer = ((ServerMessage.Answered) heard.get(0)).answer();
        ServerMessage.OrderState resting = (ServerMessage.OrderState) heard.get(1);
        assertEquals("resting", resting.state());
        assertEquals(answer.orderId(), resting.orderId());
        ServerMessage.AccountState state = (ServerMessage.AccountState) heard.get(2);
        assertEquals(List.of(new ServerMessage.Holding("ACME", 999_990, 10)), state.holdings());

        bob.ask(TestTrader.order("bob", Side.BUY, 1250, 10));
        heard = read(ann, 3);
        ServerMessage.OwnFill fill = (ServerMessage.OwnFill) heard.get(0);
        assertEquals(10, fill.quantity());
        assertTrue(fill.maker());
        assertEquals(Side.SELL, fill.side());
        assertEquals("filled", ((ServerMessage.OrderState) heard.get(1)).state());
        assertEquals(12_500, ((ServerMessage.AccountState) heard.get(2)).cashAvailable());
    }

    @Test
    void anOrderThatIsCancelledSaysWhy() throws Exception {
        bob.subscribe(Topic.ORDERS, "bob", "");
        bob.read(ServerMessage.Orders.class);
        bob.submit(
                new Command.EnterOrder(
                        "bob", "ACME", Side.BUY, OrderType.LIMIT, TimeInForce.IOC, 1250, 10));
        bob.read(ServerMessage.Answered.class);
        ServerMessage.OrderState cancelled = bob.read(ServerMessage.OrderState.class);
        assertEquals("cancelled", cancelled.state());
        assertEquals("immediate_or_cancel", cancelled.reason());
        assertEquals(0, cancelled.open());
    }

    @Test
    void workingOrdersComeWithTheSubscription() throws Exception {
        ann.ask(TestTrader.order("ann", Side.SELL, 1250, 10));
        ann.ask(TestTrader.order("ann", Side.SELL, 1240, 20));
        ann.ask(new Command.CancelOrder("ann", 1));
        ann.subscribe(Topic.ACCOUNT, "ann", "");
        ann.read(ServerMessage.AccountState.class);
        List<ServerMessage.OrderState> orders = ann.read(ServerMessage.Orders.class).orders();
        assertEquals(1, orders.size());
        assertEquals(1240, orders.get(0).price());
    }

    @Test
    void instrumentsAreTheLatestStateNotEveryStep() throws Exception {
        try (TestTrader watcher = new TestTrader(node).hello()) {
            watcher.subscribe(Topic.INSTRUMENTS, "", "");
            watcher.read(ServerMessage.Instruments.class);
            for (int i = 0; i < 200; i++) {
                ann.submit(TestTrader.order("ann", Side.SELL, 2000 - i, 1));
            }
            ServerMessage.Instruments latest = watcher.read(ServerMessage.Instruments.class);
            int messages = 1;
            while (latest.instruments().get(2).bestAsk() != 1801) {
                latest = watcher.read(ServerMessage.Instruments.class);
                messages++;
            }
            assertTrue(messages < 200, "one message for every change");
        }
    }

    @Test
    void whatIsUnsubscribedFallsSilent() throws Exception {
        ann.subscribe(Topic.BOOK, "", "ACME");
        ann.read(ServerMessage.Book.class);
        ann.send(new ClientMessage.Unsubscribe(4, Topic.BOOK, "", "ACME"));
        assertTrue(ann.read(ServerMessage.Subscribed.class).ok());
        ann.submit(TestTrader.order("ann", Side.SELL, 1250, 10));
        ann.read(ServerMessage.Answered.class);
        ann.query(5, Topic.STATUS, "", "");
        ann.read(ServerMessage.NodeState.class);
    }

    @Test
    void whatCannotBeSubscribedToIsRefusedWithTheReason() throws Exception {
        refused(new ClientMessage.Subscribe(1, Topic.BOOK, "", "NONE"), "no instrument \"NONE\"");
        refused(new ClientMessage.Subscribe(2, Topic.TRADES, "", ""), "instrument is missing");
        refused(new ClientMessage.Subscribe(3, Topic.ACCOUNT, "bob", ""), "not logged in");
        refused(new ClientMessage.Subscribe(4, Topic.ORDERS, "", ""), "account is missing");
    }

    private void refused(ClientMessage.Subscribe subscribe, String part) throws Exception {
        ann.send(subscribe);
        ServerMessage.Subscribed answer = ann.read(ServerMessage.Subscribed.class);
        assertEquals(subscribe.id(), answer.id());
        assertFalse(answer.ok());
        assertTrue(answer.message().contains(part), answer.message());
    }

    private static List<ServerMessage> read(TestTrader trader, int count) throws Exception {
        List<ServerMessage> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            messages.add(trader.read());
        }
        return messages;
    }

    private static long fill(DepthBook copy, ServerMessage.Book book) {
        book.bids().forEach(l -> copy.setLevel(Side.BUY, l.price(), l.quantity(), l.orders()));
        book.asks().forEach(l -> copy.setLevel(Side.SELL, l.price(), l.quantity(), l.orders()));
        assertEquals(copy.checksum(), book.checksum());
        return book.index();
    }

    /** Orders of both traders near each other's prices, and now and then a cancel of all. */
    private void trade(Random random, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            boolean selling = random.nextBoolean();
            TestTrader trader = selling ? ann : bob;
            String account = selling ? "ann" : "bob";
            if (random.nextInt(20) == 0) {
                trader.ask(new Command.CancelAll(account, "ACME"));
            } else {
                long price = (selling ? 1_000 : 990) + random.nextInt(30);
                trader.ask(
                        TestTrader.order(
                                account,
                                selling ? Side.SELL : Side.BUY,
                                price,
                                1 + random.nextInt(50)));
            }
        }
        node.settle();
    }
}
