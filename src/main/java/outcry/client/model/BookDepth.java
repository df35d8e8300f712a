package outcry.client.model;

import java.util.List;
import outcry.market.Side;

/**
 * A book at one moment. Prices in cents, quantities in shares.
 *
 * @param index the log index it shows; 0 before the first snapshot
 * @param whole whether its checksum held; false before the first snapshot and while a fresh one is
 *     awaited: not to be shown as live
 * @param bids best first
 * @param asks best first
 */
public record BookDepth(
        String instrument, long index, boolean whole, List<Level> bids, List<Level> asks) {

    /**
     * One price.
     *
     * @param orders resting there
     * @param cumulative shares at this price and all better ones
     */
    public record Level(long price, long quantity, int orders, long cumulative) {}

    public BookDepth {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }

    /** The levels of one side, best first. */
    public List<Level> levels(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    /** The best price of a side, 0 when nobody is there. */
    public long best(Side side) {
        return levels(side).isEmpty() ? 0 : levels(side).get(0).price();
    }

    /** Best ask less best bid in cents; 0 when a side is empty. */
    public long spread() {
        return bids.isEmpty() || asks.isEmpty() ? 0 : best(Side.SELL) - best(Side.BUY);
    }
}
