package outcry.market;

import static outcry.market.ReferenceState.big;
import static outcry.market.ReferenceState.fee;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import outcry.market.ReferenceState.Account;
import outcry.market.ReferenceState.Instrument;
import outcry.market.ReferenceState.Order;

/** Orders of the plain market: entering, amending, cancelling, stops. */
final class ReferenceOrders {
    private final ReferenceState state;
    private final EventLog events;

    /** The order a command asks for: only its trades are in the answer. */
    private Order asked;

    private List<Fill> fills = new ArrayList<>();

    ReferenceOrders(ReferenceState state) {
        this.state = state;
        this.events = state.events;
    }

    Answer enter(Account account, Command.EnterOrder c) {
        Instrument instrument = state.instruments.get(c.instrument());
        Answer refusal = checkTerms(instrument, c);
        if (refusal == null) {
            refusal = checkMoment(account, instrument, c);
        }
        if (refusal != null) {
            return refusal;
        }
        Order order = new Order(++state.lastOrderId, account, instrument, c);
        events.accepted(
                order.id,
                account.number,
                instrument.number,
                c.side(),
                c.type(),
                c.timeInForce(),
                c.price(),
                c.quantity());
        reserve(order);
        begin(order);
        Answer answer;
        if (c.type() == OrderType.STOP || c.type() == OrderType.STOP_LIMIT) {
            instrument.waiting.put(order.id, order);
            state.open.put(order.id, order);
            events.waiting(order.id, account.number, instrument.number, c.side(), c.stop());
            report(order, false);
            answer = answer(order.id, 0, order.open, 0);
        } else {
            answer = execute(order, c.type() == OrderType.MARKET, null);
        }
        enterTriggered(instrument);
        return answer;
    }

    private Answer checkTerms(Instrument instrument, Command.EnterOrder c) {
        Answer refusal = checkQuantity(instrument, c.quantity());
        if (refusal != null) {
            return refusal;
        }
        boolean isStop = c.type() == OrderType.STOP || c.type() == OrderType.STOP_LIMIT;
        if (c.type() == OrderType.MARKET || c.type() == OrderType.STOP) {
            if (c.price() != 0) {
                return state.no(Reason.BAD_PRICE, 0);
            }
        } else {
            refusal = checkPrice(instrument, c.price(), c.quantity());
            if (refusal != null) {
                return refusal;
            }
        }
        if (isStop) {
            refusal = checkPrice(instrument, c.stop(), 0);
            if (refusal != null) {
                return refusal;
            }
        } else if (c.stop() != 0) {
            return state.no(Reason.BAD_TERMS, 0);
        }
        boolean stays = c.timeInForce() == TimeInForce.GTC || c.timeInForce() == TimeInForce.DAY;
        if (isStop && !stays) {
            return state.no(Reason.BAD_TERMS, 0);
        }
        if ((c.postOnly() || c.display() != 0) && (c.type() != OrderType.LIMIT || !stays)) {
            return state.no(Reason.BAD_TERMS, 0);
        }
        return c.display() == 0 ? null : checkDisplay(instrument, c.display(), c.quantity());
    }

    private Answer checkMoment(Account account, Instrument instrument, Command.EnterOrder c) {
        boolean stays = c.timeInForce() == TimeInForce.GTC || c.timeInForce() == TimeInForce.DAY;
        boolean canWait = stays && c.type() != OrderType.MARKET;
        if (!isPossible(instrument.phase, canWait)) {
            return state.no(Reason.WRONG_PHASE, instrument.phase.ordinal());
        }
        boolean isContinuous = instrument.phase == Phase.CONTINUOUS;
        TreeMap<Long, Deque<Order>> makers = instrument.orders(c.side().opposite());
        if (c.postOnly() && isContinuous && !makers.isEmpty()) {
            long best = makers.firstKey();
            if (c.side() == Side.BUY ? best <= c.price() : best >= c.price()) {
                return state.no(Reason.WOULD_TRADE, best);
            }
        }
        if (c.side() == Side.SELL && c.quantity() > account.shares(instrument)) {
            return state.no(Reason.INSUFFICIENT_SHARES, account.shares(instrument));
        }
        if (c.side() == Side.BUY
                && instrument.cost(c.price(), c.quantity()).compareTo(big(account.cash)) > 0) {
            return state.no(Reason.INSUFFICIENT_CASH, account.cash);
        }
        if (c.type() == OrderType.MARKET && makers.isEmpty()) {
            return state.no(Reason.NO_LIQUIDITY, 0);
        }
        if (c.type() == OrderType.MARKET
                && c.side() == Side.BUY
                && instrument.affordable(account.cash, makers.firstKey()) == 0) {
            return state.no(Reason.INSUFFICIENT_CASH, account.cash);
        }
        return null;
    }

