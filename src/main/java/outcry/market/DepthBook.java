package outcry.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The price levels of one instrument as a reader of events sees them (M18): price, open quantity
 * and number of orders, best first.
 *
 * <p>It can be fed in two ways: next to the market, as a {@link MarketListener}, when it reports
 * each level it changes; or far from it, with {@link #setLevel} from a snapshot and from those
 * reports. Both end with the same levels, and {@link #checksum} proves it. Not safe for use by
 * several threads.
 */
public final class DepthBook implements MarketListener {
    /** A price level: cents, open shares, orders. */
    public record Level(long price, long quantity, int orders) {}

    /** Told of every level that changed; quantity and orders are 0 when it is gone. */
    @FunctionalInterface
    public interface Changes {
        void levelChanged(Side side, long price, long quantity, int orders);
    }

    /** Levels of each side that count for {@link #checksum}. */
    public static final int CHECKSUM_LEVELS = 10;

    private static final long FNV_OFFSET = 0xCBF2_9CE4_8422_2325L;
    private static final long FNV_PRIME = 0x100_0000_01B3L;

    private final int instrument;
    private final Changes changes;
    private final TreeMap<Long, Level> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, Level> asks = new TreeMap<>();

    /** An empty book of the instrument with this number; events of others are ignored. */
    public DepthBook(int instrument, Changes changes) {
        this.instrument = instrument;
        this.changes = changes;
    }

    /** An empty book to be fed with {@link #setLevel}. */
    public DepthBook() {
        this(0, (side, price, quantity, orders) -> {});
    }

    @Override
    public void rested(
            long orderId, int account, int instrument, Side side, long price, long quantity) {
        if (instrument == this.instrument) {
            change(side, price, quantity, 1);
        }
    }

    @Override
    public void traded(
            long tradeId,
            int instrument,
            long price,
            long quantity,
            long makerOrderId,
            long takerOrderId,
            int makerAccount,
            int takerAccount,
            Side aggressor,
            long makerLeaves,
            long takerLeaves) {
        if (instrument == this.instrument) {
            change(aggressor.opposite(), price, -quantity, makerLeaves == 0 ? -1 : 0);
        }
    }

    @Override
    public void cancelled(
            long orderId,
            int account,
            int instrument,
            Side side,
            long price,
            long quantity,
            CancelReason why,
            boolean wasResting) {
        if (instrument == this.instrument && wasResting) {
            change(side, price, -quantity, -1);
        }
    }

    @Override
    public void uncrossed(
            long tradeId,
            int instrument,
            long price,
            long quantity,
            long buyOrderId,
            long sellOrderId,
            int buyAccount,
            int sellAccount,
            long buyPrice,
            long sellPrice,
            long buyLeaves,
            long sellLeaves) {
        if (instrument == this.instrument) {
            change(Side.BUY, buyPrice, -quantity, buyLeaves == 0 ? -1 : 0);
            change(Side.SELL, sellPrice, -quantity, sellLeaves == 0 ? -1 : 0);
        }
    }

    @Override
    public void refilled(
            long orderId, int account, int instrument, Side side, long price, long shown) {
        if (instrument == this.instrument) {
            // What it showed before may have been all of the level, which then was gone.
            change(side, price, shown, levels(side).containsKey(price) ? 0 : 1);
        }
    }

    @Override
    public void withdrawn(
            long orderId, int account, int instrument, Side side, long price, long shown) {
        if (instrument == this.instrument) {
            change(side, price, -shown, -1);
        }
    }

    @Override
    public void reduced(
            long orderId,
            int account,
            int instrument,
            Side side,
            long price,
            long shown,
            long open) {
        if (instrument == this.instrument && shown > 0) {
            change(side, price, -shown, 0);
        }
    }

    /** Sets a level to what a snapshot or a change says; with quantity 0 it is gone. */
    public void setLevel(Side side, long price, long quantity, int orders) {
        if (quantity == 0) {
            levels(side).remove(price);
        } else {
            levels(side).put(price, new Level(price, quantity, orders));
        }
        changes.levelChanged(side, price, quantity, orders);
    }

    /** Forgets all levels without reporting them, before a new snapshot. */
    public void clear() {
        bids.clear();
        asks.clear();
    }

    /** At most {@code count} levels of one side, best first. */
    public List<Level> best(Side side, int count) {
        List<Level> best = new ArrayList<>(Math.min(count, levels(side).size()));
        for (Level level : levels(side).values()) {
            if (best.size() >= count) {
                break;
            }
            best.add(level);
        }
        return best;
    }

    /** The levels of one side. */
    public int size(Side side) {
        return levels(side).size();
    }

    /**
     * A 64-bit FNV-1a hash of the {@value #CHECKSUM_LEVELS} best levels of each side: bids, then
     * asks; of each side the number of levels hashed as four bytes, then each level, best first, as
     * price (eight bytes), quantity (eight) and orders (four), all big-endian.
     */
    public long checksum() {
        long hash = FNV_OFFSET;
        for (Side side : Side.values()) {
            List<Level> best = best(side, CHECKSUM_LEVELS);
            hash = hash(hash, best.size(), Integer.BYTES);
            for (Level level : best) {
                hash = hash(hash, level.price(), Long.BYTES);
                hash = hash(hash, level.quantity(), Long.BYTES);
                hash = hash(hash, level.orders(), Integer.BYTES);
            }
        }
        return hash;
    }

    private void change(Side side, long price, long quantity, int orders) {
        Level before = levels(side).get(price);
        long newQuantity = quantity + (before == null ? 0 : before.quantity());
        int newOrders = orders + (before == null ? 0 : before.orders());
        // An iceberg that has to show more is nowhere to be seen for a moment.
        setLevel(side, price, newQuantity, newQuantity == 0 ? 0 : newOrders);
    }

    private TreeMap<Long, Level> levels(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    private static long hash(long start, long value, int bytes) {
        long hash = start;
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
            hash = (hash ^ value >>> shift & 0xFF) * FNV_PRIME;
        }
        return hash;
    }
}
