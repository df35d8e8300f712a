package outcry.market.book;

import java.util.Arrays;
import java.util.function.Supplier;
import outcry.base.Check;

/**
 * All orders that are kept, in numbered slots of flat arrays; free slots are chained for reuse.
 *
 * <p>A slot has four words, so that a cache line holds two orders and whoever cancels one touches
 * three of them: it and its neighbours in the queue. The price is its level's, and what only few
 * orders have lies apart. Slot numbers are an inner matter: nothing that can be seen from outside
 * depends on them.
 */
public final class OrderSlots {
    /**
     * No order: the end of a queue. This slot is there but is given to nobody, so that who leaves
     * or joins a queue can write to its neighbours without asking whether there are any; its id is
     * 0.
     */
    public static final int NONE = 0;

    /** Accounts are numbered below this. */
    public static final int ACCOUNTS_MAX = (1 << 20) - 1;

    /** Instruments are numbered below this. */
    public static final int INSTRUMENTS_MAX = 1 << 12;

    /** The largest open quantity. */
    public static final long QUANTITY_MAX = (1L << 40) - 1;

    /** The most orders there can be at one time. */
    public static final int ORDERS_MAX = (1 << 24) - 2;

    private static final int WORDS_LOG2 = 2;

    /** Fills the rest of the cache line that begins with the array's header. */
    private static final int SHIFT = 6;

    private static final int ID = 0;

    /** From the highest bit 24 of the rank, 40 of the open quantity. */
    private static final int AMOUNT = 1;

    private static final int RANK_AT = 40;
    private static final long QUANTITY = QUANTITY_MAX;

    /** From the highest bit 24 of the level, 20 of the account, 12 of the instrument, 8 flags. */
    private static final int TERMS = 2;

    private static final long FREE = -1;
    private static final int LEVEL_AT = 40;
    private static final int ACCOUNT_AT = 20;
    private static final int ACCOUNT = (1 << LEVEL_AT - ACCOUNT_AT) - 1;
    private static final int INSTRUMENT_AT = 8;
    private static final int INSTRUMENT = (1 << ACCOUNT_AT - INSTRUMENT_AT) - 1;
    private static final int FLAGS = (1 << INSTRUMENT_AT) - 1;

    /** The orders before and behind it in its queue: high and low half. */
    private static final int LINKS = 3;

    private static final long LOW_HALF = 0xFFFF_FFFFL;

    private static final int EXTRAS_LOG2 = 1;

    private long[] words;

    /** Two words for each slot, which mean something only to the owner of this class. */
    private long[] extras;

    private int slotsTouched = NONE + 1;
    private int firstFree = NONE;
    private int count;

    /** Room for {@code initialCapacity} orders; grows by half when it is full. */
    public OrderSlots(int initialCapacity) {
        int capacity = Math.max(16, initialCapacity);
        words = new long[(capacity << WORDS_LOG2) + SHIFT];
        extras = new long[capacity << EXTRAS_LOG2];
    }

    /** The slots that were ever used: a copy holds so many. */
    public int slotsTouched() {
        return slotsTouched;
    }

    /** Room for a copy: as {@link BookSides#room}. */
    public Supplier<OrderSlots> room() {
        int slots = Copies.room(slotsTouched);
        return () -> new OrderSlots(slots);
    }

    /** Gives {@code copy} the orders as they are now, in its own memory as far as that suffices. */
    public void copyTo(OrderSlots copy) {
        copy.words = Copies.into(copy.words, words, at(slotsTouched));
        copy.extras = Copies.into(copy.extras, extras, slotsTouched << EXTRAS_LOG2);
        copy.slotsTouched = slotsTouched;
        copy.firstFree = firstFree;
        copy.count = count;
    }

    /** The orders held. */
    public int count() {
        return count;
    }

    /** Takes a free slot for an order that is in no queue yet and has no rank. */
    public int allocate(long id, long quantity, int account, int instrument, int flags) {
        int slot = firstFree;
        if (slot != NONE) {
            firstFree = (int) words[at(slot) + ID];
        } else {
            slot = newSlot();
        }
        int at = at(slot);
        words[at + ID] = id;
        words[at + AMOUNT] = quantity;
        words[at + TERMS] = (long) account << ACCOUNT_AT | instrument << INSTRUMENT_AT | flags;
        count++;
        return slot;
    }

