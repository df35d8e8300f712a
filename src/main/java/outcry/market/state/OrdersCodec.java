package outcry.market.state;

import outcry.base.ByteReader;
import outcry.base.ByteWriter;
import outcry.market.Limits;
import outcry.market.Phase;
import outcry.market.Side;
import outcry.market.book.OrderSlots;

/**
 * The orders' part of a checkpoint: of each instrument the bids and asks by priority, then the
 * waiting buys and sells by stop price, each list with its count.
 *
 * <p>An order is its id (8 bytes), account (4), flags (1), price (8) and open quantity (8); behind
 * that its rank (4), if it has one; one that is an iceberg or waits has its word (8: what it shows
 * at a time, or its stop price) and what it shows (8) at last.
 */
final class OrdersCodec {
    private static final int[] LISTS = {
        0, OrderFlags.SELL, OrderFlags.STOP, OrderFlags.STOP | OrderFlags.SELL
    };

    /** Among an order's flags: it has a rank. */
    private static final int MOVED = 64;

    private OrdersCodec() {}

    /** Fills empty books; instruments and accounts are there. */
    static void read(MarketState state, ByteReader in) {
        int moves = in.getInt();
        StateCodec.require(moves >= 0 && moves < 1 << 24, "a bad number of moves");
        state.books.restoreMoves(moves);
        for (int instrument = 0; instrument < state.instruments.count(); instrument++) {
            for (int list : LISTS) {
                readList(state, instrument, list, in);
            }
            requireUncrossed(state, instrument);
        }
    }

    /**
     * @param level the price of its level, which is the stop price of one that waits
     */
    static void writeOrder(OrderSlots orders, int slot, long level, ByteWriter out) {
        int flags = orders.flags(slot);
        int rank = orders.rank(slot);
        boolean isStop = OrderFlags.isStop(flags);
        out.putLong(orders.id(slot)).putInt(orders.account(slot));
        out.put(flags | (rank == 0 ? 0 : MOVED));
        out.putLong(isStop ? orders.extra2(slot) : level).putLong(orders.quantity(slot));
        if (rank != 0) {
            out.putInt(rank);
        }
        if (isStop) {
            out.putLong(level).putLong(orders.quantity(slot));
        } else if (OrderFlags.isIceberg(flags)) {
            out.putLong(orders.extra(slot)).putLong(orders.extra2(slot));
        }
    }

    private static void readList(MarketState state, int instrument, int list, ByteReader in) {
        int count = in.getCount(state.limits.openOrders() - state.books.count());
        // Waiting buys are sorted upwards like asks, waiting sells downwards like bids.
        boolean isRising = (list == OrderFlags.SELL) || (list == OrderFlags.STOP);
        OrderBooks books = state.books;
        long previous = 0;
        long youngest = 0;
        for (int i = 0; i < count; i++) {
            int slot = readOrder(state, instrument, list, in);
            long key = OrderFlags.isStop(list) ? books.extra(slot) : books.price(slot);
            boolean isSorted = i == 0 || (isRising ? key >= previous : key <= previous);
            StateCodec.require(isSorted, "orders out of priority");
            if (key != previous) {
                youngest = 0;
            }
            if (books.rank(slot) == 0) {
                StateCodec.require(books.id(slot) > youngest, "orders of one price out of order");
                youngest = books.id(slot);
            }
            previous = key;
        }
    }

