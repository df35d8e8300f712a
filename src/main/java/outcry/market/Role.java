package outcry.market;

/** What an account may do (M16). */
public enum Role {
    TRADER,
    /** May also list, set phases and terms, run rounds and correct accounts. */
    OPERATOR
}
