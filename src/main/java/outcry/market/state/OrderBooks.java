package outcry.market.state;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
import outcry.market.Side;
import outcry.market.book.AccountOrders;
import outcry.market.book.BookSides;
import outcry.market.book.OrderIndex;
import outcry.market.book.OrderSlots;
import outcry.market.book.PriceLevels;
import outcry.market.book.RadixNodes;

/**
 * All orders that are kept: by id, by account, and per instrument and side in price–time priority
 * (M7); apart from them, by stop price, those that wait for a trade (M8). Keeps its part of the
 * digest; moves no cash and no shares.
 */
public final class OrderBooks {
    public static final int NONE = OrderSlots.NONE;

    /** A price that reaches every order of the other side: of a buy, and of a sell. */
    public static final long HIGHEST_PRICE = BookSides.PRICE_MAX;

    public static final long LOWEST_PRICE = 1;

    /** Bids, asks, waiting buys and waiting sells. */
    private static final int SIDES = 4;

    /** The number of moves among the terms of the exchange, see {@link Venue}. */
    private static final int MOVES = 4;

    /** An order's extra word: its rank, and in the lower bits a stop price or a display. */
    private static final int RANK_AT = 40;

    private static final long VALUE = (1L << RANK_AT) - 1;
    private static final int RANK_MAX = (1 << 64 - RANK_AT) - 1;

    /** About four megabytes. */
    private static final int QUICK_SLOTS = 50_000;

    private final Digest digest;
    private final OrderSlots orders = new OrderSlots(1_024);
    private final OrderIndex index = new OrderIndex(orders);
    private final PriceLevels levels = new PriceLevels(orders);

    /** Bids, asks, waiting buys and waiting sells of instrument n have the numbers from 4n. */
    private final BookSides sides = new BookSides(levels, new RadixNodes());

    private final AccountOrders byAccount = new AccountOrders(orders);

    /** Orders that went to the back of their queue so far, as far as ranks hold it. */
    private int moves;

    /** Orders of each instrument that wait for a trade. */
    private int[] waiting = new int[8];

    public OrderBooks(Digest digest) {
        this.digest = digest;
    }

    /** Makes an empty book for the next instrument. */
    public void add(int instrument) {
        if (instrument == waiting.length) {
            waiting = Arrays.copyOf(waiting, instrument * 2);
        }
        sides.add(true);
        sides.add(false);
        // The lowest stop of a buy, and the highest of a sell, is reached first.
        sides.add(false);
        sides.add(true);
    }

    public int count() {
        return orders.count();
    }

    /** Orders kept of one account. */
    public int count(int account) {
        return byAccount.count(account);
    }

    /** Orders kept of one instrument; counted at each call. */
    public int countOf(int instrument) {
        int count = 0;
        for (int side = SIDES * instrument; side < SIDES * (instrument + 1); side++) {
            for (int slot = sides.head(side); slot != NONE; slot = after(slot)) {
                count++;
            }
        }
        return count;
    }

    /** The ids of an account's orders, oldest first. */
    public long[] openOrders(int account) {
        return byAccount.openOrders(account);
    }

    /** The order's slot, or {@link #NONE}; good until the next change. */
    public int find(long orderId) {
        return index.find(orderId);
    }

    /** The slot of the order first in priority, or {@link #NONE}. */
    public int first(int instrument, Side side) {
        return sides.head(SIDES * instrument + side.ordinal());
    }

    /** Whether an order of the other side with this limit meets an order of this side. */
    public boolean reaches(int instrument, Side side, long limit) {
        return sides.reaches(SIDES * instrument + side.ordinal(), limit);
    }

    /** Whether orders of the instrument wait for a trade. */
    public boolean hasStops(int instrument) {
        return waiting[instrument] > 0;
    }

    /** The slot of the waiting order whose stop price is reached first, or {@link #NONE}. */
    public int firstStop(int instrument, Side side) {
        return sides.head(SIDES * instrument + 2 + side.ordinal());
    }

