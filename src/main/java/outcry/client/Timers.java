package outcry.client;

import java.util.PriorityQueue;

/** What is to be done later on the client loop's thread, earliest first. Owned by that thread. */
final class Timers {
    private record Timer(long dueNanos, long order, Runnable task) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            int byTime = Long.compare(dueNanos - other.dueNanos, 0);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private long added;

    void add(long dueNanos, Runnable task) {
        timers.add(new Timer(dueNanos, added++, task));
    }

    /** The next task that is due, taken out; or null. */
    Runnable takeDue(long nowNanos) {
        Timer first = timers.peek();
        return first != null && nowNanos - first.dueNanos >= 0 ? timers.remove().task : null;
    }

    /** Nanoseconds until the next task is due, at most {@code maxNanos}, at least 0. */
    long untilNextNanos(long nowNanos, long maxNanos) {
        Timer first = timers.peek();
        return first == null
                ? maxNanos
                : Math.max(0, Math.min(maxNanos, first.dueNanos - nowNanos));
    }
}
