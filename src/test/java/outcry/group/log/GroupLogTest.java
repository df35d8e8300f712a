package outcry.group.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import outcry.group.Entry;

class GroupLogTest {
    private final GroupLog log = new GroupLog();

    @Test
    void anEmptyLogEndsBeforeItsFirstIndex() {
        assertEquals(0, log.lastIndex());
        assertEquals(0, log.lastTerm());
        assertEquals(0, log.termAt(0));
        assertEquals(-1, log.termAt(1));
    }

    @Test
    void everyEntryIsFoundAgainAfterGrowingTrimmingAndTruncating() {
        append(1, 5_000);
        log.trim(1_999);
        log.truncate(4_001);
        append(2, 700);
        assertEquals(1_999, log.baseIndex());
        assertEquals(4_700, log.lastIndex());
        assertEquals(1, log.termAt(1_999));
        assertEquals(-1, log.termAt(1_998));
        assertFalse(log.holds(1_999));
        for (long index = 2_000; index <= 4_700; index++) {
            assertTrue(log.holds(index));
            assertEquals(index, log.get(index).index());
            assertEquals(index <= 4_000 ? 1 : 2, log.termAt(index));
        }
    }

    @Test
    void anEntryThatLeavesAGapIsRefused() {
        append(1, 3);
        assertThrows(IllegalStateException.class, () -> log.append(entry(5, 1)));
        assertThrows(IllegalStateException.class, () -> log.append(entry(3, 1)));
        assertThrows(IllegalStateException.class, () -> log.get(4));
    }

    @Test
    void whatTheApplicationHoldsCannotBeTruncated() {
        append(1, 10);
        log.trim(6);
        assertThrows(IllegalStateException.class, () -> log.truncate(6));
        log.truncate(7);
        assertEquals(6, log.lastIndex());
        assertEquals(1, log.lastTerm());
    }

    @Test
    void aSliceHasAtLeastOneEntryAndStopsAtItsBytes() {
        append(1, 10);
        assertEquals(1, log.slice(3, 10, 1).size());
        assertEquals(4, log.slice(3, 10, 32).size());
        assertEquals(10, log.slice(3, 10, 1_000).get(7).index());
        assertEquals(0, log.slice(11, 20, 1_000).size());
    }

    @Test
    void afterACheckpointTheLogBeginsBehindIt() {
        append(1, 10);
        log.reset(500, 7);
        assertEquals(500, log.lastIndex());
        assertEquals(7, log.lastTerm());
        log.append(entry(501, 8));
        assertEquals(8, log.termAt(501));
        assertEquals(-1, log.termAt(10));
    }

    private void append(long term, int count) {
        for (int i = 0; i < count; i++) {
            log.append(entry(log.lastIndex() + 1, term));
        }
    }

    private static Entry entry(long index, long term) {
        return new Entry(index, term, 0, 1, Entry.Kind.COMMAND, new byte[8]);
    }
}
