package outcry.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads one segment whole, and tells a last write that was never finished, which may be cut, from
 * bytes that rotted, which must not.
 *
 * <p>A batch is written only after the one before is durable. So a bad batch with a good one after
 * it was durable once. A bad batch at the end was never finished when its end mark, or a whole
 * sector of it, is still the zeros of the fresh file; such a write was never reported as persisted.
 * When nothing of it is missing, it was written and rotted.
 */
final class SegmentReader {
    /** No segment follows. */
    static final long LAST = -1;

    private static final int SECTOR_BYTES = 512;

    private final String name;
    private final ByteBuffer bytes;
    private long nextBatch;
    private int end;
    private int torn;
    private Damage damage;

    /**
     * @param firstBatch number of the first batch the segment must hold
     */
    SegmentReader(String name, DiskFile file, long firstBatch) throws IOException {
        this.name = name;
        this.nextBatch = firstBatch;
        long size = file.size();
        bytes = ByteBuffer.allocate((int) Math.min(size, Segments.SEGMENT_BYTES_MAX));
        file.read(0, bytes);
        bytes.flip();
    }

    /**
     * Passes the records of all good batches on.
     *
     * @param followedBy number of the first batch of the segment after this one, or {@link #LAST}
     *     when there is none: only then a write may be unfinished
     */
    void read(long followedBy, Consumer<LogRecord> consumer) {
        boolean last = followedBy == LAST;
        end = FileHead.BYTES;
        while (damage == null
                && torn == 0
                && nextBatch != followedBy
                && BatchLayout.hasHead(bytes, end)) {
            readBatch(last, consumer);
        }
        boolean isWhole = last ? lastNonZero() < end : nextBatch == followedBy;
        if (damage == null && torn == 0 && !isWhole) {
            judge(last, end, "no batch stands where one belongs");
        }
    }

    /** Where the next batch goes. */
    int end() {
        return end;
    }

    /** Number of the next batch. */
    long nextBatch() {
        return nextBatch;
    }

    /** Bytes after {@link #end} of a write that was never finished. */
    int tornBytes() {
        return torn;
    }

    /** What rotted, or null. */
    Damage damage() {
        return damage;
    }

    private void readBatch(boolean last, Consumer<LogRecord> consumer) {
        if (BatchLayout.number(bytes, end) != nextBatch) {
            damage =
                    new Damage(
                            name,
                            end,
                            "batch "
                                    + BatchLayout.number(bytes, end)
                                    + " where "
                                    + nextBatch
                                    + " belongs");
            return;
        }
        try {
            List<LogRecord> records = BatchLayout.records(bytes, end);
            records.forEach(consumer);
            end += BatchLayout.batchBytes(bytes, end);
            nextBatch++;
        } catch (BatchLayout.BadRecordException e) {
            judge(last, e.offset(), e.getMessage());
        }
    }

    private void judge(boolean last, int offset, String problem) {
        int after = lastNonZero() + 1;
        if (!last || hasLaterBatch(after) || isComplete(after)) {
            damage = new Damage(name, offset, problem);
        } else {
            torn = after - end;
        }
    }

    private int lastNonZero() {
        int at = bytes.limit() - 1;
        while (at >= end && bytes.get(at) == 0) {
            at--;
        }
        return at;
    }

    private boolean hasLaterBatch(int after) {
        for (int at = end + 1; at < after; at++) {
            if (BatchLayout.hasHead(bytes, at) && BatchLayout.number(bytes, at) > nextBatch) {
                return true;
            }
        }
        return false;
    }

    private boolean isComplete(int after) {
        if (!BatchLayout.hasEnd(bytes, end, after)) {
            return false;
        }
        int from = end;
        while (from < after) {
            int to = Math.min(after, (from / SECTOR_BYTES + 1) * SECTOR_BYTES);
            if (isZero(from, to)) {
                return false;
            }
            from = to;
        }
        return true;
    }

    private boolean isZero(int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes.get(at) != 0) {
                return false;
            }
        }
        return true;
    }
}
