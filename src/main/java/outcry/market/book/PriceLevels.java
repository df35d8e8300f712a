package outcry.market.book;

import java.util.Arrays;

/**
 * All price levels of all books: a price and the queue of the orders that rest at it, linked by
 * slot numbers, oldest first.
 */
public final class PriceLevels {
    /** No level. */
    public static final int NONE = -1;

    private static final long LOW_HALF = 0xFFFF_FFFFL;

    private final OrderSlots orders;

    /** The price of level n at 2n; its first and last order, or the next free level, at 2n + 1. */
    private long[] words;

    private int levelsTouched;
    private int firstFree = NONE;

    public PriceLevels(OrderSlots orders) {
        this(orders, 64);
    }

    /** Room for {@code initialCapacity} levels; grows by half when it is full. */
    PriceLevels(OrderSlots orders, int initialCapacity) {
        this.orders = orders;
        words = new long[2 * Math.max(2, initialCapacity)];
    }

    /** The levels that were ever used: so many a copy holds. */
    public int levelsTouched() {
        return levelsTouched;
    }

    /** Gives {@code copy} the levels as they are now. */
    void copyTo(PriceLevels copy) {
        copy.words = Copies.into(copy.words, words, 2 * levelsTouched);
        copy.levelsTouched = levelsTouched;
        copy.firstFree = firstFree;
    }

    public long price(int level) {
        return words[2 * level];
    }

    /** The order first in time, or {@link OrderSlots#NONE} in an empty queue. */
    public int head(int level) {
        return (int) (words[2 * level + 1] >>> 32);
    }

    /** The order last in time, or {@link OrderSlots#NONE} in an empty queue. */
    public int tail(int level) {
        return (int) words[2 * level + 1];
    }

    /** Puts an order at the back of the queue. */
    public void append(int level, int slot) {
        int last = tail(level);
        orders.setLast(slot, level, last);
        orders.setNext(last, slot);
        setEnds(level, last == OrderSlots.NONE ? slot : head(level), slot);
    }

    /**
     * Takes an order out of its queue, wherever it stands.
     *
     * @return whether the queue of its level is empty now
     */
    public boolean unlink(int slot) {
        int previous = orders.previous(slot);
        int next = orders.next(slot);
        orders.setNext(previous, next);
        orders.setPrevious(next, previous);
        if (Math.min(previous, next) != OrderSlots.NONE) {
            return false;
        }
        int level = orders.level(slot);
        int head = previous == OrderSlots.NONE ? next : head(level);
        int tail = next == OrderSlots.NONE ? previous : tail(level);
        setEnds(level, head, tail);
        return head == OrderSlots.NONE;
    }

    int allocate(long price) {
        int level = firstFree;
        if (level != NONE) {
            firstFree = head(level);
        } else {
            level = levelsTouched++;
            if (2 * levelsTouched > words.length) {
                int capacity = words.length / 2;
                words = Arrays.copyOf(words, 2 * (capacity + (capacity >> 1)));
            }
        }
        words[2 * level] = price;
        setEnds(level, OrderSlots.NONE, OrderSlots.NONE);
        return level;
    }

    void free(int level) {
        setEnds(level, firstFree, OrderSlots.NONE);
        firstFree = level;
    }

    private void setEnds(int level, int head, int tail) {
        words[2 * level + 1] = (long) head << 32 | tail & LOW_HALF;
    }
}
