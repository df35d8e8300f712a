package outcry.client.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import outcry.market.Side;
import outcry.wire.trader.ServerMessage;

/** An account as its feed tells it, and what its trading has come to. */
class AccountModelTest {
    private final AccountModel model = new AccountModel("ann", 3);
    private long tradeId;

    private void fill(Side side, long price, long quantity) {
        tradeId++;
        model.onFeed(fill(tradeId, tradeId * 10, side, price, quantity));
    }

    private static ServerMessage.OwnFill fill(
            long tradeId, long orderId, Side side, long price, long quantity) {
        return new ServerMessage.OwnFill(
                "ann", "A", orderId, tradeId, side, price, quantity, false, tradeId, 0);
    }

    private static ServerMessage.OrderState order(long id, long open, String state) {
        return new ServerMessage.OrderState(
                id, "ann", "A", Side.BUY, 1_000, 10, open, state, "", id, 0);
    }

    private Position position(long lastPrice) {
        return model.positions(symbol -> lastPrice).get(0);
    }

    @Test
    void buyingTwiceAveragesThePrice() {
        fill(Side.BUY, 1_000, 10);
        fill(Side.BUY, 1_100, 30);
        assertEquals(new Position("A", 40, 1_075, 0, 40 * 25), position(1_100));
    }

    @Test
    void sellingAPartRealisesItsShare() {
        fill(Side.BUY, 1_000, 10);
        fill(Side.SELL, 1_200, 4);
        assertEquals(new Position("A", 6, 1_000, 800, 600), position(1_100));
    }

    @Test
    void sellingMoreThanBoughtTurnsThePosition() {
        fill(Side.BUY, 1_000, 10);
        fill(Side.SELL, 1_200, 15);
        assertEquals(new Position("A", -5, 1_200, 2_000, 500), position(1_100));
        fill(Side.BUY, 1_100, 5);
        assertEquals(new Position("A", 0, 0, 2_500, 0), position(1_100));
    }

    @Test
    void aFeeIsLostAtOnce() {
        model.onFeed(fill(1, 10, Side.BUY, 1_000, 10).withFee(25));
        assertEquals(new Position("A", 10, 1_000, -25, 0), position(1_000));
    }

    @Test
    void withoutALastPriceNothingIsUnrealised() {
        fill(Side.BUY, 1_000, 10);
        assertEquals(0, position(0).unrealised());
    }

    @Test
    void whatIsRealisedAndOpenIsAllTheMoneyThatMoved() {
        Random random = new Random(11);
        long cash = 0;
        long shares = 0;
        for (int i = 0; i < 5_000; i++) {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            long price = 1 + random.nextInt(2_000);
            long quantity = 1 + random.nextInt(50);
            long signed = side == Side.BUY ? quantity : -quantity;
            cash -= price * signed;
            shares += signed;
            fill(side, price, quantity);
            Position position = position(777);
            assertEquals(shares, position.quantity());
            assertEquals(cash + 777 * shares, position.realised() + position.unrealised());
        }
    }

    @Test
    void hugeSumsStayAtTheEndOfTheRange() {
        fill(Side.BUY, 1_000_000_000_000L, 1_000_000_000_000L);
        fill(Side.SELL, 1, 1_000_000_000_000L);
        assertTrue(position(1).realised() < 0);
    }

    @Test
    void aFillHeardTwiceCountsOnceAndBothSidesOfASelfTradeCount() {
        assertTrue(model.onFeed(fill(1, 10, Side.BUY, 1_000, 5)));
        assertFalse(model.onFeed(fill(1, 10, Side.BUY, 1_000, 5)));
        assertTrue(model.onFeed(fill(1, 11, Side.SELL, 1_000, 5)));
        assertEquals(2, model.fills().size());
        assertEquals(0, position(1_000).quantity());
    }

    @Test
    void onlyTheLatestFillsAreKeptButAllCount() {
        for (int i = 0; i < 5; i++) {
            fill(Side.BUY, 1_000, 1);
        }
        assertEquals(
                List.of(5L, 4L, 3L),
                model.fills().stream().map(ServerMessage.OwnFill::tradeId).toList());
        assertEquals(5, position(1_000).quantity());
    }

    @Test
    void workingOrdersComeAndGo() {
        model.onFeed(order(1, 10, "resting"));
        model.onFeed(order(2, 10, "resting"));
        model.onFeed(order(3, 10, "accepted"));
        model.onFeed(order(1, 0, "filled"));
        assertEquals(List.of(order(2, 10, "resting")), model.workingOrders());
        model.onFeed(new ServerMessage.Orders(0, "ann", 9, List.of(order(4, 3, "resting"))));
        assertEquals(List.of(order(4, 3, "resting")), model.workingOrders());
    }

    @Test
    void balancesAndEquity() {
        model.onFeed(
                new ServerMessage.AccountState(
                        0, "ann", 7, 100, 50, List.of(new ServerMessage.Holding("A", 3, 2))));
        assertFalse(model.onFeed(new ServerMessage.AccountState(0, "bob", 8, 1, 1, List.of())));
        assertEquals(7, model.balance().index());
        assertEquals(new ServerMessage.Holding("A", 3, 2), model.holding("A"));
        assertEquals(new ServerMessage.Holding("B", 0, 0), model.holding("B"));
        assertEquals(150 + 5 * 1_000, model.equity(symbol -> 1_000));
    }
}
