package outcry.desktop.node;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import outcry.group.Counters;
import outcry.group.ElectionPolicy;
import outcry.group.GroupStatus;
import outcry.group.MemberState;
import outcry.group.MemberStatus;
import outcry.group.MembershipView;
import outcry.group.NodeInfo;
import outcry.group.Role;
import outcry.group.Timing;
import outcry.node.Durability;
import outcry.node.NodeConfig;
import outcry.node.NodeStatus;

/** Statuses of node n3 in a group of n1, n2 and n3, put together line by line. */
final class Scene {
    static final NodeInfo N1 = node(0x1c55_0a3e_77d1_9b01L, "n1", 41_001);
    static final NodeInfo N2 = node(0x2f81_66b0_19c4_0d02L, "n2", 41_002);
    static final NodeInfo N3 = node(0x3d07_92ac_5e38_ee03L, "n3", 41_003);
    static final NodeConfig CONFIG =
            new NodeConfig(
                    "n3",
                    "lab",
                    "lo",
                    List.of(),
                    17_700,
                    Path.of("data", "n3"),
                    ElectionPolicy.RTT,
                    Timing.REALISTIC,
                    Durability.MEMORY,
                    0,
                    3_000_000_000L);

    private Role role = Role.FOLLOWER;
    private NodeInfo leader = N1;
    private long leaderSinceNanos = 1;
    private long term = 7;
    private long last = 18_204;
    private long commit = 18_204;
    private long applied = 18_204;
    private ElectionPolicy policy = ElectionPolicy.RTT;
    private Timing timing = Timing.REALISTIC;
    private Counters counters = new Counters(4, 0, 0, 0, 0, 0, 0, 0);
    private List<Long> holdback = List.of();
    private String explanation = "";
    private String joinProgress = "";
    private String warning = "";
    private final List<MemberStatus> members = new ArrayList<>();
    private final List<NodeInfo> voters = new ArrayList<>();

    static Scene follower() {
        return new Scene()
                .member(N1, Role.LEADER, MemberState.LIVE, "", 1_800_000, 40_000_000, 0)
                .member(N2, Role.FOLLOWER, MemberState.LIVE, "", 2_400_000, 120_000_000, 0)
                .self(Role.FOLLOWER);
    }

    static Scene leader() {
        return new Scene()
                .member(N1, Role.FOLLOWER, MemberState.LIVE, "", 1_800_000, 40_000_000, 18_204)
                .member(N2, Role.FOLLOWER, MemberState.LIVE, "", 2_400_000, 60_000_000, 18_202)
                .self(Role.LEADER)
                .leader(N3);
    }

    static Scene electing() {
        return new Scene()
                .member(
                        N1,
                        Role.LEADER,
                        MemberState.CRASHED,
                        "connection refused",
                        1_800_000,
                        900_000_000,
                        0)
                .member(N2, Role.FOLLOWER, MemberState.LIVE, "", 2_400_000, 60_000_000, 0)
                .self(Role.CANDIDATE)
                .leader(null);
    }

    static Scene alone() {
        return new Scene().self(Role.LEADER).leader(N3);
    }

    private static NodeInfo node(long id, String name, int port) {
        return new NodeInfo(id, name, 1, 1, "127.0.0.1", port, port + 100, port + 200);
    }

    Scene member(
            NodeInfo node,
            Role memberRole,
            MemberState state,
            String reason,
            long roundTrip,
            long silent,
            long acked) {
        members.add(
                new MemberStatus(node, true, memberRole, state, reason, roundTrip, silent, acked));
        voters.add(node);
        return this;
    }

    Scene self(Role own) {
        return self(own, MemberState.LIVE, "");
    }

    Scene self(Role own, MemberState state, String reason) {
        role = own;
        return member(N3, own, state, reason, 0, 0, 0);
    }

    Scene leader(NodeInfo known) {
        leader = known;
        leaderSinceNanos = known == null ? 0 : leaderSinceNanos;
        return this;
    }

    Scene leaderSince(long nanos) {
        leaderSinceNanos = nanos;
        return this;
    }

    Scene term(long number) {
        term = number;
        return this;
    }

    Scene log(long lastIndex, long commitIndex, long appliedIndex, Long... held) {
        last = lastIndex;
        commit = commitIndex;
        applied = appliedIndex;
        holdback = List.of(held);
        return this;
    }

    Scene counters(Counters counted) {
        counters = counted;
        return this;
    }

    Scene settings(ElectionPolicy chosen, Timing chosenTiming) {
        policy = chosen;
        timing = chosenTiming;
        return this;
    }

    Scene explanation(String text) {
        explanation = text;
        return this;
    }

    Scene warning(String text) {
        warning = text;
        return this;
    }

    Scene joining(String progress) {
        joinProgress = progress;
        return this;
    }

    GroupStatus group() {
        return new GroupStatus(
                "lab",
                0x51ab_03c9_6e72_f4d8L,
                N3,
                role,
                term,
                leader,
                leaderSinceNanos,
                new MembershipView(3, voters),
                members,
                last,
                commit,
                applied,
                applied,
                0x9c1e_44f0_7ab3_2d65L,
                policy,
                timing,
                counters,
                holdback,
                explanation,
                joinProgress,
                true);
    }

    NodeStatus status() {
        return new NodeStatus(
                group(), true, 12, 9_317, "239.77.1.2:17701 on lo", false, Map.of(), warning);
    }
}
