package outcry.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import outcry.base.ByteReader;
import outcry.base.ByteWriter;
import outcry.base.MalformedException;
import outcry.market.rules.Market;
import outcry.market.state.FrozenOrders;
import outcry.market.state.MarketState;
import outcry.market.state.OrderFlags;
import outcry.market.state.StateCodec;

/** Checkpoint and restore (M20). */
class CheckpointTest {
    @Test
    @DisplayName("M20 a new exchange restores to a new exchange")
    void empty() {
        Exchange exchange = new Exchange();
        Exchange restored = Exchange.restore(exchange.checkpoint());
        assertEquals(exchange.digest(), restored.digest());
        assertArrayEquals(exchange.checkpoint(), restored.checkpoint());
    }

    @Test
    @DisplayName("M20 queues, reservations and numbering go on where they were")
    void priorityIsKept() {
        TradingFloor floor = new TradingFloor();
        floor.open("ann", 10_000, 10);
        floor.open("bob", 10_000, 10);
        floor.open("cy", 10_000, 0);
        floor.sell("ann", 5, 100);
        floor.sell("bob", 5, 100);
        floor.sell("ann", 5, 99);
        floor.buy("bob", 2, 98);
        List<String> before = floor.book();

        floor.exchange = Exchange.restore(floor.exchange.checkpoint());

        assertEquals(before, floor.book());
        assertEquals("9804 + 196", floor.cash("bob"));
        Answer answer = floor.buy("cy", 12, 100);
        assertEquals(5, answer.orderId());
        assertEquals(
                List.of(new Fill(1, 99, 5), new Fill(2, 100, 5), new Fill(3, 100, 2)),
                answer.fills());
        assertEquals(2, floor.cancelAll("bob", "").detail());
        assertEquals("8805 + 0", floor.cash("cy"));
    }

    @Test
    @DisplayName("M20 cancel all goes by age after a restore, not by priority")
    void cancelAllAfterRestore() {
        TradingFloor floor = new TradingFloor();
        floor.open("ann", 10_000, 1);
        floor.buy("ann", 1, 10);
        floor.buy("ann", 1, 30);
        floor.buy("ann", 1, 20);
        floor.exchange = Exchange.restore(floor.exchange.checkpoint());
        floor.cancelAll("ann", "");
        List<String> cancelled =
                floor.events.lines().stream().filter(line -> line.startsWith("canc")).toList();
        assertEquals(3, cancelled.size());
        assertTrue(cancelled.get(0).startsWith("cancelled 1 "));
        assertTrue(cancelled.get(2).startsWith("cancelled 3 "));
    }

    @Test
    @DisplayName("M20 what comes after it was taken does not change a checkpoint")
    void frozen() {
        Exchange exchange = busyExchange();
        byte[] before = exchange.checkpoint();
        Supplier<byte[]> frozen = exchange.freeze();
        RandomCommands stream = new RandomCommands(4);
        for (int i = 301; i <= 1_300; i++) {
            Request request = new Request(1, i, i - 20, stream.opening(i - 1));
            exchange.apply(i, i, request, MarketListener.NONE);
        }
        assertFalse(Arrays.equals(before, exchange.checkpoint()));
        assertArrayEquals(before, frozen.get());
        assertArrayEquals(before, frozen.get());
    }

    @Test
    @DisplayName("M20 a checkpoint is the same from room of any size, used before or not")
    void room() {
        Exchange exchange = busyExchange();
        byte[] expected = exchange.checkpoint();
        FrozenOrders tooSmall = new Exchange().room().get();
        assertArrayEquals(expected, exchange.freeze(tooSmall).get());

        FrozenOrders fitting = exchange.room().get();
        assertArrayEquals(expected, exchange.freeze(fitting).get());

        byte[] empty = new Exchange().checkpoint();
        assertArrayEquals(empty, new Exchange().freeze(fitting).get());
        assertArrayEquals(expected, exchange.freeze(fitting).get());
    }

