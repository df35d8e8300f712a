package outcry.node.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;
import outcry.journal.Disk;
import outcry.journal.FolderDisk;
import outcry.journal.Journal;
import outcry.journal.JournalListener;
import outcry.journal.LogWriter;
import outcry.journal.Storage;
import outcry.journal.StorageSettings;

/**
 * Opens the log of a node. Two system properties, both in bytes, are for tests and small disks:
 * {@code outcry.journal.segment-bytes}, of one file of the log (4 KiB to 256 MiB), and {@code
 * outcry.journal.checkpoint-bytes}, how far the log grows between two checkpoints.
 */
public final class NodeLogs {
    private static final String FOLDER = "journal-";

    /** The log grows by this much between two checkpoints, or more when those are large. */
    private static final long CHECKPOINT_AFTER_BYTES =
            Long.getLong("outcry.journal.checkpoint-bytes", 32L * 1024 * 1024);

    private static final int SEGMENT_BYTES =
            Integer.getInteger(
                    "outcry.journal.segment-bytes", StorageSettings.DEFAULT_SEGMENT_BYTES);

    private NodeLogs() {}

    /** A log in memory only. */
    public static NodeLog inMemory(int incarnation) {
        return new MemoryLog(incarnation);
    }

    /**
     * A log in a folder of the node's data folder: one for each group it was ever a part of.
     *
     * @param isSynced whether entries are synced before they count as persisted
     * @param wakeup called on another thread when something was done
     * @throws IOException with a sentence that says what would help
     */
    public static NodeLog onDisk(
            Path data, String group, boolean isSynced, int incarnation, Runnable wakeup)
            throws IOException {
        return onDisk(
                data.resolve(FOLDER + fileName(group)),
                new StorageSettings(isSynced, SEGMENT_BYTES),
                incarnation,
                CHECKPOINT_AFTER_BYTES,
                wakeup);
    }

    /**
     * Sets what was kept for the group aside, under a name that says in which start of the node.
     *
     * @throws IOException with a sentence that says what would help
     */
    public static void archive(Path data, String group, int incarnation) throws IOException {
        Path present = data.resolve(FOLDER + fileName(group));
        if (!Files.exists(present)) {
            return; // Nothing was kept.
        }
        Path aside = data.resolve("archived-" + fileName(group) + "-" + incarnation);
        try {
            Files.move(present, aside);
        } catch (IOException e) {
            throw new IOException(
                    "the journal in " + present + " cannot be set aside as " + aside + ": " + e, e);
        }
    }

    static NodeLog onDisk(
            Path folder,
            StorageSettings settings,
            int incarnation,
            long checkpointAfterBytes,
            Runnable wakeup)
            throws IOException {
        DiskLogOpening.Opened opened;
        try {
            opened =
                    DiskLogOpening.open(
                            new FolderDisk(folder), settings, incarnation, MachineRun.id());
        } catch (IOException e) {
            throw new IOException("the journal in " + folder + ": " + e.getMessage(), e);
        }
        return new DiskLog(opened, checkpointAfterBytes, wakeup, Journal::new);
    }

    /**
     * The same on any disk and with any writer, for a simulator.
     *
     * @param machineRun names the present run of the machine: a number below 0, another after each
     *     start of it
     * @param checkpointAfterBytes the log grows by this much between two checkpoints, or more when
     *     those are large
     * @param writers makes what writes to the storage once that is open
     * @throws IOException when the disk refuses
     */
    public static NodeLog on(
            Disk disk,
            StorageSettings settings,
            int incarnation,
            long machineRun,
            long checkpointAfterBytes,
            BiFunction<Storage, JournalListener, LogWriter> writers)
            throws IOException {
        DiskLogOpening.Opened opened = DiskLogOpening.open(disk, settings, incarnation, machineRun);
        return new DiskLog(opened, checkpointAfterBytes, () -> {}, writers);
    }

    /** A name that is another for every group, also where files know no capital letters. */
    static String fileName(String group) {
        StringBuilder name = new StringBuilder();
        for (byte octet : group.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) octet;
            boolean isPlain =
                    character >= 'a' && character <= 'z'
                            || character >= '0' && character <= '9'
                            || character == '-'
                            || character == '_';
            name.append(isPlain ? String.valueOf(character) : String.format("%%%02x", octet));
        }
        return name.toString();
    }
}
