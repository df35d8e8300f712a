package outcry.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Everything is bounded, and nothing overflows (M1, M13). */
class LimitsTest {
    private static final Limits SMALL = new Limits(3, 4, 5, 3, 2, 2);

    private final TradingFloor floor = new TradingFloor();
    private final TradingFloor small = new TradingFloor(new Exchange(SMALL));

    @Test
    @DisplayName("M1 an amount that is not positive is refused, whatever it is")
    void amountsArePositive() {
        floor.open("ann");
        for (long bad : new long[] {0, -1, Long.MIN_VALUE}) {
            assertEquals(Reason.BAD_AMOUNT, floor.deposit("ann", bad).reason());
            assertEquals(Reason.BAD_AMOUNT, floor.withdraw("ann", bad).reason());
            assertEquals(Reason.BAD_QUANTITY, floor.deposit("ann", "A", bad).reason());
            assertEquals(Reason.BAD_QUANTITY, floor.withdraw("ann", "A", bad).reason());
            assertEquals(
                    Reason.BAD_QUANTITY,
                    floor.send(new Command.TakeFromPool("ann", "A", bad)).reason());
            assertEquals(
                    Reason.BAD_QUANTITY,
                    floor.send(new Command.ReturnToPool("ann", "A", bad)).reason());
        }
    }

    @Test
    @DisplayName("M1 limits that allow for more than the books can hold are refused")
    void limitsAreBounded() {
        for (Limits tooHigh :
                List.of(
                        new Limits(1 << 20, 4, 5, 3, 2, 2),
                        new Limits(3, 4_097, 5, 3, 2, 2),
                        new Limits(3, 4, 1 << 24, 3, 2, 2))) {
            assertThrows(IllegalStateException.class, () -> new Exchange(tooHigh));
        }
    }

    @Test
    @DisplayName("M1 all cash together is bounded, so no balance can overflow")
    void cashIsBounded() {
        floor.open("ann");
        floor.open("bob");
        floor.deposit("ann", Limits.CASH_MAX - 10);
        Answer refused = floor.deposit("bob", 11);
        assertEquals(Reason.OVERFLOW, refused.reason());
        assertEquals(10, refused.detail());
        assertEquals(Reason.OVERFLOW, floor.deposit("bob", Long.MAX_VALUE).reason());
        assertEquals(Reason.ACCEPTED, floor.deposit("bob", 10).reason());
        assertEquals(0, floor.deposit("bob", 1).detail());
        floor.withdraw("ann", 5);
        assertEquals(Reason.ACCEPTED, floor.deposit("bob", 5).reason());
    }

    @Test
    @DisplayName("M1 all shares of an instrument together are bounded, its pool included")
    void sharesAreBounded() {
        floor.open("ann");
        floor.list("ann", "X", 1, 1, Limits.SHARES_MAX - 5);
        Answer refused = floor.deposit("ann", "X", 6);
        assertEquals(Reason.OVERFLOW, refused.reason());
        assertEquals(5, refused.detail());
        assertEquals(Reason.ACCEPTED, floor.deposit("ann", "X", 5).reason());
        assertEquals(
                Limits.QUANTITY_MAX, floor.deposit("ann", "A", Limits.QUANTITY_MAX + 1).detail());
    }

    @Test
    @DisplayName("M1 price times quantity that would overflow is rejected, on both sides")
    void valueIsBounded() {
        floor.open("ann", Limits.CASH_MAX, Limits.QUANTITY_MAX);
        // 4_294_967_296 x 4_294_967_296 wraps to 0 in 64 bits.
        Answer buy = floor.buy("ann", 1L << 32, 1L << 32);
        assertEquals(Reason.OVERFLOW, buy.reason());
        assertEquals(Limits.CASH_MAX, buy.detail());
        assertEquals(Reason.OVERFLOW, floor.sell("ann", 1L << 32, 1L << 32).reason());
        assertEquals(Reason.BAD_PRICE, floor.buy("ann", 1, Limits.PRICE_MAX + 1).reason());
        assertEquals(Reason.BAD_PRICE, floor.buy("ann", 1, Long.MAX_VALUE).reason());
        assertEquals(Reason.BAD_QUANTITY, floor.buy("ann", Long.MAX_VALUE, 1).reason());
        assertEquals(Reason.ACCEPTED, floor.buy("ann", 1_000_000, Limits.PRICE_MAX).reason());
        assertEquals("0 + " + Limits.CASH_MAX, floor.cash("ann"));
    }