    /** The slot of the order next behind this one on the same side, or {@link #NONE}. */
    public int after(int slot) {
        int next = orders.next(slot);
        if (next != NONE) {
            return next;
        }
        return sides.headAfter(sideOf(slot), orders.level(slot));
    }

    /**
     * Puts an order at the back of its price or, a waiting one, of its stop price.
     *
     * @param flags as {@link OrderFlags} has them
     * @param extra the stop price of a waiting order, the shares an iceberg shows at a time, else 0
     * @return its slot
     */
    public int rest(
            long id,
            int account,
            int instrument,
            int flags,
            long price,
            long quantity,
            long extra) {
        long key = Digest.orderKey(id, account, instrument, flags, price);
        int slot = orders.allocate(id, price, quantity, account, instrument, flags, key);
        index.put(id, slot);
        byAccount.add(account);
        digest.addTimes(key, quantity);
        if (extra != 0) {
            addExtra(slot, extra);
        }
        enqueue(slot, instrument, flags, price);
        return slot;
    }

    /**
     * Takes an order out of its queue, for {@link #rejoin} or {@link #drop} to follow; meanwhile it
     * has its slot and can be found, and matches nothing.
     */
    public void withdraw(int slot) {
        digestAbsence(slot);
        dequeue(slot);
    }

    /** Puts an order that stands in no queue at the back of its price, with these terms. */
    public void rejoin(int slot, int flags, long price, long quantity, long extra) {
        orders.setFlags(slot, flags);
        orders.setPrice(slot, price);
        orders.setQuantity(slot, quantity);
        long key =
                Digest.orderKey(
                        orders.id(slot),
                        orders.account(slot),
                        orders.instrument(slot),
                        flags,
                        price);
        orders.setKey(slot, key);
        digest.addTimes(key, quantity);
        addExtra(slot, extra | (long) nextRank() << RANK_AT);
        enqueue(slot, orders.instrument(slot), flags, price);
    }

    /** Forgets an order that stands in no queue. */
    public void drop(int slot) {
        index.remove(slot);
        byAccount.remove(orders.account(slot));
        orders.free(slot);
    }

    /** Takes {@code quantity} off an order, less than all of it; it keeps its place (M7). */
    public void reduce(int slot, long quantity) {
        orders.setQuantity(slot, orders.quantity(slot) - quantity);
        digest.addTimes(orders.key(slot), -quantity);
    }

    /** Shows so many shares of an iceberg. */
    public void show(int slot, long shown) {
        digest.addShown(orders.id(slot), shown - orders.shown(slot));
        orders.setShown(slot, shown);
    }

    /** Puts an order at the back of its price. */
    public void moveToBack(int slot) {
        if (orders.next(slot) != NONE) {
            dequeue(slot);
            setRank(slot, nextRank());
            enqueue(slot, orders.instrument(slot), orders.flags(slot), orders.price(slot));
        }
    }

    /** What the number of moves so far is in ranks; part of a checkpoint. */
    public int moves() {
        return moves;
    }

    /** Puts {@link #moves} back as it was. */
    public void restoreMoves(int number) {
        digest.addTerm(-1, MOVES, number - moves);
        moves = number;
    }

    /**
     * 0 of an order that stands in its queue by its age; else the number of the move that brought
     * it to the back, modulo 2^24.
     */
    public int rank(int slot) {
        return rank(orders, slot);
    }

    static int rank(OrderSlots orders, int slot) {
        return (int) (orders.extra(slot) >>> RANK_AT);
    }

    /** Puts an order's rank back as it was. */
    public void setRank(int slot, int rank) {
        long extra = orders.extra(slot);
        if (extra != 0) {
            digest.addExtra(orders.id(slot), extra, -1);
        }
        long newExtra = extra & VALUE | (long) rank << RANK_AT;
        orders.setExtra(slot, newExtra);
        if (newExtra != 0) {
            digest.addExtra(orders.id(slot), newExtra, 1);
        }
    }

