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

    private final OrderSlots orders;

    /** Per account and order: the low half of its id, and its slot. */
    private long[][] ids = new long[16][];

    private int[] lengths = new int[16];
    private int[] open = new int[16];

    public AccountOrders(OrderSlots orders) {
        this.orders = orders;
    }

    /** The open orders of {@code account}. */
    public int count(int account) {
        return account < open.length ? open[account] : 0;
    }

    /** An order of the account joined the book. */
    public void add(int account, long orderId, int slot) {
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
        ids[account][lengths[account]++] = orderId << 32 | slot;
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
        int kept = keepOpen(account);
        long[] found = new long[kept];
        for (int i = 0; i < kept; i++) {
            found[i] = orders.id((int) ids[account][i]);
        }
        Arrays.sort(found);
        return found;
    }

    /** Forgets the orders that left; afterwards at least half of the list is free. */
    private void sweep(int account) {
        int kept = keepOpen(account);
        int capacity = Math.max(8, kept * 2);
        int now = ids[account].length;
        if (capacity > now || capacity <= now / 4) {
            ids[account] = Arrays.copyOf(ids[account], capacity);
        }
    }

    /** Moves what is open to the front of the list, in its order. */
    private int keepOpen(int account) {
        long[] list = ids[account];
        int kept = 0;
        for (int i = 0; i < lengths[account]; i++) {
            long id = orders.id((int) list[i]);
            // A slot whose order left is free, or holds another order.
            if (id != 0 && (int) id == (int) (list[i] >>> 32)) {
                list[kept++] = list[i];
            }
        }
        lengths[account] = kept;
        return kept;
    }
}
