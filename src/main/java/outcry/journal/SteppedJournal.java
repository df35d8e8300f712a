package outcry.journal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A journal without a thread, for a simulator: what is asked waits until {@link #work} is called,
 * which does and reports what a {@link Journal}'s thread would, in the same order. One thread.
 */
public final class SteppedJournal extends TaskLog {
    private final Storage storage;
    private final JournalListener listener;
    private final GroupCommit commit;
    private final ArrayDeque<JournalTask> tasks = new ArrayDeque<>();
    private Supplier<Checkpoint> checkpoint;
    private long checkpointEra;
    private boolean isSpareWanted = true;

    /** Starts on a storage that was opened; the journal closes it. */
    public SteppedJournal(Storage storage, JournalListener listener) {
        super(storage.era());
        this.storage = storage;
        this.listener = listener;
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
        Supplier<Checkpoint> written = checkpoint;
        checkpoint = null;
        try {
            storage.addCheckpoint(written.get(), checkpointEra);
            tasks.add(new JournalTask.Trim());
        } catch (IOException e) {
            fail(e);
        }
    }

    @Override
    public boolean addCheckpoint(Supplier<Checkpoint> offered) {
        if (checkpoint != null) {
            return false;
        }
        checkpoint = offered;
        checkpointEra = era();
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

    @Override
    void submit(JournalTask task) {
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
