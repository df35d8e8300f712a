package outcry.journal;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The journal's second thread: writes checkpoints and prepares segments beside the log. */
final class CheckpointWriter {
    /** One checkpoint, one segment and the end. */
    private static final int QUEUE_MAX = 4;

    private interface Work {
        void carryOut() throws IOException;
    }

    private final Storage storage;
    private final Runnable written;
    private final Consumer<Throwable> failed;
    private final BlockingQueue<Work> works = new LinkedBlockingQueue<>(QUEUE_MAX);
    private final AtomicBoolean isWriting = new AtomicBoolean();
    private final AtomicBoolean isPreparing = new AtomicBoolean();
    private final Thread thread;
    private volatile boolean isStopped;

    /**
     * @param written called after a checkpoint is durable
     * @param failed called once, when the disk refuses
     */
    CheckpointWriter(Storage storage, Runnable written, Consumer<Throwable> failed) {
        this.storage = storage;
        this.written = written;
        this.failed = failed;
        thread = new Thread(this::run, "checkpoints");
        thread.start();
    }

    /** Takes a checkpoint on; false when one is being written. Any thread. */
    boolean offer(Supplier<Checkpoint> checkpoint, long era) {
        if (!isWriting.compareAndSet(false, true)) {
            return false;
        }
        works.offer(
                () -> {
                    storage.addCheckpoint(checkpoint.get(), era);
                    isWriting.set(false);
                    written.run();
                });
        return true;
    }

    boolean isWriting() {
        return isWriting.get();
    }

    /** Makes the next segment ready. Any thread. */
    void prepareSpare() {
        if (isPreparing.compareAndSet(false, true)) {
            works.offer(
                    () -> {
                        isPreparing.set(false);
                        storage.prepareSpare();
                    });
        }
    }

    void stop() {
        isStopped = true;
        works.clear();
        works.offer(() -> {});
    }

    /** Waits until the last work is done. */
    void awaitEnd() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!isStopped) {
                works.take().carryOut();
            }
        } catch (IOException | RuntimeException | Error e) {
            failed.accept(e);
        } catch (InterruptedException e) {
            failed.accept(e);
            Thread.currentThread().interrupt();
        }
    }
}
