package outcry.market;

/** How long an order stays. */
public enum TimeInForce {
    /** Good till cancelled: what does not trade at once rests. */
    GTC,
    /** Immediate or cancel: what does not trade at once is cancelled. */
    IOC,
    /** Fill or kill: it trades at once and whole, or not at all. */
    FOK,
    /** Rests like GTC, and is cancelled when the round ends. */
    DAY;

    /** Whether what does not trade at once may stay. */
    public boolean mayStay() {
        return this == GTC || this == DAY;
    }
}
