package outcry.client.model;

import java.math.BigInteger;
import outcry.market.Side;

/**
 * Average-cost accounting of one instrument. Whole cents: what division leaves over stays in the
 * cost of what is open, so no cent is lost when everything is closed.
 *
 * <p>Sums that would leave the range of a {@code long} stay at its end.
 */
final class PositionBook {
    /** Bought less sold. */
    private long quantity;

    /** What the open quantity cost; for a short one what it brought, negative. */
    private long cost;

    private long realised;

    /** A fee is lost, whatever becomes of the shares. */
    void fill(Side side, long price, long shares, long fee) {
        realised = add(realised, -fee);
        long signed = side == Side.BUY ? shares : -shares;
        boolean opens = quantity == 0 || Long.signum(quantity) == Long.signum(signed);
        long closing = opens ? 0 : Math.min(Math.abs(quantity), shares);
        if (closing > 0) {
            close(side, price, closing);
        }
        long opening = shares - closing;
        long openingSigned = side == Side.BUY ? opening : -opening;
        quantity = add(quantity, openingSigned);
        cost = add(cost, times(price, openingSigned));
    }

    private void close(Side side, long price, long shares) {
        long open = Math.abs(quantity);
        long share = proportion(cost, shares, open);
        cost -= share;
        long signed = side == Side.BUY ? shares : -shares;
        quantity += signed;
        // Selling what was bought brings money; buying back what was sold takes it.
        realised = add(realised, add(-times(price, signed), -share));
    }

    Position position(String instrument, long lastPrice) {
        long average = quantity == 0 ? 0 : cost / quantity;
        long unrealised =
                quantity == 0 || lastPrice == 0 ? 0 : add(times(lastPrice, quantity), -cost);
        return new Position(instrument, quantity, average, realised, unrealised);
    }

    /** {@code total * part / whole} without a product that leaves the range. */
    private static long proportion(long total, long part, long whole) {
        return part == whole
                ? total
                : BigInteger.valueOf(total)
                        .multiply(BigInteger.valueOf(part))
                        .divide(BigInteger.valueOf(whole))
                        .longValue();
    }

    private static long times(long price, long shares) {
        long high = Math.multiplyHigh(price, shares);
        long low = price * shares;
        if (high == low >> 63) {
            return low;
        }
        return high < 0 ? Long.MIN_VALUE + 1 : Long.MAX_VALUE;
    }

    private static long add(long one, long other) {
        long sum = one + other;
        boolean overflow = ((one ^ sum) & (other ^ sum)) < 0;
        return overflow ? (one < 0 ? Long.MIN_VALUE + 1 : Long.MAX_VALUE) : sum;
    }
}
