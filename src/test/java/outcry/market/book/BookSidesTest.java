package outcry.market.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sorted price levels against a sorted map. */
class BookSidesTest {
    private final PriceLevels levels = new PriceLevels(new OrderSlots(16));
    private final BookSides sides = new BookSides(levels, new RadixNodes());

    @Test
    @DisplayName("a side without levels has no best level, before and after having had one")
    void empty() {
        int side = sides.add(true);
        assertEquals(BookSides.NONE, sides.best(side));
        sides.remove(side, sides.levelAt(side, 7));
        assertEquals(BookSides.NONE, sides.best(side));
    }

    @Test
    @DisplayName("far prices next to near ones keep their order")
    void farPrices() {
        long[] prices = {
            1, 63, 64, 65, 4_095, 4_096, 262_143, 262_144, 1L << 40, BookSides.PRICE_MAX
        };
        int asks = sides.add(false);
        int bids = sides.add(true);
        for (long price : prices) {
            sides.levelAt(asks, price);
            sides.levelAt(bids, price);
        }
        List<Long> ascending = new ArrayList<>();
        for (long price : prices) {
            ascending.add(price);
        }
        assertEquals(ascending, pricesOf(asks));
        Collections.reverse(ascending);
        assertEquals(ascending, pricesOf(bids));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void sameAsSortedMap(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean highestFirst = random.nextBoolean();
        TreeMap<Long, Integer> expected =
                new TreeMap<>(highestFirst ? Collections.reverseOrder() : null);
        int side = sides.add(highestFirst);
        // A second side shares the pools, as the books of a market do.
        int other = sides.add(!highestFirst);
        for (int step = 0; step < 60_000; step++) {
            long price = 1 + (random.nextLong() >>> 1 + random.nextInt(62));
            boolean emptying = step / 3_000 % 2 == 1;
            if (random.nextInt(10) < (emptying ? 2 : 7)) {
                int level = sides.levelAt(side, price);
                Integer before = expected.putIfAbsent(price, level);
                assertEquals(before == null ? level : before, level);
                sides.levelAt(other, price);
            } else if (!expected.isEmpty()) {
                Long victim = expected.ceilingKey(price);
                victim = victim == null || random.nextInt(4) == 0 ? expected.firstKey() : victim;
                sides.remove(side, expected.remove(victim));
                sides.remove(other, sides.levelAt(other, victim));
            }
            assertEquals(
                    expected.isEmpty() ? BookSides.NONE : expected.firstEntry().getValue(),
                    sides.best(side));
            if (step % 2_000 == 0) {
                assertEquals(new ArrayList<>(expected.keySet()), pricesOf(side));
            }
        }
    }

    private List<Long> pricesOf(int side) {
        List<Long> prices = new ArrayList<>();
        for (int level = sides.best(side);
                level != BookSides.NONE;
                level = sides.after(side, level)) {
            prices.add(levels.price(level));
        }
        return prices;
    }
}
