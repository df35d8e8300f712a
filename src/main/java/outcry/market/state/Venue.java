package outcry.market.state;

import outcry.market.RoundState;

/** What is the whole exchange's: the round, starting cash, and the till. Part of the digest. */
public final class Venue {
    /** In the digest's terms, the exchange is the instrument before the first. */
    private static final int ALL = -1;

    private static final int NUMBER = 0;
    private static final int STATE = 1;
    private static final int START_CASH = 2;
    private static final int TILL = 3;

    private final Digest digest;
    private long round;
    private RoundState state = RoundState.ENDED;
    private long startCash;
    private long till;

    public Venue(Digest digest) {
        this.digest = digest;
    }

    /** The number of the last round begun, from 1; 0 before the first. */
    public long round() {
        return round;
    }

    public RoundState roundState() {
        return state;
    }

    /** Whether a round goes on, paused or not. */
    public boolean isRoundOn() {
        return state != RoundState.ENDED;
    }

    public void setRound(long number, RoundState newState) {
        digest.addTerm(ALL, NUMBER, number - round);
        digest.addTerm(ALL, STATE, newState.ordinal() - state.ordinal());
        round = number;
        state = newState;
    }

    /** Cents every trader has after a reset. */
    public long startCash() {
        return startCash;
    }

    public void setStartCash(long cents) {
        digest.addTerm(ALL, START_CASH, cents - startCash);
        startCash = cents;
    }

    /** Fees paid so far, in cents. */
    public long till() {
        return till;
    }

    public void addFee(long cents) {
        digest.addTerm(ALL, TILL, cents);
        till += cents;
    }
}
