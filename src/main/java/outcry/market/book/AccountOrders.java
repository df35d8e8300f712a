package outcry.market.book;

import java.util.Arrays;

/**
 * The open orders of each account in order of acceptance, so that all of them can be cancelled.
 *
 * <p>An order that leaves the book is only counted; its id stays in the list until the list is full
 * and is swept. So entering and cancelling touch no other order's memory, and sweeping costs a
 * bounded number of look-ups per order entered.
 */
public final class AccountOrders {
    private static final long[] EMPTY = {};

    private final OrderIndex index;
    private long[][] ids = new long[16][];
    private int[] lengths = new int[16];
    private int[] open = new int[16];

    public AccountOrders(OrderIndex index) {
        this.index = index;
    }

    /** The open orders of {@code account}. */
    public int count(int account) {
        return account < open.length ? open[account] : 0;
    }

    /** An order of the account joined the book, the latest so far or {@link #sort} follows. */
    public void add(int account, long orderId) {
        if (account >= ids.length) {
            int capacity = Math.max(account + 1, ids.length * 2);
            ids = Arrays.copyOf(ids, capacity);
            lengths = Arrays.copyOf(lengths, capacity);
            open = Arrays.copyOf(open, capacity);
        }
        if (ids[account] == null) {
            ids[account] = EMPTY;
        }
        if (lengths[account] == ids[account].length) {
            sweep(account);
        }
        ids[account][lengths[account]++] = orderId;
        open[account]++;
    }

    /** One order of the account left the book. */
    public void removed(int account) {
        open[account]--;
        if (open[account] == 0) {
            lengths[account] = 0;
        }
    }

    /** The ids of the account's open orders, oldest first. */
    public long[] openOrders(int account) {
        if (count(account) == 0) {
            return EMPTY;
        }
        long[] found = new long[open[account]];
        int count = 0;
        for (int i = 0; i < lengths[account]; i++) {
            long id = ids[account][i];
            if (index.find(id) != OrderSlots.NONE) {
                found[count++] = id;
            }
        }
        return found;
    }

    /** Sorts every list by id, that is by age. */
    public void sort() {
        for (int account = 0; account < ids.length; account++) {
            if (ids[account] != null) {
                Arrays.sort(ids[account], 0, lengths[account]);
            }
        }
    }

    /** Forgets the orders that left; afterwards at least half of the list is free. */
    private void sweep(int account) {
        long[] kept = openOrders(account);
        int capacity = Math.max(8, kept.length * 2);
        if (capacity < ids[account].length && capacity > ids[account].length / 4) {
            capacity = ids[account].length;
        }
        ids[account] = Arrays.copyOf(kept, capacity);
        lengths[account] = kept.length;
    }
}
