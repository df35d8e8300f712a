package outcry.group;

import java.util.List;

/**
 * What a member still knows of its last run (G25). Whoever calls {@link GroupMember#onApplied} for
 * {@code baseIndex} right after the start has the application's state there.
 *
 * @param mayFound whether a group may be founded when none is heard: false for a node that lost
 *     even the knowledge of which generation it belonged to
 * @param kept what it had made durable besides its log
 * @param baseIndex index of the checkpoint the application was restored from; 0 without one
 * @param baseTerm term of the entry there
 * @param groupState the group's own state there; empty without a checkpoint
 * @param entries those after the checkpoint, committed or not, without gaps; all are persisted
 */
public record Recovered(
        boolean mayFound,
        KeptState kept,
        long baseIndex,
        long baseTerm,
        byte[] groupState,
        List<Entry> entries) {

    /** Of a node that starts with nothing. */
    public static final Recovered NOTHING =
            new Recovered(true, KeptState.NOTHING, 0, 0, new byte[0], List.of());
}
