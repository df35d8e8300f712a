package outcry.gateway.model;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import outcry.market.AuctionPrice;
import outcry.market.Side;
import outcry.wire.trader.ServerMessage.Indication;

/**
 * What the orders that an auction collects want and offer, hidden parts of icebergs included: open
 * shares by price. The auction's price is looked for when it is asked for and something has
 * changed; that costs as much as there are crossing prices, however many orders.
 */
final class AuctionInterest {
    private final TreeMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, Long> asks = new TreeMap<>();
    private Indication indication = Indication.NONE;
    private long near;
    private boolean changed;

    /** {@code by} more shares are open at a price; fewer when it is negative. */
    void change(Side side, long price, long by) {
        long open = of(side).merge(price, by, Long::sum);
        if (open == 0) {
            of(side).remove(price);
        }
        changed = true;
    }

    /**
     * What an auction would do now.
     *
     * @param newNear the price preferred to others that are as good, in cents; 0 for none
     */
    Indication indication(long newNear) {
        if (changed || near != newNear) {
            near = newNear;
            changed = false;
            indication = look();
        }
        return indication;
    }

    private Indication look() {
        if (bids.isEmpty() || asks.isEmpty() || bids.firstKey() < asks.firstKey()) {
            return Indication.NONE;
        }
        AuctionPrice auction = new AuctionPrice(near);
        add(auction, Side.BUY, asks.firstKey());
        add(auction, Side.SELL, bids.firstKey());
        auction.find();
        return new Indication(auction.price(), auction.volume());
    }

    private void add(AuctionPrice auction, Side side, long limit) {
        for (Map.Entry<Long, Long> level : of(side).headMap(limit, true).entrySet()) {
            auction.add(side, level.getKey(), level.getValue());
        }
    }

    private TreeMap<Long, Long> of(Side side) {
        return side == Side.BUY ? bids : asks;
    }
}
