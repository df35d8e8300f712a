package outcry.simulation.world;

import outcry.base.Check;

/**
 * Random numbers from a seed, the same on every platform and Java version (SplitMix64).
 *
 * <p>Each part of a run draws from its own {@link #fork}, so that one more draw in one part does
 * not change what all others see.
 */
public final class Chance {
    private static final long GOLDEN_GAMMA = 0x9E37_79B9_7F4A_7C15L;

    private long state;

    public Chance(long seed) {
        state = seed;
    }

    /** Any long. */
    public long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** From 0 to {@code bound} - 1; the bias of the remainder is of no concern here. */
    public long below(long bound) {
        Check.that(bound > 0, "nothing is below " + bound);
        return (next() >>> 1) % bound;
    }

    /** From {@code first} to {@code last}, both included. */
    public long between(long first, long last) {
        return first + below(last - first + 1);
    }

    /** True this often in a thousand. */
    public boolean permille(int often) {
        return below(1_000) < often;
    }

    public boolean percent(int often) {
        return below(100) < often;
    }

    /** One of {@code choices}. */
    public long oneOf(long... choices) {
        return choices[(int) below(choices.length)];
    }

    /** A generator of its own, which depends on what was drawn here before. */
    public Chance fork() {
        return new Chance(next());
    }

    /** Spreads the bits of {@code value} over the whole long. */
    static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ mixed >>> 31;
    }
}
