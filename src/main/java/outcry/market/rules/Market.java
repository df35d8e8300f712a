package outcry.market.rules;

import outcry.market.Command;
import outcry.market.Limits;
import outcry.market.MarketListener;
import outcry.market.Reason;
import outcry.market.state.Accounts;
import outcry.market.state.Instruments;
import outcry.market.state.MarketState;

/** Applies commands to the state by the rules of the market; each gets exactly one outcome. */
public final class Market {
    private final MarketState state;
    private final Outcome outcome = new Outcome();
    private final IncomingOrder incoming = new IncomingOrder();
    private final Listings listings;
    private final Transfers transfers;
    private final OrderDesk desk;

    public Market(MarketState state) {
        this.state = state;
        this.listings = new Listings(state, outcome);
        this.transfers = new Transfers(state, outcome);
        this.desk = new OrderDesk(state, outcome);
    }

    /** A market as it begins, with the two instruments of the issue market (M15). */
    public static MarketState genesis(Limits limits) {
        MarketState state = new MarketState(limits);
        state.list("A", "ShareA", 1, 1, 5_000);
        state.list("B", "ShareB", 1, 1, 5_000);
        return state;
    }

    /** Applies {@code command}; the outcome is good until the next command. */
    public Outcome apply(Command command, MarketListener listener) {
        outcome.clear();
        if (command instanceof Command.OpenAccount open) {
            listings.openAccount(open, listener);
            return outcome;
        }
        int account = state.accounts.find(command.account());
        if (account == Accounts.NONE) {
            outcome.reject(Reason.UNKNOWN_ACCOUNT, 0);
        } else if (command instanceof Command.EnterOrder enter) {
            enter(account, enter, listener);
        } else if (command instanceof Command.CancelOrder cancel) {
            desk.cancel(account, cancel.orderId(), listener);
        } else if (command instanceof Command.CancelAll cancel) {
            cancelAll(account, cancel.instrument(), listener);
        } else if (command instanceof Command.ListInstrument list) {
            listings.list(list, listener);
        } else {
            transfer(account, command, listener);
        }
        return outcome;
    }

    private void enter(int account, Command.EnterOrder enter, MarketListener listener) {
        int instrument = find(enter.instrument());
        if (instrument != Instruments.NONE) {
            incoming.set(
                    account,
                    instrument,
                    enter.side(),
                    enter.type(),
                    enter.timeInForce(),
                    enter.price(),
                    enter.quantity());
            desk.enter(incoming, listener);
        }
    }

    private void cancelAll(int account, String symbol, MarketListener listener) {
        boolean ofAll = symbol == null || symbol.isEmpty();
        int instrument = ofAll ? Instruments.NONE : find(symbol);
        if (ofAll || instrument != Instruments.NONE) {
            desk.cancelAll(account, instrument, listener);
        }
    }

    private void transfer(int account, Command command, MarketListener listener) {
        if (command instanceof Command.DepositCash cash) {
            transfers.depositCash(account, cash.cents(), listener);
        } else if (command instanceof Command.WithdrawCash cash) {
            transfers.withdrawCash(account, cash.cents(), listener);
        } else if (command instanceof Command.DepositShares shares) {
            depositShares(account, shares, listener);
        } else if (command instanceof Command.WithdrawShares shares) {
            int instrument = find(shares.instrument());
            if (instrument != Instruments.NONE) {
                transfers.withdrawShares(account, instrument, shares.quantity(), listener);
            }
        } else if (command instanceof Command.TakeFromPool take) {
            int instrument = find(take.instrument());
            if (instrument != Instruments.NONE) {
                transfers.takeFromPool(account, instrument, take.quantity(), listener);
            }
        } else if (command instanceof Command.ReturnToPool give) {
            int instrument = find(give.instrument());
            if (instrument != Instruments.NONE) {
                transfers.returnToPool(account, instrument, give.quantity(), listener);
            }
        } else {
            throw new IllegalStateException("no rule for " + command.getClass());
        }
    }

    /** Shares of an instrument nobody has listed list it, unless their quantity is refused. */
    private void depositShares(int account, Command.DepositShares shares, MarketListener listener) {
        int instrument = state.instruments.find(shares.instrument());
        if (instrument == Instruments.NONE && Amounts.isQuantity(shares.quantity(), 1, outcome)) {
            instrument = listings.listByDefault(shares.instrument(), listener);
        }
        if (instrument != Instruments.NONE) {
            transfers.depositShares(account, instrument, shares.quantity(), listener);
        }
    }

    /** The instrument's number; when there is none, the outcome says so. */
    private int find(String symbol) {
        int instrument = state.instruments.find(symbol);
        if (instrument == Instruments.NONE) {
            outcome.reject(Reason.UNKNOWN_INSTRUMENT, 0);
        }
        return instrument;
    }
}
