package outcry.market;

/** Why (the rest of) an order left without trading. New reasons come last. */
public enum CancelReason {
    BY_TRADER,
    /** An IOC order's remainder. */
    IMMEDIATE_OR_CANCEL,
    /** A market order found no more liquidity, or no more cash. */
    MARKET_REMAINDER,
    /** A FOK order could not be filled whole at once. */
    FILL_OR_KILL,
    /** It would have met an order of the same account (M12). */
    SELF_TRADE,
    /** The instrument was paused before it could trade further. */
    PAUSED,
    /** A DAY order at the end of its round. */
    ROUND_ENDED,
    /** The operator began anew with starting cash and holdings. */
    RESET
}