    @Test
    @DisplayName("M20 an unknown version is refused by name")
    void unknownVersion() {
        byte[] bytes = new Exchange().checkpoint();
        bytes[5] = 9;
        MalformedException refusal =
                assertThrows(MalformedException.class, () -> Exchange.restore(bytes));
        assertEquals("checkpoint of version 9, this program reads 2", refusal.getMessage());
    }

    @Test
    @DisplayName("M20 a checkpoint cut anywhere, or with more behind it, is refused")
    void truncated() {
        byte[] bytes = busyExchange().checkpoint();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThrows(MalformedException.class, () -> Exchange.restore(cut));
        }
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        assertThrows(MalformedException.class, () -> Exchange.restore(longer));
    }

    @Test
    @DisplayName("M20 bytes changed at random are refused, or restore to a state that is valid")
    void changedBytes() {
        byte[] bytes = busyExchange().checkpoint();
        SplittableRandom random = new SplittableRandom(5);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] changed = bytes.clone();
            int changes = 1 + random.nextInt(3);
            for (int i = 0; i < changes; i++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            try {
                Exchange restored = Exchange.restore(changed);
                assertArrayEquals(changed, restored.checkpoint());
            } catch (MalformedException expected) {
                refused++;
            }
        }
        assertTrue(refused > 15_000, "refused only " + refused);
    }

    @Test
    @DisplayName("M20 a checkpoint of a crossed book, or of too many shares, is refused")
    void impossibleStates() {
        MarketState crossed = Market.genesis(Limits.STANDARD);
        crossed.accounts.open("ann", new byte[1], new byte[1]);
        crossed.nextOrderId = 3;
        crossed.books.rest(1, 0, 0, 0, 10, 1, 0);
        crossed.books.rest(2, 0, 0, OrderFlags.SELL, 10, 1, 0);
        assertEquals("checkpoint: a crossed book", refusal(crossed));

        MarketState tooMuch = Market.genesis(Limits.STANDARD);
        tooMuch.accounts.open("ann", new byte[1], new byte[1]);
        tooMuch.accounts.move(0, 0, Limits.SHARES_MAX, 0);
        assertEquals(
                "checkpoint: more shares than there can be, or a part of a lot", refusal(tooMuch));

        MarketState fromTheFuture = Market.genesis(Limits.STANDARD);
        fromTheFuture.accounts.open("ann", new byte[1], new byte[1]);
        fromTheFuture.books.rest(1, 0, 0, 0, 10, 1, 0);
        assertEquals("checkpoint: a bad or repeated order id", refusal(fromTheFuture));

        MarketState shownTooMuch = Market.genesis(Limits.STANDARD);
        shownTooMuch.accounts.open("ann", new byte[1], new byte[1]);
        shownTooMuch.nextOrderId = 2;
        shownTooMuch.books.rest(1, 0, 0, OrderFlags.ICEBERG, 10, 1_000, 333 | 1L << 40);
        assertEquals("checkpoint: an iceberg that shows a bad part", refusal(shownTooMuch));
    }

    private static String refusal(MarketState state) {
        ByteWriter out = new ByteWriter();
        StateCodec.write(state, out);
        FrozenOrders frozen = state.books.room().get();
        state.books.freeze(frozen);
        frozen.write(out);
        ByteReader in = new ByteReader(out.toBytes());
        MarketState restored = new MarketState(Limits.STANDARD);
        return assertThrows(MalformedException.class, () -> StateCodec.read(restored, in))
                .getMessage();
    }

    private static Exchange busyExchange() {
        RandomCommands stream = new RandomCommands(3);
        Exchange exchange = new Exchange();
        for (int i = 1; i <= 300; i++) {
            Request request = new Request(1, i, i - i % 20, stream.opening(i - 1));
            exchange.apply(i, i, request, MarketListener.NONE);
        }
        return exchange;
    }
}
