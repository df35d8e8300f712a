package outcry.bots;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * What each instrument is worth: random walks from one seed, which all bots of a farm believe in.
 * Prices in cents. Owned by the loop's thread.
 */
final class FairValues {
    static final long PRICE_MIN = 100;
    static final long PRICE_MAX = 100_000;

    /** Share of the price by which a step moves it, at one standard deviation. */
    private static final double STEP = 0.0015;

    private static final long FIRST_PRICE = 1_000;

    private static final class Walk {
        private final Random random;
        private double cents;

        Walk(Random random) {
            this.random = random;
            cents = FIRST_PRICE * (1 + random.nextInt(4)) + random.nextInt(500);
        }
    }

    private final Map<String, Walk> walks = new TreeMap<>();

    FairValues(long seed, List<String> instruments) {
        for (String instrument : instruments) {
            walks.put(instrument, new Walk(new Random(seed * 31 + instrument.hashCode())));
        }
    }

    /** Takes up the price of a market that was traded before. */
    void begin(String instrument, long cents) {
        Walk walk = walks.get(instrument);
        if (walk != null && cents > 0) {
            walk.cents = cents;
        }
    }

    /** Moves every walk by one step. */
    void step() {
        for (Walk walk : walks.values()) {
            double moved = walk.cents * (1 + STEP * walk.random.nextGaussian());
            walk.cents = Math.max(PRICE_MIN, Math.min(PRICE_MAX, moved));
        }
    }

    long cents(String instrument) {
        return Math.round(walks.get(instrument).cents);
    }
}
