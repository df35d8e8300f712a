package outcry.market.book;

import java.util.Arrays;

/**
 * The open orders of each account, so that all of them can be cancelled: a list linked by slot
 * numbers, the order that joined last in front.
 */
public final class AccountOrders {
    private static final long[] NO_IDS = {};

    // The words of account n, at 2n.
    private static final int WORDS = 2;
    private static final int COUNT = 0;

    /** The slot in front plus one, so that an array of zeros is that of accounts without orders. */
    private static final int FRONT = 1;

    private final OrderSlots orders;
    private int[] words = new int[16 * WORDS];

    public AccountOrders(OrderSlots orders) {
        this.orders = orders;
    }

    /** The open orders of {@code account}. */
    public int count(int account) {
        int at = WORDS * account;
        return at < words.length ? words[at + COUNT] : 0;
    }

    /** The order in {@code slot} joined the book. */
    public void add(int account, int slot) {
        int at = WORDS * account;
        if (at >= words.length) {
            words = Arrays.copyOf(words, Math.max(at + WORDS, words.length * 2));
        }
        int front = words[at + FRONT] - 1;
        orders.setNewer(slot, OrderSlots.NONE);
        orders.setOlder(slot, front);
        if (front != OrderSlots.NONE) {
            orders.setNewer(front, slot);
        }
        words[at + FRONT] = slot + 1;
        words[at + COUNT]++;
    }

    /** The order in {@code slot} is about to leave the book. */
    public void remove(int account, int slot) {
        int at = WORDS * account;
        int newer = orders.newer(slot);
        int older = orders.older(slot);
        if (newer != OrderSlots.NONE) {
            orders.setOlder(newer, older);
        } else {
            words[at + FRONT] = older + 1;
        }
        if (older != OrderSlots.NONE) {
            orders.setNewer(older, newer);
        }
        words[at + COUNT]--;
    }

    /** The ids of the account's open orders, oldest first. */
    public long[] openOrders(int account) {
        int count = count(account);
        if (count == 0) {
            return NO_IDS;
        }
        long[] ids = new long[count];
        int slot = words[WORDS * account + FRONT] - 1;
        for (int i = 0; i < count; i++) {
            ids[i] = orders.id(slot);
            slot = orders.older(slot);
        }
        Arrays.sort(ids);
        return ids;
    }
}