    private static boolean isPossible(Phase phase, boolean canWait) {
        switch (phase) {
            case CONTINUOUS:
                return true;
            case HALTED:
            case CLOSED:
                return false;
            default:
                return canWait;
        }
    }

    Answer amend(Account account, Command.AmendOrder c) {
        Order order = state.open.get(c.orderId());
        if (order == null) {
            return state.no(Reason.UNKNOWN_ORDER, c.orderId());
        }
        if (order.account != account) {
            return state.no(Reason.NOT_YOUR_ORDER, c.orderId());
        }
        if (c.price() == 0 && c.quantity() == 0) {
            return state.no(Reason.BAD_TERMS, 0);
        }
        Instrument instrument = order.instrument;
        long price = c.price() == 0 ? order.price : c.price();
        long quantity = c.quantity() == 0 ? order.open : c.quantity();
        boolean waits = instrument.waiting.containsKey(order.id);
        Answer refusal = checkQuantity(instrument, quantity);
        if (refusal == null && waits && order.type == OrderType.STOP) {
            refusal = price != 0 ? state.no(Reason.BAD_PRICE, 0) : null;
        } else if (refusal == null) {
            refusal = checkPrice(instrument, price, quantity);
        }
        if (refusal == null && order.display != 0) {
            refusal = checkDisplay(instrument, order.display, quantity);
        }
        if (refusal == null && !isPossible(instrument.phase, true)) {
            refusal = state.no(Reason.WRONG_PHASE, instrument.phase.ordinal());
        }
        if (refusal != null) {
            return refusal;
        }
        begin(order);
        if (!waits && price == order.price && quantity <= order.open) {
            return reduce(order, quantity);
        }
        TreeMap<Long, Deque<Order>> makers = instrument.orders(order.side.opposite());
        if (order.postOnly && instrument.phase == Phase.CONTINUOUS && !makers.isEmpty()) {
            long best = makers.firstKey();
            if (order.isBuy() ? best <= price : best >= price) {
                return state.no(Reason.WOULD_TRADE, best);
            }
        }
        long has = order.reserved + (order.isBuy() ? account.cash : account.shares(instrument));
        boolean isEnough =
                order.isBuy()
                        ? instrument.cost(price, quantity).compareTo(big(has)) <= 0
                        : quantity <= has;
        if (!isEnough) {
            Reason reason = order.isBuy() ? Reason.INSUFFICIENT_CASH : Reason.INSUFFICIENT_SHARES;
            return state.no(reason, has);
        }
        if (!waits) {
            instrument.dequeue(order);
            state.open.remove(order.id);
            events.withdrawn(
                    order.id,
                    account.number,
                    instrument.number,
                    order.side,
                    order.price,
                    order.shown);
        }
        order.price = price;
        order.open = quantity;
        reserve(order);
        events.amended(order.id, account.number, instrument.number, order.side, price, quantity);
        if (waits) {
            report(order, false);
            return answer(order.id, 0, quantity, 0);
        }
        Answer answer = execute(order, false, null);
        enterTriggered(instrument);
        return answer;
    }

    private Answer reduce(Order order, long quantity) {
        if (quantity < order.open) {
            long shown = Math.min(order.shown, quantity);
            long less = order.shown - shown;
            order.open = quantity;
            order.shown = shown;
            reserve(order);
            events.reduced(
                    order.id,
                    order.account.number,
                    order.instrument.number,
                    order.side,
                    order.price,
                    less,
                    quantity);
            report(order, false);
        }
        return answer(order.id, 0, quantity, 0);
    }

