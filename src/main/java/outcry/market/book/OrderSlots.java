package outcry.market.book;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * All resting orders, in numbered slots of flat arrays; free slots are chained for reuse.
 *
 * <p>A slot has eight words, so that what is asked of an order lies in one cache line. Its
 * neighbours are kept apart from them: who leaves a queue writes to two orders without asking them
 * anything, and the caches hold the links of four orders where they hold one order. Slot numbers
 * are an inner matter: nothing that can be seen from outside depends on them.
 */
public final class OrderSlots {
    /**
     * No order: the end of a queue. This slot is there but is given to nobody, so that who leaves
     * or joins a queue can write to its neighbours without asking whether there are any; its id is
     * 0.
     */
    public static final int NONE = 0;

    private static final int WORDS_LOG2 = 3;

    /** Fills the rest of the cache line that begins with the array's header. */
    private static final int SHIFT = 6;

    private static final int ID = 0;
    private static final int PRICE = 1;
    private static final int QUANTITY = 2;

    /** High half the account, below it 24 bits of the instrument and 8 of flags; or free. */
    private static final int TERMS = 3;

    private static final long FREE = -1;
    private static final int INSTRUMENT_AT = 8;
    private static final int FLAGS = (1 << INSTRUMENT_AT) - 1;

    /** The order's key in the digest. */
    private static final int KEY = 4;

    /** What the owner of this class keeps with the order. */
    private static final int EXTRA = 5;

    /** What the order shows, where that is less than its quantity. */
    private static final int SHOWN = 6;

    // The links of slot n, at 4n: its neighbours in the queue, whose queue it is, and the account
    // once more, so that a search for all orders of one has less to look at.
    private static final int LINKS_LOG2 = 2;
    private static final int PREVIOUS = 0;
    private static final int NEXT = 1;
    private static final int LEVEL = 2;

    private static final int ACCOUNT = 3;

    private long[] words;

    private int[] links;

    private int slotsTouched = NONE + 1;
    private int firstFree = NONE;
    private int count;

    /** Room for {@code initialCapacity} orders; grows by half when it is full. */
    public OrderSlots(int initialCapacity) {
        int capacity = Math.max(16, initialCapacity);
        words = new long[(capacity << WORDS_LOG2) + SHIFT];
        links = new int[capacity << LINKS_LOG2];
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
        copy.links = Copies.into(copy.links, links, slotsTouched << LINKS_LOG2);
        copy.slotsTouched = slotsTouched;
        copy.firstFree = firstFree;
        copy.count = count;
    }

    /** The orders held. */
    public int count() {
        return count;
    }

    /** Takes a free slot for an order that is in no queue yet, and shows all of itself. */
    public int allocate(
            long id, long price, long quantity, int account, int instrument, int flags, long key) {
        int slot = firstFree;
        if (slot != NONE) {
            firstFree = (int) words[at(slot) + ID];
        } else {
            slot = slotsTouched++;
            if (slotsTouched << LINKS_LOG2 > links.length) {
                growByHalf();
            }
        }
        int at = at(slot);
        words[at + ID] = id;
        words[at + PRICE] = price;
        words[at + QUANTITY] = quantity;
        words[at + TERMS] = (long) account << 32 | instrument << INSTRUMENT_AT | flags;
        words[at + KEY] = key;
        words[at + EXTRA] = 0;
        words[at + SHOWN] = 0;
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

    public long price(int slot) {
        return words[at(slot) + PRICE];
    }

    public void setPrice(int slot, long price) {
        words[at(slot) + PRICE] = price;
    }

    /** The open quantity, in shares. */
    public long quantity(int slot) {
        return words[at(slot) + QUANTITY];
    }

    public void setQuantity(int slot, long quantity) {
        words[at(slot) + QUANTITY] = quantity;
    }

    /** A word of the owner of this class; 0 at first. */
    public long extra(int slot) {
        return words[at(slot) + EXTRA];
    }

    public void setExtra(int slot, long extra) {
        words[at(slot) + EXTRA] = extra;
    }

    /** The shares shown of an order that hides some; of others it means nothing. */
    public long shown(int slot) {
        return words[at(slot) + SHOWN];
    }

    public void setShown(int slot, long shown) {
        words[at(slot) + SHOWN] = shown;
    }

    public int account(int slot) {
        return (int) (words[at(slot) + TERMS] >>> 32);
    }

    /**
     * The first slot behind {@code slot} with an order of {@code account}, which has one there.
     * {@link #NONE} is before the first order.
     */
    int nextOf(int account, int slot) {
        int at = (slot + 1 << LINKS_LOG2) + ACCOUNT;
        while (links[at] != account || account(at >> LINKS_LOG2) != account) {
            at += 1 << LINKS_LOG2;
        }
        return at >> LINKS_LOG2;
    }

    /** The order's key in the digest, kept for when it leaves. */
    public long key(int slot) {
        return words[at(slot) + KEY];
    }

    public void setKey(int slot, long key) {
        words[at(slot) + KEY] = key;
    }

    public int instrument(int slot) {
        return (int) words[at(slot) + TERMS] >>> INSTRUMENT_AT;
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
        return links[(slot << LINKS_LOG2) + PREVIOUS];
    }

    /** The order behind this one in the queue of its price, or {@link #NONE}. */
    public int next(int slot) {
        return links[(slot << LINKS_LOG2) + NEXT];
    }

    /** The price level whose queue the order is in. */
    public int level(int slot) {
        return links[(slot << LINKS_LOG2) + LEVEL];
    }

    /** Puts the order at the end of a queue, behind {@code previous}. */
    void setLast(int slot, int level, int previous) {
        int account = account(slot);
        int at = slot << LINKS_LOG2;
        links[at + PREVIOUS] = previous;
        links[at + NEXT] = NONE;
        links[at + LEVEL] = level;
        links[at + ACCOUNT] = account;
    }

    void setPrevious(int slot, int previous) {
        links[(slot << LINKS_LOG2) + PREVIOUS] = previous;
    }

    void setNext(int slot, int next) {
        links[(slot << LINKS_LOG2) + NEXT] = next;
    }

    private void growByHalf() {
        int capacity = links.length >> LINKS_LOG2;
        capacity += capacity >> 1;
        words = Arrays.copyOf(words, (capacity << WORDS_LOG2) + SHIFT);
        links = Arrays.copyOf(links, capacity << LINKS_LOG2);
    }

    private static int at(int slot) {
        return (slot << WORDS_LOG2) + SHIFT;
    }
}