    @Test
    @DisplayName("M8 an iceberg shows no more than an order can be")
    void displaysAreBounded() {
        floor.open("ann", 1_000_000, 0);
        floor.open("bob", 0, 1_000);
        for (long display : new long[] {Limits.QUANTITY_MAX + 1, 1L << 40, Long.MAX_VALUE}) {
            Answer refused = floor.send(iceberg(display));
            assertEquals(Reason.BAD_DISPLAY, refused.reason(), () -> "shows " + display);
            assertEquals(Limits.QUANTITY_MAX, refused.detail());
        }
        assertEquals(Reason.ACCEPTED, floor.send(iceberg(Limits.QUANTITY_MAX)).reason());
        assertEquals(100, floor.sell("bob", 100, 99).filled());
    }

    private static Command iceberg(long display) {
        return new Command.EnterOrder(
                "ann",
                "ACME",
                Side.BUY,
                OrderType.LIMIT,
                TimeInForce.GTC,
                99,
                1_000,
                0,
                display,
                false);
    }

    @Test
    @DisplayName("M9 a market buy meets the highest price there can be without overflow")
    void marketBuyAtTheHighestPrice() {
        floor.open("ann", 0, 2_000_000);
        floor.open("bob", Limits.CASH_MAX, 0);
        floor.sell("ann", 1_000_000, Limits.PRICE_MAX);
        floor.sell("ann", 1_000_000, Limits.PRICE_MAX);
        Answer answer = floor.market("bob", Side.BUY, Limits.QUANTITY_MAX);
        assertEquals(1_000_000, answer.filled());
        assertEquals("0 + 0", floor.cash("bob"));
        assertEquals(Limits.CASH_MAX + " + 0", floor.cash("ann"));
    }

    @Test
    @DisplayName("M13 more accounts than there may be are refused")
    void accountsAreBounded() {
        small.open("a");
        small.open("b");
        small.open("c");
        Answer refused = small.open("d");
        assertEquals(Reason.TOO_MANY_ACCOUNTS, refused.reason());
        assertEquals(3, refused.detail());
        assertEquals(Reason.ACCEPTED, small.open("a").reason());
    }

    @Test
    @DisplayName("M13 more instruments than there may be are refused, listed or deposited")
    void instrumentsAreBounded() {
        small.open("a");
        small.list("a", "C", 1, 1, 0);
        small.deposit("a", "D", 1);
        assertEquals(4, small.deposit("a", "E", 1).detail());
        assertEquals(Reason.TOO_MANY_INSTRUMENTS, small.list("a", "E", 1, 1, 0).reason());
    }

    @Test
    @DisplayName("M13 open orders are bounded per account and in all; what never rests is not")
    void openOrdersAreBounded() {
        small.open("a", 1_000, 10);
        small.open("b", 1_000, 10);
        for (int i = 1; i <= 3; i++) {
            assertEquals(Reason.ACCEPTED, small.buy("a", 1, i).reason());
        }
        Answer ofAccount = small.buy("a", 1, 1);
        assertEquals(Answer.rejected(0, Reason.TOO_MANY_ORDERS, 3).detail(), ofAccount.detail());
        assertEquals(Reason.TOO_MANY_ORDERS, ofAccount.reason());
        small.buy("b", 1, 1);
        small.buy("b", 1, 1);
        assertEquals(5, small.buy("b", 1, 1).detail());
        assertEquals(Reason.ACCEPTED, small.limit("b", Side.SELL, TimeInForce.IOC, 1, 3).reason());
        assertEquals(Reason.ACCEPTED, small.buy("b", 1, 1).reason());
    }

    @Test
    @DisplayName("M13 an order that sweeps more than 1,000 makers lists the first 1,000 fills")
    void fillsOfAnAnswerAreBounded() {
        floor.open("ann", 0, 2_000);
        floor.open("bob", 1_000_000, 0);
        for (int i = 0; i < 1_500; i++) {
            floor.sell("ann", 1, 1 + i % 7);
        }
        Answer answer = floor.buy("bob", 1_500, 7);
        assertEquals(1_500, answer.filled());
        assertEquals(1_000, answer.fills().size());
        long traded =
                floor.events.lines().stream().filter(line -> line.startsWith("traded")).count();
        assertEquals(1_500, traded);
        assertEquals(List.of(), floor.book());
    }
}
