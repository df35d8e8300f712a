package outcry.client.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import outcry.market.DepthBook;
import outcry.market.Side;
import outcry.wire.trader.ServerMessage;

/** A book from snapshot and changes, proved by checksums (M18). */
class BookModelTest {
    private int asked;
    private final BookModel model = new BookModel("A", () -> asked++);
    private final DepthBook truth = new DepthBook();

    private ServerMessage.Book snapshot(long index) {
        return new ServerMessage.Book(
                0, "A", index, levels(Side.BUY), levels(Side.SELL), truth.checksum());
    }

    private List<ServerMessage.PriceLevel> levels(Side side) {
        return truth.best(side, Integer.MAX_VALUE).stream()
                .map(l -> new ServerMessage.PriceLevel(l.price(), l.quantity(), l.orders()))
                .toList();
    }

    private ServerMessage.Level change(long index, Side side, long price, long quantity) {
        truth.setLevel(side, price, quantity, quantity == 0 ? 0 : 1);
        return new ServerMessage.Level(
                "A", index, side, price, quantity, quantity == 0 ? 0 : 1, truth.checksum());
    }

    private static ServerMessage.Level more(ServerMessage.Level level) {
        return new ServerMessage.Level(
                level.instrument(),
                level.index(),
                level.side(),
                level.price(),
                level.quantity(),
                level.orders(),
                0);
    }

    @Test
    void m18SnapshotAndChangesGiveTheSameBook() {
        Random random = new Random(7);
        model.onFeed(snapshot(1));
        for (int index = 2; index < 2_000; index++) {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            long price = side == Side.BUY ? 900 + random.nextInt(100) : 1_000 + random.nextInt(100);
            model.onFeed(change(index, side, price, random.nextInt(3) * 10L));
        }
        BookDepth depth = model.depth(1_000);
        assertTrue(depth.whole());
        assertEquals(1_999, depth.index());
        for (Side side : Side.values()) {
            List<DepthBook.Level> expected = truth.best(side, 1_000);
            assertEquals(expected.size(), depth.levels(side).size());
            long cumulative = 0;
            for (int i = 0; i < expected.size(); i++) {
                cumulative += expected.get(i).quantity();
                assertEquals(expected.get(i).price(), depth.levels(side).get(i).price());
                assertEquals(cumulative, depth.levels(side).get(i).cumulative());
            }
        }
        assertEquals(0, asked);
    }

    @Test
    void m18AMissingChangeIsFoundAndASnapshotAskedForOnce() {
        model.onFeed(snapshot(1));
        change(2, Side.BUY, 990, 10); // Lost on the way.
        model.onFeed(change(3, Side.BUY, 991, 10));
        assertFalse(model.depth(10).whole());
        assertEquals(0, model.best(Side.BUY), "not to be traded on");
        model.onFeed(change(4, Side.BUY, 992, 10));
        assertEquals(1, asked);
        model.onFeed(snapshot(4));
        assertTrue(model.depth(10).whole());
        assertEquals(992, model.best(Side.BUY));
    }

    @Test
    void severalChangesOfOneIndexAreProvedTogether() {
        model.onFeed(snapshot(1));
        List<ServerMessage.Level> together = new ArrayList<>();
        together.add(more(change(2, Side.SELL, 1_010, 5)));
        together.add(more(change(2, Side.SELL, 1_011, 5)));
        together.add(change(2, Side.BUY, 1_000, 5));
        together.forEach(model::onFeed);
        assertTrue(model.depth(10).whole());
        assertEquals(10, model.depth(10).spread());
    }

    @Test
    void changesTheSnapshotKnewOfAreNotAppliedTwice() {
        ServerMessage.Level early = change(2, Side.BUY, 990, 10);
        change(3, Side.BUY, 990, 0);
        model.onFeed(snapshot(3));
        assertFalse(model.onFeed(early));
        assertEquals(List.of(), model.depth(10).bids());
    }

    @Test
    void otherInstrumentsAreIgnored() {
        model.onFeed(snapshot(1));
        assertFalse(model.onFeed(new ServerMessage.Level("B", 2, Side.BUY, 1, 1, 1, 99)));
        assertTrue(model.depth(1).whole());
    }
}
