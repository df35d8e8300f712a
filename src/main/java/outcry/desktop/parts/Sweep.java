package outcry.desktop.parts;

import java.util.List;

/**
 * What an order would meet if it took the best levels of one side in turn.
 *
 * @param quantity shares met
 * @param cost what they cost together, in cents
 * @param worst price of the last level touched, 0 when none
 * @param levels how many levels are touched
 */
public record Sweep(long quantity, long cost, long worst, int levels) {
    public static final Sweep NOTHING = new Sweep(0, 0, 0, 0);

    /**
     * Takes up to {@code wanted} shares from levels, best first, at {@code limit} or better; a
     * limit of 0 is none. A cost beyond what a long can hold stays at the largest one.
     */
    public static Sweep of(List<Depth.Level> side, boolean asks, long limit, long wanted) {
        long quantity = 0;
        long cost = 0;
        long worst = 0;
        int levels = 0;
        for (Depth.Level level : side) {
            boolean beyond = limit != 0 && (asks ? level.price() > limit : level.price() < limit);
            if (quantity >= wanted || beyond) {
                break;
            }
            long taken = Math.min(wanted - quantity, level.quantity());
            quantity += taken;
            cost = addClamped(cost, multiplyClamped(taken, level.price()));
            worst = level.price();
            levels++;
        }
        return new Sweep(quantity, cost, worst, levels);
    }

    /** Average price in cents, rounded; 0 when nothing is met. */
    public long average() {
        return quantity == 0 ? 0 : Math.round((double) cost / quantity);
    }

    /** The product of two numbers of at least 0, or the largest long. */
    public static long multiplyClamped(long a, long b) {
        return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
    }

    /** The sum of two numbers of at least 0, or the largest long. */
    public static long addClamped(long a, long b) {
        return a + b < 0 ? Long.MAX_VALUE : a + b;
    }
}
