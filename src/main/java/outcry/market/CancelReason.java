package outcry.market;

/** Why (the rest of) an order left without trading. */
public enum CancelReason {
    BY_TRADER,
    /** An IOC order's remainder. */
    IMMEDIATE_OR_CANCEL,
    /** A market order found no more liquidity, or no more cash. */
    MARKET_REMAINDER
}
