package outcry.market;

import java.util.Arrays;

/**
 * Finds the one price of an auction (M14): that of the greatest volume, then of the least
 * imbalance, then nearest to a given price, then the lower. Prices of orders are tried, and the
 * given price.
 *
 * <p>Fed with the prices of both sides, best first, as far as they cross the other side's best; the
 * cost grows with the number of prices. Made for one use, on one thread.
 */
public final class AuctionPrice {
    private final Curve demand = new Curve();
    private final Curve supply = new Curve();
    private final long near;
    private long volume = -1;
    private long imbalance;
    private long price;

    /**
     * @param near the price that is preferred to others that are as good, in cents; 0 for none
     */
    public AuctionPrice(long near) {
        this.near = near;
    }

    /** The next price of one side, worse than those before, and what is open at it in shares. */
    public void add(Side side, long levelPrice, long open) {
        (side == Side.BUY ? demand : supply).add(levelPrice, open);
    }

    /** Tries all prices; afterwards {@link #price} and {@link #volume} tell what was found. */
    public AuctionPrice find() {
        if (demand.count == 0 || supply.count == 0) {
            volume = 0;
            return this;
        }
        long lowest = supply.prices[0];
        long highest = demand.prices[0];
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
            long offered = supplyAt == 0 ? 0 : supply.open[supplyAt - 1];
            long wanted = demandAt < 0 ? 0 : demand.open[demandAt];
            consider(next, wanted, offered);
            while (demandAt >= 0 && demand.prices[demandAt] <= next) {
                demandAt--;
            }
        }
        return this;
    }

    /** The auction's price in cents; 0 when nothing would trade. */
    public long price() {
        return price;
    }

    /** The shares that would trade at it. */
    public long volume() {
        return volume;
    }

    /** Prices come in rising order. */
    private void consider(long newPrice, long wanted, long offered) {
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

    /** The prices of one side, best first, and what is open at each and better. */
    private static final class Curve {
        private long[] prices = new long[16];
        private long[] open = new long[16];
        private int count;

        void add(long price, long quantity) {
            if (count == prices.length) {
                prices = Arrays.copyOf(prices, count * 2);
                open = Arrays.copyOf(open, count * 2);
            }
            prices[count] = price;
            open[count] = quantity + (count == 0 ? 0 : open[count - 1]);
            count++;
        }
    }
}
