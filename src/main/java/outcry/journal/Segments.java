package outcry.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import outcry.base.Check;

/**
 * The log's files: numbered segments of one size, filled from the front, never rewritten; the
 * oldest are deleted when a checkpoint covers them. Not for several threads at once, except {@link
 * #prepareSpare}.
 */
final class Segments implements AutoCloseable {
    /** A segment read back is held in memory whole. */
    static final int SEGMENT_BYTES_MAX = 1 << 28;

    private static final long MAGIC = 0x4F555443_52594C47L; // OUTCRYLG
    private static final String SUFFIX = ".log";
    private static final String SPARE = "spare";
    private static final int NUMBER_DIGITS = 12;

    /** What is known of one segment: its number and the highest index any entry in it has. */
    private static final class Segment {
        final long number;
        private final String name;
        long highestIndex;

        Segment(long number) {
            this.number = number;
            name = String.format("%0" + NUMBER_DIGITS + "d", number) + SUFFIX;
        }

        String name() {
            return name;
        }

        void holds(LogRecord record) {
            if (record instanceof LogRecord.Entry entry) {
                highestIndex = Math.max(highestIndex, entry.index());
            } else if (record instanceof LogRecord.Base base) {
                highestIndex = Math.max(highestIndex, base.index());
            }
        }
    }

    private final Disk disk;
    private final StorageSettings settings;
    private final List<Segment> segments = new ArrayList<>();
    private final Object spareLock = new Object();
    private boolean hasSpare;
    private DiskFile file;
    private long position;
    private long nextBatch = 1;
    private long tornBytes;
    private ByteBuffer buffer;

    Segments(Disk disk, StorageSettings settings) {
        this.disk = disk;
        this.settings = settings;
        this.buffer = ByteBuffer.allocateDirect(Math.min(1 << 18, settings.segmentBytes()));
    }

    /**
     * Reads all segments and gets ready to write after the last good batch.
     *
     * @return what rotted, or null
     */
    Damage open(Consumer<LogRecord> consumer) throws IOException {
        for (String name : disk.list()) {
            if (name.matches("[0-9]{" + NUMBER_DIGITS + "}\\" + SUFFIX)) {
                segments.add(new Segment(Long.parseLong(name.substring(0, NUMBER_DIGITS))));
            }
        }
        segments.sort((a, b) -> Long.compare(a.number, b.number));
        long[] firstBatch = new long[segments.size()];
        for (int i = 0; i < firstBatch.length; i++) {
            Segment segment = segments.get(i);
            String name = disk.describe(segment.name());
            if (segment.number != segments.get(0).number + i) {
                return new Damage(name, 0, "the segment before it is missing");
            }
            try (DiskFile opened = disk.open(segment.name())) {
                long[] numbers = FileHead.read(name, opened, 0, MAGIC);
                if (numbers == null || numbers[0] != segment.number) {
                    return new Damage(name, 0, "its head is not that of a segment");
                }
                firstBatch[i] = numbers[1];
            }
        }
        for (int i = 0; i < firstBatch.length; i++) {
            boolean last = i == firstBatch.length - 1;
            Damage damage =
                    read(
                            segments.get(i),
                            firstBatch[i],
                            last ? SegmentReader.LAST : firstBatch[i + 1],
                            consumer);
            if (damage != null) {
                return damage;
            }
        }
        return null;
    }

    /** Bytes of an unfinished write that {@link #open} cut. */
    long tornBytes() {
        return tornBytes;
    }

    /** Number of segments. */
    int count() {
        return segments.size();
    }

    /** Writes one batch, and makes it durable when the settings want that. */
    void write(List<LogRecord> records) throws IOException {
        int bytes = BatchLayout.HEAD_BYTES + BatchLayout.END_BYTES;
        for (LogRecord record : records) {
            bytes += BatchLayout.bytes(record);
        }
        Check.that(
                bytes <= settings.segmentBytes() - FileHead.BYTES, "a batch larger than a segment");
        if (file == null || position + bytes > settings.segmentBytes()) {
            roll();
        }
        if (buffer.capacity() < bytes) {
            buffer = ByteBuffer.allocateDirect(Integer.highestOneBit(bytes) << 1);
        }
        buffer.clear();
        BatchLayout.put(buffer, nextBatch, records);
        buffer.flip();
        file.write(position, buffer);
        if (settings.isSynced()) {
            file.force();
        }
        position += bytes;
        nextBatch++;
        Segment current = segments.get(segments.size() - 1);
        records.forEach(current::holds);
    }

    /** Begins the first segment, if there is none. */
    void begin() throws IOException {
        if (segments.isEmpty()) {
            roll();
        }
    }

    /**
     * Makes a fresh segment ready, so that the next one can be begun without a pause. Any thread.
     */
    void prepareSpare() throws IOException {
        synchronized (spareLock) {
            if (!hasSpare) {
                disk.create(SPARE, settings.segmentBytes()).close();
                hasSpare = true;
            }
        }
    }

    /** Deletes segments whose entries a durable checkpoint at {@code index} covers. */
    void deleteUpTo(long index) throws IOException {
        while (segments.size() > 1 && segments.get(0).highestIndex <= index) {
            disk.delete(segments.remove(0).name());
            disk.syncNames(); // One after the other: a gap would look like damage.
        }
    }

    /** Deletes all segments; the next record begins a new one. */
    void deleteAll() throws IOException {
        close();
        for (Segment segment : segments) {
            disk.delete(segment.name());
        }
        segments.clear();
        nextBatch = 1;
    }

    /** Makes everything written so far durable, whatever the settings. */
    void force() throws IOException {
        for (Segment segment : segments) {
            try (DiskFile opened = disk.open(segment.name())) {
                opened.force();
            }
        }
        disk.syncNames();
    }

    /** Whether a file of that name is a part of the log. */
    static boolean isPart(String name) {
        return name.endsWith(SUFFIX) || name.equals(SPARE);
    }

    private Damage read(
            Segment segment, long firstBatch, long followedBy, Consumer<LogRecord> consumer)
            throws IOException {
        String name = disk.describe(segment.name());
        DiskFile opened = disk.open(segment.name());
        try {
            SegmentReader reader = new SegmentReader(name, opened, firstBatch);
            reader.read(
                    followedBy,
                    record -> {
                        segment.holds(record);
                        consumer.accept(record);
                    });
            if (reader.damage() != null || followedBy != SegmentReader.LAST) {
                opened.close();
                return reader.damage();
            }
            tornBytes = reader.tornBytes();
            if (tornBytes > 0) {
                // Zeros again, so that nothing of it is ever taken for a part of what follows.
                opened.write(reader.end(), ByteBuffer.allocate((int) tornBytes));
                opened.force();
            }
            file = opened;
            position = reader.end();
            nextBatch = reader.nextBatch();
            return null;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private void roll() throws IOException {
        synchronized (spareLock) {
            prepareSpare();
            hasSpare = false;
            close();
            long number = segments.isEmpty() ? 1 : segments.get(segments.size() - 1).number + 1;
            Segment segment = new Segment(number);
            DiskFile fresh = disk.open(SPARE);
            try {
                fresh.write(0, FileHead.encode(MAGIC, number, nextBatch));
                fresh.force();
                disk.rename(SPARE, segment.name());
                disk.syncNames();
            } catch (IOException e) {
                fresh.close();
                throw e;
            }
            segments.add(segment);
            file = fresh;
            position = FileHead.BYTES;
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
