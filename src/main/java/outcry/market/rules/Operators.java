package outcry.market.rules;

import outcry.market.Command;
import outcry.market.Limits;
import outcry.market.MarketListener;
import outcry.market.Names;
import outcry.market.Reason;
import outcry.market.Role;
import outcry.market.state.Accounts;
import outcry.market.state.Instruments;
import outcry.market.state.MarketState;

/** Who is an operator, and what an operator corrects (M16). */
final class Operators {
    private final MarketState state;
    private final Accounts accounts;
    private final Instruments instruments;
    private final Outcome outcome;

    Operators(MarketState state, Outcome outcome) {
        this.state = state;
        this.accounts = state.accounts;
        this.instruments = state.instruments;
        this.outcome = outcome;
    }

    /** Whether {@code account} may do what only an operator may. */
    boolean isOperator(int account) {
        return accounts.isOperator(account) || outcome.reject(Reason.NOT_OPERATOR, 0);
    }

    /** Whether it may do what everybody may as long as there is no operator. */
    boolean isOperatorOrNobodyIs(int account) {
        return accounts.operatorCount() == 0 || isOperator(account);
    }

    /** While a round goes on, only operators move cash and shares in and out. */
    boolean mayTransfer(int account) {
        return !state.venue.isRoundOn()
                || accounts.isOperator(account)
                || outcome.reject(Reason.ROUND_RUNNING, state.venue.round());
    }

    void appoint(Command.Appoint command, MarketListener listener) {
        int trader = accounts.find(command.trader());
        if (command.role() == null) {
            outcome.reject(Reason.BAD_TERMS, 0);
        } else if (trader == Accounts.NONE) {
            outcome.reject(Reason.UNKNOWN_ACCOUNT, 0);
        } else {
            accounts.setOperator(trader, command.role() == Role.OPERATOR);
            listener.roleChanged(trader, command.role());
            outcome.accept(accounts.operatorCount());
        }
    }

    /** Accepted with what the trader has available then. */
    void correct(Command.Correct command, int instrument, MarketListener listener) {
        int trader = accounts.find(command.trader());
        if (trader == Accounts.NONE) {
            outcome.reject(Reason.UNKNOWN_ACCOUNT, 0);
        } else if (command.amount() == 0 || !Names.isFullName(command.why())) {
            outcome.reject(Reason.BAD_TERMS, 0);
        } else if (instrument == Instruments.NONE) {
            correctCash(trader, command, listener);
        } else {
            correctShares(trader, instrument, command, listener);
        }
    }

    private void correctCash(int trader, Command.Correct command, MarketListener listener) {
        long amount = command.amount();
        long room = Limits.CASH_MAX - accounts.cashTotal();
        if (amount > room) {
            outcome.reject(Reason.OVERFLOW, room);
        } else if (amount < -accounts.cashAvailable(trader)) {
            outcome.reject(Reason.INSUFFICIENT_CASH, accounts.cashAvailable(trader));
        } else {
            accounts.depositCash(trader, amount);
            listener.corrected(trader, Instruments.NONE, amount, command.why());
            state.reportCash(trader, listener);
            outcome.accept(accounts.cashAvailable(trader));
        }
    }

    private void correctShares(
            int trader, int instrument, Command.Correct command, MarketListener listener) {
        long amount = command.amount();
        long room = Limits.SHARES_MAX - instruments.total(instrument);
        long available = accounts.sharesAvailable(trader, instrument);
        if (amount % instruments.lot(instrument) != 0) {
            outcome.reject(Reason.BAD_QUANTITY, instruments.lot(instrument));
        } else if (amount > room) {
            outcome.reject(Reason.OVERFLOW, room);
        } else if (amount < -available) {
            outcome.reject(Reason.INSUFFICIENT_SHARES, available);
        } else {
            instruments.moveTotal(instrument, amount);
            accounts.move(trader, instrument, amount, 0);
            listener.corrected(trader, instrument, amount, command.why());
            state.reportShares(trader, instrument, listener);
            outcome.accept(accounts.sharesAvailable(trader, instrument));
        }
    }
}
