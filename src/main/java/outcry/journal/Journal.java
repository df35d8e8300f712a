package outcry.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.tinylog.Logger;
import outcry.base.Check;

/**
 * A {@link Storage} with a thread of its own and group commit: whatever gathered while the disk was
 * busy is written and synced at once, so a slow disk costs delay, not throughput. A second thread
 * writes checkpoints and prepares segments, so that neither holds the log up.
 */
public final class Journal extends TaskLog {
    /** More work than this under way is a bug of the caller, which must bound it (G29). */
    private static final int QUEUE_MAX = 1 << 18;

    private static final int TAKEN_AT_ONCE = 8_192;

    private final Storage storage;
    private final JournalListener listener;
    private final BlockingQueue<JournalTask> tasks = new LinkedBlockingQueue<>(QUEUE_MAX);
    private final GroupCommit commit;
    private final CheckpointWriter checkpoints;
    private final Thread thread;

    /** Starts on a storage that was opened; the journal closes it. */
    public Journal(Storage storage, JournalListener listener) {
        super(storage.era());
        this.storage = storage;
        this.listener = listener;
        checkpoints =
                new CheckpointWriter(
                        storage, () -> tasks.offer(new JournalTask.Trim()), this::fail);
        commit = new GroupCommit(storage, listener, checkpoints::prepareSpare);
        thread = new Thread(this::run, "journal");
        thread.start();
        checkpoints.prepareSpare();
    }

    @Override
    public boolean addCheckpoint(Supplier<Checkpoint> checkpoint) {
        return checkpoints.offer(checkpoint, era());
    }

    @Override
    public boolean isWritingCheckpoint() {
        return checkpoints.isWriting();
    }

    @Override
    public void close() {
        commit.stop();
        tasks.clear();
        tasks.offer(new JournalTask.Stop());
        checkpoints.stop();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        checkpoints.awaitEnd();
        try {
            storage.close();
        } catch (IOException e) {
            Logger.warn("closing the journal: {}", e.getMessage());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    void submit(JournalTask task) {
        if (!commit.isStopped()) {
            Check.that(tasks.offer(task), "more is waiting for the journal than ever may");
        }
    }

    private void run() {
        List<JournalTask> taken = new ArrayList<>();
        try {
            while (!commit.isStopped()) {
                taken.add(tasks.take());
                tasks.drainTo(taken, TAKEN_AT_ONCE);
                commit.carryOut(taken);
                taken.clear();
            }
        } catch (IOException | RuntimeException | Error e) {
            fail(e);
        } catch (InterruptedException e) {
            fail(e);
            Thread.currentThread().interrupt();
        }
    }

    private void fail(Throwable problem) {
        if (!commit.isStopped()) {
            commit.stop();
            tasks.clear();
            tasks.offer(new JournalTask.Stop());
            Logger.error(problem, "the journal failed");
            listener.onFailed(GroupCommit.problem(problem));
        }
    }
}
