package outcry.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a journal should hold, kept in the plainest way. */
final class Ledger {
    static final HardState NOTHING = new HardState(0, 0, 0, 0, 1, 0);

    private HardState state = NOTHING;
    private final List<LogRecord.Entry> entries = new ArrayList<>();

    /** Entries up to here are known by a checkpoint only. */
    private long baseIndex;

    /** Entries up to here are never truncated. */
    private long committed;

    Ledger copy() {
        Ledger copy = new Ledger();
        copy.committed = committed;
        copy.state = state;
        copy.entries.addAll(entries);
        copy.baseIndex = baseIndex;
        return copy;
    }

    HardState state() {
        return state;
    }

    long lastIndex() {
        return baseIndex + entries.size();
    }

    long baseIndex() {
        return baseIndex;
    }

    long lastTerm() {
        return termAt(lastIndex());
    }

    long termAt(long index) {
        return index > baseIndex ? entries.get((int) (index - baseIndex - 1)).term() : index;
    }

    LogRecord.Entry next(long term, int bodyBytes) {
        byte[] body = new byte[bodyBytes];
        for (int i = 0; i < bodyBytes; i++) {
            body[i] = (byte) (lastIndex() * 31 + term * 7 + i);
        }
        LogRecord.Entry entry = new LogRecord.Entry(lastIndex() + 1, term, body);
        entries.add(entry);
        return entry;
    }

    void truncate(long fromIndex) {
        while (lastIndex() >= fromIndex) {
            entries.remove(entries.size() - 1);
        }
    }

    long committed() {
        return committed;
    }

    void commit(long index) {
        committed = index;
    }

    void keep(HardState newState) {
        state = newState;
    }

    /** A checkpoint of the entry at {@code index}; its state tells it from every other. */
    Checkpoint checkpoint(long index) {
        String text = "state after " + index + " in generation " + state.generation();
        return new Checkpoint(
                index,
                termAt(index),
                ("group " + index).getBytes(StandardCharsets.UTF_8),
                text.getBytes(StandardCharsets.UTF_8));
    }

    Checkpoint install(long index) {
        entries.clear();
        baseIndex = index;
        committed = index;
        return checkpoint(index);
    }

    void wipe(HardState newState) {
        entries.clear();
        baseIndex = 0;
        committed = 0;
        state = newState;
    }

    /** Whether {@code recovery} is exactly what this ledger says. */
    boolean isHeldBy(Recovery recovery) {
        if (recovery instanceof Recovery.Empty) {
            return state.generation() == 0;
        }
        return recovery instanceof Recovery.Whole whole
                && whole.state().equals(state)
                && whole.lastIndex() == lastIndex()
                && isHeldAfterCheckpoint(whole);
    }

    private boolean isHeldAfterCheckpoint(Recovery.Whole whole) {
        long base = whole.checkpoint() == null ? 0 : whole.checkpoint().index();
        if (base < baseIndex || base > 0 && !isCheckpoint(whole.checkpoint())) {
            return false;
        }
        List<LogRecord.Entry> expected = entries.subList((int) (base - baseIndex), entries.size());
        return describe(expected).equals(describe(whole.entries()));
    }

    private boolean isCheckpoint(Checkpoint checkpoint) {
        Checkpoint expected = checkpoint(checkpoint.index());
        return expected.term() == checkpoint.term()
                && Arrays.equals(expected.groupState(), checkpoint.groupState())
                && Arrays.equals(expected.state(), checkpoint.state());
    }

    void assertHeldBy(Recovery recovery) {
        Recovery.Whole whole = (Recovery.Whole) recovery;
        assertEquals(state, whole.state());
        if (whole.checkpoint() != null) {
            Checkpoint expected = checkpoint(whole.checkpoint().index());
            assertArrayEquals(expected.state(), whole.checkpoint().state());
        }
        assertEquals(lastIndex(), whole.lastIndex());
        assertEquals(true, isHeldAfterCheckpoint(whole), () -> describe(whole.entries()));
    }

    String inWords() {
        return state + " base " + baseIndex + " " + describe(entries);
    }

    static String describe(List<LogRecord.Entry> list) {
        StringBuilder text = new StringBuilder();
        for (LogRecord.Entry entry : list) {
            text.append(entry.index()).append('/').append(entry.term()).append('/');
            text.append(Arrays.hashCode(entry.body())).append(' ');
        }
        return text.toString();
    }
}
