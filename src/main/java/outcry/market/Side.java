package outcry.market;

/** The side of an order. */
public enum Side {
    BUY,
    SELL;

    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }

    /**
     * Whether an incoming order of this side limited at {@code takerPrice} meets one resting at
     * {@code makerPrice}.
     */
    public boolean crosses(long takerPrice, long makerPrice) {
        return this == BUY ? takerPrice >= makerPrice : takerPrice <= makerPrice;
    }
}
