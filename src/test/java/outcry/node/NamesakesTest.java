package outcry.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static outcry.node.GroupPicture.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcry.group.ElectionPolicy;
import outcry.group.GroupStatus;
import outcry.group.MemberState;
import outcry.group.MemberStatus;
import outcry.group.NodeInfo;
import outcry.group.Observation;
import outcry.group.Role;

class NamesakesTest {
    private static final NodeInfo SELF = node(1, "n1", "10.0.0.1");

    @TempDir Path folder;

    private final Namesakes namesakes = new Namesakes();

    @Test
    void bothNodesOfOneNameWarnAndTheWarningEndsWithTheReason() throws IOException {
        try (TestGroup group = new TestGroup(folder, ElectionPolicy.RTT)) {
            Node first = group.start("n1");
            group.awaitGroup(1);
            Node second = group.start("n1", "other");
            group.awaitGroup(2);
            String firstId = String.format("%016x", first.info().id());
            String secondId = String.format("%016x", second.info().id());
            group.await(() -> first.status().warning().contains(secondId), "n1 warns");
            group.await(() -> second.status().warning().contains(firstId), "the other n1 warns");
            assertTrue(group.saw("n1", "CONFLICT Another node of this exchange is named n1"));
            assertTrue(group.saw("other", "CONFLICT Another node of this exchange is named n1"));
            second.leave().join();
            group.await(() -> first.status().warning().isEmpty(), "nothing to warn of");
        }
    }

    @Test
    void aThirdNodeNamesBoth() {
        GroupStatus group =
                group(member(SELF), member(node(2, "x", "10.0.0.2")), member(node(3, "x", "h3")));
        List<Observation> news = namesakes.look(group, 7);
        assertEquals(1, news.size());
        assertEquals(Observation.Kind.CONFLICT, news.get(0).kind());
        assertEquals("x", news.get(0).about());
        assertEquals(
                "Two nodes of this exchange are named x: id 0000000000000002 on 10.0.0.2, and id"
                        + " 0000000000000003 on h3. Trading is safe, but nobody who reads names can"
                        + " tell which is meant. Let one of the two leave, and start it again with"
                        + " another --name.",
                news.get(0).text());
        assertEquals(news.get(0).text(), namesakes.warning());
    }

    @Test
    void aPairIsToldOnceHoweverOftenItIsSeen() {
        MemberStatus other = member(node(2, "n1", "10.0.0.2"));
        assertEquals(1, namesakes.look(group(member(SELF), other), 1).size());
        assertEquals(0, namesakes.look(group(member(SELF)), 2).size());
        assertEquals("", namesakes.warning());
        assertEquals(0, namesakes.look(group(other, member(SELF)), 3).size());
        assertTrue(namesakes.warning().startsWith("Another node of this exchange is named n1"));
    }

    @Test
    void aCrashedNodesNameMayBeGivenToAnother() {
        for (MemberState gone : List.of(MemberState.CRASHED, MemberState.LEFT)) {
            NodeInfo node = node(2, "n1", "10.0.0.2");
            MemberStatus other = GroupPicture.member(node, Role.FOLLOWER, gone);
            assertEquals(0, namesakes.look(group(member(SELF), other), 1).size());
            assertEquals("", namesakes.warning());
        }
    }

    @Test
    void namesOfOneNodeEachAreNothingToWarnOf() {
        List<MemberStatus> members = new ArrayList<>();
        for (int id = 1; id <= 9; id++) {
            members.add(member(node(id, "n" + id, "10.0.0.1")));
        }
        assertEquals(0, namesakes.look(group(members.toArray(MemberStatus[]::new)), 1).size());
        assertEquals("", namesakes.warning());
    }

    private static MemberStatus member(NodeInfo node) {
        return GroupPicture.member(node, Role.FOLLOWER, MemberState.LIVE);
    }

    private static GroupStatus group(MemberStatus... members) {
        return GroupPicture.of(SELF, null, members);
    }
}
