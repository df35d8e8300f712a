package outcry.market;

/** Where the present round of trading stands. */
public enum RoundState {
    /** No round goes on; before the first, and between rounds. */
    ENDED,
    RUNNING,
    /** Nothing is entered; orders can be cancelled. */
    PAUSED
}
