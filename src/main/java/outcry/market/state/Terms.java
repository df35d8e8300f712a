package outcry.market.state;

import java.util.Arrays;
import outcry.base.MalformedException;
import outcry.market.Limits;
import outcry.market.Phase;

/**
 * What an operator sets for each instrument, and what its trades have left: phase, price band,
 * fees, starting shares, last price. Keeps its part of the digest.
 */
public final class Terms {
    private static final Phase[] PHASES = Phase.values();

    /** A fee or a band of everything. */
    private static final long WHOLE = 10_000;

    // The places of an instrument's terms; the digest and checkpoints know them by these.
    private static final int PHASE = 0;
    private static final int REFERENCE = 1;
    private static final int BAND = 2;
    private static final int MAKER_FEE = 3;
    private static final int TAKER_FEE = 4;
    private static final int START = 5;
    private static final int LAST = 6;
    static final int COUNT = 7;

    /**
     * In the place behind them, as bits, what of an instrument is out of the ordinary; not a term,
     * for it follows from them. One look at it spares most operations several.
     */
    private static final int UNUSUAL = 7;

    private static final int NOT_CONTINUOUS = 1;
    private static final int BANDED = 2;
    private static final int COSTLY = 4;

    private static final int WORDS_LOG2 = 3;

    private final Digest digest;
    private long[] words = new long[8 << WORDS_LOG2];

    public Terms(Digest digest) {
        this.digest = digest;
    }

    /** The next instrument trades continuously, without band and fees. */
    public void add(int instrument) {
        if (instrument << WORDS_LOG2 == words.length) {
            words = Arrays.copyOf(words, words.length * 2);
        }
        setPhase(instrument, Phase.CONTINUOUS);
    }

    public Phase phase(int instrument) {
        return PHASES[(int) get(instrument, PHASE)];
    }

    public void setPhase(int instrument, Phase phase) {
        set(instrument, PHASE, phase.ordinal());
    }

    /** Whether orders trade as they come in. */
    public boolean isContinuous(int instrument) {
        return (get(instrument, UNUSUAL) & NOT_CONTINUOUS) == 0;
    }

    /** Whether trades cost their makers or takers a fee. */
    public boolean hasFees(int instrument) {
        return (get(instrument, UNUSUAL) & COSTLY) != 0;
    }

    /** The price the band is round, and an auction tends to; 0 when there is none. */
    public long reference(int instrument) {
        return get(instrument, REFERENCE);
    }

    /** In hundredths of a percent of the reference; 0 when there is none. */
    public int band(int instrument) {
        return (int) get(instrument, BAND);
    }

    public void setReference(int instrument, long reference) {
        set(instrument, REFERENCE, reference);
    }

    public void setBand(int instrument, int band) {
        set(instrument, BAND, band);
    }

    /** Whether a trade at {@code price} is within the band. */
    public boolean isInBand(int instrument, long price) {
        if ((get(instrument, UNUSUAL) & BANDED) == 0) {
            return true;
        }
        long reference = get(instrument, REFERENCE);
        return Math.abs(price - reference) * WHOLE <= get(instrument, BAND) * reference;
    }

    /** In hundredths of a percent of a trade's value. */
    public int makerFee(int instrument) {
        return (int) get(instrument, MAKER_FEE);
    }

    /** In hundredths of a percent of a trade's value. */
    public int takerFee(int instrument) {
        return (int) get(instrument, TAKER_FEE);
    }

    public void setFees(int instrument, int maker, int taker) {
        set(instrument, MAKER_FEE, maker);
        set(instrument, TAKER_FEE, taker);
    }

    /** {@code fee} hundredths of a percent of {@code cents}, rounded down; nothing overflows. */
    public static long share(long cents, long fee) {
        return cents / WHOLE * fee + cents % WHOLE * fee / WHOLE;
    }

    /** The most that can be spent of {@code cents} when {@code fee} comes on top. */
    public static long spendable(long cents, long fee) {
        long all = WHOLE + fee;
        long most = cents / all * WHOLE + cents % all * WHOLE / all;
        // The fee is rounded down, so there can be room for one cent more.
        return most + 1 + share(most + 1, fee) <= cents ? most + 1 : most;
    }

    /** What {@code quantity} shares cost a buyer at {@code price} at most, fees included. */
    public long cost(int instrument, long price, long quantity) {
        return costOf(instrument, price * quantity);
    }

    /** What shares of {@code value} cost a buyer at most, fees included. */
    public long costOf(int instrument, long value) {
        long fee = Math.max(get(instrument, MAKER_FEE), get(instrument, TAKER_FEE));
        return fee == 0 ? value : value + share(value, fee);
    }

    /** Shares every trader has after a reset. */
    public long start(int instrument) {
        return get(instrument, START);
    }

    public void setStart(int instrument, long shares) {
        set(instrument, START, shares);
    }

    /** The price of the last trade, or 0 before the first. */
    public long last(int instrument) {
        return get(instrument, LAST);
    }

    public void setLast(int instrument, long price) {
        int at = (instrument << WORDS_LOG2) + LAST;
        digest.addTerm(instrument, LAST, price - words[at]);
        words[at] = price;
    }

    long get(int instrument, int term) {
        return words[(instrument << WORDS_LOG2) + term];
    }

    /** Puts a term back from a checkpoint; {@link #arePossible} judges them all. */
    void restore(int instrument, int term, long value) {
        if (term == PHASE && (value < 0 || value >= PHASES.length)) {
            throw new MalformedException("checkpoint: no phase has the number " + value);
        }
        set(instrument, term, value);
    }

    /** Whether all terms are such as an operator could have set, and trades have left. */
    boolean arePossible(int instrument, long tick, long lot) {
        long start = start(instrument);
        boolean hasFees = isFee(get(instrument, MAKER_FEE)) && isFee(get(instrument, TAKER_FEE));
        long band = get(instrument, BAND);
        return hasFees
                && isPriceOrNone(reference(instrument), tick)
                && isPriceOrNone(last(instrument), tick)
                && band >= 0
                && band <= (reference(instrument) == 0 ? 0 : Limits.BAND_MAX)
                && start >= 0
                && start <= Limits.START_SHARES_MAX
                && start % lot == 0;
    }

    private static boolean isFee(long fee) {
        return fee >= 0 && fee <= Limits.FEE_MAX;
    }

    private static boolean isPriceOrNone(long price, long tick) {
        return price >= 0 && price <= Limits.PRICE_MAX && price % tick == 0;
    }

    private void set(int instrument, int term, long value) {
        int at = (instrument << WORDS_LOG2) + term;
        if (words[at] != value) {
            digest.addTerm(instrument, term, value - words[at]);
            words[at] = value;
            noteUnusual(instrument);
        }
    }

    private void noteUnusual(int instrument) {
        boolean isCostly = get(instrument, MAKER_FEE) != 0 || get(instrument, TAKER_FEE) != 0;
        words[(instrument << WORDS_LOG2) + UNUSUAL] =
                (phase(instrument) == Phase.CONTINUOUS ? 0 : NOT_CONTINUOUS)
                        | (get(instrument, BAND) == 0 ? 0 : BANDED)
                        | (isCostly ? COSTLY : 0);
    }
}
