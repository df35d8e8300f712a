package outcry.market.rules;

import outcry.market.MarketListener;
import outcry.market.Side;
import outcry.market.state.Accounts;
import outcry.market.state.MarketState;
import outcry.market.state.Terms;

/**
 * Cash and shares behind orders: a buy that names a price reserves its worst-case cost, fees
 * included, a sell its shares (M5); a trade pays from that and gives back what a better price
 * spares.
 *
 * <p>Invariant: what an account has reserved is the sum over its orders of what {@link #reserve}
 * takes for the open quantity of each.
 */
final class Reservations {
    private final MarketState state;
    private final Accounts accounts;
    private final Terms terms;

    Reservations(MarketState state) {
        this.state = state;
        this.accounts = state.accounts;
        this.terms = state.terms;
    }

    /** Reserves for {@code quantity} shares; a buy without a price reserves nothing. */
    void reserve(int account, int instrument, Side side, long price, long quantity) {
        if (side == Side.SELL) {
            accounts.moveShares(account, instrument, -quantity, quantity);
        } else if (price > 0) {
            long cost = terms.cost(instrument, price, quantity);
            accounts.moveCash(account, -cost, cost);
        }
    }

    /** Gives all of it back. */
    void release(int account, int instrument, Side side, long price, long quantity) {
        release(account, instrument, side, price, quantity, quantity);
    }

    /** Gives back what {@code quantity} of the {@code open} shares had reserved. */
    void release(int account, int instrument, Side side, long price, long open, long quantity) {
        if (side == Side.SELL) {
            accounts.moveShares(account, instrument, quantity, -quantity);
        } else if (price > 0) {
            long freed = reserved(instrument, price, open, quantity);
            accounts.moveCash(account, freed, -freed);
        }
    }

    /**
     * A buyer pays for {@code quantity} of the {@code open} shares of its order and gets them.
     *
     * @param limit the order's own price, or 0 if it reserved nothing
     */
    void buy(
            int account,
            int instrument,
            long orderId,
            long limit,
            long open,
            long price,
            long quantity,
            int fee,
            MarketListener listener) {
        long payment =
                price * quantity
                        + charge(account, instrument, orderId, price * quantity, fee, listener);
        long freed = limit == 0 ? 0 : reserved(instrument, limit, open, quantity);
        accounts.moveCash(account, freed - payment, -freed);
        accounts.moveShares(account, instrument, quantity, 0);
    }

    /** A seller gives shares it had reserved and is paid for them. */
    void sell(
            int account,
            int instrument,
            long orderId,
            long price,
            long quantity,
            int fee,
            MarketListener listener) {
        long value = price * quantity;
        accounts.moveShares(account, instrument, 0, -quantity);
        accounts.moveCash(
                account, value - charge(account, instrument, orderId, value, fee, listener), 0);
    }

    /** How many shares, in whole lots, {@code cash} buys at {@code price}, the fee included. */
    long affordable(int instrument, long cash, long price) {
        long fee = terms.takerFee(instrument);
        long shares = (fee == 0 ? cash : Terms.spendable(cash, fee)) / price;
        return shares - shares % state.instruments.lot(instrument);
    }

    private long reserved(int instrument, long price, long open, long quantity) {
        return terms.cost(instrument, price, open) - terms.cost(instrument, price, open - quantity);
    }

    private long charge(
            int account,
            int instrument,
            long orderId,
            long value,
            int fee,
            MarketListener listener) {
        if (fee == 0) {
            return 0;
        }
        long cents = Terms.share(value, fee);
        if (cents > 0) {
            state.venue.addFee(cents);
            listener.feeCharged(account, instrument, orderId, cents);
        }
        return cents;
    }
}
