package outcry.simulation.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import outcry.group.Entry;
import outcry.group.MembershipView;
import outcry.group.log.ConfigurationCodec;

/**
 * What a process was told to keep of the log, entry for entry, and how much of it counts as
 * persisted. Besides being the process's journal it is what checkers look at: it knows nothing of
 * the group's own books.
 */
public final class VirtualJournal {
    private record PlacedView(long index, MembershipView view) {}

    private final List<Entry> entries = new ArrayList<>();
    private final ArrayDeque<PlacedView> views = new ArrayDeque<>();
    private final ArrayDeque<Long> beingWritten = new ArrayDeque<>();
    private long baseIndex;
    private long persistedIndex;
    private long epoch;

    /** Entries up to here are held by the market's state only. */
    public long baseIndex() {
        return baseIndex;
    }

    public long lastIndex() {
        return baseIndex + entries.size();
    }

    public long persistedIndex() {
        return persistedIndex;
    }

    /** The entry at {@code index}, or null when it is not held. */
    public Entry entry(long index) {
        return index > baseIndex && index <= lastIndex()
                ? entries.get((int) (index - baseIndex - 1))
                : null;
    }

    /** The last view among the entries held, or null. */
    public MembershipView latestView() {
        return views.isEmpty() ? null : views.getLast().view();
    }

    void append(List<Entry> more) {
        for (Entry entry : more) {
            InvariantViolation.unless(
                    entry.index() == lastIndex() + 1,
                    () -> "journal: entry " + entry.index() + " appended after " + lastIndex());
            entries.add(entry);
            if (entry.kind() == Entry.Kind.VIEW) {
                views.add(
                        new PlacedView(
                                entry.index(), ConfigurationCodec.decodeView(entry.payload())));
            }
        }
        beingWritten.add(lastIndex());
    }

    /** Ends the oldest write; the index up to which everything is persisted then. */
    long written() {
        persistedIndex = Math.max(persistedIndex, beingWritten.remove());
        return persistedIndex;
    }

    /** Changes whenever writes under way are forgotten. */
    long epoch() {
        return epoch;
    }

    void truncate(long fromIndex) {
        InvariantViolation.unless(
                fromIndex > baseIndex, () -> "journal: truncated below its base " + baseIndex);
        while (lastIndex() >= fromIndex) {
            entries.remove(entries.size() - 1);
        }
        while (!views.isEmpty() && views.getLast().index() >= fromIndex) {
            views.removeLast();
        }
        persistedIndex = Math.min(persistedIndex, fromIndex - 1);
        for (int i = beingWritten.size(); i > 0; i--) {
            beingWritten.add(Math.min(beingWritten.remove(), fromIndex - 1));
        }
    }

    void trim(long index) {
        int count = (int) (Math.min(index, lastIndex()) - baseIndex);
        if (count > 0) {
            entries.subList(0, count).clear();
            baseIndex += count;
            while (!views.isEmpty() && views.getFirst().index() <= baseIndex) {
                views.removeFirst();
            }
        }
    }

    /** Starts over after {@code index}. */
    void restart(long index) {
        entries.clear();
        views.clear();
        beingWritten.clear();
        baseIndex = index;
        persistedIndex = index;
        epoch++;
    }
}
