package outcry.market.book;

/**
 * Finds the slot of an order by its id in O(1).
 *
 * <p>Ids are given one after the other, and most orders live short. So an order's place is its id
 * modulo the length of one table, which holds slots: a place is found without a search, and orders
 * entered together lie together. Who comes later to a place takes it; the older order, if it is
 * still there, moves to a table for ids far apart. The first has four to eight places per order, so
 * few ever move, and neither table's size depends on how far apart the ids of open orders are.
 */
public final class OrderIndex {
    private static final int PLACES_PER_ORDER = 4;
    private static final int PLACES_MIN = 256;

    private final OrderSlots orders;
    private final SparseIndex older;

    /** At an id's place the slot of this id or another with the same place, or none. */
    private int[] places = new int[PLACES_MIN];

    public OrderIndex(OrderSlots orders) {
        this.orders = orders;
        this.older = new SparseIndex(orders);
    }

    /** The slot of the order, or {@link OrderSlots#NONE}. */
    public int find(long id) {
        int slot = places[(int) id & places.length - 1];
        return orders.id(slot) == id ? slot : older.find(id);
    }

    /** The slot where the order is most likely, if it is there: of another order, or none. */
    public int likelySlot(long id) {
        return places[(int) id & places.length - 1];
    }

    /** Enters an order whose id is not in the index and already in its slot. */
    public void put(long id, int slot) {
        if (orders.count() > places.length / PLACES_PER_ORDER) {
            grow();
        }
        int place = (int) id & places.length - 1;
        int before = places[place];
        if (before != OrderSlots.NONE) {
            older.put(orders.id(before), before);
        }
        places[place] = slot;
    }

    /** Takes the order in {@code slot} out; its id must still be in the slot. */
    public void remove(int slot) {
        int place = (int) orders.id(slot) & places.length - 1;
        if (places[place] == slot) {
            places[place] = OrderSlots.NONE;
        } else {
            older.remove(slot);
        }
    }

    /** Doubles the places; two orders that had different ones do so again. */
    private void grow() {
        int[] wider = new int[places.length * 2];
        for (int slot : places) {
            if (slot != OrderSlots.NONE) {
                wider[(int) orders.id(slot) & wider.length - 1] = slot;
            }
        }
        places = wider;
    }
}
