package outcry.market;

/** How an order names its price, and whether it waits for a trade first. */
public enum OrderType {
    /** At its price or better. */
    LIMIT,
    /** At any price; never rests (M9). */
    MARKET,
    /** A market order once the last trade has reached its stop price (M8). */
    STOP,
    /** A limit order once the last trade has reached its stop price (M8). */
    STOP_LIMIT;

    /** Whether the order waits, outside the book, for a trade at its stop price. */
    public boolean isStop() {
        return this == STOP || this == STOP_LIMIT;
    }

    /** Whether the order names the worst price it takes. */
    public boolean hasPrice() {
        return this == LIMIT || this == STOP_LIMIT;
    }
}
