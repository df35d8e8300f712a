package outcry.market.book;

import java.util.Arrays;
import java.util.function.Function;

/**
 * The price levels of every side of every order book, sorted: bids highest first, asks lowest
 * first. Sides are numbered; a side says when it is made which price comes first.
 *
 * <p>Prices are keys of one radix tree per side, of six bits a step; where the highest comes first,
 * the key is the price with its bits turned over, so the lowest key comes first on every side. A
 * branch with a single price in it is that price's level itself, and the root begins where the keys
 * begin to differ: a far price costs no chain of nodes, prices that are near each other few steps
 * (two within 4,096, eleven at most), however many levels there are. The best level is remembered.
 */
public final class BookSides {
    /** No level. */
    public static final int NONE = PriceLevels.NONE;

    /** The highest price there can be. */
    public static final long PRICE_MAX = Long.MAX_VALUE - 1;

    /** Above the key of every price. */
    private static final long NO_KEY = Long.MAX_VALUE;

    private static final int STEP = RadixNodes.DIGIT_BITS;

    // The words of side n, at 8n: both sides of a book lie in neighbouring cache lines.
    private static final int WORDS_LOG2 = 3;
    private static final int ROOT = 0;

    /** The shift of the root's digit. */
    private static final int SHIFT = 1;

    /** What all keys of the tree have in common, above the root's digit; of none if it is empty. */
    private static final int PREFIX = 2;

    private static final long NO_PREFIX = -1;

    private static final int BEST = 3;
    private static final int BEST_KEY = 4;

    /** Turns a price into a key and back: all ones where the highest comes first, else zero. */
    private static final int TURN = 5;

    private final PriceLevels levels;
    private final RadixNodes nodes;
    private long[] words = new long[0];
    private int count;

    public BookSides(PriceLevels levels, RadixNodes nodes) {
        this.levels = levels;
        this.nodes = nodes;
    }

    /**
     * Room for a copy of what there is now and an eighth more; the memory is got when the room is
     * asked for, on any one thread.
     */
    public Function<OrderSlots, BookSides> room() {
        int levelRoom = Copies.room(levels.levelsTouched());
        int nodeRoom = Copies.room(nodes.nodesTouched());
        return copiedOrders ->
                new BookSides(new PriceLevels(copiedOrders, levelRoom), new RadixNodes(nodeRoom));
    }

