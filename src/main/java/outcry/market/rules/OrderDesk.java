package outcry.market.rules;

import outcry.market.CancelReason;
import outcry.market.MarketListener;
import outcry.market.Phase;
import outcry.market.Reason;
import outcry.market.Side;
import outcry.market.state.MarketState;
import outcry.market.state.OrderBooks;
import outcry.market.state.OrderFlags;
import outcry.market.state.Terms;

/** Enters and amends orders: checks, reservation (M5), matching, and what becomes of the rest. */
final class OrderDesk {
    private final MarketState state;
    private final OrderBooks books;
    private final Terms terms;
    private final Outcome outcome;
    private final OrderChecks checks;
    private final Reservations reservations;
    private final Matching matching;
    private final Triggers triggers;
    private final IncomingOrder amended = new IncomingOrder();
    private final IncomingOrder triggered = new IncomingOrder();

    OrderDesk(MarketState state, Outcome outcome, Matching matching, Reservations reservations) {
        this.state = state;
        this.books = state.books;
        this.terms = state.terms;
        this.outcome = outcome;
        this.checks = new OrderChecks(state, outcome, reservations);
        this.reservations = reservations;
        this.matching = matching;
        this.triggers = new Triggers(state);
    }

    /** Applies {@code order}, whose account and instrument exist. */
    void enter(IncomingOrder order, MarketListener listener) {
        if (!checks.hasValidTerms(order)
                || !checks.isInPhase(order)
                || !checks.waitsItsTurn(order)
                || !checks.hasRoom(order)
                || !checks.reserveMeans(order)) {
            return;
        }
        order.id = state.nextOrderId++;
        listener.accepted(
                order.id,
                order.account,
                order.instrument,
                order.side(),
                order.type(),
                order.timeInForce(),
                order.price,
                order.quantity);
        if (!order.isPlain() && !order.isStop()) {
            listener.furtherTerms(
                    order.id, order.account, order.instrument, order.display, order.isPostOnly());
        }
        if (order.isStop()) {
            keepWaiting(order, listener);
        } else {
            execute(order, listener);
        }
        enterTriggered(order.instrument, listener);
    }

    /** Changes what is open of an order: price, quantity or both (M10). */
    void amend(int slot, long price, long quantity, MarketListener listener) {
        if (price == 0 && quantity == 0) {
            outcome.reject(Reason.BAD_TERMS, 0);
            return;
        }
        IncomingOrder order = amended;
        order.set(books, slot, true);
        order.setAmounts(
                price == 0 ? books.price(slot) : price,
                quantity == 0 ? books.quantity(slot) : quantity);
        if (!checks.hasValidAmounts(order)
                || order.display != 0 && !checks.hasValidDisplay(order)
                || !checks.isInPhase(order)) {
            return;
        }
        boolean isSmaller =
                order.price == books.price(slot) && order.quantity <= books.quantity(slot);
        if (isSmaller && !order.isStop()) {
            reduce(slot, order.quantity, listener);
        } else if (checks.waitsItsTurn(order) && hasMeansToReplace(order)) {
            replace(order, listener);
        }
    }

    /** Enters, one after the other, the waiting orders that the last trade has reached. */
    void enterTriggered(int instrument, MarketListener listener) {
        triggers.collect(instrument, listener);
        while (triggers.hasNext()) {
            int slot = books.find(triggers.next());
            IncomingOrder order = triggered;
            order.set(books, slot, false);
            order.trigger();
            if (!terms.isContinuous(instrument)) {
                order.end(CancelReason.PAUSED); // By a price band, since it was triggered.
            }
            execute(order, listener);
            triggers.collect(instrument, listener);
        }
    }

    private void keepWaiting(IncomingOrder order, MarketListener listener) {
        keep(order);
        listener.waiting(order.id, order.account, order.instrument, order.side(), order.stop);
        outcome.acceptOrder(order.id, 0, order.quantity, 0);
        report(order, listener);
    }

