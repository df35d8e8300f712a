package outcry.market.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Orders by id against a map, and slots that are used again. */
class OrderIndexTest {
    private final OrderSlots orders = new OrderSlots(16);
    private final OrderIndex index = new OrderIndex(orders);

    @Test
    @DisplayName("ids that share their low half are told apart")
    void sameLowHalf() {
        int first = put(5);
        int second = put((1L << 32) + 5);
        assertEquals(first, index.find(5));
        assertEquals(second, index.find((1L << 32) + 5));
        assertEquals(OrderSlots.NONE, index.find((2L << 32) + 5));
        remove(first);
        assertEquals(OrderSlots.NONE, index.find(5));
        assertEquals(second, index.find((1L << 32) + 5));
    }

    @Test
    @DisplayName("the same as a map, over many random entries and removals")
    void sameAsMap() {
        SplittableRandom random = new SplittableRandom(9);
        Map<Long, Integer> expected = new HashMap<>();
        List<Long> ids = new ArrayList<>();
        for (int step = 1; step <= 200_000; step++) {
            boolean emptying = step / 20_000 % 2 == 1;
            if (random.nextInt(10) < (emptying ? 4 : 6) || ids.isEmpty()) {
                long id = step % 3 == 0 ? random.nextLong() | 1 : 2L * step;
                expected.put(id, put(id));
                ids.add(id);
            } else {
                int at = random.nextInt(ids.size());
                long id = ids.get(at);
                ids.set(at, ids.get(ids.size() - 1));
                ids.remove(ids.size() - 1);
                remove(expected.remove(id));
                assertEquals(OrderSlots.NONE, index.find(id));
            }
            long probe = ids.isEmpty() ? 1 : ids.get(random.nextInt(ids.size()));
            assertEquals(expected.getOrDefault(probe, OrderSlots.NONE), index.find(probe));
            assertEquals(expected.size(), orders.count());
        }
        expected.forEach((id, slot) -> assertEquals(slot, index.find(id)));
    }

    private int put(long id) {
        int slot = orders.allocate(id, 1, 0, 0, 0);
        index.put(id, slot);
        return slot;
    }

    private void remove(int slot) {
        index.remove(slot);
        orders.free(slot);
    }
}
