package outcry.desktop.parts;

import java.util.List;

/**
 * An order book as windows show it.
 *
 * @param instrument empty when none is chosen
 * @param tick smallest step of a price in cents, at least 1
 * @param index the log index it is the state of
 * @param bids best, which is highest, first
 * @param asks best, which is lowest, first
 */
public record Depth(String instrument, long tick, long index, List<Level> bids, List<Level> asks) {
    public static final Depth NONE = new Depth("", 1, 0, List.of(), List.of());

    public Depth {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }

    /**
     * One price.
     *
     * @param price in cents
     * @param quantity shares that rest at it
     * @param orders how many orders they belong to
     * @param own how many of the shares are the user's own
     */
    public record Level(long price, long quantity, int orders, long own) {}

    public boolean isEmpty() {
        return bids.isEmpty() && asks.isEmpty();
    }

    /** The highest bid in cents, 0 without one. */
    public long bestBid() {
        return bids.isEmpty() ? 0 : bids.get(0).price();
    }

    /** The lowest ask in cents, 0 without one. */
    public long bestAsk() {
        return asks.isEmpty() ? 0 : asks.get(0).price();
    }

    /** Whether bids and asks meet, as while an auction collects them. */
    public boolean isCrossed() {
        return !bids.isEmpty() && !asks.isEmpty() && bestBid() >= bestAsk();
    }

    /** The gap between them in ticks; -1 when a side is empty or they meet. */
    public long spreadTicks() {
        boolean hasGap = !bids.isEmpty() && !asks.isEmpty() && !isCrossed();
        return hasGap ? (bestAsk() - bestBid()) / tick : -1;
    }

    /** In words, for those who cannot see the picture. */
    public String describe() {
        if (instrument.isEmpty()) {
            return "Order book: no instrument chosen";
        }
        return "Order book of "
                + instrument
                + (bids.isEmpty() ? ", no bids" : ", best bid " + side(bids))
                + (asks.isEmpty() ? ", no asks" : ", best ask " + side(asks));
    }

    private static String side(List<Level> levels) {
        return Figures.count(levels.get(0).quantity())
                + " at "
                + Figures.money(levels.get(0).price())
                + ", "
                + levels.size()
                + (levels.size() == 1 ? " price" : " prices");
    }
}
