package outcry.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import outcry.market.ReferenceState.Account;
import outcry.market.ReferenceState.Instrument;
import outcry.market.ReferenceState.Order;

/** What operators do in the plain market: phases with their auctions, bands, fees, rounds. */
final class ReferenceVenue {
    /** What an auction at a price would trade, and what it would leave. */
    private record Candidate(long price, long volume, long imbalance, long distance) {}

    private final ReferenceState state;
    private final ReferenceOrders orders;
    private final EventLog events;

    ReferenceVenue(ReferenceState state, ReferenceOrders orders) {
        this.state = state;
        this.orders = orders;
        this.events = state.events;
    }

    /** Null when it is none of an operator's commands. */
    Answer apply(Account account, Command command) {
        String symbol;
        if (command instanceof Command.Appoint c) {
            boolean isFree = state.accounts.values().stream().noneMatch(a -> a.isOperator);
            return isFree || account.isOperator ? appoint(c) : state.no(Reason.NOT_OPERATOR, 0);
        } else if (command instanceof Command.SetPhase c) {
            symbol = c.instrument();
        } else if (command instanceof Command.SetBand c) {
            symbol = c.instrument();
        } else if (command instanceof Command.SetFees c) {
            symbol = c.instrument();
        } else if (command instanceof Command.SetStart c) {
            symbol = c.instrument();
        } else if (command instanceof Command.Correct c) {
            symbol = c.instrument();
        } else if (command instanceof Command.Round) {
            symbol = "";
        } else {
            return null;
        }
        if (!account.isOperator) {
            return state.no(Reason.NOT_OPERATOR, 0);
        }
        Instrument instrument = state.instruments.get(symbol);
        boolean needsOne = command instanceof Command.SetBand || command instanceof Command.SetFees;
        if (instrument == null && (needsOne || !symbol.isEmpty())) {
            return state.no(Reason.UNKNOWN_INSTRUMENT, 0);
        }
        if (command instanceof Command.SetPhase c) {
            return setPhase(instrument, c.phase());
        } else if (command instanceof Command.SetBand c) {
            return setBand(instrument, c);
        } else if (command instanceof Command.SetFees c) {
            return setFees(instrument, c);
        } else if (command instanceof Command.SetStart c) {
            return setStart(instrument, c.amount());
        } else if (command instanceof Command.Correct c) {
            return correct(instrument, c);
        }
        return round(((Command.Round) command).action());
    }

    private Answer appoint(Command.Appoint c) {
        Account trader = state.accounts.get(c.trader());
        if (trader == null) {
            return state.no(Reason.UNKNOWN_ACCOUNT, 0);
        }
        trader.isOperator = c.role() == Role.OPERATOR;
        events.roleChanged(trader.number, c.role());
        return state.yes(state.accounts.values().stream().filter(a -> a.isOperator).count());
    }

    private Answer setPhase(Instrument instrument, Phase phase) {
        long volume = 0;
        for (Instrument each : state.instruments.values()) {
            if (instrument == null || each == instrument) {
                volume += change(each, phase);
            }
        }
        return state.yes(volume);
    }

    private long change(Instrument instrument, Phase phase) {
        if (instrument.phase == phase) {
            return 0;
        }
        long volume = 0;
        if (phase == Phase.CONTINUOUS
                || instrument.phase == Phase.CLOSING_AUCTION && phase == Phase.CLOSED) {
            volume = uncross(instrument);
        }
        instrument.phase = phase;
        events.phaseChanged(instrument.number, phase);
        orders.enterTriggered(instrument);
        return volume;
    }

    private long uncross(Instrument instrument) {
        if (!isCrossed(instrument)) {
            return 0;
        }
        long price = auctionPrice(instrument);
        long volume = 0;
        while (isCrossed(instrument)
                && instrument.bids.firstKey() >= price
                && instrument.asks.firstKey() <= price) {
            Order bid = instrument.bids.firstEntry().getValue().peek();
            Order ask = instrument.asks.firstEntry().getValue().peek();
            long quantity = Math.min(bid.shown, ask.shown);
            volume += quantity;
            bid.open -= quantity;
            ask.open -= quantity;
            state.lastTradeId++;
            events.uncrossed(
                    state.lastTradeId,
                    instrument.number,
                    price,
                    quantity,
                    bid.id,
                    ask.id,
                    bid.account.number,
                    ask.account.number,
                    bid.price,
                    ask.price,
                    bid.open,
                    ask.open);
            orders.settle(bid, price, quantity, instrument.makerFee);
            orders.settle(ask, price, quantity, instrument.makerFee);
            orders.used(bid, quantity);
            orders.used(ask, quantity);
            for (Order side : List.of(bid, ask)) {
                state.reportCash(side.account);
                state.reportShares(side.account, instrument);
            }
        }
        instrument.last = price;
        instrument.reference = price;
        state.reportTerms(instrument);
        return volume;
    }

