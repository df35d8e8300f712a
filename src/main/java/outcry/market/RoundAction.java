package outcry.market;

/** What an operator does to the round of trading. */
public enum RoundAction {
    /** A new round begins: every instrument trades continuously. */
    START,
    /** Every instrument is halted. */
    PAUSE,
    /** What was halted trades again. */
    RESUME,
    /** Every instrument closes, and DAY orders are cancelled. */
    END,
    /** Between rounds: all orders are cancelled, every trader gets the starting position. */
    RESET
}
