package outcry.market.rules;

import outcry.market.CancelReason;
import outcry.market.MarketListener;
import outcry.market.Side;
import outcry.market.state.Instruments;
import outcry.market.state.MarketState;
import outcry.market.state.OrderBooks;
import outcry.market.state.OrderFlags;

/** Cancels orders (M11), in every phase. */
final class Cancels {
    private final MarketState state;
    private final OrderBooks books;
    private final Outcome outcome;
    private final Reservations reservations;

    Cancels(MarketState state, Outcome outcome, Reservations reservations) {
        this.state = state;
        this.books = state.books;
        this.outcome = outcome;
        this.reservations = reservations;
    }

    /** Cancels an order for its trader. */
    void cancel(int slot, MarketListener listener) {
        outcome.acceptOrder(books.id(slot), 0, 0, books.quantity(slot));
        cancel(slot, CancelReason.BY_TRADER, listener);
    }

    /** Cancels all orders of {@code account}, oldest first, of one instrument or, if none, all. */
    void cancelAll(int account, int instrument, MarketListener listener) {
        long cancelled = 0;
        for (long orderId : books.openOrders(account)) {
            int slot = books.find(orderId);
            if (instrument == Instruments.NONE || books.instrument(slot) == instrument) {
                cancel(slot, CancelReason.BY_TRADER, listener);
                cancelled++;
            }
        }
        outcome.accept(cancelled);
    }

    /** Cancels everybody's orders with one of these flags, or all when there is none. */
    void cancelEverybodys(int flags, CancelReason why, MarketListener listener) {
        for (long orderId : state.orderIds(flags)) {
            cancel(books.find(orderId), why, listener);
        }
    }

    private void cancel(int slot, CancelReason why, MarketListener listener) {
        long orderId = books.id(slot);
        long price = books.price(slot);
        long quantity = books.quantity(slot);
        int flags = books.flags(slot);
        int instrument = books.instrument(slot);
        int account = books.account(slot);
        Side side = OrderFlags.side(flags);
        boolean isBuy = (flags & OrderFlags.SELL) == 0;
        if (OrderFlags.isIceberg(flags)) {
            listener.withdrawn(orderId, account, instrument, side, price, books.shown(slot));
        }
        reservations.release(account, instrument, isBuy, price, quantity);
        books.remove(slot);
        boolean wasAllShown = (flags & (OrderFlags.ICEBERG | OrderFlags.STOP)) == 0;
        listener.cancelled(orderId, account, instrument, side, price, quantity, why, wasAllShown);
        state.reportReserved(account, instrument, isBuy, listener);
    }
}
