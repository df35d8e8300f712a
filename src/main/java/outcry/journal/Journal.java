package outcry.journal;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.tinylog.Logger;
import outcry.base.Check;

/**
 * A {@link Storage} with a thread of its own and group commit: whatever gathered while the disk was
 * busy is written and synced at once, so a slow disk costs delay, not throughput. A second thread
 * writes checkpoints and prepares segments, so that neither holds the log up.
 *
 * <p>All methods return at once and are for one thread; what they ask is done in their order. After
 * a failure nothing is done any more.
 */
public final class Journal implements Closeable {
    /** More work than this under way is a bug of the caller, which must bound it (G29). */
    private static final int QUEUE_MAX = 1 << 18;

    private static final int TAKEN_AT_ONCE = 8_192;

    private sealed interface Task {
        record Append(List<LogRecord.Entry> entries) implements Task {}

        record Cut(LogRecord.Truncate truncate) implements Task {}

        record Keep(HardState state, long ticket) implements Task {}

        record Install(Checkpoint checkpoint) implements Task {}

        record Wipe(HardState state, long ticket) implements Task {}

        record Trim() implements Task {}

        record Stop() implements Task {}
    }

    private final Storage storage;
    private final JournalListener listener;
    private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>(QUEUE_MAX);
    private final CheckpointWriter checkpoints;
    private final Thread thread;
    private volatile boolean isStopped;
    private long ticket;
    private long era;

    /** Starts on a storage that was opened; the journal closes it. */
    public Journal(Storage storage, JournalListener listener) {
        this.storage = storage;
        this.listener = listener;
        this.era = storage.era();
        checkpoints = new CheckpointWriter(storage, () -> tasks.offer(new Task.Trim()), this::fail);
        thread = new Thread(this::run, "journal");
        thread.start();
        checkpoints.prepareSpare();
    }

    /** Appends entries; reported by {@code onPersisted}. */
    public void append(List<LogRecord.Entry> entries) {
        submit(new Task.Append(entries));
    }

    /** Cuts the log: the entries from {@code fromIndex} on count no more. */
    public void truncate(long fromIndex) {
        submit(new Task.Cut(new LogRecord.Truncate(fromIndex)));
    }

    /**
     * Makes the hard state durable.
     *
     * @return the ticket that {@code onKept} will report
     */
    public long keep(HardState state) {
        submit(new Task.Keep(state, ++ticket));
        return ticket;
    }

    /** Takes a checkpoint over in place of the log; {@code onPersisted} reports its place. */
    public void install(Checkpoint checkpoint) {
        submit(new Task.Install(checkpoint));
    }

    /**
     * Forgets log and checkpoints.
     *
     * @return the ticket that {@code onWiped} will report
     */
    public long wipe(HardState state) {
        era++;
        submit(new Task.Wipe(state, ++ticket));
        return ticket;
    }

    /**
     * Keeps a checkpoint of what the log says, and lets go what it makes superfluous.
     *
     * @return false when the one before is still being written: this one is not kept
     */
    public boolean addCheckpoint(Checkpoint checkpoint) {
        return checkpoints.offer(checkpoint, era);
    }

    /** Whether a checkpoint is being written: another would not be kept now. */
    public boolean isWritingCheckpoint() {
        return checkpoints.isWriting();
    }

    /** Ends like a dying process: what is not written by now never will be. Waits for that. */
    @Override
    public void close() {
        isStopped = true;
        tasks.clear();
        tasks.offer(new Task.Stop());
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

    private void submit(Task task) {
        if (!isStopped) {
            Check.that(tasks.offer(task), "more is waiting for the journal than ever may");
        }
    }

    private void run() {
        List<Task> taken = new ArrayList<>();
        try {
            while (!isStopped) {
                taken.add(tasks.take());
                tasks.drainTo(taken, TAKEN_AT_ONCE);
                carryOut(taken);
                taken.clear();
            }
        } catch (IOException | RuntimeException e) {
            fail(e);
        } catch (InterruptedException e) {
            fail(e);
            Thread.currentThread().interrupt();
        }
    }

    private void fail(Exception problem) {
        if (!isStopped) {
            isStopped = true;
            tasks.clear();
            tasks.offer(new Task.Stop());
            Logger.error(problem, "the journal failed");
            listener.onFailed(
                    "the journal cannot be written ("
                            + problem.getMessage()
                            + "); make room on the disk or repair it, then start the node again");
        }
    }

    private void carryOut(List<Task> taken) throws IOException {
        Batch batch = new Batch();
        for (int i = 0; i < taken.size() && !isStopped; i++) {
            Task task = taken.get(i);
            if (task instanceof Task.Append append) {
                for (LogRecord.Entry entry : append.entries()) {
                    batch.add(entry);
                }
            } else if (task instanceof Task.Cut cut) {
                batch.add(cut.truncate());
            } else if (!isSuperseded(task, taken, i)) {
                batch.write();
                carryOut(task);
            }
        }
        batch.write();
    }

    /** A state that is followed by another at once need not be written itself. */
    private static boolean isSuperseded(Task task, List<Task> taken, int index) {
        return task instanceof Task.Keep
                && index + 1 < taken.size()
                && taken.get(index + 1) instanceof Task.Keep;
    }

    private void carryOut(Task task) throws IOException {
        if (task instanceof Task.Keep keep) {
            storage.keep(keep.state());
            listener.onKept(keep.ticket());
        } else if (task instanceof Task.Wipe wipe) {
            storage.wipe(wipe.state());
            listener.onWiped(wipe.ticket());
        } else if (task instanceof Task.Install install) {
            storage.install(install.checkpoint());
            listener.onPersisted(install.checkpoint().index(), install.checkpoint().term());
        } else if (task instanceof Task.Trim) {
            storage.trim();
        }
    }

    /** Records gathered for one write. */
    private final class Batch {
        private final List<LogRecord> records = new ArrayList<>();
        private int bytes;
        private LogRecord.Entry last;

        void add(LogRecord record) throws IOException {
            int more = Storage.bytes(record);
            if (bytes + more > storage.batchBytesMax()) {
                write();
            }
            records.add(record);
            bytes += more;
            // After a cut the entry before it is the last; which one that is, is known already.
            last = record instanceof LogRecord.Entry entry ? entry : null;
        }

        void write() throws IOException {
            if (records.isEmpty() || isStopped) {
                return;
            }
            int before = storage.segments();
            storage.write(records);
            if (last != null) {
                listener.onPersisted(last.index(), last.term());
            }
            if (storage.segments() != before) {
                checkpoints.prepareSpare();
            }
            records.clear();
            bytes = 0;
        }
    }
}
