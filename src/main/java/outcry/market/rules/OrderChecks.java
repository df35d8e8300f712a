package outcry.market.rules;

import outcry.market.Limits;
import outcry.market.Phase;
import outcry.market.Reason;
import outcry.market.state.Accounts;
import outcry.market.state.MarketState;
import outcry.market.state.OrderBooks;

/** What an order must keep to before it is accepted; each check notes in the outcome what not. */
final class OrderChecks {
    private final MarketState state;
    private final Accounts accounts;
    private final OrderBooks books;
    private final Outcome outcome;
    private final Reservations reservations;
    private final int ordersMax;
    private final int ordersPerAccountMax;

    OrderChecks(MarketState state, Outcome outcome, Reservations reservations) {
        this.state = state;
        this.accounts = state.accounts;
        this.books = state.books;
        this.outcome = outcome;
        this.reservations = reservations;
        this.ordersMax = state.limits.openOrders();
        this.ordersPerAccountMax = state.limits.openOrdersPerAccount();
    }

    /** Whether the terms make sense for themselves. */
    boolean hasValidTerms(IncomingOrder order) {
        if (!order.hasTerms()) {
            return outcome.reject(Reason.BAD_TERMS, 0);
        }
        return hasValidAmounts(order)
                && (order.isPlain() && order.stop == 0
                        || hasValidStop(order) && hasValidExtras(order));
    }

    /** Whether price and quantity are within the limits and on tick and lot. */
    boolean hasValidAmounts(IncomingOrder order) {
        long lot = state.instruments.lot(order.instrument);
        if (!Amounts.isQuantity(order.quantity, lot, outcome)) {
            return false;
        }
        if (order.isMarket()) {
            return order.price == 0 || outcome.reject(Reason.BAD_PRICE, 0);
        }
        return isPrice(order.instrument, order.price)
                && (Limits.isValueInRange(order.price, order.quantity)
                        || outcome.reject(Reason.OVERFLOW, Limits.CASH_MAX));
    }

    /** Whether what an iceberg shows is a part of it, neither all nor too little. */
    boolean hasValidDisplay(IncomingOrder order) {
        long lot = state.instruments.lot(order.instrument);
        if (order.display < 0 || order.display % lot != 0) {
            return outcome.reject(Reason.BAD_DISPLAY, lot);
        }
        if (order.display > Limits.QUANTITY_MAX) {
            return outcome.reject(Reason.BAD_DISPLAY, Limits.QUANTITY_MAX);
        }
        // Each part that is shown can be a trade, and trades of one command are bounded.
        long parts = (order.quantity + order.display - 1) / order.display;
        return parts <= Limits.ICEBERG_PARTS_MAX
                || outcome.reject(Reason.BAD_DISPLAY, Limits.ICEBERG_PARTS_MAX);
    }

    /** Whether the instrument's phase takes such an order. */
    boolean isInPhase(IncomingOrder order) {
        if (state.terms.isContinuous(order.instrument)) {
            return true;
        }
        Phase phase = state.terms.phase(order.instrument);
        boolean isTaken = phase.takesOrders() && order.mayBeKept();
        return isTaken || outcome.reject(Reason.WRONG_PHASE, phase.ordinal());
    }

    /** A post-only order must not trade at once. */
    boolean waitsItsTurn(IncomingOrder order) {
        if (!order.isPostOnly() || !state.terms.isContinuous(order.instrument)) {
            return true;
        }
        int maker = books.first(order.instrument, order.side().opposite());
        return maker == OrderBooks.NONE
                || !order.crosses(books.price(maker))
                || outcome.reject(Reason.WOULD_TRADE, books.price(maker));
    }

    boolean hasRoom(IncomingOrder order) {
        if (!order.mayBeKept()) {
            return true;
        }
        if (books.count() >= ordersMax) {
            return outcome.reject(Reason.TOO_MANY_ORDERS, ordersMax);
        }
        return books.count(order.account) < ordersPerAccountMax
                || outcome.reject(Reason.TOO_MANY_ORDERS, ordersPerAccountMax);
    }

    /**
     * Reserves what the order needs, if the cash or shares are there (M5), and for a market order
     * somebody to trade with.
     */
    boolean reserveMeans(IncomingOrder order) {
        if (!reservations.reserve(
                order.account, order.instrument, order.isBuy(), order.price, order.quantity)) {
            return lacksMeans(order, 0);
        }
        if (order.isMarket() && !order.isStop() && !findsLiquidity(order)) {
            reservations.release(
                    order.account, order.instrument, order.isBuy(), order.price, order.quantity);
            return false;
        }
        return true;
    }

    /** Whether what is available, and {@code more}, is enough for the order. */
    boolean hasMeans(IncomingOrder order, long more) {
        boolean isBuy = order.isBuy();
        int asset = Reservations.asset(order.instrument, isBuy);
        long available = accounts.available(order.account, asset) + more;
        return reservations.amount(order.instrument, isBuy, order.price, order.quantity)
                        <= available
                || lacksMeans(order, more);
    }

    private boolean lacksMeans(IncomingOrder order, long more) {
        boolean isBuy = order.isBuy();
        int asset = Reservations.asset(order.instrument, isBuy);
        return outcome.reject(
                isBuy ? Reason.INSUFFICIENT_CASH : Reason.INSUFFICIENT_SHARES,
                accounts.available(order.account, asset) + more);
    }

    /** Whether {@code price} can be a price of the instrument. */
    boolean isPrice(int instrument, long price) {
        long tick = state.instruments.tick(instrument);
        if (price <= 0 || tick != 1 && price % tick != 0) {
            return outcome.reject(Reason.BAD_PRICE, tick);
        }
        return price <= Limits.PRICE_MAX || outcome.reject(Reason.BAD_PRICE, Limits.PRICE_MAX);
    }

    private boolean hasValidStop(IncomingOrder order) {
        if (!order.isStop()) {
            return order.stop == 0 || outcome.reject(Reason.BAD_TERMS, 0);
        }
        return isPrice(order.instrument, order.stop)
                && (order.mayStay() || outcome.reject(Reason.BAD_TERMS, 0));
    }

    private boolean hasValidExtras(IncomingOrder order) {
        if ((order.isPostOnly() || order.display != 0) && !order.mayRest()) {
            return outcome.reject(Reason.BAD_TERMS, 0);
        }
        return order.display == 0 || hasValidDisplay(order);
    }

    /** Whether a market order can trade at all. */
    private boolean findsLiquidity(IncomingOrder order) {
        long cash = accounts.cashAvailable(order.account);
        int maker = books.first(order.instrument, order.side().opposite());
        if (maker == OrderBooks.NONE) {
            return outcome.reject(Reason.NO_LIQUIDITY, 0);
        }
        return !order.isBuy()
                || reservations.affordable(order.instrument, cash, books.price(maker)) > 0
                || outcome.reject(Reason.INSUFFICIENT_CASH, cash);
    }
}