    /** Takes an order out. */
    public void remove(int slot) {
        digestAbsence(slot);
        int flags = orders.flags(slot);
        int side = sideOf(orders.instrument(slot), flags);
        if (OrderFlags.isStop(flags)) {
            waiting[orders.instrument(slot)]--;
        }
        int level = orders.level(slot);
        boolean isLast = levels.unlink(slot);
        drop(slot);
        if (isLast) {
            sides.remove(side, level);
        }
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

    /** As {@link OrderFlags} has them. */
    public int flags(int slot) {
        return orders.flags(slot);
    }

    public Side side(int slot) {
        return OrderFlags.side(orders.flags(slot));
    }

    /** In cents per share; 0 when the order has none. */
    public long price(int slot) {
        return orders.price(slot);
    }

    /** The open quantity, in shares. */
    public long quantity(int slot) {
        return orders.quantity(slot);
    }

    /** The shares everybody can see, and that can trade before the orders behind. */
    public long shown(int slot) {
        return shown(orders, slot);
    }

    static long shown(OrderSlots orders, int slot) {
        return OrderFlags.isIceberg(orders.flags(slot))
                ? orders.shown(slot)
                : orders.quantity(slot);
    }

    /** The stop price of a waiting order; the shares an iceberg shows at a time. */
    public long extra(int slot) {
        return extra(orders, slot);
    }

    static long extra(OrderSlots orders, int slot) {
        return orders.extra(slot) & VALUE;
    }

    /**
     * Room for {@link #freeze}, got when it is asked for, on any one thread. Enough for a while; of
     * what is missing then, freezing gets new.
     */
    public Supplier<FrozenOrders> room() {
        Supplier<OrderSlots> slots = orders.room();
        Function<OrderSlots, BookSides> copiedSides = sides.room();
        return () -> {
            OrderSlots copied = slots.get();
            return new FrozenOrders(copied, copiedSides.apply(copied));
        };
    }

    /** Whether there is so little to copy that it is quick even into memory got meanwhile. */
    public boolean isQuickToFreeze() {
        return orders.slotsTouched() <= QUICK_SLOTS;
    }

    /** Puts all orders as they are now into {@code room}, for a checkpoint. */
    public void freeze(FrozenOrders room) {
        room.take(orders, sides, moves);
    }

    /** Gives an order that shows all of itself its extra word, and an iceberg what it shows. */
    private void addExtra(int slot, long extra) {
        boolean isIceberg = OrderFlags.isIceberg(orders.flags(slot));
        orders.setExtra(slot, extra);
        orders.setShown(slot, isIceberg ? Math.min(extra & VALUE, orders.quantity(slot)) : 0);
        digest.addExtra(orders.id(slot), extra, 1);
        digest.addShown(orders.id(slot), orders.shown(slot));
    }

    private void digestAbsence(int slot) {
        digest.addTimes(orders.key(slot), -orders.quantity(slot));
        long extra = orders.extra(slot);
        if (extra != 0) {
            digest.addExtra(orders.id(slot), extra, -1);
            digest.addShown(orders.id(slot), -orders.shown(slot));
        }
    }

    private int nextRank() {
        restoreMoves(moves == RANK_MAX ? 1 : moves + 1);
        return moves;
    }

    private int sideOf(int slot) {
        return sideOf(orders.instrument(slot), orders.flags(slot));
    }

    private static int sideOf(int instrument, int flags) {
        int kind = (flags & OrderFlags.SELL) + (OrderFlags.isStop(flags) ? 2 : 0);
        return SIDES * instrument + kind;
    }

    private void enqueue(int slot, int instrument, int flags, long price) {
        long at = price;
        if (OrderFlags.isStop(flags)) {
            at = extra(slot);
            waiting[instrument]++;
        }
        levels.append(sides.levelAt(sideOf(instrument, flags), at), slot);
    }

    private void dequeue(int slot) {
        if (OrderFlags.isStop(orders.flags(slot))) {
            waiting[orders.instrument(slot)]--;
        }
        if (levels.unlink(slot)) {
            sides.remove(sideOf(slot), orders.level(slot));
        }
    }
}
