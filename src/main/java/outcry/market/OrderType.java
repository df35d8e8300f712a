package outcry.market;

/** How an order names its price. */
public enum OrderType {
    /** At its price or better. */
    LIMIT,
    /** At any price; never rests (M9). */
    MARKET
}
