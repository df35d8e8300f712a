package outcry.market.state;

import outcry.base.ByteWriter;
import outcry.market.book.BookSides;
import outcry.market.book.OrderSlots;

/**
 * All orders of one moment, to be written into a checkpoint later, while the books go on changing.
 *
 * <p>Taking it costs a copy of the books' memory, one array after the other; the walk over the
 * orders, which waits for the memory at every step, is left to the writing. Getting new memory
 * takes several times as long as copying into it (most of it the operating system's, that gives it
 * page by page), so it can be got before. Read by one thread.
 */
public final class FrozenOrders {
    private static final int NONE = OrderSlots.NONE;

    private final OrderSlots orders;
    private final BookSides sides;
    private int moves;

    FrozenOrders(OrderSlots orders, BookSides sides) {
        this.orders = orders;
        this.sides = sides;
    }

    /** Becomes a copy of these. */
    void take(OrderSlots newOrders, BookSides newSides, int newMoves) {
        newOrders.copyTo(orders);
        newSides.copyTo(sides);
        moves = newMoves;
    }

    /** Writes what {@link StateCodec#read} reads last. */
    public void write(ByteWriter out) {
        out.putInt(moves);
        for (int side = 0; side < sides.count(); side++) {
            int countAt = out.length();
            int count = 0;
            out.putInt(0);
            int slot = sides.head(side);
            while (slot != NONE) {
                OrdersCodec.writeOrder(orders, slot, sides.price(orders.level(slot)), out);
                count++;
                int next = orders.next(slot);
                slot = next == NONE ? sides.headAfter(side, orders.level(slot)) : next;
            }
            out.setInt(countAt, count);
        }
    }
}
