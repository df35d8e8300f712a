package outcry.simulation.world;

import java.util.Arrays;

/**
 * What is to happen when, on virtual time; what is due at the same time happens in the order of
 * asking.
 */
public final class Schedule {
    private static final int ROOM_AT_FIRST = 256;

    /** One action and when it is due. */
    private record Due(long atNanos, long number, Runnable action) {
        boolean isBefore(Due other) {
            return atNanos < other.atNanos || atNanos == other.atNanos && number < other.number;
        }
    }

    /** A binary heap: nobody is due before its parent, at half its place. */
    private Due[] heap = new Due[ROOM_AT_FIRST];

    private int size;
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
        add(new Due(Math.max(atNanos, nowNanos), numberNext++, action));
    }

    public void after(long delayNanos, Runnable action) {
        at(nowNanos + delayNanos, action);
    }

    /** Carries out the next action, if it is due before {@code endNanos}; else time moves there. */
    public boolean step(long endNanos) {
        if (size == 0 || heap[0].atNanos() >= endNanos) {
            nowNanos = Math.max(nowNanos, endNanos);
            return false;
        }
        Due due = removeFirst();
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

    private void add(Due due) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        int at = size++;
        while (at > 0 && due.isBefore(heap[(at - 1) / 2])) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = due;
    }

    private Due removeFirst() {
        Due first = heap[0];
        Due moved = heap[--size];
        heap[size] = null;
        int at = 0;
        int child = 1;
        while (child < size) {
            child += child + 1 < size && heap[child + 1].isBefore(heap[child]) ? 1 : 0;
            if (!heap[child].isBefore(moved)) {
                break;
            }
            heap[at] = heap[child];
            at = child;
            child = 2 * at + 1;
        }
        if (size > 0) {
            heap[at] = moved;
        }
        return first;
    }
}
