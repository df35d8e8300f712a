package outcry.market;

import java.util.Arrays;
import outcry.market.book.OrderIndex;
import outcry.market.book.OrderSlots;

/**
 * The open orders of each account in order of acceptance, for {@link Command.CancelAll}.
 *
 * <p>An order that leaves the book is only counted; its id stays in the list until the list is full
 * and is swept. So entering and cancelling touch no other order's memory, and sweeping costs a
 * bounded number of look-ups per order entered.
 */
final class AccountOrders {
    private static final long[] EMPTY = {};

    private final OrderIndex index;
    private long[][] ids = new long[16][];
    private int[] lengths = new int[16];
    private int[] open = new int[16];

    AccountOrders(OrderIndex index) {
        this.index = index;
    }

    /** The open orders of {@code account}. */
    int count(int account) {
        return account < open.length ? open[account] : 0;
    }

    void add(int account, long orderId) {
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
    void removed(int account) {
        open[account]--;
        if (open[account] == 0) {
            lengths[account] = 0;
        }
    }

    /** The ids of the account's open orders, oldest first. */
    long[] openOrders(int account) {
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
    void sort() {
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