    private static boolean isCrossed(Instrument instrument) {
        return !instrument.bids.isEmpty()
                && !instrument.asks.isEmpty()
                && instrument.bids.firstKey() >= instrument.asks.firstKey();
    }

    /** Tries every price there is, one after the other. */
    private static long auctionPrice(Instrument instrument) {
        long lowest = instrument.asks.firstKey();
        long highest = instrument.bids.firstKey();
        long near = instrument.reference != 0 ? instrument.reference : instrument.last;
        SortedSet<Long> prices = new TreeSet<>(instrument.bids.keySet());
        prices.addAll(instrument.asks.keySet());
        prices.add(near);
        return prices.stream()
                .filter(price -> price >= lowest && price <= highest)
                .map(price -> candidate(instrument, price, near))
                .max(
                        Comparator.comparingLong(Candidate::volume)
                                .thenComparing(Candidate::imbalance, Comparator.reverseOrder())
                                .thenComparing(Candidate::distance, Comparator.reverseOrder())
                                .thenComparing(Candidate::price, Comparator.reverseOrder()))
                .orElseThrow()
                .price();
    }

    private static Candidate candidate(Instrument instrument, long price, long near) {
        long wanted = 0;
        long offered = 0;
        for (Deque<Order> queue : instrument.bids.values()) {
            for (Order order : queue) {
                wanted += order.price >= price ? order.open : 0;
            }
        }
        for (Deque<Order> queue : instrument.asks.values()) {
            for (Order order : queue) {
                offered += order.price <= price ? order.open : 0;
            }
        }
        return new Candidate(
                price,
                Math.min(wanted, offered),
                Math.abs(wanted - offered),
                Math.abs(price - near));
    }

    private Answer setBand(Instrument instrument, Command.SetBand c) {
        if (c.reference() < 0 || c.reference() % instrument.tick != 0) {
            return state.no(Reason.BAD_PRICE, instrument.tick);
        }
        if (c.reference() > Limits.PRICE_MAX) {
            return state.no(Reason.BAD_PRICE, Limits.PRICE_MAX);
        }
        boolean isBand = c.basisPoints() >= 0 && c.basisPoints() <= 9_999;
        if (!isBand || c.basisPoints() > 0 && c.reference() == 0) {
            return state.no(Reason.BAD_TERMS, 9_999);
        }
        instrument.reference = c.reference();
        instrument.band = c.basisPoints();
        state.reportTerms(instrument);
        return state.yes(0);
    }

    private Answer setFees(Instrument instrument, Command.SetFees c) {
        if (c.maker() < 0 || c.maker() > 1_000 || c.taker() < 0 || c.taker() > 1_000) {
            return state.no(Reason.BAD_TERMS, 1_000);
        }
        long open = state.open.values().stream().filter(o -> o.instrument == instrument).count();
        if (open > 0) {
            return state.no(Reason.ORDERS_OPEN, open);
        }
        instrument.makerFee = c.maker();
        instrument.takerFee = c.taker();
        state.reportTerms(instrument);
        return state.yes(0);
    }

    private Answer setStart(Instrument instrument, long amount) {
        long most = instrument == null ? Limits.CASH_MAX / 100_000 : Limits.SHARES_MAX / 100_000;
        if (amount < 0 || amount > most) {
            return state.no(instrument == null ? Reason.BAD_AMOUNT : Reason.BAD_QUANTITY, most);
        }
        if (instrument != null && amount % instrument.lot != 0) {
            return state.no(Reason.BAD_QUANTITY, instrument.lot);
        }
        if (instrument == null) {
            state.startCash = amount;
        } else {
            instrument.start = amount;
        }
        events.startChanged(instrument == null ? -1 : instrument.number, amount);
        return state.yes(amount);
    }

