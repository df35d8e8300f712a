package outcry.market.book;

import java.util.Arrays;

/**
 * All price levels of all books: a price and the queue of the orders that rest at it, linked by
 * slot numbers, oldest first.
 */
public final class PriceLevels {
    /** No level. */
    public static final int NONE = -1;

    private final OrderSlots orders;
    private long[] prices = new long[64];
    private int[] heads = new int[64];
    private int[] tails = new int[64];
    private int levelsTouched;
    private int firstFree = NONE;

    public PriceLevels(OrderSlots orders) {
        this.orders = orders;
    }

    public long price(int level) {
        return prices[level];
    }

    /** The order first in time, or {@link OrderSlots#NONE} in an empty queue. */
    public int head(int level) {
        return heads[level];
    }

    /** The order last in time, or {@link OrderSlots#NONE} in an empty queue. */
    public int tail(int level) {
        return tails[level];
    }

    /** Puts an order at the back of the queue. */
    public void append(int level, int slot) {
        int last = tails[level];
        orders.setLevel(slot, level);
        orders.setNeighbours(slot, last, OrderSlots.NONE);
        tails[level] = slot;
        if (last == OrderSlots.NONE) {
            heads[level] = slot;
        } else {
            orders.setNext(last, slot);
        }
    }

    /**
     * Takes an order out of its queue, wherever it stands.
     *
     * @return its level, which may now be empty
     */
    public int unlink(int slot) {
        int level = orders.level(slot);
        int previous = orders.previous(slot);
        int next = orders.next(slot);
        if (previous == OrderSlots.NONE) {
            heads[level] = next;
        } else {
            orders.setNext(previous, next);
        }
        if (next == OrderSlots.NONE) {
            tails[level] = previous;
        } else {
            orders.setPrevious(next, previous);
        }
        return level;
    }

    public boolean isEmpty(int level) {
        return heads[level] == OrderSlots.NONE;
    }

    int allocate(long price) {
        int level = firstFree;
        if (level != NONE) {
            firstFree = heads[level];
        } else {
            level = levelsTouched++;
            if (levelsTouched > prices.length) {
                int capacity = prices.length + (prices.length >> 1);
                prices = Arrays.copyOf(prices, capacity);
                heads = Arrays.copyOf(heads, capacity);
                tails = Arrays.copyOf(tails, capacity);
            }
        }
        prices[level] = price;
        heads[level] = OrderSlots.NONE;
        tails[level] = OrderSlots.NONE;
        return level;
    }

    void free(int level) {
        heads[level] = firstFree;
        firstFree = level;
    }
}
