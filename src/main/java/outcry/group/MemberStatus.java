package outcry.group;

/**
 * One member as this node sees it.
 *
 * @param reason the state's reason in words, such as "silent 1.4 s"
 * @param roundTripNanos smoothed, or 0 when not measured yet
 * @param silentNanos since it was last heard; 0 for this node itself
 * @param ackedIndex what it has acknowledged to the leader, known on the leader; else 0
 */
public record MemberStatus(
        NodeInfo node,
        boolean voter,
        Role role,
        MemberState state,
        String reason,
        long roundTripNanos,
        long silentNanos,
        long ackedIndex) {}