    /** Trades what can be traded, and keeps or cancels the rest. */
    private void execute(IncomingOrder order, MarketListener listener) {
        boolean trades = !order.isEnded() && terms.isContinuous(order.instrument);
        if (trades && order.isFillOrKill() && !matching.canFill(order)) {
            order.end(CancelReason.FILL_OR_KILL);
        } else if (trades) {
            matching.match(order, listener);
        }
        boolean rests = order.mayRest() && (!order.isEnded() || order.isPaused());
        long resting = rests ? order.leaves : 0;
        if (order.isAsked) {
            long filled = order.quantity - order.leaves;
            outcome.acceptOrder(order.id, filled, resting, order.leaves - resting);
        }
        if (resting > 0) {
            int slot = keep(order);
            listener.rested(
                    order.id,
                    order.account,
                    order.instrument,
                    order.side(),
                    order.price,
                    order.display == 0 ? resting : books.shown(slot));
        } else {
            end(order, listener);
        }
        report(order, listener);
        if (order.isPaused() && terms.isContinuous(order.instrument)) {
            terms.setPhase(order.instrument, Phase.HALTED);
            listener.phaseChanged(order.instrument, Phase.HALTED);
        }
    }

    private int keep(IncomingOrder order) {
        if (order.slot != OrderBooks.NONE) {
            books.rejoin(order.slot, order.flags(), order.price, order.leaves, order.extra());
            return order.slot;
        }
        return books.rest(
                order.id,
                order.account,
                order.instrument,
                order.flags(),
                order.price,
                order.leaves,
                order.extra());
    }

    private void end(IncomingOrder order, MarketListener listener) {
        if (order.slot != OrderBooks.NONE) {
            books.drop(order.slot);
        }
        if (order.leaves == 0) {
            return;
        }
        reservations.release(
                order.account, order.instrument, order.isBuy(), order.price, order.leaves);
        listener.cancelled(
                order.id,
                order.account,
                order.instrument,
                order.side(),
                order.price,
                order.leaves,
                order.reason(),
                false);
    }

    /** What the order's account has now. */
    private void report(IncomingOrder order, MarketListener listener) {
        if (order.leaves < order.quantity) {
            state.reportCash(order.account, listener);
            state.reportShares(order.account, order.instrument, listener);
        } else if (order.isAsked) {
            state.reportReserved(order.account, order.instrument, order.isBuy(), listener);
        } else if (order.isBuy()) {
            state.reportCash(order.account, listener);
        } else {
            state.reportShares(order.account, order.instrument, listener);
        }
    }

    /** A resting order becomes smaller, or stays as it is; what is hidden goes first. */
    private void reduce(int slot, long quantity, MarketListener listener) {
        long orderId = books.id(slot);
        long less = books.quantity(slot) - quantity;
        outcome.acceptOrder(orderId, 0, quantity, 0);
        if (less == 0) {
            return;
        }
        int account = books.account(slot);
        int instrument = books.instrument(slot);
        Side side = books.side(slot);
        long price = books.price(slot);
        long shownBefore = books.shown(slot);
        reservations.release(
                account, instrument, side == Side.BUY, price, books.quantity(slot), less);
        books.reduce(slot, less);
        if (OrderFlags.isIceberg(books.flags(slot))) {
            books.show(slot, Math.min(shownBefore, quantity));
        }
        long lessShown = shownBefore - books.shown(slot);
        listener.reduced(orderId, account, instrument, side, price, lessShown, quantity);
        state.reportReserved(account, instrument, side == Side.BUY, listener);
    }

    private boolean hasMeansToReplace(IncomingOrder order) {
        long price = books.price(order.slot);
        long open = books.quantity(order.slot);
        return checks.hasMeans(
                order, reservations.amount(order.instrument, order.isBuy(), price, open));
    }

    /** An order with another price or a larger quantity goes to the back, and may trade. */
    private void replace(IncomingOrder order, MarketListener listener) {
        int slot = order.slot;
        long price = books.price(slot);
        long open = books.quantity(slot);
        long shown = books.shown(slot);
        books.withdraw(slot);
        reservations.release(order.account, order.instrument, order.isBuy(), price, open);
        reservations.reserve(
                order.account, order.instrument, order.isBuy(), order.price, order.quantity);
        if (!order.isStop()) {
            listener.withdrawn(
                    order.id, order.account, order.instrument, order.side(), price, shown);
        }
        listener.amended(
                order.id,
                order.account,
                order.instrument,
                order.side(),
                order.price,
                order.quantity);
        if (order.isStop()) {
            keep(order);
            outcome.acceptOrder(order.id, 0, order.quantity, 0);
            report(order, listener);
        } else {
            execute(order, listener);
            enterTriggered(order.instrument, listener);
        }
    }
}
