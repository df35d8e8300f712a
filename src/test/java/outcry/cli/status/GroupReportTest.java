package outcry.cli.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import outcry.wire.trader.ServerMessage.NodeState;

class GroupReportTest {
    @Test
    void theLatestTermSpeaksForTheGroup() {
        GroupReport report =
                new GroupReport(
                        List.of(node("n1", "n1", 1, 5, "aa"), node("n2", "n2", 2, 9, "bb")));
        assertTrue(report.hasLeader());
        assertEquals(
                "{\"group\":\"lab\",\"generation\":\"0000000000000007\",\"leader\":\"n2\","
                        + "\"term\":2,\"view\":3,\"commit\":9,\"nodes\":["
                        + "{\"name\":\"n1\",\"id\":\"0000000000000001\",\"address\":\"10.0.0.1:9\","
                        + "\"role\":\"follower\",\"state\":\"live\",\"term\":1,\"applied\":5,"
                        + "\"digest\":\"aa\",\"traders\":4},"
                        + "{\"name\":\"n2\",\"id\":\"0000000000000001\",\"address\":\"10.0.0.1:9\","
                        + "\"role\":\"follower\",\"state\":\"live\",\"term\":2,\"applied\":9,"
                        + "\"digest\":\"bb\",\"traders\":4}]}",
                report.toJson());
    }

    @Test
    void withoutALeaderItSaysSo() {
        GroupReport report = new GroupReport(List.of(node("n1", "", 3, 5, "aa")));
        assertFalse(report.hasLeader());
        assertTrue(report.toTable().contains("no leader"), report.toTable());
    }

    @Test
    void differentDigestsAtOneIndexAreToldLoudly() {
        GroupReport report =
                new GroupReport(
                        List.of(node("n1", "n1", 1, 5, "aa"), node("n2", "n1", 1, 5, "bb")));
        assertTrue(report.toTable().contains("differ at index 5"), report.toTable());
    }

    @Test
    void aNameThatSeveralNodesHaveIsToldOnce() {
        NodeState node = node("n1", "n1", 1, 5, "aa");
        String warning = "more than one node is named n1: ";
        assertFalse(new GroupReport(List.of(node)).toTable().contains(warning));
        String table = new GroupReport(List.of(node, node, node)).toTable();
        assertEquals(2, table.split(warning, -1).length, table);
    }

    private static NodeState node(
            String name, String leader, long term, long applied, String digest) {
        return new NodeState(
                1,
                "lab",
                7,
                name,
                1,
                1,
                "10.0.0.1:9",
                "follower",
                "live",
                leader,
                term,
                3,
                applied,
                applied,
                digest,
                4);
    }
}
