package outcry.market.rules;

import outcry.market.CancelReason;
import outcry.market.MarketListener;
import outcry.market.Side;
import outcry.market.state.MarketState;
import outcry.market.state.OrderBooks;
import outcry.market.state.OrderFlags;
import outcry.market.state.Terms;

/**
 * Matches an incoming order with the resting ones: best price first, then oldest first, each trade
 * at the resting order's price (M7), cash against shares in the same step. It stops before it would
 * meet an order of the same account (M12) or trade outside the price band (M14).
 */
final class Matching {
    private final MarketState state;
    private final OrderBooks books;
    private final Terms terms;
    private final Outcome outcome;
    private final Reservations reservations;

    Matching(MarketState state, Outcome outcome, Reservations reservations) {
        this.state = state;
        this.books = state.books;
        this.terms = state.terms;
        this.outcome = outcome;
        this.reservations = reservations;
    }

    /** Trades what can be traded; the rest is left in {@link IncomingOrder#leaves}. */
    void match(IncomingOrder taker, MarketListener listener) {
        Side makerSide = taker.side().opposite();
        boolean paysAsItGoes = taker.isMarket() && taker.isBuy();
        long limit = taker.limit();
        while (taker.leaves > 0 && books.reaches(taker.instrument, makerSide, limit)) {
            int maker = books.first(taker.instrument, makerSide);
            if (books.account(maker) == taker.account) {
                taker.end(CancelReason.SELF_TRADE);
                return;
            }
            long price = books.price(maker);
            if (!terms.isInBand(taker.instrument, price)) {
                taker.end(CancelReason.PAUSED);
                return;
            }
            long quantity = Math.min(taker.leaves, books.shown(maker));
            if (paysAsItGoes) {
                quantity = Math.min(quantity, affordable(taker, price));
                if (quantity == 0) {
                    return;
                }
            }
            trade(taker, maker, quantity, listener);
        }
    }

    /** How many shares, in whole lots, the account's available cash buys at {@code price} (M9). */
    long affordable(IncomingOrder taker, long price) {
        long cash = state.accounts.cashAvailable(taker.account);
        return reservations.affordable(taker.instrument, cash, price);
    }

    /** Whether all of the order would trade now (FOK). */
    boolean canFill(IncomingOrder taker) {
        boolean paysAsItGoes = taker.isBuy() && taker.isMarket();
        long cash = state.accounts.cashAvailable(taker.account);
        long fee = terms.takerFee(taker.instrument);
        long needed = taker.leaves;
        int maker = books.first(taker.instrument, taker.side().opposite());
        while (needed > 0) {
            if (maker == OrderBooks.NONE
                    || !taker.crosses(books.price(maker))
                    || !terms.isInBand(taker.instrument, books.price(maker))) {
                return false;
            }
            long price = books.price(maker);
            // Hidden parts come after everything shown at the price, so behind an own order too.
            long shown = 0;
            long open = 0;
            while (maker != OrderBooks.NONE && books.price(maker) == price && shown < needed) {
                if (books.account(maker) == taker.account) {
                    return false;
                }
                shown += books.shown(maker);
                open += books.quantity(maker);
                maker = books.after(maker);
            }
            long traded = Math.min(open, needed);
            if (paysAsItGoes) {
                if (traded > reservations.affordable(taker.instrument, cash, price)) {
                    return false;
                }
                cash -= price * traded + Terms.share(price * traded, fee);
            }
            needed -= traded;
        }
        return true;
    }

    private void trade(IncomingOrder taker, int maker, long quantity, MarketListener listener) {
        int instrument = taker.instrument;
        long price = books.price(maker);
        long makerOpen = books.quantity(maker);
        int makerAccount = books.account(maker);
        long makerId = books.id(maker);
        long tradeId = state.nextTradeId++;
        terms.setLast(instrument, price);
        if (taker.isAsked) {
            outcome.addFill(tradeId, price, quantity);
        }
        listener.traded(
                tradeId,
                instrument,
                price,
                quantity,
                makerId,
                taker.id,
                makerAccount,
                taker.account,
                taker.side(),
                makerOpen - quantity,
                taker.leaves - quantity);
        long value = price * quantity;
        long makerFee = 0;
        long takerFee = 0;
        if (terms.hasFees(instrument)) {
            makerFee = terms.makerFee(instrument);
            makerFee =
                    reservations.charge(
                            makerAccount, instrument, makerId, value, makerFee, listener);
            takerFee = terms.takerFee(instrument);
            takerFee =
                    reservations.charge(
                            taker.account, instrument, taker.id, value, takerFee, listener);
        }
        boolean isBuy = taker.isBuy();
        // The buyer's own price, which a market order has not, and what its order has open.
        long limit = isBuy ? taker.price : price;
        long open = isBuy ? taker.leaves : makerOpen;
        state.accounts.settle(
                instrument,
                isBuy ? taker.account : makerAccount,
                reservations.freed(instrument, true, limit, open, quantity),
                value + (isBuy ? takerFee : makerFee),
                isBuy ? makerAccount : taker.account,
                value - (isBuy ? makerFee : takerFee),
                quantity);
        taker.leaves -= quantity;
        fill(maker, quantity, listener);
        state.reportCash(makerAccount, listener);
        state.reportShares(makerAccount, instrument, listener);
    }

    /** Takes what traded off a resting order; an iceberg used up shows more, at the back. */
    void fill(int maker, long quantity, MarketListener listener) {
        if (quantity == books.quantity(maker)) {
            books.remove(maker);
            return;
        }
        books.reduce(maker, quantity);
        if (!OrderFlags.isIceberg(books.flags(maker))) {
            return;
        }
        long shown = books.shown(maker) - quantity;
        if (shown > 0) {
            books.show(maker, shown);
            return;
        }
        shown = Math.min(books.extra(maker), books.quantity(maker));
        books.show(maker, shown);
        books.moveToBack(maker);
        listener.refilled(
                books.id(maker),
                books.account(maker),
                books.instrument(maker),
                books.side(maker),
                books.price(maker),
                shown);
    }
}
