package outcry.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import outcry.group.MemberState;
import outcry.group.MemberStatus;
import outcry.group.NodeInfo;
import outcry.group.Role;
import outcry.wire.trader.ServerMessage.Member;

class TraderViewsTest {
    private static final NodeInfo N1 = GroupPicture.node(1, "n1", "10.0.0.1");
    private static final NodeInfo N2 = GroupPicture.node(2, "n2", "10.0.0.2");
    private static final NodeInfo N3 = GroupPicture.node(3, "n3", "10.0.0.3");

    private final MemberStatus dead = GroupPicture.member(N1, Role.LEADER, MemberState.CRASHED);
    private final MemberStatus leading = GroupPicture.member(N2, Role.LEADER, MemberState.LIVE);
    private final MemberStatus self = GroupPicture.member(N3, Role.FOLLOWER, MemberState.LIVE);

    @Test
    void aLeaderThatCrashedIsNoSecondLeader() {
        assertEquals(List.of("follower", "leader", "follower"), roles(N2));
    }

    @Test
    void whileThereIsNoLeaderNobodyIsCalledOne() {
        assertEquals(List.of("follower", "follower", "follower"), roles(null));
    }

    private List<String> roles(NodeInfo leader) {
        return TraderViews.members(GroupPicture.of(N3, leader, dead, leading, self))
                .members()
                .stream()
                .map(Member::role)
                .toList();
    }
}
