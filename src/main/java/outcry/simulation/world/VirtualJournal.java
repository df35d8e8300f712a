package outcry.simulation.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import outcry.group.Entry;
import outcry.group.MembershipView;
import outcry.group.Recovered;
import outcry.group.log.Configuration;
import outcry.group.log.ConfigurationCodec;
import outcry.node.log.NodeLog;

/**
 * What a process was told to keep of the log, entry for entry, and how much of it counts as
 * persisted. Besides being the process's journal it is what checkers look at: it knows nothing of
 * the group's own books.
 */
public final class VirtualJournal {
    private record PlacedView(long index, MembershipView view) {}

    private final List<Entry> entries = new ArrayList<>();
    private final ArrayDeque<PlacedView> views = new ArrayDeque<>();
    private long baseIndex;
    private long persistedIndex;
    private boolean settled = true;

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

    /** The view after the last entry; null when there is none, or when it is not known. */
    public MembershipView latestView() {
        return viewAt(lastIndex());
    }

    /** The view in force at {@code index}; null when there is none, or when it is not known. */
    public MembershipView viewAt(long index) {
        PlacedView placed = placedAt(index);
        return placed == null ? null : placed.view();
    }

    /** Index of the entry that made the view in force at {@code index}; 0 when not known. */
    public long viewIndexAt(long index) {
        PlacedView placed = placedAt(index);
        return placed == null ? 0 : placed.index();
    }

    private PlacedView placedAt(long index) {
        Iterator<PlacedView> latestFirst = views.descendingIterator();
        while (latestFirst.hasNext()) {
            PlacedView placed = latestFirst.next();
            if (placed.index() <= index) {
                return placed;
            }
        }
        return null;
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
    }

    /** The log reports this place as persisted; about an entry that is gone it says nothing. */
    void persisted(NodeLog.Position position) {
        Entry entry = entry(position.index());
        boolean isHeld =
                position.index() == baseIndex || entry != null && entry.term() == position.term();
        if (isHeld) {
            persistedIndex = Math.max(persistedIndex, position.index());
        }
    }

    /** Whether nothing was cut or replaced that the disk may not have learned of yet. */
    public boolean isSettled() {
        return settled;
    }

    /** The disk has done all that was asked. */
    void settled() {
        settled = true;
    }

    /** Takes up what the last run left; all of it is persisted. */
    void recover(Recovered recovered) {
        restart(recovered.baseIndex(), recovered.groupState());
        append(recovered.entries());
        persistedIndex = lastIndex();
        settled = true;
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
        settled = false;
    }

    void trim(long index) {
        int count = (int) (Math.min(index, lastIndex()) - baseIndex);
        if (count > 0) {
            entries.subList(0, count).clear();
            baseIndex += count;
            forgetViewsBeforeBase();
        }
    }

    /** All but the one in force at the base. */
    private void forgetViewsBeforeBase() {
        PlacedView atBase = placedAt(baseIndex);
        while (atBase != null && views.getFirst() != atBase) {
            views.removeFirst();
        }
    }

    /**
     * Starts over after {@code index}.
     *
     * @param groupState the group's own state there; empty for a log that begins at 0
     */
    void restart(long index, byte[] groupState) {
        entries.clear();
        views.clear();
        baseIndex = index;
        if (index > 0) {
            Configuration configuration = ConfigurationCodec.decode(groupState);
            views.add(new PlacedView(index, configuration.view()));
        }
        persistedIndex = Math.min(persistedIndex, index);
        settled = false;
    }
}
