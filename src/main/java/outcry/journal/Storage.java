package outcry.journal;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import outcry.base.Check;

/**
 * A node's journal without a thread: every call returns when its work is durable, or, for log
 * records of a journal that is not synced, handed to the operating system. Not for several threads
 * at once, except {@link #addCheckpoint} and {@link #prepareSpare}.
 *
 * <p>After an exception nothing may be written any more: what is on disk is found out by opening it
 * again.
 */
public final class Storage implements Closeable {
    private static final String DAMAGED = "damaged-";

    private final Disk disk;
    private final StorageSettings settings;
    private final StateFile state;
    private final Segments segments;
    private final CheckpointFiles checkpoints;
    private Recovery recovery;
    private long era;

    private Storage(Disk disk, StorageSettings settings, StateFile state) {
        this.disk = disk;
        this.settings = settings;
        this.state = state;
        this.segments = new Segments(disk, settings);
        this.checkpoints = new CheckpointFiles(disk);
    }

    /**
     * Opens a folder and reads what it holds.
     *
     * @throws UnknownFormatException when a file is of another version; nothing was changed then
     * @throws IOException when the disk refuses
     */
    public static Storage open(Disk disk, StorageSettings settings) throws IOException {
        Storage storage = new Storage(disk, settings, StateFile.open(disk));
        try {
            storage.recover();
            return storage;
        } catch (IOException | RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    /** What the folder held when it was opened. */
    public Recovery recovery() {
        return recovery;
    }

    /** Makes term, vote, generation and birth durable, whatever the settings. */
    public void keep(HardState newState) throws IOException {
        if (newState.generation() != 0 && segments.count() == 0) {
            // Once a generation is kept, a log without a file, or a file without a state, is lost.
            if (state.state() == null) {
                state.keep(new HardState(0, 0, 0, 0, newState.birth(), 0));
            }
            segments.begin();
        }
        state.keep(newState);
    }

    /** Appends records to the log in one write, of at most {@link #batchBytesMax}. */
    public void write(List<LogRecord> records) throws IOException {
        segments.write(records);
    }

    /** Most bytes of records in one write. */
    public int batchBytesMax() {
        return Math.min(1 << 20, settings.segmentBytes() / 2);
    }

    /** Bytes that a record takes. */
    public static int bytes(LogRecord record) {
        return BatchLayout.bytes(record);
    }

    /** Takes a checkpoint over in place of the whole log; the log goes on after it. */
    public void install(Checkpoint checkpoint) throws IOException {
        Check.that(checkpoints.write(checkpoint, era), "a checkpoint of a past that was wiped");
        segments.write(List.of(new LogRecord.Base(checkpoint.index(), checkpoint.term())));
        segments.deleteUpTo(checkpoint.index());
    }

    /**
     * Makes a checkpoint of what the log says durable. Any thread.
     *
     * @param ofEra {@link #era} when it was made
     */
    public void addCheckpoint(Checkpoint checkpoint, long ofEra) throws IOException {
        checkpoints.write(checkpoint, ofEra);
    }

    /** Counts the times the storage was wiped since it was opened. */
    public long era() {
        return era;
    }

    /** Deletes the part of the log that the older of two checkpoints covers (G32). */
    public void trim() throws IOException {
        List<Long> indexes = checkpoints.indexes();
        if (indexes.size() >= 2) {
            segments.deleteUpTo(indexes.get(1));
        }
    }

    /** Makes the next segment ready ahead of time. Any thread. */
    public void prepareSpare() throws IOException {
        segments.prepareSpare();
    }

    /** Forgets log and checkpoints for good. The new state is durable first. */
    public void wipe(HardState newState) throws IOException {
        keep(newState);
        era++;
        segments.deleteAll();
        checkpoints.deleteAll(era);
        disk.syncNames();
    }

    /**
     * Puts a damaged journal aside, in place of one put aside before, and begins an empty one. The
     * new state is durable first.
     */
    public void putAside(HardState newState) throws IOException {
        state.keep(newState);
        era++;
        segments.close();
        for (String name : disk.list()) {
            if (name.startsWith(DAMAGED)) {
                disk.delete(name);
            }
        }
        for (String name : disk.list()) {
            if (Segments.isPart(name) || CheckpointFiles.isPart(name)) {
                disk.rename(name, DAMAGED + name);
            }
        }
        checkpoints.deleteAll(era);
        segments.deleteAll();
        segments.begin();
    }

    /** Number of log segments. */
    int segments() {
        return segments.count();
    }

    private void recover() throws IOException {
        LogReplay replay = new LogReplay();
        Damage damage = segments.open(replay::accept);
        HardState kept = state.state();
        if (state.damage() != null) {
            recovery = new Recovery.Damaged(null, state.damage());
        } else if (kept == null && (segments.count() > 0 || !checkpoints.indexes().isEmpty())) {
            recovery =
                    new Recovery.Damaged(
                            null, new Damage(disk.describe("state"), 0, "the file is missing"));
        } else if (kept == null || kept.generation() == 0) {
            // What is left of a log that was about to be wiped belongs to nothing.
            segments.deleteAll();
            checkpoints.deleteAll(era);
            recovery = new Recovery.Empty();
        } else if (damage == null && replay.problem() != null) {
            recovery = damaged(kept, replay.problem());
        } else if (damage == null && segments.count() == 0) {
            recovery = damaged(kept, "the log is missing");
        } else {
            recovery = damage == null ? whole(kept, replay) : new Recovery.Damaged(kept, damage);
        }
    }

    /** From the newest good checkpoint that the log goes on from, or from the log's beginning. */
    private Recovery whole(HardState kept, LogReplay replay) throws IOException {
        List<Long> bad = new ArrayList<>();
        for (long index : checkpoints.indexes()) {
            Checkpoint checkpoint = checkpoints.read(index);
            if (checkpoint == null) {
                bad.add(index);
            } else if (replay.baseIndex() <= index) {
                return whole(kept, replay, checkpoint, bad);
            }
        }
        if (replay.baseIndex() == 0) {
            return whole(kept, replay, null, bad);
        }
        return bad.isEmpty()
                ? damaged(kept, "the checkpoint that the log begins after is missing")
                : new Recovery.Damaged(kept, checkpoints.damage(bad.get(0)));
    }

    private Recovery damaged(HardState kept, String problem) {
        return new Recovery.Damaged(kept, new Damage(disk.describe(""), 0, problem));
    }

    private Recovery whole(HardState kept, LogReplay replay, Checkpoint checkpoint, List<Long> bad)
            throws IOException {
        List<String> notes = new ArrayList<>();
        for (long index : bad) {
            notes.add(checkpoints.damage(index).inWords() + "; what was before it serves");
            checkpoints.delete(index);
        }
        if (checkpoint != null && replay.lastIndex() < checkpoint.index()) {
            // The end of the log was never written, the checkpoint was.
            segments.write(List.of(new LogRecord.Base(checkpoint.index(), checkpoint.term())));
        }
        if (settings.isSynced()) {
            // What a killed run wrote and did not live to sync was read too: now it counts.
            segments.force();
        }
        return new Recovery.Whole(
                kept,
                checkpoint,
                replay.after(checkpoint == null ? 0 : checkpoint.index()),
                segments.tornBytes(),
                List.copyOf(notes));
    }

    @Override
    public void close() throws IOException {
        segments.close();
        state.close();
    }
}
