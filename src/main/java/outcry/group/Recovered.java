package outcry.group;

import java.util.List;

/**
 * What a member still knows of its last run (G25). Whoever calls {@link GroupMember#onApplied} for
 * {@code baseIndex} right after the start has the application's state there.
 *
 * @param mayFound whether a group may be founded when none is heard: false for a node that lost
 *     even the knowledge of which generation it belonged to
 * @param generation 0 when the node belonged to none
 * @param term highest term it knew
 * @param votedFor its vote in that term, or 0
 * @param baseIndex index of the checkpoint the application was restored from; 0 without one
 * @param baseTerm term of the entry there
 * @param groupState the group's own state there; empty without a checkpoint
 * @param entries those after the checkpoint, committed or not, without gaps; all are persisted
 */
public record Recovered(
        boolean mayFound,
        long generation,
        long term,
        long votedFor,
        long baseIndex,
        long baseTerm,
        byte[] groupState,
        List<Entry> entries) {

    /** Of a node that starts with nothing. */
    public static final Recovered NOTHING =
            new Recovered(true, 0, 0, 0, 0, 0, new byte[0], List.of());
}
