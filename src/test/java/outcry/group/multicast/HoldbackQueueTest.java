package outcry.group.multicast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import outcry.group.Entry;
import outcry.group.Message;

class HoldbackQueueTest {
    private final HoldbackQueue queue = new HoldbackQueue();

    @Test
    void whatCameEarlyWaitsForTheGapBeforeIt() {
        assertTrue(queue.offer(data(5, 2), 2));
        assertTrue(queue.offer(data(9, 1), 2));
        assertNull(queue.poll(3));
        assertEquals(5, queue.firstIndex());
        assertEquals(5, queue.poll(5).firstIndex());
        assertNull(queue.poll(7));
        assertEquals(9, queue.poll(9).firstIndex());
        assertEquals(0, queue.size());
    }

    @Test
    void aDuplicateIsNotHeldButALongerBatchReplacesAShorterOne() {
        assertTrue(queue.offer(data(5, 2), 2));
        assertFalse(queue.offer(data(5, 2), 2));
        assertTrue(queue.offer(data(5, 3), 2));
        assertEquals(3, queue.poll(5).entries().size());
    }

    @Test
    void theQueueIsBoundedAndKeepsWhatIsNeededFirst() {
        for (int i = 0; i < HoldbackQueue.BATCHES_MAX; i++) {
            assertTrue(queue.offer(data(100 + 2 * i, 1), 2));
        }
        assertFalse(queue.offer(data(100 + 2 * HoldbackQueue.BATCHES_MAX, 1), 2));
        assertTrue(queue.offer(data(50, 1), 2));
        assertEquals(HoldbackQueue.BATCHES_MAX, queue.size());
        assertEquals(50, queue.firstIndex());
        assertFalse(queue.offer(data(3 + HoldbackQueue.WINDOW, 1), 2));
    }

    @Test
    void g29_largeBatchesAreBoundedByTheirBytes() {
        int payload = 60_000;
        int fitting = (int) (HoldbackQueue.BYTES_MAX / payload) - 1;
        for (int i = 0; i < fitting; i++) {
            assertTrue(queue.offer(data(100 + i, 1, payload), 2));
        }
        for (int i = 0; i < 5; i++) {
            queue.offer(data(1_000 + i, 1, payload), 2);
        }
        assertTrue(queue.size() <= fitting + 1, "held: " + queue.size());
        assertTrue(queue.offer(data(50, 1, payload), 2), "what is needed first has its place");
        assertTrue(queue.size() <= fitting + 1, "held: " + queue.size());
        queue.clear();
        assertTrue(queue.offer(data(1_000, 1, payload), 2), "and all is room again");
    }

    @Test
    void rangesJoinNeighbours() {
        queue.offer(data(5, 2), 2);
        queue.offer(data(7, 3), 2);
        queue.offer(data(12, 1), 2);
        assertEquals(List.of(5L, 9L, 12L, 12L), queue.ranges(8));
        assertEquals(List.of(5L, 9L), queue.ranges(1));
    }

    private static Message.Data data(long firstIndex, int count) {
        return data(firstIndex, count, 1);
    }

    private static Message.Data data(long firstIndex, int count, int bytes) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(new Entry(firstIndex + i, 1, 0, 1, Entry.Kind.COMMAND, new byte[bytes]));
        }
        return new Message.Data(1, firstIndex, 1, 0, 0, entries);
    }
}
