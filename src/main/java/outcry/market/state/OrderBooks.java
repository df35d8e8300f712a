package outcry.market.state;

import java.util.Arrays;
import outcry.market.Side;
import outcry.market.book.AccountOrders;
import outcry.market.book.BookSide;
import outcry.market.book.OrderIndex;
import outcry.market.book.OrderSlots;
import outcry.market.book.PriceLevels;
import outcry.market.book.RadixNodes;

/**
 * All resting orders: by id, by account, and per instrument and side in price–time priority (M7).
 * Keeps its part of the digest; moves no cash and no shares.
 */
public final class OrderBooks {
    public static final int NONE = OrderSlots.NONE;

    private static final int SELL_FLAG = 1;

    private final Digest digest;
    private final OrderSlots orders = new OrderSlots(1_024);
    private final OrderIndex index = new OrderIndex(orders);
    private final PriceLevels levels = new PriceLevels(orders);
    private final RadixNodes nodes = new RadixNodes();
    private final AccountOrders byAccount = new AccountOrders(index);

    /** Bids and asks of instrument n at 2n and 2n + 1. */
    private BookSide[] sides = new BookSide[16];

    public OrderBooks(Digest digest) {
        this.digest = digest;
    }

    /** Makes an empty book for the next instrument. */
    public void add(int instrument) {
        int at = 2 * instrument;
        if (at == sides.length) {
            sides = Arrays.copyOf(sides, at * 2);
        }
        sides[at] = new BookSide(levels, nodes, true);
        sides[at + 1] = new BookSide(levels, nodes, false);
    }

    public int count() {
        return orders.count();
    }

    public int count(int account) {
        return byAccount.count(account);
    }

    /** The ids of an account's resting orders, oldest first. */
    public long[] openOrders(int account) {
        return byAccount.openOrders(account);
    }

    /** The resting order's slot, or {@link #NONE}; good until the next change. */
    public int find(long orderId) {
        return index.find(orderId);
    }

    /** The slot of the order first in priority, or {@link #NONE}. */
    public int first(int instrument, Side side) {
        int level = side(instrument, side).best();
        return level == BookSide.NONE ? NONE : levels.head(level);
    }

    /** The slot of the order next in priority on the same side, or {@link #NONE}. */
    public int after(int slot) {
        int next = orders.next(slot);
        if (next != NONE) {
            return next;
        }
        BookSide side = side(orders.instrument(slot), side(slot));
        int level = side.after(orders.level(slot));
        return level == BookSide.NONE ? NONE : levels.head(level);
    }

    /**
     * Puts an order at the back of its price. Its id must be larger than any before, or {@link
     * #sortByAge} be called after the last.
     */
    public void rest(long id, int account, int instrument, Side side, long price, long quantity) {
        int flags = side == Side.SELL ? SELL_FLAG : 0;
        int slot = orders.allocate(id, price, quantity, account, instrument, flags);
        int level = side(instrument, side).levelAt(price);
        int last = levels.tail(level);
        levels.append(level, slot);
        index.put(id, slot);
        byAccount.add(account, id);
        digest.addOrder(id, account, instrument, flags, price, quantity);
        digest.addQueued(id, idOrZero(last));
    }

    /** Brings the accounts' lists into order after orders were rested in another one. */
    public void sortByAge() {
        byAccount.sort();
    }

    /** Takes {@code quantity} off an order, less than all of it; it keeps its place (M7). */
    public void reduce(int slot, long quantity) {
        orders.setQuantity(slot, orders.quantity(slot) - quantity);
        digestQuantity(slot, -quantity);
    }

    /** Takes an order out. */
    public void remove(int slot) {
        long id = orders.id(slot);
        int previous = orders.previous(slot);
        int next = orders.next(slot);
        digestQuantity(slot, -orders.quantity(slot));
        digest.removeQueued(id, idOrZero(previous));
        if (next != NONE) {
            digest.removeQueued(orders.id(next), id);
            digest.addQueued(orders.id(next), idOrZero(previous));
        }
        int level = levels.unlink(slot);
        if (levels.isEmpty(level)) {
            side(orders.instrument(slot), side(slot)).remove(level);
        }
        index.remove(slot);
        byAccount.removed(orders.account(slot));
        orders.free(slot);
    }

    public long id(int slot) {
        return orders.id(slot);
    }

    public int account(int slot) {
        return orders.account(slot);
    }

    public int instrument(int slot) {
        return orders.instrument(slot);
    }

    public Side side(int slot) {
        return (orders.flags(slot) & SELL_FLAG) == 0 ? Side.BUY : Side.SELL;
    }

    /** In cents per share. */
    public long price(int slot) {
        return orders.price(slot);
    }

    /** The open quantity, in shares. */
    public long quantity(int slot) {
        return orders.quantity(slot);
    }

    private BookSide side(int instrument, Side side) {
        return sides[2 * instrument + side.ordinal()];
    }

    private long idOrZero(int slot) {
        return slot == NONE ? 0 : orders.id(slot);
    }

    private void digestQuantity(int slot, long difference) {
        digest.addOrder(
                orders.id(slot),
                orders.account(slot),
                orders.instrument(slot),
                orders.flags(slot),
                orders.price(slot),
                difference);
    }
}
