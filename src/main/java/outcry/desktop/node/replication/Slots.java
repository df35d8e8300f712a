package outcry.desktop.node.replication;

import java.util.ArrayList;
import java.util.List;
import outcry.group.GroupStatus;

/**
 * The end of the log and the holdback queue as a row of slots: the last entries in order, then each
 * hole and what waits behind it.
 */
public final class Slots {
    /** Entries of the log shown before the first hole. */
    static final int TAIL = 3;

    /** A run of this many entries or fewer is shown one by one. */
    static final int ONE_BY_ONE = 3;

    private Slots() {}

    /** All slots, in order of the index; empty while the log is. */
    public static List<Slot> of(GroupStatus status) {
        List<Slot> slots = new ArrayList<>();
        for (long index = Math.max(1, status.lastIndex() - TAIL + 1);
                index <= status.lastIndex();
                index++) {
            Slot.Kind kind = index <= status.commitIndex() ? Slot.Kind.COMMITTED : Slot.Kind.LOGGED;
            slots.add(new Slot(index, index, kind));
        }
        long expected = status.lastIndex() + 1;
        List<Long> ranges = status.holdback();
        for (int at = 0; at + 1 < ranges.size(); at += 2) {
            long first = ranges.get(at);
            long last = ranges.get(at + 1);
            add(slots, expected, first - 1, Slot.Kind.MISSING);
            add(slots, first, last, Slot.Kind.HELD);
            expected = last + 1;
        }
        return slots;
    }

    private static void add(List<Slot> slots, long first, long last, Slot.Kind kind) {
        if (last - first >= ONE_BY_ONE) {
            slots.add(new Slot(first, last, kind));
            return;
        }
        for (long index = first; index <= last; index++) {
            slots.add(new Slot(index, index, kind));
        }
    }
}
