package outcry.market.book;

import java.util.Arrays;

/**
 * All resting orders, in numbered slots of one flat array; free slots are chained for reuse.
 *
 * <p>A slot has eight words, so that what matching touches of an order lies in one cache line. Slot
 * numbers are an inner matter: nothing that can be seen from outside depends on them.
 */
public final class OrderSlots {
    /** No order: the end of a queue. */
    public static final int NONE = -1;

    private static final int WORDS_LOG2 = 3;

    /** Fills the rest of the cache line that begins with the array's header. */
    private static final int SHIFT = 6;

    private static final int ID = 0;
    private static final int PRICE = 1;
    private static final int QUANTITY = 2;

    /** High half the account, low half the price level. */
    private static final int ACCOUNT_AND_LEVEL = 3;

    /** High half the instrument, low half the flags. */
    private static final int INSTRUMENT_AND_FLAGS = 4;

    /** High half the slot before in the queue, low half the slot after. */
    private static final int QUEUE = 5;

    /** What the owner of this class keeps with the order. */
    private static final int EXTRA = 6;

    /** What the order shows, where that is less than its quantity. */
    private static final int SHOWN = 7;

    private static final long LOW_HALF = 0xFFFF_FFFFL;

    private long[] words;
    private int slotsTouched;
    private int firstFree = NONE;
    private int count;

    /** Room for {@code initialCapacity} orders; grows by half when it is full. */
    public OrderSlots(int initialCapacity) {
        words = new long[(Math.max(16, initialCapacity) << WORDS_LOG2) + SHIFT];
    }

    /** The orders held. */
    public int count() {
        return count;
    }

    /** Takes a free slot for an order that is in no queue yet. */
    public int allocate(
            long id, long price, long quantity, int account, int instrument, int flags) {
        int slot = firstFree;
        if (slot != NONE) {
            firstFree = next(slot);
        } else {
            slot = slotsTouched++;
            if ((slotsTouched << WORDS_LOG2) + SHIFT > words.length) {
                growByHalf();
            }
        }
        int at = (slot << WORDS_LOG2) + SHIFT;
        words[at + ID] = id;
        words[at + PRICE] = price;
        words[at + QUANTITY] = quantity;
        words[at + ACCOUNT_AND_LEVEL] = pair(account, NONE);
        words[at + INSTRUMENT_AND_FLAGS] = pair(instrument, flags);
        words[at + QUEUE] = pair(NONE, NONE);
        words[at + EXTRA] = 0;
        words[at + SHOWN] = 0;
        count++;
        return slot;
    }

    /** Gives the slot of an order that has left its queue back. */
    public void free(int slot) {
        int at = (slot << WORDS_LOG2) + SHIFT;
        words[at + ID] = 0;
        words[at + QUEUE] = pair(NONE, firstFree);
        firstFree = slot;
        count--;
    }

    /** The order's id, or 0 in a free slot. */
    public long id(int slot) {
        return words[(slot << WORDS_LOG2) + SHIFT + ID];
    }

    public long price(int slot) {
        return words[(slot << WORDS_LOG2) + SHIFT + PRICE];
    }

    public void setPrice(int slot, long price) {
        words[(slot << WORDS_LOG2) + SHIFT + PRICE] = price;
    }

    /** The open quantity, in shares. */
    public long quantity(int slot) {
        return words[(slot << WORDS_LOG2) + SHIFT + QUANTITY];
    }

    public void setQuantity(int slot, long quantity) {
        words[(slot << WORDS_LOG2) + SHIFT + QUANTITY] = quantity;
    }

    /** A word of the owner of this class; 0 at first. */
    public long extra(int slot) {
        return words[(slot << WORDS_LOG2) + SHIFT + EXTRA];
    }

    public void setExtra(int slot, long extra) {
        words[(slot << WORDS_LOG2) + SHIFT + EXTRA] = extra;
    }

    /** The shares shown of an order that hides some; of others it means nothing. */
    public long shown(int slot) {
        return words[(slot << WORDS_LOG2) + SHIFT + SHOWN];
    }

    public void setShown(int slot, long shown) {
        words[(slot << WORDS_LOG2) + SHIFT + SHOWN] = shown;
    }

    public int account(int slot) {
        return high(words[(slot << WORDS_LOG2) + SHIFT + ACCOUNT_AND_LEVEL]);
    }

    public int instrument(int slot) {
        return high(words[(slot << WORDS_LOG2) + SHIFT + INSTRUMENT_AND_FLAGS]);
    }

    /** What the owner of this class stored with the order. */
    public int flags(int slot) {
        return (int) words[(slot << WORDS_LOG2) + SHIFT + INSTRUMENT_AND_FLAGS];
    }

    public void setFlags(int slot, int flags) {
        words[(slot << WORDS_LOG2) + SHIFT + INSTRUMENT_AND_FLAGS] = pair(instrument(slot), flags);
    }

    /** The order before this one in the queue of its price, or {@link #NONE}. */
    public int previous(int slot) {
        return high(words[(slot << WORDS_LOG2) + SHIFT + QUEUE]);
    }

    /** The order behind this one in the queue of its price, or {@link #NONE}. */
    public int next(int slot) {
        return (int) words[(slot << WORDS_LOG2) + SHIFT + QUEUE];
    }

    /** The price level whose queue the order is in. */
    public int level(int slot) {
        return (int) words[(slot << WORDS_LOG2) + SHIFT + ACCOUNT_AND_LEVEL];
    }

    void setLevel(int slot, int level) {
        words[(slot << WORDS_LOG2) + SHIFT + ACCOUNT_AND_LEVEL] = pair(account(slot), level);
    }

    void setNeighbours(int slot, int previous, int next) {
        words[(slot << WORDS_LOG2) + SHIFT + QUEUE] = pair(previous, next);
    }

    void setPrevious(int slot, int previous) {
        words[(slot << WORDS_LOG2) + SHIFT + QUEUE] = pair(previous, next(slot));
    }

    void setNext(int slot, int next) {
        words[(slot << WORDS_LOG2) + SHIFT + QUEUE] = pair(previous(slot), next);
    }

    private void growByHalf() {
        int capacity = words.length >> WORDS_LOG2;
        words = Arrays.copyOf(words, (capacity + (capacity >> 1) << WORDS_LOG2) + SHIFT);
    }

    private static long pair(int high, int low) {
        return (long) high << 32 | low & LOW_HALF;
    }

    private static int high(long pair) {
        return (int) (pair >>> 32);
    }
}
