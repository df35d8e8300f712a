package outcry.market.rules;

import java.util.Arrays;
import outcry.market.MarketListener;
import outcry.market.Side;
import outcry.market.state.MarketState;
import outcry.market.state.OrderBooks;
import outcry.market.state.Terms;

/**
 * Uncrosses a book at one price (M14): that of the greatest volume, then of the least imbalance,
 * then nearest to the reference (the last trade when there is none), then the lower. Prices of
 * orders are tried, and the reference. Hidden parts of icebergs count in full.
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

    /** The crossing prices of one side, best first, and what is open at each and better. */
    private static final class Curve {
        long[] prices = new long[16];
        long[] quantities = new long[16];
        int count;

        void add(long price, long quantity) {
            if (count == prices.length) {
                prices = Arrays.copyOf(prices, count * 2);
                quantities = Arrays.copyOf(quantities, count * 2);
            }
            prices[count] = price;
            quantities[count++] = quantity;
        }
    }

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
        long highest = books.price(bid);
        long lowest = books.price(ask);
        Curve demand = curve(bid, lowest, Side.BUY);
        Curve supply = curve(ask, highest, Side.SELL);
        long reference = terms.reference(instrument);
        long near = reference != 0 ? reference : terms.last(instrument);
        Choice choice = new Choice(near);
        // Upwards through all prices of both curves: demand shrinks, supply grows.
        int demandAt = demand.count - 1;
        int supplyAt = 0;
        boolean triesNear = near >= lowest && near <= highest;
        while (demandAt >= 0 || supplyAt < supply.count) {
            long next = Long.MAX_VALUE;
            if (demandAt >= 0) {
                next = demand.prices[demandAt];
            }
            if (supplyAt < supply.count) {
                next = Math.min(next, supply.prices[supplyAt]);
            }
            if (triesNear && near <= next) {
                next = near;
                triesNear = false;
            }
            while (supplyAt < supply.count && supply.prices[supplyAt] <= next) {
                supplyAt++;
            }
            long offered = supplyAt == 0 ? 0 : supply.quantities[supplyAt - 1];
            long wanted = demandAt < 0 ? 0 : demand.quantities[demandAt];
            choice.consider(next, wanted, offered);
            while (demandAt >= 0 && demand.prices[demandAt] <= next) {
                demandAt--;
            }
        }
        return choice.price;
    }

    private Curve curve(int first, long limit, Side side) {
        Curve curve = new Curve();
        long open = 0;
        int slot = first;
        while (slot != OrderBooks.NONE && side.crosses(books.price(slot), limit)) {
            long price = books.price(slot);
            while (slot != OrderBooks.NONE && books.price(slot) == price) {
                open += books.quantity(slot);
                slot = books.after(slot);
            }
            curve.add(price, open);
        }
        return curve;
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
        reservations.buy(buyer, instrument, bidId, limit, open, price, quantity, fee, listener);
        reservations.sell(seller, instrument, askId, price, quantity, fee, listener);
        matching.fill(bid, quantity, listener);
        matching.fill(ask, quantity, listener);
        state.reportCash(buyer, listener);
        state.reportShares(buyer, instrument, listener);
        state.reportCash(seller, listener);
        state.reportShares(seller, instrument, listener);
    }

    /** The best price of those considered, which come in rising order. */
    private static final class Choice {
        private final long near;
        private long volume = -1;
        private long imbalance;
        private long price;

        Choice(long near) {
            this.near = near;
        }

        void consider(long newPrice, long wanted, long offered) {
            long newVolume = Math.min(wanted, offered);
            long newImbalance = Math.abs(wanted - offered);
            boolean isBetter = newVolume > volume;
            if (newVolume == volume) {
                boolean isNearer = Math.abs(newPrice - near) < Math.abs(price - near);
                isBetter = newImbalance < imbalance || newImbalance == imbalance && isNearer;
            }
            if (isBetter) {
                volume = newVolume;
                imbalance = newImbalance;
                price = newPrice;
            }
        }
    }
}
