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

    public static final int NO_LEVEL = PriceLevels.NONE;

    /** A price that reaches every order of the other side: of a buy, and of a sell. */
    public static final long HIGHEST_PRICE = BookSides.PRICE_MAX;

    public static final long LOWEST_PRICE = 1;

    /** Bids, asks, waiting buys and waiting sells. */
    private static final int SIDES = 4;

    /** The number of moves among the terms of the exchange, see {@link Venue}. */
    private static final int MOVES = 4;

    /** Where the digest has the rank of an order, above its stop price or display. */
    private static final int RANK_AT = 40;

    private static final int RANK_MAX = (1 << 64 - RANK_AT) - 1;

    /** Orders with one of these have further terms: extra, and beside it price or part shown. */
    private static final int FURTHER = OrderFlags.STOP | OrderFlags.ICEBERG;

    /** About two and a half megabytes. */
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

    /** The price levels there ever were at one time, of all books. */
    public int levelCount() {
        return levels.levelsTouched();
    }

    /** The slot where an order is most likely, if it is there; that of another order, or none. */
    public int likelySlot(long orderId) {
        return index.likelySlot(orderId);
    }

    /** The level of a price or, since it is not looked at, another one; or {@link #NO_LEVEL}. */
    public int likelyLevel(int instrument, Side side, long price) {
        return sides.likelyLevel(SIDES * instrument + side.ordinal(), price);
    }

    /** The slot of the order last in time at a level, or {@link #NONE}. */
    public int lastAt(int level) {
        return levels.tail(level);
    }

    /** The slot of the order before this one at the same price, or {@link #NONE}. */
    public int before(int slot) {
        return orders.previous(slot);
    }

    /** The slot of the order behind this one at the same price, or {@link #NONE}. */
    public int behind(int slot) {
        return orders.next(slot);
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
        int slot = orders.allocate(id, quantity, account, instrument, flags);
        index.put(id, slot);
        byAccount.add(account);
        digest.addTimes(Digest.orderKey(id, account, instrument, flags, price), quantity);
        if (extra != 0) {
            addFurther(slot, price, extra);
        }
        enqueue(slot, instrument, flags, price);
        return slot;
    }

    /**
     * Takes an order out of its queue, for {@link #rejoin} or {@link #drop} to follow; meanwhile it
     * has its slot and can be found, and matches nothing. With its queue it loses its price.
     */
    public void withdraw(int slot) {
        digestAbsence(slot);
        dequeue(slot);
    }

    /** Puts an order that stands in no queue at the back of its price, with these terms. */
    public void rejoin(int slot, int flags, long price, long quantity, long extra) {
        int instrument = orders.instrument(slot);
        orders.setFlags(slot, flags);
        orders.setQuantityAndRank(slot, quantity, nextRank());
        long key = Digest.orderKey(orders.id(slot), orders.account(slot), instrument, flags, price);
        digest.addTimes(key, quantity);
        addFurther(slot, price, extra);
        enqueue(slot, instrument, flags, price);
    }

    /** Forgets an order that stands in no queue. */
    public void drop(int slot) {
        index.remove(slot);
        byAccount.remove(orders.account(slot));
        orders.free(slot);
    }

    /** Takes {@code quantity} off an order, less than all of it; it keeps its place (M7). */
    public void reduce(int slot, long quantity) {
        orders.reduce(slot, quantity);
        digest.addTimes(key(slot), -quantity);
    }

    /** Shows so many shares of an iceberg. */
    public void show(int slot, long shown) {
        digest.addShown(orders.id(slot), shown - orders.extra2(slot));
        orders.setExtra2(slot, shown);
    }

    /** Puts an order at the back of its price. */
    public void moveToBack(int slot) {
        if (orders.next(slot) != NONE) {
            long price = price(slot);
            dequeue(slot);
            setRank(slot, nextRank());
            enqueue(slot, orders.instrument(slot), orders.flags(slot), price);
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
        return orders.rank(slot);
    }

    /** Puts an order's rank back as it was. */
    public void setRank(int slot, int rank) {
        digestExtra(slot, -1);
        orders.setQuantityAndRank(slot, orders.quantity(slot), rank);
        digestExtra(slot, 1);
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

    public boolean isBuy(int slot) {
        return (orders.flags(slot) & OrderFlags.SELL) == 0;
    }

    public Side side(int slot) {
        return OrderFlags.side(orders.flags(slot));
    }

    /**
     * In cents per share; 0 when the order has none. Of an order that stands in no queue it is
     * known only if that was one for its stop price.
     */
    public long price(int slot) {
        return OrderFlags.isStop(orders.flags(slot))
                ? orders.extra2(slot)
                : levels.price(orders.level(slot));
    }

    /** The open quantity, in shares. */
    public long quantity(int slot) {
        return orders.quantity(slot);
    }

    /** The shares everybody can see, and that can trade before the orders behind. */
    public long shown(int slot) {
        return OrderFlags.isIceberg(orders.flags(slot))
                ? orders.extra2(slot)
                : orders.quantity(slot);
    }

    /** The stop price of a waiting order, the shares an iceberg shows at a time, else 0. */
    public long extra(int slot) {
        return (orders.flags(slot) & FURTHER) == 0 ? 0 : orders.extra(slot);
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

    /** Gives an order that waits or hides something its further terms, and counts its rank. */
    private void addFurther(int slot, long price, long extra) {
        int flags = orders.flags(slot);
        if ((flags & FURTHER) != 0) {
            orders.setExtra(slot, extra);
            boolean isStop = OrderFlags.isStop(flags);
            orders.setExtra2(slot, isStop ? price : Math.min(extra, orders.quantity(slot)));
        }
        digestFurther(slot, 1);
    }

    private void digestAbsence(int slot) {
        digest.addTimes(key(slot), -orders.quantity(slot));
        digestFurther(slot, -1);
    }

    /** Counts what only some orders have. */
    private void digestFurther(int slot, int times) {
        digestExtra(slot, times);
        if (OrderFlags.isIceberg(orders.flags(slot))) {
            digest.addShown(orders.id(slot), times * orders.extra2(slot));
        }
    }

    private void digestExtra(int slot, int times) {
        long extra = extra(slot) | (long) orders.rank(slot) << RANK_AT;
        if (extra != 0) {
            digest.addExtra(orders.id(slot), extra, times);
        }
    }

    /** The order's key in the digest. */
    private long key(int slot) {
        return Digest.orderKey(
                orders.id(slot),
                orders.account(slot),
                orders.instrument(slot),
                orders.flags(slot),
                price(slot));
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
