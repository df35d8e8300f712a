package outcry.group;

/**
 * What a member makes durable besides its log, before anything that depends on it is said (G31).
 *
 * @param generation 0 while it belongs to none
 * @param term highest term it knows
 * @param votedFor its vote in that term, or 0
 * @param sealedIndex views up to there bind it ({@link Electorate}), also after a restart
 */
public record KeptState(long generation, long term, long votedFor, long sealedIndex) {
    /** Of a member of no group. */
    public static final KeptState NOTHING = new KeptState(0, 0, 0, 0);
}
