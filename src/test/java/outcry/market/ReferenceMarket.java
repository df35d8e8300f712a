package outcry.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import outcry.market.ReferenceState.Account;
import outcry.market.ReferenceState.Instrument;

/**
 * The rules of the market once more, as plainly as they can be written: sorted maps, queues, one
 * object per order, exact integers. Slow, and the judge of the fast one: every answer and every
 * event must be equal.
 */
final class ReferenceMarket {
    private final ReferenceState state;
    private final ReferenceOrders orders;
    private final ReferenceVenue venue;
    private final EventLog events;
    private final Map<String, Account> accounts;
    private final Map<String, Instrument> instruments;

    ReferenceMarket(EventLog events) {
        this.state = new ReferenceState(events);
        this.orders = new ReferenceOrders(state);
        this.venue = new ReferenceVenue(state, orders);
        this.events = events;
        this.accounts = state.accounts;
        this.instruments = state.instruments;
    }

    List<Long> openOrders() {
        return new ArrayList<>(state.open.keySet());
    }

    Answer apply(long index, Command command) {
        state.index = index;
        if (command instanceof Command.OpenAccount c) {
            return open(c);
        }
        Account account = accounts.get(command.account());
        if (account == null) {
            return no(Reason.UNKNOWN_ACCOUNT, 0);
        }
        if (command instanceof Command.EnterOrder c) {
            return orders.enter(account, c);
        } else if (command instanceof Command.CancelOrder c) {
            return orders.cancel(account, c.orderId());
        } else if (command instanceof Command.AmendOrder c) {
            return orders.amend(account, c);
        } else if (command instanceof Command.CancelAll c) {
            return orders.cancelAll(account, c.instrument());
        } else if (command instanceof Command.ListInstrument c) {
            return mayList(account) ? list(c) : no(Reason.NOT_OPERATOR, 0);
        }
        Answer operated = venue.apply(account, command);
        if (operated != null) {
            return operated;
        }
        if (state.roundState != RoundState.ENDED && !account.isOperator) {
            return no(Reason.ROUND_RUNNING, state.round);
        }
        return transfer(account, command);
    }

    private Answer transfer(Account account, Command command) {
        if (command instanceof Command.DepositCash c) {
            return cash(account, c.cents(), true);
        } else if (command instanceof Command.WithdrawCash c) {
            return cash(account, c.cents(), false);
        } else if (command instanceof Command.DepositShares c) {
            return depositShares(account, c);
        } else if (command instanceof Command.WithdrawShares c) {
            return withdrawShares(account, instruments.get(c.instrument()), c.quantity());
        } else if (command instanceof Command.TakeFromPool c) {
            return take(account, instruments.get(c.instrument()), c.quantity());
        }
        Command.ReturnToPool c = (Command.ReturnToPool) command;
        return giveBack(account, instruments.get(c.instrument()), c.quantity());
    }

    /** Everybody may list as long as there is no operator. */
    private boolean mayList(Account account) {
        return account.isOperator || accounts.values().stream().noneMatch(a -> a.isOperator);
    }

    private Answer open(Command.OpenAccount c) {
        if (!c.account().matches("[A-Za-z0-9._-]{1,32}")) {
            return no(Reason.BAD_NAME, 32);
        }
        byte[] secret = (List.of(c.salt().length) + new String(c.hash())).getBytes();
        if (accounts.containsKey(c.account())) {
            boolean same = java.util.Arrays.equals(accounts.get(c.account()).secret, secret);
            return same ? yes(0) : no(Reason.ACCOUNT_EXISTS, 0);
        }
        if (state.startCash > Limits.CASH_MAX - state.cashTotal) {
            return no(Reason.OVERFLOW, Limits.CASH_MAX - state.cashTotal);
        }
        for (Instrument each : instruments.values()) {
            if (each.start > Limits.SHARES_MAX - each.total) {
                return no(Reason.OVERFLOW, Limits.SHARES_MAX - each.total);
            }
        }
        Account account = new Account(accounts.size(), secret);
        accounts.put(c.account(), account);
        events.accountOpened(account.number, c.account(), c.salt(), c.hash());
        venue.giveStart(account);
        return yes(0);
    }

    private Answer cash(Account account, long cents, boolean in) {
        if (cents <= 0) {
            return no(Reason.BAD_AMOUNT, 1);
        }
        long room = in ? Limits.CASH_MAX - state.cashTotal : account.cash;
        if (cents > room) {
            return no(in ? Reason.OVERFLOW : Reason.INSUFFICIENT_CASH, room);
        }
        account.cash += in ? cents : -cents;
        state.cashTotal += in ? cents : -cents;
        state.reportCash(account);
        return yes(account.cash);
    }

