package outcry.group.log;

import java.util.ArrayList;
import java.util.List;
import outcry.base.Check;
import outcry.group.Entry;

/**
 * The part of the log a member holds in memory: entries after {@code baseIndex}, without gaps. What
 * is at or before the base lives on in the application's state only.
 *
 * <p>A ring of references; looking an entry up, appending and trimming cost the same however long
 * the log is.
 */
public final class GroupLog {
    /** So few are looked at one by one; a longer log surely was in use. */
    private static final int FOUNDING_ENTRIES_MAX = 64;

    private Entry[] ring = new Entry[1_024];
    private long baseIndex;
    private long baseTerm;
    private long lastIndex;

    /** Index before the first entry held; 0 when the log is whole. */
    public long baseIndex() {
        return baseIndex;
    }

    public long lastIndex() {
        return lastIndex;
    }

    public long lastTerm() {
        return lastIndex == baseIndex ? baseTerm : get(lastIndex).term();
    }

    public long lastTimestampNanos() {
        return lastIndex == baseIndex ? 0 : get(lastIndex).timestampNanos();
    }

    /** The term of the entry at {@code index}, or -1 when it is not known here. */
    public long termAt(long index) {
        if (index == baseIndex) {
            return baseTerm;
        }
        return index > baseIndex && index <= lastIndex ? get(index).term() : -1;
    }

    /** Whether it is whole and short and holds no command, only what founding and joining left. */
    public boolean isWithoutCommands() {
        if (baseIndex > 0 || lastIndex > FOUNDING_ENTRIES_MAX) {
            return false;
        }
        for (long index = 1; index <= lastIndex; index++) {
            if (get(index).kind() == Entry.Kind.COMMAND) {
                return false;
            }
        }
        return true;
    }

    public boolean holds(long index) {
        return index > baseIndex && index <= lastIndex;
    }

    public Entry get(long index) {
        Check.that(holds(index), "the log does not hold the entry asked for");
        return ring[slot(index)];
    }

    public void append(Entry entry) {
        Check.that(entry.index() == lastIndex + 1, "an appended entry must follow the last one");
        if (lastIndex - baseIndex == ring.length) {
            grow();
        }
        lastIndex++;
        ring[slot(lastIndex)] = entry;
    }

    /** Removes the entries from {@code fromIndex} on. */
    public void truncate(long fromIndex) {
        Check.that(fromIndex > baseIndex, "what an application holds cannot be truncated");
        while (lastIndex >= fromIndex) {
            ring[slot(lastIndex)] = null;
            lastIndex--;
        }
    }

    /** Forgets the entries up to {@code index}. */
    public void trim(long index) {
        Check.that(index <= lastIndex, "trimming beyond the end of the log");
        while (baseIndex < index) {
            int slot = slot(baseIndex + 1);
            baseTerm = ring[slot].term();
            ring[slot] = null;
            baseIndex++;
        }
    }

    /** Starts over after a checkpoint at ({@code index}, {@code term}). */
    public void reset(long index, long term) {
        ring = new Entry[1_024];
        baseIndex = index;
        baseTerm = term;
        lastIndex = index;
    }

    /**
     * Entries from {@code fromIndex} to {@code toIndex}, as many as are held, until {@code
     * bytesMax} of payload are passed (at least one).
     */
    public List<Entry> slice(long fromIndex, long toIndex, int bytesMax) {
        List<Entry> slice = new ArrayList<>();
        int bytes = 0;
        for (long index = Math.max(fromIndex, baseIndex + 1);
                index <= Math.min(toIndex, lastIndex);
                index++) {
            Entry entry = get(index);
            bytes += entry.payload().length;
            if (!slice.isEmpty() && bytes > bytesMax) {
                break;
            }
            slice.add(entry);
        }
        return slice;
    }

    private int slot(long index) {
        return (int) (index & ring.length - 1);
    }

    private void grow() {
        Entry[] old = ring;
        ring = new Entry[old.length * 2];
        for (long index = baseIndex + 1; index <= lastIndex; index++) {
            ring[slot(index)] = old[(int) (index & old.length - 1)];
        }
    }
}
