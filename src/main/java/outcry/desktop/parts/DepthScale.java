package outcry.desktop.parts;

import java.util.List;

/**
 * The axes of a depth chart: prices to the same distance on both sides of the middle, sums up to
 * the larger side.
 */
record DepthScale(long low, long high, long total, double width, double base, double top) {
    /**
     * Levels of a side that are sure to be in sight; a stray far order must not flatten the rest.
     */
    private static final int LEVELS = 25;

    /**
     * @param base y of a sum of 0
     * @param top y of the largest sum
     */
    static DepthScale of(Depth depth, double width, double base, double top) {
        List<Depth.Level> bids = near(depth.bids());
        List<Depth.Level> asks = near(depth.asks());
        long middle =
                bids.isEmpty()
                        ? depth.bestAsk()
                        : asks.isEmpty()
                                ? depth.bestBid()
                                : (depth.bestBid() + depth.bestAsk()) / 2;
        long reach = depth.tick();
        if (!bids.isEmpty()) {
            reach = Math.max(reach, middle - bids.get(bids.size() - 1).price());
        }
        if (!asks.isEmpty()) {
            reach = Math.max(reach, asks.get(asks.size() - 1).price() - middle);
        }
        reach += Math.max(depth.tick(), reach / 20);
        long total = Math.max(1, Math.max(sum(bids), sum(asks)));
        return new DepthScale(Math.max(0, middle - reach), middle + reach, total, width, base, top);
    }

    double x(long price) {
        return (double) (price - low) / (high - low) * width;
    }

    long price(double x) {
        return low + Math.round(x / width * (high - low));
    }

    double y(long sum) {
        return base - (base - top) * Math.min(1, (double) sum / total);
    }

    private static List<Depth.Level> near(List<Depth.Level> levels) {
        return levels.subList(0, Math.min(LEVELS, levels.size()));
    }

    private static long sum(List<Depth.Level> levels) {
        return levels.stream().mapToLong(Depth.Level::quantity).sum();
    }
}
