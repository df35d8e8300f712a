package outcry.market.rules;

import outcry.market.Command;
import outcry.market.Limits;
import outcry.market.MarketListener;
import outcry.market.Reason;
import outcry.market.state.Accounts;
import outcry.market.state.Instruments;
import outcry.market.state.MarketState;
import outcry.market.state.OrderBooks;

/** Applies commands to the state by the rules of the market; each gets exactly one outcome. */
public final class Market {
    /** The most commands it is of use to {@link #foresee} together. */
    public static final int FORESEEN_MAX = Foresight.COMMANDS_MAX;

    private final MarketState state;
    private final Outcome outcome = new Outcome();
    private final IncomingOrder incoming = new IncomingOrder();
    private final Foresight foresight;
    private final Listings listings;
    private final Transfers transfers;
    private final OrderDesk desk;
    private final Cancels cancels;
    private final Phases phases;
    private final Rounds rounds;
    private final Operators operators;

    public Market(MarketState state) {
        this.state = state;
        this.foresight = new Foresight(state);
        Reservations reservations = new Reservations(state);
        Matching matching = new Matching(state, outcome, reservations);
        Auction auction = new Auction(state, matching, reservations);
        this.desk = new OrderDesk(state, outcome, matching, reservations);
        this.cancels = new Cancels(state, outcome, reservations);
        this.phases = new Phases(state, outcome, auction, desk);
        this.rounds = new Rounds(state, outcome, phases, cancels);
        this.operators = new Operators(state, outcome);
        this.listings = new Listings(state, outcome, rounds);
        this.transfers = new Transfers(state, outcome);
    }

    /** A market as it begins, with the two instruments of the issue market (M15). */
    public static MarketState genesis(Limits limits) {
        MarketState state = new MarketState(limits);
        state.list("A", "ShareA", 1, 1, 5_000);
        state.list("B", "ShareB", 1, 1, 5_000);
        return state;
    }

    /**
     * Brings what the first few of these commands will need near, so that applying them, one after
     * the other, waits less for memory; changes nothing. Of use with many orders.
     *
     * @param from the first
     * @param to behind the last
     */
    public void foresee(Command[] commands, int from, int to) {
        foresight.look(commands, from, to);
    }

    /** Applies {@code command}; the outcome is good until the next command. */
    public Outcome apply(Command command, MarketListener listener) {
        outcome.clear();
        // The most frequent first; each asks its own class for the account, which costs no
        // dispatch.
        if (command instanceof Command.EnterOrder enter) {
            enter(enter, listener);
        } else if (command instanceof Command.CancelOrder cancel) {
            int slot = orderOf(cancel.account(), cancel.orderId());
            if (slot != OrderBooks.NONE) {
                cancels.cancel(slot, listener);
            }
        } else if (command instanceof Command.AmendOrder amend) {
            int slot = orderOf(amend.account(), amend.orderId());
            if (slot != OrderBooks.NONE) {
                desk.amend(slot, amend.price(), amend.quantity(), listener);
            }
        } else {
            applyOther(command, listener);
        }
        return outcome;
    }

    private void enter(Command.EnterOrder enter, MarketListener listener) {
        int account = account(enter.account());
        if (account == Accounts.NONE) {
            return;
        }
        int instrument = find(enter.instrument());
        if (instrument != Instruments.NONE) {
            incoming.set(account, instrument, enter);
            desk.enter(incoming, listener);
        }
    }

    private void applyOther(Command command, MarketListener listener) {
        if (command instanceof Command.OpenAccount open) {
            listings.openAccount(open, listener);
            return;
        }
        int account = account(command.account());
        if (account == Accounts.NONE) {
            return;
        }
        if (command instanceof Command.CancelAll cancel) {
            if (isOneOrAll(cancel.instrument())) {
                cancels.cancelAll(account, oneOrAll(cancel.instrument()), listener);
            }
        } else if (!operate(account, command, listener)) {
            transfer(account, command, listener);
        }
    }

    /** False when it is none of an operator's commands. */
    private boolean operate(int account, Command command, MarketListener listener) {
        if (command instanceof Command.ListInstrument list) {
            if (operators.isOperatorOrNobodyIs(account)) {
                listings.list(list, listener);
            }
        } else if (command instanceof Command.Appoint appoint) {
            if (operators.isOperatorOrNobodyIs(account)) {
                operators.appoint(appoint, listener);
            }
        } else if (command instanceof Command.SetPhase set) {
            if (operators.isOperator(account) && isOneOrAll(set.instrument())) {
                phases.set(oneOrAll(set.instrument()), set.phase(), listener);
            }
        } else if (command instanceof Command.SetBand set) {
            if (operators.isOperator(account) && find(set.instrument()) != Instruments.NONE) {
                phases.setBand(find(set.instrument()), set, listener);
            }
        } else if (command instanceof Command.SetFees set) {
            if (operators.isOperator(account) && find(set.instrument()) != Instruments.NONE) {
                phases.setFees(find(set.instrument()), set, listener);
            }
        } else if (command instanceof Command.Round round) {
            if (operators.isOperator(account)) {
                rounds.apply(round.action(), listener);
            }
        } else if (command instanceof Command.SetStart set) {
            if (operators.isOperator(account) && isOneOrAll(set.instrument())) {
                rounds.setStart(oneOrAll(set.instrument()), set.amount(), listener);
            }
        } else if (command instanceof Command.Correct correct) {
            if (operators.isOperator(account) && isOneOrAll(correct.instrument())) {
                operators.correct(correct, oneOrAll(correct.instrument()), listener);
            }
        } else {
            return false;
        }
        return true;
    }

    private void transfer(int account, Command command, MarketListener listener) {
        if (!operators.mayTransfer(account)) {
            return;
        }
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
        if (instrument == Instruments.NONE
                && Amounts.isQuantity(shares.quantity(), 1, outcome)
                && operators.isOperatorOrNobodyIs(account)) {
            instrument = listings.listByDefault(shares.instrument(), listener);
        }
        if (instrument != Instruments.NONE) {
            transfers.depositShares(account, instrument, shares.quantity(), listener);
        }
    }

    /** Whether a symbol is that of an instrument, or none, which means all. */
    private boolean isOneOrAll(String symbol) {
        return symbol == null || symbol.isEmpty() || find(symbol) != Instruments.NONE;
    }

    /** The instrument's number; that of none stands for all, or for cash. */
    private int oneOrAll(String symbol) {
        return symbol == null ? Instruments.NONE : state.instruments.find(symbol);
    }

    /** The slot of an order of the account; when there is none, the outcome says so. */
    private int orderOf(String account, long orderId) {
        int slot = state.books.find(orderId);
        // The order knows its account, so its name is compared, but looked for only if it differs.
        if (slot != OrderBooks.NONE && state.accounts.isNamed(state.books.account(slot), account)) {
            return slot;
        }
        if (account(account) != Accounts.NONE) {
            outcome.reject(
                    slot == OrderBooks.NONE ? Reason.UNKNOWN_ORDER : Reason.NOT_YOUR_ORDER,
                    orderId);
        }
        return OrderBooks.NONE;
    }

    /** The account's number; when there is none, the outcome says so. */
    private int account(String name) {
        int account = state.accounts.find(name);
        if (account == Accounts.NONE) {
            outcome.reject(Reason.UNKNOWN_ACCOUNT, 0);
        }
        return account;
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
