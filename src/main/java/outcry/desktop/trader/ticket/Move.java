package outcry.desktop.trader.ticket;

/** Ways to bring cash and shares in and out. */
public enum Move {
    DEPOSIT_CASH("Deposit cash", true),
    WITHDRAW_CASH("Withdraw cash", true),
    DEPOSIT_SHARES("Deposit shares", false),
    WITHDRAW_SHARES("Withdraw shares", false),
    TAKE_FROM_POOL("Take from the pool", false),
    RETURN_TO_POOL("Return to the pool", false);

    private final String words;
    private final boolean cash;

    Move(String words, boolean cash) {
        this.words = words;
        this.cash = cash;
    }

    /** Whether it moves cash; else shares. */
    public boolean isCash() {
        return cash;
    }

    @Override
    public String toString() {
        return words;
    }
}
