package outcry.market.rules;

import outcry.market.AuctionPrice;
import outcry.market.MarketListener;
import outcry.market.Side;
import outcry.market.state.MarketState;
import outcry.market.state.OrderBooks;
import outcry.market.state.Terms;

/**
 * Uncrosses a book at one price (M14), which {@link AuctionPrice} finds; near the reference, or the
 * last trade when there is none. Hidden parts of icebergs count in full.
 *
 * <p>Within that price best price and then time decide who trades (M7). Nobody takes in an auction:
 * both sides pay the maker's fee. Orders of one account may meet, for none is incoming.
 */
final class Auction {
    private final MarketState state;
    private final OrderBooks books;
    private final Terms terms;
    private final Matching matching;
    private final Reservations reservations;

    Auction(MarketState state, Matching matching, Reservations reservations) {
        this.state = state;
        this.books = state.books;
        this.terms = state.terms;
        this.matching = matching;
        this.reservations = reservations;
    }

    /**
     * Trades until the book is no longer crossed; the auction's price becomes the reference.
     *
     * @return the shares traded, 0 if the book was not crossed
     */
    long uncross(int instrument, MarketListener listener) {
        int bid = books.first(instrument, Side.BUY);
        int ask = books.first(instrument, Side.SELL);
        if (!isCrossed(bid, ask)) {
            return 0;
        }
        long price = price(instrument, bid, ask);
        long volume = 0;
        while (isCrossed(bid, ask) && books.price(bid) >= price && books.price(ask) <= price) {
            long quantity = Math.min(books.shown(bid), books.shown(ask));
            trade(instrument, bid, ask, price, quantity, listener);
            volume += quantity;
            bid = books.first(instrument, Side.BUY);
            ask = books.first(instrument, Side.SELL);
        }
        terms.setLast(instrument, price);
        terms.setReference(instrument, price);
        state.reportTerms(instrument, listener);
        return volume;
    }

    private boolean isCrossed(int bid, int ask) {
        return bid != OrderBooks.NONE
                && ask != OrderBooks.NONE
                && books.price(bid) >= books.price(ask);
    }

    private long price(int instrument, int bid, int ask) {
        long reference = terms.reference(instrument);
        AuctionPrice best = new AuctionPrice(reference != 0 ? reference : terms.last(instrument));
        add(best, bid, books.price(ask), Side.BUY);
        add(best, ask, books.price(bid), Side.SELL);
        return best.find().price();
    }

    private void add(AuctionPrice best, int first, long limit, Side side) {
        int slot = first;
        while (slot != OrderBooks.NONE && side.crosses(books.price(slot), limit)) {
            long price = books.price(slot);
            long open = 0;
            while (slot != OrderBooks.NONE && books.price(slot) == price) {
                open += books.quantity(slot);
                slot = books.after(slot);
            }
            best.add(side, price, open);
        }
    }

    private void trade(
            int instrument, int bid, int ask, long price, long quantity, MarketListener listener) {
        long bidId = books.id(bid);
        long askId = books.id(ask);
        int buyer = books.account(bid);
        int seller = books.account(ask);
        long limit = books.price(bid);
        long open = books.quantity(bid);
        listener.uncrossed(
                state.nextTradeId++,
                instrument,
                price,
                quantity,
                bidId,
                askId,
                buyer,
                seller,
                limit,
                books.price(ask),
                open - quantity,
                books.quantity(ask) - quantity);
        int fee = terms.makerFee(instrument);
        long value = price * quantity;
        long buyFee = reservations.charge(buyer, instrument, bidId, value, fee, listener);
        long sellFee = reservations.charge(seller, instrument, askId, value, fee, listener);
        long freed = reservations.freed(instrument, true, limit, open, quantity);
        state.accounts.settle(
                instrument, buyer, freed, value + buyFee, seller, value - sellFee, quantity);
        matching.fill(bid, quantity, listener);
        matching.fill(ask, quantity, listener);
        state.reportCash(buyer, listener);
        state.reportShares(buyer, instrument, listener);
        state.reportCash(seller, listener);
        state.reportShares(seller, instrument, listener);
    }
}