    /** Gives the slot of an order that has left its queue back. */
    public void free(int slot) {
        words[at(slot) + ID] = firstFree;
        words[at(slot) + TERMS] = FREE;
        firstFree = slot;
        count--;
    }

    /** The order's id; in a free slot the number of the next one. */
    public long id(int slot) {
        return words[at(slot) + ID];
    }

    /** The open quantity, in shares. */
    public long quantity(int slot) {
        return words[at(slot) + AMOUNT] & QUANTITY;
    }

    /** Makes the open quantity smaller by less than all of it. */
    public void reduce(int slot, long less) {
        words[at(slot) + AMOUNT] -= less;
    }

    /** A number below 2^24 that the owner of this class keeps with the order; 0 at first. */
    public int rank(int slot) {
        return (int) (words[at(slot) + AMOUNT] >>> RANK_AT);
    }

    public void setQuantityAndRank(int slot, long quantity, int rank) {
        words[at(slot) + AMOUNT] = (long) rank << RANK_AT | quantity;
    }

    /** A word the owner of this class keeps with the order; at first it can be anything. */
    public long extra(int slot) {
        return extras[slot << EXTRAS_LOG2];
    }

    public void setExtra(int slot, long extra) {
        extras[slot << EXTRAS_LOG2] = extra;
    }

    /** A second such word. */
    public long extra2(int slot) {
        return extras[(slot << EXTRAS_LOG2) + 1];
    }

    public void setExtra2(int slot, long extra) {
        extras[(slot << EXTRAS_LOG2) + 1] = extra;
    }

    public int account(int slot) {
        return (int) (words[at(slot) + TERMS] >>> ACCOUNT_AT) & ACCOUNT;
    }

    /**
     * The first slot behind {@code slot} with an order of {@code account}, which has one there.
     * {@link #NONE} is before the first order.
     */
    int nextOf(int account, int slot) {
        int next = slot + 1;
        while (account(next) != account) {
            next++;
        }
        return next;
    }

    public int instrument(int slot) {
        return (int) words[at(slot) + TERMS] >>> INSTRUMENT_AT & INSTRUMENT;
    }

    /** What the owner of this class stored with the order. */
    public int flags(int slot) {
        return (int) words[at(slot) + TERMS] & FLAGS;
    }

    public void setFlags(int slot, int flags) {
        int at = at(slot) + TERMS;
        words[at] = words[at] & ~FLAGS | flags;
    }

    /** The order before this one in the queue of its price, or {@link #NONE}. */
    public int previous(int slot) {
        return (int) (words[at(slot) + LINKS] >>> 32);
    }

    /** The order behind this one in the queue of its price, or {@link #NONE}. */
    public int next(int slot) {
        return (int) words[at(slot) + LINKS];
    }

    /** The price level whose queue the order is in. */
    public int level(int slot) {
        return (int) (words[at(slot) + TERMS] >>> LEVEL_AT);
    }

    /** Puts the order at the end of a queue, behind {@code previous}. */
    void setLast(int slot, int level, int previous) {
        int at = at(slot);
        long terms = words[at + TERMS] & (1L << LEVEL_AT) - 1;
        words[at + TERMS] = (long) level << LEVEL_AT | terms;
        words[at + LINKS] = (long) previous << 32;
    }

    void setPrevious(int slot, int previous) {
        int at = at(slot) + LINKS;
        words[at] = (long) previous << 32 | words[at] & LOW_HALF;
    }

    void setNext(int slot, int next) {
        int at = at(slot) + LINKS;
        words[at] = words[at] & ~LOW_HALF | next;
    }

    private int newSlot() {
        int slot = slotsTouched++;
        if (slotsTouched << EXTRAS_LOG2 > extras.length) {
            int capacity = extras.length >> EXTRAS_LOG2;
            capacity += capacity >> 1;
            words = Arrays.copyOf(words, (capacity << WORDS_LOG2) + SHIFT);
            extras = Arrays.copyOf(extras, capacity << EXTRAS_LOG2);
        }
        Check.that(slot <= ORDERS_MAX, "too many orders");
        return slot;
    }

    private static int at(int slot) {
        return (slot << WORDS_LOG2) + SHIFT;
    }
}
