package outcry.bots;

import java.util.List;

/**
 * Which bots to run.
 *
 * @param count bots in all, 1 to {@value #COUNT_MAX}; every fifth, and at least one, makes the
 *     market, the others are noise traders
 * @param seed of all decisions and of the accounts' names: the same bots come back to their
 *     accounts
 * @param instruments symbols to trade, at least one; those not listed are listed by a deposit
 * @param ordersPerSecond commands of all bots together, more than 0
 */
public record BotPlan(int count, long seed, List<String> instruments, double ordersPerSecond) {
    /** Most bots of one farm: as many logins as a node checks in a few seconds. */
    public static final int COUNT_MAX = 500;

    /** Fastest farm. */
    public static final double ORDERS_PER_SECOND_MAX = 100_000;

    /**
     * @throws IllegalArgumentException with a sentence that says what would be right
     */
    public BotPlan {
        instruments = List.copyOf(instruments);
        if (count < 1 || count > COUNT_MAX) {
            throw new IllegalArgumentException("1 to " + COUNT_MAX + " bots, not " + count);
        }
        if (instruments.isEmpty()) {
            throw new IllegalArgumentException("bots need at least one instrument, such as A");
        }
        if (!(ordersPerSecond > 0 && ordersPerSecond <= ORDERS_PER_SECOND_MAX)) {
            throw new IllegalArgumentException(
                    "more than 0 and at most "
                            + (long) ORDERS_PER_SECOND_MAX
                            + " orders per second, not "
                            + ordersPerSecond);
        }
    }

    /** Whether bot number {@code bot}, from 0, makes the market. */
    boolean isMaker(int bot) {
        return bot % 5 == 0;
    }
}
