package outcry.market.rules;

import outcry.market.Limits;
import outcry.market.MarketListener;
import outcry.market.Reason;
import outcry.market.state.Accounts;
import outcry.market.state.Instruments;
import outcry.market.state.MarketState;

/** Moves cash and shares in and out of the market (M4) and between accounts and pools (M15). */
final class Transfers {
    private final MarketState state;
    private final Accounts accounts;
    private final Instruments instruments;
    private final Outcome outcome;

    Transfers(MarketState state, Outcome outcome) {
        this.state = state;
        this.accounts = state.accounts;
        this.instruments = state.instruments;
        this.outcome = outcome;
    }

    void depositCash(int account, long cents, MarketListener listener) {
        long room = Limits.CASH_MAX - accounts.cashTotal();
        if (!Amounts.isMoney(cents, outcome)
                || cents > room && !outcome.reject(Reason.OVERFLOW, room)) {
            return;
        }
        moveCash(account, cents, listener);
    }

    void withdrawCash(int account, long cents, MarketListener listener) {
        long available = accounts.cashAvailable(account);
        if (!Amounts.isMoney(cents, outcome)
                || cents > available && !outcome.reject(Reason.INSUFFICIENT_CASH, available)) {
            return;
        }
        moveCash(account, -cents, listener);
    }

    void depositShares(int account, int instrument, long quantity, MarketListener listener) {
        long room = Limits.SHARES_MAX - instruments.total(instrument);
        if (!Amounts.isQuantity(quantity, instruments.lot(instrument), outcome)
                || quantity > room && !outcome.reject(Reason.OVERFLOW, room)) {
            return;
        }
        instruments.moveTotal(instrument, quantity);
        moveShares(account, instrument, quantity, listener);
    }

    void withdrawShares(int account, int instrument, long quantity, MarketListener listener) {
        if (!canGive(account, instrument, quantity)) {
            return;
        }
        instruments.moveTotal(instrument, -quantity);
        moveShares(account, instrument, -quantity, listener);
    }

    void takeFromPool(int account, int instrument, long quantity, MarketListener listener) {
        long pool = instruments.pool(instrument);
        if (!Amounts.isQuantity(quantity, instruments.lot(instrument), outcome)
                || quantity > pool && !outcome.reject(Reason.POOL_TOO_SMALL, pool)) {
            return;
        }
        movePool(account, instrument, -quantity, listener);
    }

    void returnToPool(int account, int instrument, long quantity, MarketListener listener) {
        if (canGive(account, instrument, quantity)) {
            movePool(account, instrument, quantity, listener);
        }
    }

    private boolean canGive(int account, int instrument, long quantity) {
        long available = accounts.sharesAvailable(account, instrument);
        return Amounts.isQuantity(quantity, instruments.lot(instrument), outcome)
                && (quantity <= available || outcome.reject(Reason.INSUFFICIENT_SHARES, available));
    }

    private void moveCash(int account, long cents, MarketListener listener) {
        accounts.depositCash(account, cents);
        state.reportCash(account, listener);
        outcome.accept(accounts.cashAvailable(account));
    }

    private void moveShares(int account, int instrument, long quantity, MarketListener listener) {
        accounts.move(account, instrument, quantity, 0);
        state.reportShares(account, instrument, listener);
        outcome.accept(accounts.sharesAvailable(account, instrument));
    }

    /** Moves shares into the pool, or out of it when negative. */
    private void movePool(int account, int instrument, long quantity, MarketListener listener) {
        instruments.movePool(instrument, quantity);
        moveShares(account, instrument, -quantity, listener);
        listener.poolChanged(instrument, instruments.pool(instrument));
        outcome.accept(instruments.pool(instrument));
    }
}
