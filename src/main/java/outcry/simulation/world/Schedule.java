package outcry.simulation.world;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What is to happen when, on virtual time; what is due at the same time happens in the order of
 * asking.
 */
public final class Schedule {
    private record Due(long atNanos, long number, Runnable action) {}

    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(
                    Comparator.comparingLong(Due::atNanos).thenComparingLong(Due::number));
    private long nowNanos;
    private long numberNext;
    private long stepsDone;

    /** Virtual time since the world began. */
    public long nowNanos() {
        return nowNanos;
    }

    /** How many actions were carried out. */
    public long stepsDone() {
        return stepsDone;
    }

    /** Carries {@code action} out at {@code atNanos}, or now when that has passed. */
    public void at(long atNanos, Runnable action) {
        queue.add(new Due(Math.max(atNanos, nowNanos), numberNext++, action));
    }

    public void after(long delayNanos, Runnable action) {
        at(nowNanos + delayNanos, action);
    }

    /** Carries out the next action, if it is due before {@code endNanos}; else time moves there. */
    public boolean step(long endNanos) {
        Due due = queue.peek();
        if (due == null || due.atNanos() >= endNanos) {
            nowNanos = Math.max(nowNanos, endNanos);
            return false;
        }
        queue.remove();
        nowNanos = due.atNanos();
        stepsDone++;
        due.action().run();
        return true;
    }

    /** Carries out everything that is due before {@code endNanos}. */
    public void runUntil(long endNanos) {
        while (step(endNanos)) {
            // Each step is one action; steps make further ones.
        }
    }
}