    private void begin(Order order) {
        asked = order;
        fills = new ArrayList<>();
    }

    /** Trades, then rests or cancels the rest. */
    private Answer execute(Order order, boolean isMarket, CancelReason endedBefore) {
        Instrument instrument = order.instrument;
        long quantity = order.open;
        CancelReason end = endedBefore;
        if (end == null && instrument.phase == Phase.CONTINUOUS) {
            if (order.timeInForce == TimeInForce.FOK && !fillsWhole(order, isMarket)) {
                end = CancelReason.FILL_OR_KILL;
            } else {
                end = match(order, isMarket);
            }
        }
        long filled = quantity - order.open;
        boolean stays =
                order.timeInForce == TimeInForce.GTC || order.timeInForce == TimeInForce.DAY;
        boolean rests =
                order.open > 0 && !isMarket && stays && (end == null || end == CancelReason.PAUSED);
        long cancelled = rests ? 0 : order.open;
        long resting = rests ? order.open : 0;
        if (rests) {
            order.shown = order.display == 0 ? order.open : Math.min(order.display, order.open);
            instrument.enqueue(order);
            state.open.put(order.id, order);
            events.rested(
                    order.id,
                    order.account.number,
                    instrument.number,
                    order.side,
                    order.price,
                    order.shown);
        } else if (cancelled > 0) {
            CancelReason usual =
                    isMarket ? CancelReason.MARKET_REMAINDER : CancelReason.IMMEDIATE_OR_CANCEL;
            order.open = 0;
            reserve(order);
            events.cancelled(
                    order.id,
                    order.account.number,
                    instrument.number,
                    order.side,
                    order.price,
                    cancelled,
                    end == null ? usual : end,
                    false);
        }
        report(order, filled > 0);
        if (end == CancelReason.PAUSED && instrument.phase == Phase.CONTINUOUS) {
            instrument.phase = Phase.HALTED;
            events.phaseChanged(instrument.number, Phase.HALTED);
        }
        return answer(order.id, filled, resting, cancelled);
    }

    /** Why it must not go on, or null. */
    private CancelReason match(Order taker, boolean isMarket) {
        Instrument instrument = taker.instrument;
        TreeMap<Long, Deque<Order>> makers = instrument.orders(taker.side.opposite());
        while (taker.open > 0 && !makers.isEmpty() && taker.crosses(makers.firstKey())) {
            long price = makers.firstKey();
            Order maker = makers.get(price).peek();
            if (maker.account == taker.account) {
                return CancelReason.SELF_TRADE;
            }
            if (!instrument.isInBand(price)) {
                return CancelReason.PAUSED;
            }
            long quantity = Math.min(taker.open, maker.shown);
            if (isMarket && taker.isBuy()) {
                quantity = Math.min(quantity, instrument.affordable(taker.account.cash, price));
            }
            if (quantity == 0) {
                return null;
            }
            trade(taker, maker, price, quantity);
        }
        return null;
    }

    private boolean fillsWhole(Order taker, boolean isMarket) {
        Instrument instrument = taker.instrument;
        long needed = taker.open;
        long cash = taker.account.cash;
        for (Map.Entry<Long, Deque<Order>> level :
                instrument.orders(taker.side.opposite()).entrySet()) {
            long price = level.getKey();
            if (!taker.crosses(price) || !instrument.isInBand(price)) {
                return false;
            }
            long had = tradable(taker.account, level.getValue(), needed);
            boolean isBlocked =
                    had < needed
                            && level.getValue().stream().anyMatch(o -> o.account == taker.account);
            if (isMarket && taker.isBuy()) {
                if (had > instrument.affordable(cash, price)) {
                    return false;
                }
                cash -= price * had + fee(price * had, instrument.takerFee);
            }
            needed -= had;
            if (needed == 0) {
                return true;
            }
            if (isBlocked) {
                return false;
            }
        }
        return false;
    }

