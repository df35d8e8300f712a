package outcry.market.book;

import java.util.Arrays;

/**
 * How many open orders each account has, and which.
 *
 * <p>Which is asked far more seldom than orders come and go, so nothing is kept for it: a walk over
 * all slots finds them (a millisecond or two among a million orders).
 */
public final class AccountOrders {
    private static final long[] NO_IDS = {};

    private final OrderSlots orders;
    private int[] counts = new int[16];

    public AccountOrders(OrderSlots orders) {
        this.orders = orders;
    }

    /** The open orders of {@code account}. */
    public int count(int account) {
        return account < counts.length ? counts[account] : 0;
    }

    /** An order of the account joined. */
    public void add(int account) {
        if (account >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(account + 1, counts.length * 2));
        }
        counts[account]++;
    }

    /** An order of the account leaves. */
    public void remove(int account) {
        counts[account]--;
    }

    /** The ids of the account's open orders, oldest first. */
    public long[] openOrders(int account) {
        int count = count(account);
        if (count == 0) {
            return NO_IDS;
        }
        long[] ids = new long[count];
        int slot = OrderSlots.NONE;
        for (int i = 0; i < count; i++) {
            slot = orders.nextOf(account, slot);
            ids[i] = orders.id(slot);
        }
        Arrays.sort(ids);
        return ids;
    }
}