    private Answer list(Command.ListInstrument c) {
        if (c.tick() < 1 || c.tick() > Limits.PRICE_MAX) {
            return no(Reason.BAD_TERMS, Limits.PRICE_MAX);
        }
        if (c.lot() < 1 || c.lot() > Limits.LOT_MAX) {
            return no(Reason.BAD_TERMS, Limits.LOT_MAX);
        }
        if (c.pool() < 0 || c.pool() > Limits.SHARES_MAX) {
            return no(Reason.BAD_TERMS, Limits.SHARES_MAX);
        }
        if (c.pool() % c.lot() != 0) {
            return no(Reason.BAD_TERMS, c.lot());
        }
        return list(c.instrument(), c.name(), c.tick(), c.lot(), c.pool());
    }

    private Answer list(String symbol, String name, long tick, long lot, long pool) {
        if (!symbol.matches("[A-Z0-9._-]{1,32}")) {
            return no(Reason.BAD_NAME, 32);
        }
        if (instruments.containsKey(symbol)) {
            return no(Reason.INSTRUMENT_EXISTS, 0);
        }
        events.instrumentListed(instruments.size(), symbol, name, tick, lot, pool);
        instruments.put(symbol, new Instrument(instruments.size(), tick, lot, pool));
        return yes(pool);
    }

    private Answer depositShares(Account account, Command.DepositShares c) {
        if (!instruments.containsKey(c.instrument())) {
            if (c.quantity() < 1) {
                return no(Reason.BAD_QUANTITY, 1);
            }
            if (c.quantity() > Limits.QUANTITY_MAX) {
                return no(Reason.BAD_QUANTITY, Limits.QUANTITY_MAX);
            }
            if (!mayList(account)) {
                return no(Reason.NOT_OPERATOR, 0);
            }
            Answer listed = list(c.instrument(), c.instrument(), 1, 1, 0);
            if (!listed.isAccepted()) {
                return listed;
            }
        }
        Instrument instrument = instruments.get(c.instrument());
        Answer refusal = orders.checkQuantity(instrument, c.quantity());
        if (refusal != null) {
            return refusal;
        }
        if (c.quantity() > Limits.SHARES_MAX - instrument.total) {
            return no(Reason.OVERFLOW, Limits.SHARES_MAX - instrument.total);
        }
        instrument.total += c.quantity();
        return moveShares(account, instrument, c.quantity());
    }

    private Answer withdrawShares(Account account, Instrument instrument, long quantity) {
        Answer refusal = checkGiving(account, instrument, quantity);
        if (refusal != null) {
            return refusal;
        }
        instrument.total -= quantity;
        return moveShares(account, instrument, -quantity);
    }

    private Answer take(Account account, Instrument instrument, long quantity) {
        Answer refusal = orders.checkQuantity(instrument, quantity);
        if (refusal != null) {
            return refusal;
        }
        if (quantity > instrument.pool) {
            return no(Reason.POOL_TOO_SMALL, instrument.pool);
        }
        return movePool(account, instrument, quantity);
    }

    private Answer giveBack(Account account, Instrument instrument, long quantity) {
        Answer refusal = checkGiving(account, instrument, quantity);
        return refusal != null ? refusal : movePool(account, instrument, -quantity);
    }

    private Answer movePool(Account account, Instrument instrument, long quantity) {
        moveShares(account, instrument, quantity);
        instrument.pool -= quantity;
        events.poolChanged(instrument.number, instrument.pool);
        return yes(instrument.pool);
    }

    private Answer moveShares(Account account, Instrument instrument, long quantity) {
        account.shares.merge(instrument.number, quantity, Long::sum);
        state.reportShares(account, instrument);
        return yes(account.shares(instrument));
    }

    private Answer checkGiving(Account account, Instrument instrument, long quantity) {
        Answer refusal = orders.checkQuantity(instrument, quantity);
        if (refusal == null && quantity > account.shares(instrument)) {
            return no(Reason.INSUFFICIENT_SHARES, account.shares(instrument));
        }
        return refusal;
    }

    private Answer yes(long detail) {
        return state.yes(detail);
    }

    private Answer no(Reason reason, long detail) {
        return state.no(reason, detail);
    }
}
