package outcry.market;

/**
 * The outcome of a command: accepted, or the rule that refused it (M13). Checkpoints hold the
 * position of a reason in this list: new ones come last.
 */
public enum Reason {
    ACCEPTED,
    BAD_NAME,
    UNKNOWN_ACCOUNT,
    ACCOUNT_EXISTS,
    TOO_MANY_ACCOUNTS,
    UNKNOWN_INSTRUMENT,
    INSTRUMENT_EXISTS,
    TOO_MANY_INSTRUMENTS,
    BAD_TERMS,
    BAD_AMOUNT,
    BAD_QUANTITY,
    BAD_PRICE,
    OVERFLOW,
    INSUFFICIENT_CASH,
    INSUFFICIENT_SHARES,
    POOL_TOO_SMALL,
    UNKNOWN_ORDER,
    NOT_YOUR_ORDER,
    NO_LIQUIDITY,
    TOO_MANY_ORDERS,
    TOO_MANY_SESSIONS,
    SESSION_EXPIRED,
    /**
     * Nothing happened and the request number is not used up; send the same request again: a node's
     * queue is full, or the session has too many answers it did not confirm.
     */
    BUSY,
    /** Given by a node, never by the market: the connection is not logged in to that account. */
    NOT_LOGGED_IN,
    /** The instrument's phase does not allow it. */
    WRONG_PHASE,
    /** A post-only order would trade at once. */
    WOULD_TRADE,
    /** What an iceberg shows is not a part of it. */
    BAD_DISPLAY,
    /** Only an operator may. */
    NOT_OPERATOR,
    /** The round is not in the state this needs. */
    WRONG_ROUND,
    /** While a round goes on, nothing is moved in or out of the market. */
    ROUND_RUNNING,
    /** Orders are open that this would change. */
    ORDERS_OPEN
}
