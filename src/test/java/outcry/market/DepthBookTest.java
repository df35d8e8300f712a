package outcry.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Levels made from events (M18). */
class DepthBookTest {
    private final TradingFloor floor = new TradingFloor();
    private final List<String> changes = new ArrayList<>();
    private final DepthBook depth =
            new DepthBook(
                    2,
                    (side, price, quantity, orders) ->
                            changes.add(side + " " + price + " " + quantity + " " + orders));

    @BeforeEach
    void someOrders() {
        floor.open("ann", 100_000, 100);
        floor.buy("ann", 3, 98);
        floor.buy("ann", 4, 99);
        floor.buy("ann", 5, 99);
        floor.sell("ann", 6, 101);
        floor.exchange.describe(depth);
    }

    @Test
    @DisplayName("M18 orders of one price make one level; the best come first")
    void levels() {
        assertEquals(
                List.of(new DepthBook.Level(99, 9, 2), new DepthBook.Level(98, 3, 1)),
                depth.best(Side.BUY, 10));
        assertEquals(List.of(new DepthBook.Level(99, 9, 2)), depth.best(Side.BUY, 1));
        assertEquals(List.of(new DepthBook.Level(101, 6, 1)), depth.best(Side.SELL, 10));
    }

    @Test
    @DisplayName("M18 every change of a level is reported; an empty level is gone")
    void changesAreReported() {
        changes.clear();
        depth.traded(1, 2, 99, 4, 2, 9, 0, 0, Side.SELL, 0, 0);
        depth.traded(1, 2, 99, 2, 3, 9, 0, 0, Side.SELL, 3, 0);
        depth.cancelled(3, 0, 2, Side.BUY, 99, 3, CancelReason.BY_TRADER, true);
        depth.cancelled(8, 0, 2, Side.BUY, 99, 3, CancelReason.IMMEDIATE_OR_CANCEL, false);
        depth.rested(10, 0, 1, Side.BUY, 99, 3);
        assertEquals(List.of("BUY 99 5 1", "BUY 99 3 1", "BUY 99 0 0"), changes);
        assertEquals(List.of(new DepthBook.Level(98, 3, 1)), depth.best(Side.BUY, 10));
    }

    @Test
    @DisplayName("M18 the checksum is FNV-1a over the best ten levels of each side")
    void checksumAsDocumented() {
        DepthBook empty = new DepthBook();
        // FNV-1a of eight zero bytes: two counts of no levels.
        assertEquals(0xa8c7f832281a39c5L, empty.checksum());
        for (long price = 1; price <= 10; price++) {
            empty.setLevel(Side.SELL, price, 1, 1);
        }
        long ofTen = empty.checksum();
        empty.setLevel(Side.SELL, 11, 1, 1);
        assertEquals(ofTen, empty.checksum());
        empty.setLevel(Side.SELL, 10, 2, 1);
        assertNotEquals(ofTen, empty.checksum());
        empty.setLevel(Side.SELL, 10, 1, 1);
        empty.setLevel(Side.SELL, 1, 0, 0);
        assertNotEquals(ofTen, empty.checksum());
    }

    @Test
    @DisplayName("M18 a level on the other side, or with more orders, changes the checksum")
    void checksumTellsSidesAndOrders() {
        DepthBook bid = new DepthBook();
        bid.setLevel(Side.BUY, 5, 1, 1);
        DepthBook ask = new DepthBook();
        ask.setLevel(Side.SELL, 5, 1, 1);
        DepthBook twoOrders = new DepthBook();
        twoOrders.setLevel(Side.SELL, 5, 1, 2);
        assertNotEquals(bid.checksum(), ask.checksum());
        assertNotEquals(ask.checksum(), twoOrders.checksum());
        bid.clear();
        assertEquals(new DepthBook().checksum(), bid.checksum());
    }
}
