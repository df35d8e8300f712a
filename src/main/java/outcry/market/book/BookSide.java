package outcry.market.book;

/**
 * The price levels of one side of one order book, sorted: bids highest first, asks lowest first.
 *
 * <p>Prices are keys of a radix tree of six bits a step. A branch with a single price in it is that
 * price's level itself, so a far price costs no chain of nodes, and the tree is only as high as the
 * highest price demands. The best level is remembered. Every operation takes a fixed small number
 * of steps (three for prices below 262,144, seven at most), however many levels there are.
 */
public final class BookSide {
    /** No level. */
    public static final int NONE = PriceLevels.NONE;

    private static final int STEP = RadixNodes.DIGIT_BITS;

    private final PriceLevels levels;
    private final RadixNodes nodes;
    private final boolean highestFirst;
    private int root = RadixNodes.NONE;

    /** The shift of the root's digit; a side without levels has no root. */
    private int rootShift;

    private int best = NONE;

    /**
     * An empty side.
     *
     * @param highestFirst true for bids, false for asks
     */
    public BookSide(PriceLevels levels, RadixNodes nodes, boolean highestFirst) {
        this.levels = levels;
        this.nodes = nodes;
        this.highestFirst = highestFirst;
    }

    /** The level first in price, or {@link #NONE}. */
    public int best() {
        return best;
    }

    /** The level of {@code price}, which must be positive; made, empty, when there is none. */
    public int levelAt(long price) {
        makeRoomFor(price);
        int node = root;
        int shift = rootShift;
        while (true) {
            int digit = RadixNodes.digit(price, shift);
            if (!nodes.has(node, digit)) {
                return newLevel(node, digit, price);
            }
            int child = nodes.child(node, digit);
            shift -= STEP;
            if (child < 0) {
                if (levels.price(~child) == price) {
                    return ~child;
                }
                child = splitBranch(node, digit, child, shift);
            }
            node = child;
        }
    }

    /** Takes out a level whose queue is empty. */
    public void remove(int level) {
        long price = levels.price(level);
        int node = root;
        int shift = rootShift;
        // The lowest node that stays: it has another child, or it is the root.
        int staying = root;
        int stayingDigit = RadixNodes.digit(price, rootShift);
        while (true) {
            int digit = RadixNodes.digit(price, shift);
            if (Long.bitCount(nodes.present(node)) > 1) {
                staying = node;
                stayingDigit = digit;
            }
            int child = nodes.child(node, digit);
            if (child < 0) {
                break;
            }
            node = child;
            shift -= STEP;
        }
        cutBranch(staying, stayingDigit);
        levels.free(level);
        if (level == best) {
            best = root == RadixNodes.NONE ? NONE : bestBelow(root);
        }
    }

    /** The next level behind {@code level} in price, or {@link #NONE}. */
    public int after(int level) {
        long price = levels.price(level);
        int node = root;
        int shift = rootShift;
        int next = NONE;
        while (true) {
            int digit = RadixNodes.digit(price, shift);
            long behind = nodes.present(node) & (highestFirst ? ~(-1L << digit) : -2L << digit);
            int child = nodes.child(node, digit);
            if (behind != 0) {
                int branch = nodes.child(node, firstDigit(behind));
                next = branch < 0 ? ~branch : bestBelow(branch);
            }
            if (child < 0) {
                return next;
            }
            node = child;
            shift -= STEP;
        }
    }

    private void makeRoomFor(long price) {
        if (root == RadixNodes.NONE) {
            root = nodes.allocate();
            rootShift = 0;
        }
        while (price >>> rootShift >>> STEP != 0) {
            if (nodes.present(root) != 0) {
                int higher = nodes.allocate();
                nodes.put(higher, 0, root);
                root = higher;
            }
            rootShift += STEP;
        }
    }

    private int newLevel(int node, int digit, long price) {
        int level = levels.allocate(price);
        nodes.put(node, digit, ~level);
        if (best == NONE || isBetter(price, levels.price(best))) {
            best = level;
        }
        return level;
    }

    /** Puts a node in the place of a lone level, which moves one step down. */
    private int splitBranch(int node, int digit, int lone, int shiftBelow) {
        int below = nodes.allocate();
        nodes.put(below, RadixNodes.digit(levels.price(~lone), shiftBelow), lone);
        nodes.put(node, digit, below);
        return below;
    }

    /** Cuts off a branch that holds one level, with all its nodes. */
    private void cutBranch(int node, int digit) {
        int branch = nodes.child(node, digit);
        nodes.clear(node, digit);
        while (branch >= 0) {
            int below = nodes.child(branch, firstDigit(nodes.present(branch)));
            nodes.free(branch);
            branch = below;
        }
        if (nodes.present(root) == 0) {
            nodes.free(root);
            root = RadixNodes.NONE;
        }
    }

    private int bestBelow(int node) {
        int child = node;
        while (child >= 0) {
            child = nodes.child(child, firstDigit(nodes.present(child)));
        }
        return ~child;
    }

    private int firstDigit(long present) {
        return highestFirst
                ? 63 - Long.numberOfLeadingZeros(present)
                : Long.numberOfTrailingZeros(present);
    }

    private boolean isBetter(long price, long than) {
        return highestFirst ? price > than : price < than;
    }
}
