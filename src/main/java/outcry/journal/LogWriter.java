package outcry.journal;

import java.io.Closeable;
import java.util.List;
import java.util.function.Supplier;

/**
 * Takes on what is to be written to a {@link Storage}. All methods return at once and are for one
 * thread; what they ask is done in their order, and reported to a {@link JournalListener}. After a
 * failure nothing is done any more.
 */
public interface LogWriter extends Closeable {
    /** Appends entries; reported by {@code onPersisted}. */
    void append(List<LogRecord.Entry> entries);

    /** Cuts the log: the entries from {@code fromIndex} on count no more. */
    void truncate(long fromIndex);

    /**
     * Makes the hard state durable.
     *
     * @return the ticket that {@code onKept} will report
     */
    long keep(HardState state);

    /** Takes a checkpoint over in place of the log; {@code onPersisted} reports its place. */
    void install(Checkpoint checkpoint);

    /**
     * Forgets log and checkpoints.
     *
     * @return the ticket that {@code onWiped} will report
     */
    long wipe(HardState state);

    /**
     * Keeps a checkpoint of what the log says, and lets go what it makes superfluous.
     *
     * @param checkpoint asked once, later, on the thread that writes it
     * @return false when the one before is still being written: this one is not kept
     */
    boolean addCheckpoint(Supplier<Checkpoint> checkpoint);

    /** Whether a checkpoint is being written: another would not be kept now. */
    boolean isWritingCheckpoint();

    /** Ends like a dying process: what is not written by now never will be. Waits for that. */
    @Override
    void close();
}
