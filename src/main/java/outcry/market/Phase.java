package outcry.market;

/** What can be done in an instrument now (M14). Orders can be cancelled in every phase. */
public enum Phase {
    /** Orders are collected and rest without trading; the book may be crossed. */
    PRE_OPEN,
    /** Orders are collected for the auction that opens trading. */
    OPENING_AUCTION,
    /** Orders trade as they come in. */
    CONTINUOUS,
    /** Orders are collected for the auction that ends trading. */
    CLOSING_AUCTION,
    /** Paused: nothing is entered or amended. */
    HALTED,
    /** Nothing is entered or amended until the next opening. */
    CLOSED;

    /** Whether orders are collected without trading. */
    public boolean collects() {
        return this == PRE_OPEN || this == OPENING_AUCTION || this == CLOSING_AUCTION;
    }

    /** Whether orders can be entered and amended. */
    public boolean takesOrders() {
        return this == CONTINUOUS || collects();
    }
}