    /** Gives {@code copy}, which has copied orders, everything as it is now. */
    public void copyTo(BookSides copy) {
        levels.copyTo(copy.levels);
        nodes.copyTo(copy.nodes);
        copy.words = Copies.into(copy.words, words, count << WORDS_LOG2);
        copy.count = count;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** The order first in priority on a side, or {@link OrderSlots#NONE}. */
    public int head(int side) {
        int level = best(side);
        return level == NONE ? OrderSlots.NONE : levels.head(level);
    }

    /** The order first at the price behind that of {@code level}, or {@link OrderSlots#NONE}. */
    public int headAfter(int side, int level) {
        int next = after(side, level);
        return next == NONE ? OrderSlots.NONE : levels.head(next);
    }

    /**
     * Makes an empty side.
     *
     * @param highestFirst true for bids, false for asks
     * @return its number, counted from 0
     */
    public int add(boolean highestFirst) {
        int at = count << WORDS_LOG2;
        if (at == words.length) {
            words = Arrays.copyOf(words, Math.max(4 << WORDS_LOG2, at * 2));
        }
        words[at + ROOT] = RadixNodes.NONE;
        words[at + PREFIX] = NO_PREFIX;
        words[at + BEST] = NONE;
        words[at + BEST_KEY] = NO_KEY;
        words[at + TURN] = highestFirst ? Long.MAX_VALUE : 0;
        return count++;
    }

    /** The level first in price, or {@link #NONE}. */
    public int best(int side) {
        return (int) words[(side << WORDS_LOG2) + BEST];
    }

    /** Whether the level first in price comes no later than {@code price} would. */
    public boolean reaches(int side, long price) {
        int at = side << WORDS_LOG2;
        return words[at + BEST_KEY] <= (price ^ words[at + TURN]);
    }

    /**
     * The level of {@code price}, from 1 to {@link #PRICE_MAX}; made, empty, when there is none.
     */
    public int levelAt(int side, long price) {
        int at = side << WORDS_LOG2;
        long key = price ^ words[at + TURN];
        int shift = (int) words[at + SHIFT];
        if (key >>> shift >>> STEP != words[at + PREFIX]) {
            makeRoomFor(at, key);
            shift = (int) words[at + SHIFT];
        }
        int node = (int) words[at + ROOT];
        int child = nodes.child(node, RadixNodes.digit(key, shift));
        while (child > RadixNodes.NONE) {
            node = child;
            shift -= STEP;
            child = nodes.child(node, RadixNodes.digit(key, shift));
        }
        if (child != RadixNodes.NONE && levels.price(~child) == price) {
            return ~child;
        }
        return newLevel(at, node, shift, child, price);
    }

    /**
     * The level of {@code price} or, without a look at it, another one that stands alone where it
     * would be; {@link #NONE} when there is neither.
     */
    public int likelyLevel(int side, long price) {
        int at = side << WORDS_LOG2;
        long key = price ^ words[at + TURN];
        int shift = (int) words[at + SHIFT];
        if (key >>> shift >>> STEP != words[at + PREFIX]) {
            return NONE;
        }
        int child = (int) words[at + ROOT];
        while (child > RadixNodes.NONE) {
            child = nodes.child(child, RadixNodes.digit(key, shift));
            shift -= STEP;
        }
        return child == RadixNodes.NONE ? NONE : ~child;
    }

    /** The price of a level. */
    public long price(int level) {
        return levels.price(level);
    }

    /** Takes out a level whose queue is empty. */
    public void remove(int side, int level) {
        int at = side << WORDS_LOG2;
        long key = levels.price(level) ^ words[at + TURN];
        int node = (int) words[at + ROOT];
        int shift = (int) words[at + SHIFT];
        // The lowest node that stays: it has another child, or it is the root.
        int staying = node;
        int stayingDigit = RadixNodes.digit(key, shift);
        int digit = stayingDigit;
        int child = nodes.child(node, digit);
        while (true) {
            if (nodes.hasSeveral(node)) {
                staying = node;
                stayingDigit = digit;
            }
            if (child < 0) {
                break;
            }
            node = child;
            shift -= STEP;
            digit = RadixNodes.digit(key, shift);
            child = nodes.child(node, digit);
        }
        cutBranch(at, staying, stayingDigit);
        levels.free(level);
        if (level == (int) words[at + BEST]) {
            findBest(at);
        }
    }

    /** The next level behind {@code level} in price, or {@link #NONE}. */
    public int after(int side, int level) {
        int at = side << WORDS_LOG2;
        long key = levels.price(level) ^ words[at + TURN];
        int node = (int) words[at + ROOT];
        int shift = (int) words[at + SHIFT];
        int next = NONE;
        while (true) {
            int digit = RadixNodes.digit(key, shift);
            int behind = nodes.after(node, digit);
            if (behind != RadixNodes.NO_DIGIT) {
                int branch = nodes.child(node, behind);
                next = branch < 0 ? ~branch : nodes.first(branch);
            }
            int child = nodes.child(node, digit);
            if (child < 0) {
                return next;
            }
            node = child;
            shift -= STEP;
        }
    }

    /** Puts nodes above the root until the tree can hold {@code key}. */
    private void makeRoomFor(int at, long key) {
        if ((int) words[at + ROOT] == RadixNodes.NONE) {
            words[at + ROOT] = nodes.allocate();
            words[at + SHIFT] = 0;
            words[at + PREFIX] = key >>> STEP;
        }
        while (key >>> words[at + SHIFT] >>> STEP != words[at + PREFIX]) {
            int higher = nodes.allocate();
            nodes.put(higher, RadixNodes.digit(words[at + PREFIX], 0), (int) words[at + ROOT]);
            words[at + ROOT] = higher;
            words[at + SHIFT] += STEP;
            words[at + PREFIX] >>>= STEP;
        }
    }

    /**
     * Makes the level of a price that is not there.
     *
     * @param bottom the node where the search for it ended
     * @param lone the level there is in its place, or none
     */
    private int newLevel(int at, int bottom, int bottomShift, int lone, long price) {
        int level = levels.allocate(price);
        long key = price ^ words[at + TURN];
        int node = bottom;
        int shift = bottomShift;
        int digit = RadixNodes.digit(key, shift);
        if (lone != RadixNodes.NONE) {
            // The other level moves down, until the digits of both differ.
            long loneKey = levels.price(~lone) ^ words[at + TURN];
            int loneDigit = digit;
            while (loneDigit == digit) {
                int below = nodes.allocate();
                nodes.put(node, digit, below);
                node = below;
                shift -= STEP;
                digit = RadixNodes.digit(key, shift);
                loneDigit = RadixNodes.digit(loneKey, shift);
            }
            nodes.put(node, loneDigit, lone);
        }
        nodes.put(node, digit, ~level);
        if (key < words[at + BEST_KEY]) {
            words[at + BEST] = level;
            words[at + BEST_KEY] = key;
        }
        return level;
    }

    private void findBest(int at) {
        int root = (int) words[at + ROOT];
        if (root == RadixNodes.NONE) {
            words[at + BEST] = NONE;
            words[at + BEST_KEY] = NO_KEY;
        } else {
            int level = nodes.first(root);
            words[at + BEST] = level;
            words[at + BEST_KEY] = levels.price(level) ^ words[at + TURN];
        }
    }

    /** Cuts off a branch that holds one level, with all its nodes. */
    private void cutBranch(int at, int node, int digit) {
        int branch = nodes.child(node, digit);
        nodes.clear(node, digit);
        while (branch > RadixNodes.NONE) {
            branch = nodes.freeAbove(branch);
        }
        if (nodes.isEmpty(node)) {
            // Only the root stays without another child.
            nodes.free(node);
            words[at + ROOT] = RadixNodes.NONE;
            words[at + PREFIX] = NO_PREFIX;
        }
    }
}
