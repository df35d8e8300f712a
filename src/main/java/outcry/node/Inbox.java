package outcry.node;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** What other threads ask of the node's thread: bounded, in order, with one wake-up for many. */
final class Inbox {
    /** Room for every request that may be pending, and then some for operators. */
    private static final int TASKS_MAX = 4 * Pending.REQUESTS_MAX;

    private static final int TASKS_PER_TURN = 2_048;

    private final BlockingQueue<Runnable> tasks = new ArrayBlockingQueue<>(TASKS_MAX);
    private final AtomicBoolean isSignalled = new AtomicBoolean();
    private final Runnable wakeup;

    Inbox(Runnable wakeup) {
        this.wakeup = wakeup;
    }

    /** Adds a task; false when there is no room. Any thread. */
    boolean offer(Runnable task) {
        if (!tasks.offer(task)) {
            return false;
        }
        if (isSignalled.compareAndSet(false, true)) {
            wakeup.run();
        }
        return true;
    }

    /** Runs waiting tasks, a bounded number; false when more are waiting. Node's thread. */
    boolean run() {
        // Before looking, so that what comes after the look signals again.
        isSignalled.set(false);
        for (int i = 0; i < TASKS_PER_TURN; i++) {
            Runnable task = tasks.poll();
            if (task == null) {
                return true;
            }
            task.run();
        }
        return tasks.isEmpty();
    }
}
