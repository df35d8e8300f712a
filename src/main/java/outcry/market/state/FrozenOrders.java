package outcry.market.state;

import outcry.base.ByteWriter;
import outcry.market.book.OrderSlots;

/**
 * All orders of one moment, to be written into a checkpoint later, while the books go on changing.
 *
 * <p>Taking it costs a copy of the orders' memory and a walk over the prices; the walk over the
 * orders, which waits for the memory at every step, is left to the writing. Read by one thread.
 */
public final class FrozenOrders {
    private static final int NONE = OrderSlots.NONE;

    private final OrderSlots orders;
    private final int moves;

    /** Of each list of orders the first order at each price, in priority. */
    private final int[][] heads;

    FrozenOrders(OrderSlots orders, int moves, int[][] heads) {
        this.orders = orders;
        this.moves = moves;
        this.heads = heads;
    }

    /** Writes what {@link StateCodec#read} reads last. */
    public void write(ByteWriter out) {
        out.putInt(moves);
        for (int[] list : heads) {
            int countAt = out.length();
            int count = 0;
            out.putInt(0);
            for (int head : list) {
                for (int slot = head; slot != NONE; slot = orders.next(slot)) {
                    OrdersCodec.writeOrder(orders, slot, out);
                    count++;
                }
            }
            out.setInt(countAt, count);
        }
    }
}
