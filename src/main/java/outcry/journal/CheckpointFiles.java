package outcry.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Checkpoints, one file each: written aside, synced, renamed, its name synced; the newest two are
 * kept (G32). Writing and deleting exclude each other.
 */
final class CheckpointFiles {
    private static final long MAGIC = 0x4F555443_52594350L; // OUTCRYCP
    private static final String PREFIX = "checkpoint-";
    private static final String ASIDE = "checkpoint.new";
    private static final int INDEX_DIGITS = 19;
    private static final int KEPT = 2;
    private static final int PIECE_BYTES = 1 << 18;

    private final Disk disk;
    private long era;

    CheckpointFiles(Disk disk) {
        this.disk = disk;
    }

    /**
     * Makes a checkpoint durable, then deletes all but the newest two.
     *
     * @param ofEra nothing is written when {@link #deleteAll} began a later one meanwhile
     * @return whether it was written
     */
    synchronized boolean write(Checkpoint checkpoint, long ofEra) throws IOException {
        if (ofEra != era) {
            return false;
        }
        byte[] group = checkpoint.groupState();
        byte[] state = checkpoint.state();
        long bytes = FileHead.BYTES + (long) group.length + state.length + Integer.BYTES;
        CRC32C crc = new CRC32C();
        crc.update(group);
        crc.update(state);
        try (DiskFile file = disk.create(ASIDE, 0)) {
            file.write(
                    0,
                    FileHead.encode(
                            MAGIC,
                            checkpoint.index(),
                            checkpoint.term(),
                            group.length,
                            state.length));
            write(file, FileHead.BYTES, group);
            write(file, FileHead.BYTES + (long) group.length, state);
            ByteBuffer sum = ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue());
            file.write(bytes - Integer.BYTES, sum.flip());
            file.force();
        }
        disk.rename(ASIDE, name(checkpoint.index()));
        disk.syncNames();
        List<Long> indexes = indexes();
        for (int i = KEPT; i < indexes.size(); i++) {
            disk.delete(name(indexes.get(i)));
        }
        return true;
    }

    /** Indexes of the checkpoints there are, the newest first. */
    List<Long> indexes() throws IOException {
        List<Long> indexes = new ArrayList<>();
        for (String name : disk.list()) {
            if (name.matches(PREFIX + "[0-9]{" + INDEX_DIGITS + "}")) {
                indexes.add(Long.parseLong(name.substring(PREFIX.length())));
            }
        }
        indexes.sort(Comparator.reverseOrder());
        return indexes;
    }

    /** Reads one; null when it is not what was written. */
    Checkpoint read(long index) throws IOException {
        String name = name(index);
        try (DiskFile file = disk.open(name)) {
            long[] numbers = FileHead.read(disk.describe(name), file, 0, MAGIC);
            long size = file.size();
            if (numbers == null || numbers[0] != index || !isSize(size, numbers)) {
                return null;
            }
            byte[] group = new byte[(int) numbers[2]];
            byte[] state = new byte[(int) numbers[3]];
            file.read(FileHead.BYTES, ByteBuffer.wrap(group));
            file.read(FileHead.BYTES + (long) group.length, ByteBuffer.wrap(state));
            ByteBuffer sum = ByteBuffer.allocate(Integer.BYTES);
            file.read(size - Integer.BYTES, sum);
            CRC32C crc = new CRC32C();
            crc.update(group);
            crc.update(state);
            return sum.getInt(0) == (int) crc.getValue()
                    ? new Checkpoint(index, numbers[1], group, state)
                    : null;
        }
    }

    /** Where a checkpoint that is not what was written lies. */
    Damage damage(long index) {
        return new Damage(disk.describe(name(index)), 0, "the checkpoint is not what was written");
    }

    void delete(long index) throws IOException {
        disk.delete(name(index));
    }

    /** Deletes all; a checkpoint made before, and still to be written, belongs to the past. */
    synchronized void deleteAll(long newEra) throws IOException {
        era = newEra;
        for (long index : indexes()) {
            delete(index);
        }
    }

    /** Whether a file of that name is a checkpoint. */
    static boolean isPart(String name) {
        return name.startsWith(PREFIX) || name.equals(ASIDE);
    }

    private static boolean isSize(long size, long[] numbers) {
        return numbers[2] >= 0
                && numbers[3] >= 0
                && numbers[2] <= Integer.MAX_VALUE
                && numbers[3] <= Integer.MAX_VALUE
                && size == FileHead.BYTES + numbers[2] + numbers[3] + Integer.BYTES;
    }

    private static String name(long index) {
        return PREFIX + String.format("%0" + INDEX_DIGITS + "d", index);
    }

    private static void write(DiskFile file, long position, byte[] bytes) throws IOException {
        for (int from = 0; from < bytes.length; from += PIECE_BYTES) {
            int count = Math.min(PIECE_BYTES, bytes.length - from);
            file.write(position + from, ByteBuffer.wrap(bytes, from, count));
        }
    }
}