    private Answer correct(Instrument instrument, Command.Correct c) {
        Account trader = state.accounts.get(c.trader());
        if (trader == null) {
            return state.no(Reason.UNKNOWN_ACCOUNT, 0);
        }
        if (c.amount() == 0 || c.why().isBlank()) {
            return state.no(Reason.BAD_TERMS, 0);
        }
        if (instrument == null) {
            if (c.amount() > Limits.CASH_MAX - state.cashTotal) {
                return state.no(Reason.OVERFLOW, Limits.CASH_MAX - state.cashTotal);
            }
            if (c.amount() < -trader.cash) {
                return state.no(Reason.INSUFFICIENT_CASH, trader.cash);
            }
            trader.cash += c.amount();
            state.cashTotal += c.amount();
            events.corrected(trader.number, -1, c.amount(), c.why());
            state.reportCash(trader);
            return state.yes(trader.cash);
        }
        if (c.amount() % instrument.lot != 0) {
            return state.no(Reason.BAD_QUANTITY, instrument.lot);
        }
        if (c.amount() > Limits.SHARES_MAX - instrument.total) {
            return state.no(Reason.OVERFLOW, Limits.SHARES_MAX - instrument.total);
        }
        if (c.amount() < -trader.shares(instrument)) {
            return state.no(Reason.INSUFFICIENT_SHARES, trader.shares(instrument));
        }
        instrument.total += c.amount();
        trader.shares.merge(instrument.number, c.amount(), Long::sum);
        events.corrected(trader.number, instrument.number, c.amount(), c.why());
        state.reportShares(trader, instrument);
        return state.yes(trader.shares(instrument));
    }

    private Answer round(RoundAction action) {
        boolean isOn = state.roundState != RoundState.ENDED;
        boolean fits =
                switch (action) {
                    case START, RESET -> !isOn;
                    case END -> isOn;
                    case PAUSE -> state.roundState == RoundState.RUNNING;
                    case RESUME -> state.roundState == RoundState.PAUSED;
                };
        if (!fits) {
            return state.no(Reason.WRONG_ROUND, state.roundState.ordinal());
        }
        switch (action) {
            case START -> {
                state.round++;
                move(RoundState.RUNNING);
                setPhase(null, Phase.CONTINUOUS);
            }
            case PAUSE -> {
                move(RoundState.PAUSED);
                for (Instrument each : state.instruments.values()) {
                    if (each.phase != Phase.CLOSED) {
                        change(each, Phase.HALTED);
                    }
                }
            }
            case RESUME -> {
                move(RoundState.RUNNING);
                for (Instrument each : state.instruments.values()) {
                    if (each.phase == Phase.HALTED) {
                        change(each, Phase.CONTINUOUS);
                    }
                }
            }
            case END -> {
                move(RoundState.ENDED);
                setPhase(null, Phase.CLOSED);
                for (Order order : new ArrayList<>(state.open.values())) {
                    if (order.timeInForce == TimeInForce.DAY) {
                        orders.cancel(order, CancelReason.ROUND_ENDED);
                    }
                }
            }
            case RESET -> {
                return reset();
            }
        }
        return state.yes(state.round);
    }

    private void move(RoundState next) {
        state.roundState = next;
        events.roundChanged(state.round, next);
    }

    private Answer reset() {
        List<Account> traders =
                state.accounts.values().stream().filter(a -> !a.isOperator).toList();
        long held = traders.stream().mapToLong(a -> a.cash + a.reservedCash).sum();
        long room = Limits.CASH_MAX - state.cashTotal + held;
        if (traders.size() * state.startCash > room) {
            return state.no(Reason.OVERFLOW, room);
        }
        for (Instrument each : state.instruments.values()) {
            long shares =
                    traders.stream().mapToLong(a -> a.shares(each) + a.reservedShares(each)).sum();
            long left = Limits.SHARES_MAX - each.total + shares;
            if (traders.size() * each.start > left) {
                return state.no(Reason.OVERFLOW, left);
            }
        }
        for (Order order : new ArrayList<>(state.open.values())) {
            orders.cancel(order, CancelReason.RESET);
        }
        traders.forEach(this::giveStart);
        return state.yes(state.round);
    }

    /** Brings an account without orders to the starting position. */
    void giveStart(Account account) {
        if (account.cash != state.startCash) {
            state.cashTotal += state.startCash - account.cash;
            account.cash = state.startCash;
            state.reportCash(account);
        }
        for (Instrument each : state.instruments.values()) {
            if (account.shares(each) != each.start) {
                each.total += each.start - account.shares(each);
                account.shares.put(each.number, each.start);
                state.reportShares(account, each);
            }
        }
    }
}