    private static int readOrder(MarketState state, int instrument, int list, ByteReader in) {
        OrderBooks books = state.books;
        long id = in.getLong();
        int account = in.getInt();
        int written = in.get();
        int flags = written & ~MOVED;
        long price = in.getLong();
        long quantity = in.getLong();
        int rank = flags == written ? 0 : in.getInt();
        long extra = hasExtra(flags) ? in.getLong() : 0;
        long shown = hasExtra(flags) ? in.getLong() : quantity;
        StateCodec.require(
                StateCodec.isBetween(id, 1, state.nextOrderId - 1)
                        && books.find(id) == OrderBooks.NONE,
                "a bad or repeated order id");
        StateCodec.require(
                StateCodec.isBetween(account, 0, state.accounts.count() - 1),
                "an order of no account");
        StateCodec.require(
                books.count(account) < state.limits.openOrdersPerAccount(),
                "too many orders of one account");
        StateCodec.require(
                OrderFlags.arePossible(flags)
                        && (flags & (OrderFlags.STOP | OrderFlags.SELL)) == list,
                "an order with bad terms");
        requirePrices(state, instrument, flags, price, extra);
        StateCodec.require(
                StateCodec.isBetween(quantity, 1, Limits.QUANTITY_MAX)
                        && Limits.isValueInRange(Math.max(price, 1), quantity)
                        && quantity % state.instruments.lot(instrument) == 0,
                "a bad quantity");
        requireShown(state, instrument, flags, quantity, extra, shown);
        reserve(state, account, instrument, flags, price, quantity);
        StateCodec.require(
                flags == written || rank > 0 && rank < 1 << 24, "an order with a bad rank");
        int slot = books.rest(id, account, instrument, flags, price, quantity, extra);
        if (OrderFlags.isIceberg(flags)) {
            books.show(slot, shown);
        }
        if (rank != 0) {
            books.setRank(slot, rank);
        }
        return slot;
    }

    private static void requirePrices(
            MarketState state, int instrument, int flags, long price, long extra) {
        long tick = state.instruments.tick(instrument);
        boolean hasPrice = (flags & OrderFlags.MARKET) == 0;
        StateCodec.require(hasPrice ? isPrice(price, tick) : price == 0, "a bad price");
        StateCodec.require(!OrderFlags.isStop(flags) || isPrice(extra, tick), "a bad stop price");
    }

    private static void requireShown(
            MarketState state, int instrument, int flags, long quantity, long extra, long shown) {
        if (!OrderFlags.isIceberg(flags)) {
            StateCodec.require(shown == quantity, "a part shown of an order that hides nothing");
            return;
        }
        long lot = state.instruments.lot(instrument);
        StateCodec.require(
                StateCodec.isBetween(extra, 1, Limits.QUANTITY_MAX)
                        && extra % lot == 0
                        && shown % lot == 0
                        && StateCodec.isBetween(shown, 1, Math.min(extra, quantity))
                        && (quantity - 1) / extra < Limits.ICEBERG_PARTS_MAX,
                "an iceberg that shows a bad part");
    }

    private static boolean isPrice(long price, long tick) {
        return StateCodec.isBetween(price, 1, Limits.PRICE_MAX) && price % tick == 0;
    }

    private static boolean hasExtra(int flags) {
        return OrderFlags.isStop(flags) || OrderFlags.isIceberg(flags);
    }

    private static void reserve(
            MarketState state, int account, int instrument, int flags, long price, long quantity) {
        if (OrderFlags.side(flags) == Side.BUY) {
            long cost = state.terms.cost(instrument, price, quantity);
            StateCodec.requireRoomForCash(state, cost);
            state.accounts.depositCash(account, cost);
            state.accounts.move(account, Accounts.CASH, -cost, cost);
        } else {
            StateCodec.requireRoomForShares(state, instrument, quantity);
            state.instruments.moveTotal(instrument, quantity);
            state.accounts.move(account, instrument, 0, quantity);
        }
    }

    private static void requireUncrossed(MarketState state, int instrument) {
        int bid = state.books.first(instrument, Side.BUY);
        int ask = state.books.first(instrument, Side.SELL);
        StateCodec.require(
                state.terms.phase(instrument) != Phase.CONTINUOUS
                        || bid == OrderBooks.NONE
                        || ask == OrderBooks.NONE
                        || state.books.price(bid) < state.books.price(ask),
                "a crossed book");
    }
}
