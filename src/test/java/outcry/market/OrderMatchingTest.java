package outcry.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Priority, partial fills, market and IOC orders: before, action, after. */
class OrderMatchingTest {
    private final TradingFloor floor = new TradingFloor();

    @BeforeEach
    void fourTraders() {
        floor.open("ann", 1_000_000, 1_000);
        floor.open("bob", 1_000_000, 1_000);
        floor.open("cy", 1_000_000, 1_000);
        floor.open("dee", 1_000_000, 1_000);
    }

    @Test
    @DisplayName("M7 an incoming buy trades with the lowest ask first, at the ask's price")
    void bestPriceFirst() {
        floor.sell("ann", 10, 103);
        floor.sell("bob", 10, 101);
        floor.sell("cy", 10, 102);

        Answer answer = floor.buy("dee", 25, 103);

        assertEquals(
                List.of(new Fill(1, 101, 10), new Fill(2, 102, 10), new Fill(3, 103, 5)),
                answer.fills());
        assertEquals(25, answer.filled());
        assertEquals(0, answer.resting());
        assertEquals(List.of("SELL 5 @ 103 ann"), floor.book());
    }

    @Test
    @DisplayName("M7 an incoming sell trades with the highest bid first, at the bid's price")
    void bestBidFirst() {
        floor.buy("ann", 10, 97);
        floor.buy("bob", 10, 99);
        floor.buy("cy", 10, 98);

        Answer answer = floor.sell("dee", 25, 98);

        assertEquals(List.of(new Fill(1, 99, 10), new Fill(2, 98, 10)), answer.fills());
        assertEquals(5, answer.resting());
        assertEquals(List.of("BUY 10 @ 97 ann", "SELL 5 @ 98 dee"), floor.book());
    }

    @Test
    @DisplayName("M7 at one price the oldest order trades first")
    void oldestFirst() {
        floor.buy("ann", 10, 100);
        floor.buy("bob", 10, 100);
        floor.buy("cy", 10, 100);

        floor.sell("dee", 15, 100);

        assertEquals(List.of("BUY 5 @ 100 bob", "BUY 10 @ 100 cy"), floor.book());
    }

    @Test
    @DisplayName("M7 a partial fill keeps its place")
    void partialFillKeepsItsPlace() {
        floor.sell("ann", 10, 100);
        floor.sell("bob", 10, 100);

        floor.buy("dee", 4, 100);
        assertEquals(List.of("SELL 6 @ 100 ann", "SELL 10 @ 100 bob"), floor.book());
        floor.buy("dee", 8, 100);
        assertEquals(List.of("SELL 8 @ 100 bob"), floor.book());
    }

    @Test
    @DisplayName("M7 an order that crosses nothing rests with its whole quantity")
    void restsWithoutCrossing() {
        floor.sell("ann", 10, 101);

        Answer answer = floor.buy("bob", 7, 100);

        assertEquals(0, answer.filled());
        assertEquals(7, answer.resting());
        assertEquals(List.of("BUY 7 @ 100 bob", "SELL 10 @ 101 ann"), floor.book());
    }

    @Test
    @DisplayName("M9 a market order trades at any price and never rests")
    void marketOrderNeverRests() {
        floor.sell("ann", 10, 101);
        floor.sell("bob", 10, 150);

        Answer answer = floor.market("dee", Side.BUY, 30);

        assertEquals(20, answer.filled());
        assertEquals(0, answer.resting());
        assertEquals(10, answer.detail());
        assertEquals(List.of(), floor.book());
        assertEquals(
                "cancelled 3 3 2 BUY 0 10 MARKET_REMAINDER false", floor.events.lines().get(7));
        assertEquals("997490 + 0", floor.cash("dee"));
    }

    @Test
    @DisplayName("M9 a market buy spends at most the available cash, in whole lots per level")
    void marketBuySpendsWhatIsThere() {
        floor.open("eve", 1_000, 0);
        floor.sell("ann", 5, 100);
        floor.sell("bob", 5, 120);

        Answer answer = floor.market("eve", Side.BUY, 10);

        assertEquals(List.of(new Fill(1, 100, 5), new Fill(2, 120, 4)), answer.fills());
        assertEquals("20 + 0", floor.cash("eve"));
        assertEquals(List.of("SELL 1 @ 120 bob"), floor.book());
    }

