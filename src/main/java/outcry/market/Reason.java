package outcry.market;

/** The outcome of a command: accepted, or the rule that refused it (M13). */
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
    /** Given by a node, never by the market: a queue is full, nothing was sequenced; try again. */
    BUSY,
    /** Given by a node, never by the market: the connection is not logged in to that account. */
    NOT_LOGGED_IN
}
