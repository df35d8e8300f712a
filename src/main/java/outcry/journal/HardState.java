package outcry.journal;

/**
 * What must be durable before any message that depends on it (G31).
 *
 * @param generation of the group, 0 while the node belongs to none
 * @param term highest term the node knows
 * @param votedFor whom it voted for in that term, or 0
 * @param sealedIndex views of the group up to there bind the node
 * @param birth the incarnation in which its log began
 * @param unsyncedSince 0 while every entry is synced before it counts as persisted; else names the
 *     run of the machine during which entries are merely handed to it: after another start of the
 *     machine the end of the log may be missing
 */
public record HardState(
        long generation,
        long term,
        long votedFor,
        long sealedIndex,
        int birth,
        long unsyncedSince) {}
