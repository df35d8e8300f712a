package outcry.market.state;

import java.util.Arrays;
import outcry.base.Check;

/**
 * Instruments by number: symbol, name, tick, lot, the pool of unissued shares (M15), and how many
 * shares there are in all. Keeps its part of the digest.
 */
public final class Instruments {
    public static final int NONE = NameTable.NONE;

    private final Digest digest;
    private final NameTable symbols = new NameTable();
    private String[] names = new String[8];
    private long[] ticks = new long[8];
    private long[] lots = new long[8];
    private long[] pools = new long[8];

    /** Shares listed or deposited less those withdrawn: what accounts and pool hold together. */
    private long[] totals = new long[8];

    public Instruments(Digest digest) {
        this.digest = digest;
    }

    public int count() {
        return symbols.count();
    }

    public int find(String symbol) {
        return symbols.find(symbol);
    }

    /** Lists an instrument whose pool is empty. */
    public int list(String symbol, String name, long tick, long lot) {
        int instrument = symbols.add(symbol);
        if (instrument == names.length) {
            int capacity = instrument * 2;
            names = Arrays.copyOf(names, capacity);
            ticks = Arrays.copyOf(ticks, capacity);
            lots = Arrays.copyOf(lots, capacity);
            pools = Arrays.copyOf(pools, capacity);
            totals = Arrays.copyOf(totals, capacity);
        }
        names[instrument] = name;
        ticks[instrument] = tick;
        lots[instrument] = lot;
        digest.addInstrument(instrument, symbol, name, tick, lot);
        return instrument;
    }

    public String symbol(int instrument) {
        return symbols.name(instrument);
    }

    public String name(int instrument) {
        return names[instrument];
    }

    /** Prices are multiples of this, in cents. */
    public long tick(int instrument) {
        return ticks[instrument];
    }

    /** Quantities are multiples of this, in shares. */
    public long lot(int instrument) {
        return lots[instrument];
    }

    public long pool(int instrument) {
        return pools[instrument];
    }

    public void movePool(int instrument, long quantity) {
        pools[instrument] += quantity;
        Check.that(pools[instrument] >= 0, "a pool would become negative");
        digest.addPool(instrument, quantity);
    }

    public long total(int instrument) {
        return totals[instrument];
    }

    /** Counts shares that come in from outside, or leave when negative. */
    public void moveTotal(int instrument, long quantity) {
        totals[instrument] += quantity;
    }
}