    /** What could be had of one queue before an order of the account comes first. */
    private static long tradable(Account account, Deque<Order> queue, long needed) {
        Deque<long[]> left = new ArrayDeque<>();
        for (Order order : queue) {
            long own = order.account == account ? 1 : 0;
            left.add(new long[] {own, order.shown, order.open, order.display});
        }
        long had = 0;
        while (had < needed && !left.isEmpty() && left.peek()[0] == 0) {
            long[] first = left.poll();
            long quantity = Math.min(needed - had, first[1]);
            had += quantity;
            first[2] -= quantity;
            first[1] = Math.min(first[3], first[2]);
            if (first[2] > 0 && had < needed) {
                left.add(first);
            }
        }
        return had;
    }

    private void trade(Order taker, Order maker, long price, long quantity) {
        Instrument instrument = taker.instrument;
        taker.open -= quantity;
        maker.open -= quantity;
        instrument.last = price;
        state.lastTradeId++;
        if (taker == asked) {
            fills.add(new Fill(state.lastTradeId, price, quantity));
        }
        events.traded(
                state.lastTradeId,
                instrument.number,
                price,
                quantity,
                maker.id,
                taker.id,
                maker.account.number,
                taker.account.number,
                taker.side,
                maker.open,
                taker.open);
        settle(maker, price, quantity, instrument.makerFee);
        settle(taker, price, quantity, instrument.takerFee);
        used(maker, quantity);
        state.reportCash(maker.account);
        state.reportShares(maker.account, instrument);
    }

    /** One side pays and the other is paid; both their reservations shrink. */
    void settle(Order order, long price, long quantity, int feeRate) {
        long value = price * quantity;
        long fee = fee(value, feeRate);
        reserve(order);
        Account account = order.account;
        account.cash += (order.isBuy() ? -value : value) - fee;
        account.shares.merge(
                order.instrument.number, order.isBuy() ? quantity : -quantity, Long::sum);
        if (fee > 0) {
            events.feeCharged(account.number, order.instrument.number, order.id, fee);
        }
    }

    /** Takes what traded off a resting order. */
    void used(Order maker, long quantity) {
        Instrument instrument = maker.instrument;
        maker.shown -= quantity;
        if (maker.open == 0) {
            instrument.dequeue(maker);
            state.open.remove(maker.id);
        } else if (maker.shown == 0) {
            instrument.dequeue(maker);
            maker.shown = Math.min(maker.display, maker.open);
            instrument.enqueue(maker);
            events.refilled(
                    maker.id,
                    maker.account.number,
                    instrument.number,
                    maker.side,
                    maker.price,
                    maker.shown);
        }
    }

    /** Enters the waiting orders that the last trade has reached. */
    void enterTriggered(Instrument instrument) {
        Deque<Order> triggered = new ArrayDeque<>();
        collectTriggered(instrument, triggered);
        while (!triggered.isEmpty()) {
            Order order = triggered.poll();
            boolean isPaused = instrument.phase != Phase.CONTINUOUS;
            state.open.remove(order.id);
            execute(order, order.type == OrderType.STOP, isPaused ? CancelReason.PAUSED : null);
            collectTriggered(instrument, triggered);
        }
    }

    private void collectTriggered(Instrument instrument, Deque<Order> triggered) {
        if (instrument.phase != Phase.CONTINUOUS || instrument.last == 0) {
            return;
        }
        for (Order order : new ArrayList<>(instrument.waiting.values())) {
            boolean isReached =
                    order.isBuy() ? instrument.last >= order.stop : instrument.last <= order.stop;
            if (isReached) {
                instrument.waiting.remove(order.id);
                triggered.add(order);
                events.triggered(order.id, order.account.number, instrument.number);
            }
        }
    }

    Answer cancel(Account account, long orderId) {
        Order order = state.open.get(orderId);
        if (order == null) {
            return state.no(Reason.UNKNOWN_ORDER, orderId);
        }
        if (order.account != account) {
            return state.no(Reason.NOT_YOUR_ORDER, orderId);
        }
        long open = order.open;
        cancel(order, CancelReason.BY_TRADER);
        return new Answer(state.index, Reason.ACCEPTED, orderId, 0, 0, open, List.of());
    }

