package outcry.market;

/** How long an order stays. */
public enum TimeInForce {
    /** Good till cancelled: what does not trade at once rests. */
    GTC,
    /** Immediate or cancel: what does not trade at once is cancelled. */
    IOC
}
