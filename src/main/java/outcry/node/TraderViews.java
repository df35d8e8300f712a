package outcry.node;

import java.util.List;
import java.util.Locale;
import outcry.group.GroupStatus;
import outcry.group.MemberState;
import outcry.group.MemberStatus;
import outcry.group.NodeInfo;
import outcry.group.Role;
import outcry.wire.trader.ServerMessage;

/** A node's status in the words of the traders' port. Stateless; any thread. */
final class TraderViews {
    /** Said in the moment between opening the door and the node's first turn. */
    static final ServerMessage.Members STARTING_MEMBERS =
            new ServerMessage.Members(0, "", 0, 0, 0, "", 0, "this node is starting", List.of());

    /** The same about the node itself. */
    static final ServerMessage.NodeState STARTING_NODE =
            new ServerMessage.NodeState(
                    0, "", 0, "", 0, 0, "", "searching", "starting", "", 0, 0, 0, 0, "", 0);

    private TraderViews() {}

    /** The group as this node sees it. */
    static ServerMessage.Members members(GroupStatus group) {
        List<ServerMessage.Member> members =
                group.members().stream().map(member -> member(member, group)).toList();
        return new ServerMessage.Members(
                0,
                group.group(),
                group.generation(),
                group.view().viewId(),
                group.term(),
                leader(group),
                group.commitIndex(),
                group.explanation(),
                members);
    }

    /**
     * This node about itself.
     *
     * @param host its present address, which may not be the one it started with
     */
    static ServerMessage.NodeState nodeState(NodeStatus status, String host) {
        GroupStatus group = status.group();
        NodeInfo self = group.self();
        return new ServerMessage.NodeState(
                0,
                group.group(),
                group.generation(),
                self.name(),
                self.id(),
                self.incarnation(),
                address(self.withHost(host)),
                word(group.role()),
                word(ownState(group)),
                leader(group),
                group.term(),
                group.view().viewId(),
                group.commitIndex(),
                group.digestIndex(),
                String.format("%016x", group.digest()),
                status.traders());
    }

    private static ServerMessage.Member member(MemberStatus member, GroupStatus group) {
        NodeInfo node = member.node();
        return new ServerMessage.Member(
                node.name(),
                node.id(),
                address(node),
                word(NodeStatus.roleOf(member, group)),
                word(member.state()),
                member.reason(),
                member.voter(),
                member.roundTripNanos());
    }

    private static MemberState ownState(GroupStatus group) {
        for (MemberStatus member : group.members()) {
            if (member.node().id() == group.self().id()) {
                return member.state();
            }
        }
        return group.role() == Role.LEFT ? MemberState.LEFT : MemberState.STARTING;
    }

    /** Where the node's traders' door is. */
    private static String address(NodeInfo node) {
        return node.host() + ":" + node.traderPort();
    }

    private static String leader(GroupStatus group) {
        return group.leader() == null ? "" : group.leader().name();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