    @Test
    @DisplayName("M9 M1 what a market buy can afford is rounded down to whole lots")
    void marketBuyInWholeLots() {
        floor.list("ann", "LOTS", 1, 10, 100);
        floor.open("eve", 1_000, 0);
        floor.send(new Command.TakeFromPool("ann", "LOTS", 100));
        enter("ann", Side.SELL, OrderType.LIMIT, 30, 70);
        // 1,000 cents would pay 14 shares; a lot is 10.
        Answer answer = enter("eve", Side.BUY, OrderType.MARKET, 30, 0);
        assertEquals(10, answer.filled());
        assertEquals(20, answer.detail());
        assertEquals("300 + 0", floor.cash("eve"));
        assertEquals(
                Reason.INSUFFICIENT_CASH, enter("eve", Side.BUY, OrderType.MARKET, 10, 0).reason());
    }

    @Test
    @DisplayName("M9 cash reserved for other orders is not spent by a market buy")
    void marketBuyLeavesReservedCash() {
        floor.open("eve", 1_000, 0);
        floor.buy("eve", 9, 100);
        floor.sell("ann", 5, 110);

        Answer answer = floor.market("eve", Side.BUY, 1);

        assertEquals(Reason.INSUFFICIENT_CASH, answer.reason());
        assertEquals(100, answer.detail());
        assertEquals("100 + 900", floor.cash("eve"));
    }

    @Test
    @DisplayName("M9 a market order against an empty side is refused: no liquidity")
    void marketOrderWithoutLiquidity() {
        floor.buy("ann", 5, 100);
        assertEquals(Reason.NO_LIQUIDITY, floor.market("bob", Side.BUY, 1).reason());
        assertEquals(List.of(), floor.events.lines());
        assertEquals(Reason.ACCEPTED, floor.market("bob", Side.SELL, 1).reason());
    }

    @Test
    @DisplayName("M8 an IOC order's remainder is cancelled and its reservation given back")
    void immediateOrCancel() {
        floor.sell("ann", 10, 100);

        Answer answer = floor.limit("dee", Side.BUY, TimeInForce.IOC, 15, 102);

        assertEquals(10, answer.filled());
        assertEquals(0, answer.resting());
        assertEquals(5, answer.detail());
        assertEquals(List.of(), floor.book());
        assertEquals("999000 + 0", floor.cash("dee"));
        assertEquals("1010 + 0", floor.shares("dee"));
    }

    @Test
    @DisplayName("M8 an IOC order that crosses nothing is accepted and cancelled")
    void immediateOrCancelWithoutTrade() {
        Answer answer = floor.limit("dee", Side.SELL, TimeInForce.IOC, 15, 102);
        assertEquals(Reason.ACCEPTED, answer.reason());
        assertEquals(15, answer.detail());
        assertEquals("1000 + 0", floor.shares("dee"));
    }

    @Test
    @DisplayName("M17 the events of a trade come in order, all with their numbers")
    void eventsOfATrade() {
        floor.sell("ann", 10, 100);
        assertEquals(
                List.of(
                        "accepted 1 0 2 SELL LIMIT GTC 100 10",
                        "rested 1 0 2 SELL 100 10",
                        "shares 0 2 990 10"),
                floor.events.lines());
        floor.buy("bob", 15, 101);
        assertEquals(
                List.of(
                        "accepted 2 1 2 BUY LIMIT GTC 101 15",
                        "traded 1 2 100 10 1 2 0 1 BUY 0 5",
                        "cash 0 1001000 0",
                        "shares 0 2 990 0",
                        "rested 2 1 2 BUY 101 5",
                        "cash 1 998495 505",
                        "shares 1 2 1010 0"),
                floor.events.lines());
    }

    private Answer enter(String account, Side side, OrderType type, long quantity, long price) {
        return floor.send(
                new Command.EnterOrder(
                        account, "LOTS", side, type, TimeInForce.GTC, price, quantity));
    }
}
