package outcry.group.multicast;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import outcry.group.Entry;
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

    /** Bytes held at most: batches that come by links are far larger than datagrams. */
    static final long BYTES_MAX = 32L << 20;

    private static final int ENTRY_COST_BYTES = 64;

    private final TreeMap<Long, Message.Data> batches = new TreeMap<>();
    private long bytesHeld;

    /** Holds a batch; false when it is a duplicate, beyond the window, or there is no room. */
    boolean offer(Message.Data data, long verifiedIndex) {
        if (data.firstIndex() > verifiedIndex + WINDOW) {
            return false;
        }
        Message.Data held = batches.get(data.firstIndex());
        if (held != null && held.entries().size() >= data.entries().size()) {
            return false;
        }
        long bytes = bytesOf(data);
        int countMax = held == null ? BATCHES_MAX - 1 : BATCHES_MAX;
        while (batches.size() > countMax || bytesHeld + bytes > BYTES_MAX) {
            // What is needed last goes first.
            if (batches.isEmpty() || batches.lastKey() <= data.firstIndex()) {
                return false;
            }
            bytesHeld -= bytesOf(batches.pollLastEntry().getValue());
        }
        Message.Data replaced = batches.put(data.firstIndex(), data);
        bytesHeld += bytes - (replaced == null ? 0 : bytesOf(replaced));
        return true;
    }

    private static long bytesOf(Message.Data data) {
        long bytes = ENTRY_COST_BYTES;
        for (Entry entry : data.entries()) {
            bytes += ENTRY_COST_BYTES + entry.payload().length;
        }
        return bytes;
    }

    /** The next batch that begins at or before {@code nextIndex}, removed; or null. */
    Message.Data poll(long nextIndex) {
        Map.Entry<Long, Message.Data> first = batches.firstEntry();
        if (first == null || first.getKey() > nextIndex) {
            return null;
        }
        batches.remove(first.getKey());
        bytesHeld -= bytesOf(first.getValue());
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
        bytesHeld = 0;
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
