package outcry.market.book;

/**
 * Finds the slot of an order by its id in O(1), whatever the ids are: an open-addressing table with
 * linear probing, at most half full.
 *
 * <p>A cell holds the slot plus one and the low half of the id; the slot itself holds the whole id,
 * which settles the rare case that two ids share their low half.
 */
final class SparseIndex {
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;
    private static final int NONE = OrderSlots.NONE;
    private static final int LINE_LOG2 = 3;

    private final OrderSlots orders;
    private long[] cells;
    private int shift;
    private int count;

    SparseIndex(OrderSlots orders) {
        this.orders = orders;
        allocate(64);
    }

    /** The slot of the order, or {@link OrderSlots#NONE}. */
    int find(long id) {
        int mask = cells.length - 1;
        for (int i = home((int) id); cells[i] != 0; i = i + 1 & mask) {
            if ((int) (cells[i] >>> 32) == (int) id) {
                int slot = slotIn(cells[i]);
                if (orders.id(slot) == id) {
                    return slot;
                }
            }
        }
        return NONE;
    }

    /** Enters an order whose id is not in the table. */
    void put(long id, int slot) {
        if (++count > cells.length >> 1) {
            grow();
        }
        insert(id << 32 | slot + 1);
    }

    /** Takes the order in {@code slot} out; its id must still be in the slot. */
    void remove(int slot) {
        int mask = cells.length - 1;
        int hole = home((int) orders.id(slot));
        while (slotIn(cells[hole]) != slot) {
            hole = hole + 1 & mask;
        }
        // Moves later cells of the run back, so that no search ends at the hole too early.
        for (int i = hole + 1 & mask; cells[i] != 0; i = i + 1 & mask) {
            int home = home((int) (cells[i] >>> 32));
            if ((i - home & mask) >= (i - hole & mask)) {
                cells[hole] = cells[i];
                hole = i;
            }
        }
        cells[hole] = 0;
        count--;
    }

    private void insert(long cell) {
        int mask = cells.length - 1;
        int i = home((int) (cell >>> 32));
        while (cells[i] != 0) {
            i = i + 1 & mask;
        }
        cells[i] = cell;
    }

    private void grow() {
        long[] old = cells;
        allocate(old.length * 2);
        for (long cell : old) {
            if (cell != 0) {
                insert(cell);
            }
        }
    }

    private void allocate(int capacity) {
        cells = new long[capacity];
        shift = Long.numberOfLeadingZeros(capacity - 1);
    }

    private int home(int idLow) {
        // Eight ids in a row share a cache line: orders entered together are near each other.
        int line = (int) ((idLow >>> LINE_LOG2) * GOLDEN >>> shift + LINE_LOG2);
        return line << LINE_LOG2 | idLow & (1 << LINE_LOG2) - 1;
    }

    private static int slotIn(long cell) {
        return (int) cell - 1;
    }
}
