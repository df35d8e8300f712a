package outcry.market.rules;

import outcry.market.MarketListener;
import outcry.market.Side;
import outcry.market.state.Accounts;
import outcry.market.state.MarketState;
import outcry.market.state.OrderBooks;

/**
 * Matches an incoming order with the resting ones: best price first, then oldest first, each trade
 * at the resting order's price (M7), cash against shares in the same step.
 */
final class Matching {
    private final MarketState state;
    private final Accounts accounts;
    private final OrderBooks books;
    private final Outcome outcome;

    Matching(MarketState state, Outcome outcome) {
        this.state = state;
        this.accounts = state.accounts;
        this.books = state.books;
        this.outcome = outcome;
    }

    /** Trades what can be traded; the rest is left in {@link IncomingOrder#leaves}. */
    void match(IncomingOrder taker, MarketListener listener) {
        Side makerSide = taker.side.opposite();
        while (taker.leaves > 0) {
            int maker = books.first(taker.instrument, makerSide);
            if (maker == OrderBooks.NONE || !taker.crosses(books.price(maker))) {
                return;
            }
            long quantity = Math.min(taker.leaves, books.quantity(maker));
            if (taker.isBuy() && taker.isMarket()) {
                quantity = Math.min(quantity, affordable(taker, books.price(maker)));
                if (quantity == 0) {
                    return;
                }
            }
            trade(taker, maker, quantity, listener);
        }
    }

    /** How many shares, in whole lots, the account's available cash buys at {@code price} (M9). */
    long affordable(IncomingOrder taker, long price) {
        long shares = accounts.cashAvailable(taker.account) / price;
        return shares - shares % state.instruments.lot(taker.instrument);
    }

    private void trade(IncomingOrder taker, int maker, long quantity, MarketListener listener) {
        long price = books.price(maker);
        int makerAccount = books.account(maker);
        long makerId = books.id(maker);
        long makerLeaves = books.quantity(maker) - quantity;
        long tradeId = state.nextTradeId++;
        if (makerLeaves > 0) {
            books.reduce(maker, quantity);
        } else {
            books.remove(maker);
        }
        taker.leaves -= quantity;
        long cents = price * quantity;
        if (taker.isBuy()) {
            payAsTaker(taker, price, quantity);
            accounts.moveShares(taker.account, taker.instrument, quantity, 0);
            accounts.moveShares(makerAccount, taker.instrument, 0, -quantity);
            accounts.moveCash(makerAccount, cents, 0);
        } else {
            accounts.moveCash(makerAccount, 0, -cents);
            accounts.moveShares(makerAccount, taker.instrument, quantity, 0);
            accounts.moveShares(taker.account, taker.instrument, 0, -quantity);
            accounts.moveCash(taker.account, cents, 0);
        }
        outcome.addFill(tradeId, price, quantity);
        listener.traded(
                tradeId,
                taker.instrument,
                price,
                quantity,
                makerId,
                taker.id,
                makerAccount,
                taker.account,
                taker.side,
                makerLeaves,
                taker.leaves);
        state.reportCash(makerAccount, listener);
        state.reportShares(makerAccount, taker.instrument, listener);
    }

    /** A limit order pays from what it reserved and gets back what the better price spares. */
    private void payAsTaker(IncomingOrder taker, long price, long quantity) {
        if (taker.isMarket()) {
            accounts.moveCash(taker.account, -price * quantity, 0);
        } else {
            long spared = (taker.price - price) * quantity;
            accounts.moveCash(taker.account, spared, -taker.price * quantity);
        }
    }
}
