package outcry.node;

import java.util.List;
import outcry.group.Counters;
import outcry.group.ElectionPolicy;
import outcry.group.GroupStatus;
import outcry.group.MemberState;
import outcry.group.MemberStatus;
import outcry.group.MembershipView;
import outcry.group.NodeInfo;
import outcry.group.Role;
import outcry.group.Timing;

/** Statuses of a group for tests of what is made of them. */
final class GroupPicture {
    private GroupPicture() {}

    static NodeInfo node(long id, String name, String host) {
        return new NodeInfo(id, name, 1, 1, host, 1, 2, 3);
    }

    static MemberStatus member(NodeInfo node, Role role, MemberState state) {
        return new MemberStatus(node, true, role, state, "", 0, 0, 0);
    }

    /** {@code leader} may be null. */
    static GroupStatus of(NodeInfo self, NodeInfo leader, MemberStatus... members) {
        return new GroupStatus(
                "lab",
                1,
                self,
                Role.FOLLOWER,
                1,
                leader,
                0,
                new MembershipView(1, List.of()),
                List.of(members),
                9,
                9,
                9,
                9,
                0,
                ElectionPolicy.RTT,
                Timing.REALISTIC,
                new Counters(0, 0, 0, 0, 0, 0, 0, 0),
                List.of(),
                "",
                "",
                true);
    }
}
