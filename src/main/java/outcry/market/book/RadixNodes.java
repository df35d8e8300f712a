package outcry.market.book;

import java.util.Arrays;

/**
 * Nodes of the radix trees that keep prices sorted: 64 children and a bit map of those present.
 *
 * <p>A child is a node (its number, from 1) or a price level (the complement of its number, always
 * negative); or there is none.
 */
public final class RadixNodes {
    /** No node, and no child. */
    static final int NONE = 0;

    static final int NO_DIGIT = 64;
    static final int DIGIT_BITS = 6;

    private static final int DIGIT_MASK = (1 << DIGIT_BITS) - 1;

    private long[] present;

    /** Those of node n from 64n; in a free node the first is the next free node. */
    private int[] children;

    private int nodesTouched = 1;
    private int firstFree = NONE;

    public RadixNodes() {
        this(4);
    }

    /** Room for {@code initialCapacity} nodes; grows by an eighth when it is full. */
    RadixNodes(int initialCapacity) {
        int capacity = Math.max(4, initialCapacity);
        present = new long[capacity];
        children = new int[capacity << DIGIT_BITS];
    }

    /** The nodes that were ever used: so many a copy holds. */
    int nodesTouched() {
        return nodesTouched;
    }

    /** Gives {@code copy} the nodes as they are now. */
    void copyTo(RadixNodes copy) {
        copy.present = Copies.into(copy.present, present, nodesTouched);
        copy.children = Copies.into(copy.children, children, nodesTouched << DIGIT_BITS);
        copy.nodesTouched = nodesTouched;
        copy.firstFree = firstFree;
    }

    /** The digit of {@code key} that a node at height {@code shift} branches by. */
    static int digit(long key, int shift) {
        return (int) (key >>> shift) & DIGIT_MASK;
    }

    int allocate() {
        int node = firstFree;
        if (node != NONE) {
            firstFree = children[node << DIGIT_BITS];
            children[node << DIGIT_BITS] = NONE;
            return node;
        }
        node = nodesTouched++;
        if (nodesTouched > present.length) {
            // By little, for they are large and few.
            int capacity = present.length + 4 + (present.length >> 3);
            present = Arrays.copyOf(present, capacity);
            children = Arrays.copyOf(children, capacity << DIGIT_BITS);
        }
        return node;
    }

    void free(int node) {
        present[node] = 0;
        children[node << DIGIT_BITS] = firstFree;
        firstFree = node;
    }

    boolean isEmpty(int node) {
        return present[node] == 0;
    }

    /** Whether it has more than one child. */
    boolean hasSeveral(int node) {
        long bits = present[node];
        return (bits & bits - 1) != 0;
    }

    /** The child, or {@link #NONE}. */
    int child(int node, int digit) {
        return children[(node << DIGIT_BITS) + digit];
    }

    /** Frees a node that has one child, which it returns. */
    int freeAbove(int node) {
        int digit = Long.numberOfTrailingZeros(present[node]);
        int child = child(node, digit);
        clear(node, digit);
        free(node);
        return child;
    }

    /** The lowest digit above {@code digit} that has a child, or {@link #NO_DIGIT}. */
    int after(int node, int digit) {
        return Long.numberOfTrailingZeros(present[node] & -2L << digit);
    }

    /** The level below {@code node} with the lowest key. */
    int first(int node) {
        int child = node;
        while (child > NONE) {
            child = child(child, Long.numberOfTrailingZeros(present[child]));
        }
        return ~child;
    }

    void put(int node, int digit, int child) {
        present[node] |= 1L << digit;
        children[(node << DIGIT_BITS) + digit] = child;
    }

    void clear(int node, int digit) {
        present[node] &= ~(1L << digit);
        children[(node << DIGIT_BITS) + digit] = NONE;
    }
}
