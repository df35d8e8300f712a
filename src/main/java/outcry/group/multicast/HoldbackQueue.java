package outcry.group.multicast;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import outcry.group.Message;

/**
 * Batches that came too early, held back until the gap before them is filled (G19).
 *
 * <p>Bounded: batches beyond the window are dropped, a NACK will fetch them again.
 */
public final class HoldbackQueue {
    /** Entries ahead of the gap that are worth keeping. */
    static final long WINDOW = 65_536;

    /** Batches held at most. */
    static final int BATCHES_MAX = 4_096;

    private final TreeMap<Long, Message.Data> batches = new TreeMap<>();

    /** Holds a batch; false when it is a duplicate or beyond the window. */
    boolean offer(Message.Data data, long verifiedIndex) {
        if (data.firstIndex() > verifiedIndex + WINDOW) {
            return false;
        }
        Message.Data held = batches.get(data.firstIndex());
        if (held != null && held.entries().size() >= data.entries().size()) {
            return false;
        }
        if (held == null && batches.size() >= BATCHES_MAX) {
            if (batches.lastKey() <= data.firstIndex()) {
                return false;
            }
            batches.pollLastEntry();
        }
        batches.put(data.firstIndex(), data);
        return true;
    }

    /** The next batch that begins at or before {@code nextIndex}, removed; or null. */
    Message.Data poll(long nextIndex) {
        Map.Entry<Long, Message.Data> first = batches.firstEntry();
        if (first == null || first.getKey() > nextIndex) {
            return null;
        }
        batches.remove(first.getKey());
        return first.getValue();
    }

    /** First index held, or {@code Long.MAX_VALUE}. */
    long firstIndex() {
        return batches.isEmpty() ? Long.MAX_VALUE : batches.firstKey();
    }

    int size() {
        return batches.size();
    }

    void clear() {
        batches.clear();
    }

    /** First and last index of each range held, in pairs, at most {@code rangesMax} ranges. */
    List<Long> ranges(int rangesMax) {
        List<Long> ranges = new ArrayList<>();
        for (Message.Data data : batches.values()) {
            long first = data.firstIndex();
            long last = first + data.entries().size() - 1;
            int size = ranges.size();
            if (size > 0 && ranges.get(size - 1) + 1 >= first) {
                ranges.set(size - 1, Math.max(last, ranges.get(size - 1)));
            } else if (size >= 2 * rangesMax) {
                break;
            } else {
                ranges.add(first);
                ranges.add(last);
            }
        }
        return ranges;
    }
}
