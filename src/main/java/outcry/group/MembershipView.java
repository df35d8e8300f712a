package outcry.group;

import java.util.List;

/**
 * The numbered set of voters, itself an entry of the log; changes one voter at a time.
 *
 * @param viewId counts the group's views from 1
 * @param voters ordered by id
 */
public record MembershipView(long viewId, List<NodeInfo> voters) {
    public MembershipView {
        voters = List.copyOf(voters);
    }

    /** Votes or persisted copies needed: more than half. */
    public int majority() {
        return voters.size() / 2 + 1;
    }

    public boolean hasVoter(long id) {
        return voter(id) != null;
    }

    /** The voter with this id, or null. */
    public NodeInfo voter(long id) {
        for (NodeInfo voter : voters) {
            if (voter.id() == id) {
                return voter;
            }
        }
        return null;
    }
}
