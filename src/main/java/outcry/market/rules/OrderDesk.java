package outcry.market.rules;

import outcry.market.CancelReason;
import outcry.market.Limits;
import outcry.market.MarketListener;
import outcry.market.Reason;
import outcry.market.Side;
import outcry.market.state.Accounts;
import outcry.market.state.Instruments;
import outcry.market.state.MarketState;
import outcry.market.state.OrderBooks;

/** Enters and cancels orders: checks, reservation (M5), matching, and what becomes of the rest. */
final class OrderDesk {
    private final MarketState state;
    private final Accounts accounts;
    private final OrderBooks books;
    private final Outcome outcome;
    private final Matching matching;

    OrderDesk(MarketState state, Outcome outcome) {
        this.state = state;
        this.accounts = state.accounts;
        this.books = state.books;
        this.outcome = outcome;
        this.matching = new Matching(state, outcome);
    }

    /** Applies {@code order}, whose account and instrument exist. */
    void enter(IncomingOrder order, MarketListener listener) {
        if (!hasValidTerms(order) || !hasRoom(order) || !hasMeans(order)) {
            return;
        }
        order.id = state.nextOrderId++;
        listener.accepted(
                order.id,
                order.account,
                order.instrument,
                order.side,
                order.type,
                order.timeInForce,
                order.price,
                order.quantity);
        reserve(order);
        matching.match(order, listener);
        long filled = order.quantity - order.leaves;
        long resting = order.mayRest() ? order.leaves : 0;
        outcome.acceptOrder(order.id, filled, resting, order.leaves - resting);
        if (order.leaves > 0) {
            restOrCancel(order, listener);
        }
        if (filled > 0 || order.isBuy()) {
            state.reportCash(order.account, listener);
        }
        if (filled > 0 || !order.isBuy()) {
            state.reportShares(order.account, order.instrument, listener);
        }
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
            cancelResting(slot, listener);
        }
    }

    /** Cancels all orders of {@code account}, oldest first, of one instrument or, if none, all. */
    void cancelAll(int account, int instrument, MarketListener listener) {
        long cancelled = 0;
        for (long orderId : books.openOrders(account)) {
            int slot = books.find(orderId);
            if (instrument == Instruments.NONE || books.instrument(slot) == instrument) {
                cancelResting(slot, listener);
                cancelled++;
            }
        }
        outcome.accept(cancelled);
    }

    private boolean hasValidTerms(IncomingOrder order) {
        if (order.side == null || order.type == null || order.timeInForce == null) {
            return outcome.reject(Reason.BAD_TERMS, 0);
        }
        if (!Amounts.isQuantity(order.quantity, state.instruments.lot(order.instrument), outcome)) {
            return false;
        }
        if (order.isMarket()) {
            return order.price == 0 || outcome.reject(Reason.BAD_PRICE, 0);
        }
        long tick = state.instruments.tick(order.instrument);
        if (order.price <= 0 || tick != 1 && order.price % tick != 0) {
            return outcome.reject(Reason.BAD_PRICE, tick);
        }
        if (order.price > Limits.PRICE_MAX) {
            return outcome.reject(Reason.BAD_PRICE, Limits.PRICE_MAX);
        }
        return Limits.isValueInRange(order.price, order.quantity)
                || outcome.reject(Reason.OVERFLOW, Limits.CASH_MAX);
    }

    private boolean hasRoom(IncomingOrder order) {
        if (!order.mayRest()) {
            return true;
        }
        if (books.count() >= state.limits.openOrders()) {
            return outcome.reject(Reason.TOO_MANY_ORDERS, state.limits.openOrders());
        }
        return books.count(order.account) < state.limits.openOrdersPerAccount()
                || outcome.reject(Reason.TOO_MANY_ORDERS, state.limits.openOrdersPerAccount());
    }

    private boolean hasMeans(IncomingOrder order) {
        long cash = accounts.cashAvailable(order.account);
        if (order.isBuy()) {
            if (!order.isMarket() && order.price * order.quantity > cash) {
                return outcome.reject(Reason.INSUFFICIENT_CASH, cash);
            }
        } else {
            long shares = accounts.sharesAvailable(order.account, order.instrument);
            if (order.quantity > shares) {
                return outcome.reject(Reason.INSUFFICIENT_SHARES, shares);
            }
        }
        return !order.isMarket() || findsLiquidity(order, cash);
    }

    /** Whether a market order can trade at all. */
    private boolean findsLiquidity(IncomingOrder order, long cash) {
        int maker = books.first(order.instrument, order.side.opposite());
        if (maker == OrderBooks.NONE) {
            return outcome.reject(Reason.NO_LIQUIDITY, 0);
        }
        return !order.isBuy()
                || matching.affordable(order, books.price(maker)) > 0
                || outcome.reject(Reason.INSUFFICIENT_CASH, cash);
    }

    private void reserve(IncomingOrder order) {
        if (!order.isBuy()) {
            accounts.moveShares(order.account, order.instrument, -order.quantity, order.quantity);
        } else if (!order.isMarket()) {
            long cost = order.price * order.quantity;
            accounts.moveCash(order.account, -cost, cost);
        }
    }

    private void restOrCancel(IncomingOrder order, MarketListener listener) {
        if (order.mayRest()) {
            books.rest(
                    order.id,
                    order.account,
                    order.instrument,
                    order.side,
                    order.price,
                    order.leaves);
            listener.rested(
                    order.id,
                    order.account,
                    order.instrument,
                    order.side,
                    order.price,
                    order.leaves);
            return;
        }
        // A market buy has price 0: it reserved nothing, and nothing is released.
        release(order.account, order.instrument, order.side, order.price, order.leaves);
        listener.cancelled(
                order.id,
                order.account,
                order.instrument,
                order.side,
                order.price,
                order.leaves,
                order.isMarket() ? CancelReason.MARKET_REMAINDER : CancelReason.IMMEDIATE_OR_CANCEL,
                false);
    }

    private void cancelResting(int slot, MarketListener listener) {
        long orderId = books.id(slot);
        int account = books.account(slot);
        int instrument = books.instrument(slot);
        Side side = books.side(slot);
        long price = books.price(slot);
        long quantity = books.quantity(slot);
        books.remove(slot);
        release(account, instrument, side, price, quantity);
        listener.cancelled(
                orderId, account, instrument, side, price, quantity, CancelReason.BY_TRADER, true);
        if (side == Side.BUY) {
            state.reportCash(account, listener);
        } else {
            state.reportShares(account, instrument, listener);
        }
    }

    /** Gives back what was reserved for {@code quantity} shares. */
    private void release(int account, int instrument, Side side, long price, long quantity) {
        if (side == Side.BUY) {
            accounts.moveCash(account, price * quantity, -price * quantity);
        } else {
            accounts.moveShares(account, instrument, quantity, -quantity);
        }
    }
}
