package outcry.journal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * A journal without a thread, for a simulator: what is asked waits until {@link #work} is called,
 * which does and reports what a {@link Journal}'s thread would, in the same order. One thread.
 */
public final class SteppedJournal implements LogWriter {
    private final Storage storage;
    private final JournalListener listener;
    private final GroupCommit commit;
    private final ArrayDeque<JournalTask> tasks = new ArrayDeque<>();
    private Checkpoint checkpoint;
    private long checkpointEra;
    private boolean isSpareWanted = true;
    private long ticket;
    private long era;

    /** Starts on a storage that was opened; the journal closes it. */
    public SteppedJournal(Storage storage, JournalListener listener) {
        this.storage = storage;
        this.listener = listener;
        era = storage.era();
        commit = new GroupCommit(storage, listener, () -> isSpareWanted = true);
    }

    /** Whether there is something to do for {@link #work}. */
    public boolean hasWork() {
        return !tasks.isEmpty();
    }

    /** Does all that was asked, except to write a checkpoint, as one group commit. */
    public void work() {
        List<JournalTask> taken = new ArrayList<>(tasks);
        tasks.clear();
        try {
            commit.carryOut(taken);
            if (isSpareWanted) {
                isSpareWanted = false;
                storage.prepareSpare();
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    /** Writes the checkpoint that waits, as the journal's second thread does. */
    public void writeCheckpoint() {
        Checkpoint written = checkpoint;
        checkpoint = null;
        try {
            storage.addCheckpoint(written, checkpointEra);
            tasks.add(new JournalTask.Trim());
        } catch (IOException e) {
            fail(e);
        }
    }

    @Override
    public void append(List<LogRecord.Entry> entries) {
        submit(new JournalTask.Append(entries));
    }

    @Override
    public void truncate(long fromIndex) {
        submit(new JournalTask.Cut(new LogRecord.Truncate(fromIndex)));
    }

    @Override
    public long keep(HardState state) {
        submit(new JournalTask.Keep(state, ++ticket));
        return ticket;
    }

    @Override
    public void install(Checkpoint taken) {
        submit(new JournalTask.Install(taken));
    }

    @Override
    public long wipe(HardState state) {
        era++;
        submit(new JournalTask.Wipe(state, ++ticket));
        return ticket;
    }

    @Override
    public boolean addCheckpoint(Checkpoint offered) {
        if (checkpoint != null) {
            return false;
        }
        checkpoint = offered;
        checkpointEra = era;
        return true;
    }

    @Override
    public boolean isWritingCheckpoint() {
        return checkpoint != null;
    }

    @Override
    public void close() {
        commit.stop();
        tasks.clear();
    }

    private void submit(JournalTask task) {
        if (!commit.isStopped()) {
            tasks.add(task);
        }
    }

    private void fail(IOException problem) {
        commit.stop();
        tasks.clear();
        listener.onFailed(GroupCommit.problem(problem));
    }
}
