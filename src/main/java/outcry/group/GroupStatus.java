package outcry.group;

import java.util.List;

/**
 * Everything a window or script may show of the group, as this node sees it at one moment.
 *
 * @param explanation in a state that is not normal: what it means and what to do; else empty
 * @param leaderSinceNanos monotonic time at which the present leader was recognised, 0 without one
 * @param view the last one this node knows to be committed and settled; without a leader after a
 *     start, the last one in its log
 * @param holdback first and last index of each range in the holdback queue, in pairs, in order
 * @param joinProgress while joining: phase in words with bytes; else empty
 * @param multicast whether multicasts carry between the leader and this node (at the leader: to all
 *     others); if not, everything goes over links (G21)
 */
public record GroupStatus(
        String group,
        long generation,
        NodeInfo self,
        Role role,
        long term,
        NodeInfo leader,
        long leaderSinceNanos,
        MembershipView view,
        List<MemberStatus> members,
        long lastIndex,
        long commitIndex,
        long appliedIndex,
        long digestIndex,
        long digest,
        ElectionPolicy policy,
        Timing timing,
        Counters counters,
        List<Long> holdback,
        String explanation,
        String joinProgress,
        boolean multicast) {

    /** Whether commands can be accepted: a leader is known and this node hears it. */
    public boolean hasLeader() {
        return leader != null;
    }
}
