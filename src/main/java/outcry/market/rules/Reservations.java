package outcry.market.rules;

import outcry.market.MarketListener;
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

    /** What an order of this side reserves from: cash, or its instrument. */
    static int asset(int instrument, boolean isBuy) {
        return isBuy ? Accounts.CASH : instrument;
    }

    /** How much of that it reserves: cents, or shares; a buy without a price reserves nothing. */
    long amount(int instrument, boolean isBuy, long price, long quantity) {
        long amount = (isBuy ? price : 1) * quantity;
        return terms.hasFees(instrument) && isBuy ? terms.costOf(instrument, amount) : amount;
    }

    /** Reserves for {@code quantity} shares, if what it takes is available; else does nothing. */
    boolean reserve(int account, int instrument, boolean isBuy, long price, long quantity) {
        long amount = amount(instrument, isBuy, price, quantity);
        return accounts.reserve(account, asset(instrument, isBuy), amount);
    }

    /** Gives all of it back. */
    void release(int account, int instrument, boolean isBuy, long price, long quantity) {
        long amount = amount(instrument, isBuy, price, quantity);
        accounts.release(account, asset(instrument, isBuy), amount);
    }

    /** Gives back what {@code quantity} of the {@code open} shares had reserved. */
    void release(int account, int instrument, boolean isBuy, long price, long open, long quantity) {
        long amount = freed(instrument, isBuy, price, open, quantity);
        accounts.release(account, asset(instrument, isBuy), amount);
    }

    /** What {@code quantity} of the {@code open} shares of an order had reserved. */
    long freed(int instrument, boolean isBuy, long price, long open, long quantity) {
        return amount(instrument, isBuy, price, open)
                - amount(instrument, isBuy, price, open - quantity);
    }

    /**
     * Takes the fee of a trade, which is for the caller to make the account pay.
     *
     * @param value price times quantity
     * @param fee in hundredths of a percent
     * @return the fee in cents
     */
    long charge(
            int account,
            int instrument,
            long orderId,
            long value,
            long fee,
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

    /** How many shares, in whole lots, {@code cash} buys at {@code price}, the fee included. */
    long affordable(int instrument, long cash, long price) {
        long fee = terms.takerFee(instrument);
        long shares = (fee == 0 ? cash : Terms.spendable(cash, fee)) / price;
        return shares - shares % state.instruments.lot(instrument);
    }
}
