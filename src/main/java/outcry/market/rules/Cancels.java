package outcry.market.rules;

import outcry.market.CancelReason;
import outcry.market.MarketListener;
import outcry.market.Reason;
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

    /** Cancels one order of {@code account}. */
    void cancel(int account, long orderId, MarketListener listener) {
        int slot = books.find(orderId);
        if (slot == OrderBooks.NONE) {
            outcome.reject(Reason.UNKNOWN_ORDER, orderId);
        } else if (books.account(slot) != account) {
            outcome.reject(Reason.NOT_YOUR_ORDER, orderId);
        } else {
            outcome.acceptOrder(orderId, 0, 0, books.quantity(slot));
            cancel(slot, CancelReason.BY_TRADER, listener);
        }
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
        int account = books.account(slot);
        int instrument = books.instrument(slot);
        int flags = books.flags(slot);
        Side side = OrderFlags.side(flags);
        long price = books.price(slot);
        long quantity = books.quantity(slot);
        if (OrderFlags.isIceberg(flags)) {
            listener.withdrawn(orderId, account, instrument, side, price, books.shown(slot));
        }
        books.remove(slot);
        reservations.release(account, instrument, side == Side.BUY, price, quantity);
        boolean wasAllShown = (flags & (OrderFlags.ICEBERG | OrderFlags.STOP)) == 0;
        listener.cancelled(orderId, account, instrument, side, price, quantity, why, wasAllShown);
        state.reportReserved(account, instrument, side == Side.BUY, listener);
    }
}
