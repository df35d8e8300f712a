package outcry.market.book;

import java.util.Arrays;

/**
 * The open orders of each account, so that all of them can be cancelled.
 *
 * <p>Each account has a list of slots without order. An order knows its place in the list; when it
 * leaves, the place becomes a hole for the next one, so nobody else is moved or looked at. A list
 * that is mostly holes is made shorter, which costs a bounded number of steps per order that left.
 */
public final class AccountOrders {
    private static final long[] NO_IDS = {};
    private static final int[] NO_SLOTS = {};
    private static final int NONE = -1;
    private static final int CAPACITY_MIN = 2;
    private static final int SHORTENED_FROM = 64;

    // The words of account n, at 4n.
    private static final int WORDS = 4;
    private static final int OPEN = 0;

    /** The last hole made, or none. */
    private static final int HOLE = 1;

    /** Places used so far, holes included. */
    private static final int LENGTH = 2;

    private final OrderSlots orders;

    /** Per account its slots and, as {@link #hole} has it, its holes. */
    private int[][] slots = new int[16][];

    private int[] words = new int[16 * WORDS];

    public AccountOrders(OrderSlots orders) {
        this.orders = orders;
    }

    /** The open orders of {@code account}. */
    public int count(int account) {
        return account < slots.length ? words[WORDS * account + OPEN] : 0;
    }

    /** The order in {@code slot} joined the book. */
    public void add(int slot) {
        int account = orders.account(slot);
        makeRoomFor(account);
        int at = WORDS * account;
        int[] list = slots[account];
        int place = words[at + HOLE];
        if (place != NONE) {
            words[at + HOLE] = hole(list[place]);
        } else {
            place = words[at + LENGTH]++;
            if (place == list.length) {
                list = Arrays.copyOf(list, Math.max(CAPACITY_MIN, place + (place >> 1)));
                slots[account] = list;
            }
        }
        list[place] = slot;
        orders.setPlace(slot, place);
        words[at + OPEN]++;
    }

    /** The order in {@code slot} is about to leave the book. */
    public void remove(int slot) {
        int account = orders.account(slot);
        int at = WORDS * account;
        int place = orders.place(slot);
        slots[account][place] = hole(words[at + HOLE]);
        words[at + HOLE] = place;
        int open = --words[at + OPEN];
        if (words[at + LENGTH] >= SHORTENED_FROM && open < words[at + LENGTH] >> 2) {
            shorten(account);
        }
    }

    /** The ids of the account's open orders, oldest first. */
    public long[] openOrders(int account) {
        int count = count(account);
        if (count == 0) {
            return NO_IDS;
        }
        long[] ids = new long[count];
        int found = 0;
        for (int place = 0; found < count; place++) {
            int slot = slots[account][place];
            if (slot >= 0) {
                ids[found++] = orders.id(slot);
            }
        }
        Arrays.sort(ids);
        return ids;
    }

    /** Closes all holes. */
    private void shorten(int account) {
        int at = WORDS * account;
        int[] list = slots[account];
        int[] kept = new int[Math.max(CAPACITY_MIN, words[at + OPEN] * 2)];
        int length = 0;
        for (int place = 0; place < words[at + LENGTH]; place++) {
            if (list[place] >= 0) {
                kept[length] = list[place];
                orders.setPlace(list[place], length++);
            }
        }
        slots[account] = kept;
        words[at + HOLE] = NONE;
        words[at + LENGTH] = length;
    }

    /** What stands in a hole for the hole made before it, negative; and the other way round. */
    private static int hole(int before) {
        return -2 - before;
    }

    private void makeRoomFor(int account) {
        int capacity = slots.length;
        if (account >= capacity) {
            capacity = Math.max(account + 1, capacity * 2);
            slots = Arrays.copyOf(slots, capacity);
            words = Arrays.copyOf(words, capacity * WORDS);
        }
        if (slots[account] == null) {
            slots[account] = NO_SLOTS;
            words[WORDS * account + HOLE] = NONE;
        }
    }
}