    Answer cancelAll(Account account, String symbol) {
        if (!symbol.isEmpty() && !state.instruments.containsKey(symbol)) {
            return state.no(Reason.UNKNOWN_INSTRUMENT, 0);
        }
        long count = 0;
        for (Order order : new ArrayList<>(state.open.values())) {
            boolean meant = symbol.isEmpty() || order.instrument == state.instruments.get(symbol);
            if (order.account == account && meant) {
                cancel(order, CancelReason.BY_TRADER);
                count++;
            }
        }
        return state.yes(count);
    }

    void cancel(Order order, CancelReason why) {
        Instrument instrument = order.instrument;
        state.open.remove(order.id);
        boolean waits = instrument.waiting.remove(order.id) != null;
        if (!waits) {
            instrument.dequeue(order);
        }
        if (order.display > 0) {
            events.withdrawn(
                    order.id,
                    order.account.number,
                    instrument.number,
                    order.side,
                    order.price,
                    order.shown);
        }
        long open = order.open;
        order.open = 0;
        reserve(order);
        events.cancelled(
                order.id,
                order.account.number,
                instrument.number,
                order.side,
                order.price,
                open,
                why,
                !waits && order.display == 0);
        report(order, false);
    }

    /** Makes what is reserved for the order what it must be now. */
    private void reserve(Order order) {
        Account account = order.account;
        if (order.isBuy()) {
            long now = order.instrument.cost(order.price, order.open).longValueExact();
            account.cash -= now - order.reserved;
            account.reservedCash += now - order.reserved;
            order.reserved = now;
        } else {
            long more = order.open - order.reserved;
            account.shares.merge(order.instrument.number, -more, Long::sum);
            account.reservedShares.merge(order.instrument.number, more, Long::sum);
            order.reserved = order.open;
        }
    }

    private void report(Order order, boolean traded) {
        if (traded || order.isBuy()) {
            state.reportCash(order.account);
        }
        if (traded || !order.isBuy()) {
            state.reportShares(order.account, order.instrument);
        }
    }

    private Answer answer(long id, long filled, long resting, long cancelled) {
        List<Fill> listed = fills.subList(0, Math.min(fills.size(), 1_000));
        return new Answer(
                state.index, Reason.ACCEPTED, id, filled, resting, cancelled, List.copyOf(listed));
    }

    Answer checkQuantity(Instrument instrument, long quantity) {
        if (instrument == null) {
            return state.no(Reason.UNKNOWN_INSTRUMENT, 0);
        }
        if (quantity < 1 || quantity % instrument.lot != 0) {
            return state.no(Reason.BAD_QUANTITY, instrument.lot);
        }
        return quantity > Limits.QUANTITY_MAX
                ? state.no(Reason.BAD_QUANTITY, Limits.QUANTITY_MAX)
                : null;
    }

    private Answer checkPrice(Instrument instrument, long price, long quantity) {
        if (price < 1 || price % instrument.tick != 0) {
            return state.no(Reason.BAD_PRICE, instrument.tick);
        }
        if (price > Limits.PRICE_MAX) {
            return state.no(Reason.BAD_PRICE, Limits.PRICE_MAX);
        }
        return big(price).multiply(big(quantity)).compareTo(big(Limits.CASH_MAX)) > 0
                ? state.no(Reason.OVERFLOW, Limits.CASH_MAX)
                : null;
    }

    private Answer checkDisplay(Instrument instrument, long display, long quantity) {
        if (display < 0 || display % instrument.lot != 0) {
            return state.no(Reason.BAD_DISPLAY, instrument.lot);
        }
        if (display > Limits.QUANTITY_MAX) {
            return state.no(Reason.BAD_DISPLAY, Limits.QUANTITY_MAX);
        }
        return (quantity - 1) / display >= 1_000 ? state.no(Reason.BAD_DISPLAY, 1_000) : null;
    }
}
