package outcry.desktop.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import outcry.desktop.node.events.EventRow;
import outcry.desktop.node.events.EventTopic;
import outcry.desktop.node.events.EventsModel;
import outcry.desktop.node.face.RoleFace;
import outcry.desktop.node.members.MemberLine;
import outcry.desktop.node.members.MembersModel;
import outcry.desktop.node.replication.Slot;
import outcry.desktop.node.replication.Slots;
import outcry.desktop.node.topology.Disc;
import outcry.desktop.node.topology.Flight;
import outcry.desktop.node.topology.Link;
import outcry.desktop.node.topology.TopologyModel;
import outcry.group.MemberState;
import outcry.group.Observation;
import outcry.group.Observation.Kind;
import outcry.group.Role;

/** What the parts make of a status and of observations, without a window. */
class PartsOfTheModelTest {
    private final EventsModel events =
            new EventsModel(() -> 5_000, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    private final TopologyModel topology = new TopologyModel();

    @Test
    void holdbackIsDrawnAsSlotsWithItsHoles() {
        List<Slot> slots = Slots.of(Scene.follower().log(10, 9, 9, 12L, 12L, 20L, 30L).group());
        assertEquals(
                "8C 9C 10L 11M 12H 13–19M 20–30H",
                slots.stream()
                        .map(s -> s.text() + s.kind().name().charAt(0))
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void anEmptyLogHasNoSlots() {
        assertEquals(List.of(), Slots.of(Scene.alone().log(0, 0, 0).group()));
    }

    @Test
    void membersStandInRingOrderAndKeepTheirRows() {
        MembersModel members = new MembersModel();
        members.show(Scene.leader().group());
        List<MemberLine> before = List.copyOf(members.rows());
        assertEquals(
                List.of("n1", "n2", "n3"),
                before.stream().map(row -> row.nameProperty().get()).toList());
        members.show(Scene.electing().group());
        assertEquals(before, List.copyOf(members.rows()), "updated in place");
        assertEquals("crashed", members.rows().get(0).stateProperty().get().word());
        assertEquals("was leader", members.rows().get(0).roleProperty().get().word());
        assertEquals("connection refused", members.rows().get(0).reasonProperty().get());
        members.show(Scene.alone().group());
        assertEquals(1, members.rows().size());
    }

    @Test
    void onlyTheLeaderKnowsHowFarTheOthersAre() {
        MembersModel members = new MembersModel();
        members.show(Scene.leader().group());
        assertEquals("2", members.rows().get(1).lagProperty().get());
        members.show(Scene.follower().group());
        assertEquals("–", members.rows().get(1).lagProperty().get());
        assertEquals("0", members.rows().get(2).lagProperty().get(), "its own it knows");
    }

    @Test
    void aMemberThatIsGoneIsNotShownInItsOldRole() {
        topology.show(Scene.electing().group());
        Disc crashed = topology.discsProperty().get().get(0);
        assertEquals(RoleFace.CRASHED, crashed.face());
        assertEquals(0, crashed.patience());
        assertEquals(Link.State.CUT, topology.linksProperty().get().get(0).state());
    }

    @Test
    void aNodeWithoutAMajorityIsCutOffWhateverItsRole() {
        assertEquals(
                RoleFace.CUT_OFF,
                RoleFace.of(
                        new Scene()
                                .self(Role.CANDIDATE, MemberState.CUT_OFF, "hears 1 of 3")
                                .leader(null)
                                .group()));
        assertEquals(RoleFace.ELECTING, RoleFace.of(Scene.follower().leader(null).group()));
    }

    @Test
    void votesReportsAndTokensTravelAndArrive() {
        topology.show(Scene.electing().group());
        topology.observe(
                List.of(
                        seen(Kind.REPORT, Scene.N2.id()),
                        seen(Kind.VOTE, Scene.N2.id()),
                        seen(Kind.TOKEN, Scene.N2.id())),
                1_000);
        assertEquals(
                List.of("REPORT n2>n3", "VOTE n3>n2", "TOKEN n1>n3"),
                topology.flights(1_000).stream()
                        .map(f -> f.kind() + " " + name(f.from()) + ">" + name(f.to()))
                        .toList());
        topology.show(Scene.electing().group());
        assertEquals(Scene.N2.id(), topology.discsProperty().get().get(2).votedFor());
        assertTrue(topology.isMoving(1_000));
        assertEquals(List.of(), topology.flights(1_000 + Flight.DURATION_NANOS));
    }

    @Test
    void aNormalPictureStandsStill() {
        topology.show(Scene.leader().group());
        assertFalse(topology.isMoving(1_000));
    }

    @Test
    void votesAreForgottenWithTheirTerm() {
        topology.show(Scene.electing().group());
        topology.observe(List.of(seen(Kind.VOTE, Scene.N2.id())), 0);
        topology.show(Scene.electing().term(8).group());
        assertEquals(0, topology.discsProperty().get().get(2).votedFor());
    }

    @Test
    void eventsAreBoundedNewestFirst() {
        for (int n = 0; n < EventsModel.ROWS_MAX + 10; n++) {
            events.add(List.of(seen(Kind.GAP, n)), 0);
        }
        assertEquals(EventsModel.ROWS_MAX, events.rows().size());
        assertEquals(EventsModel.ROWS_MAX + 9, events.rows().get(0).observation().subject());
    }

    @Test
    void theSameEventAgainIsCountedNotRepeated() {
        events.add(List.of(seen(Kind.GAP, 1), seen(Kind.GAP, 1), seen(Kind.GAP, 2)), 0);
        assertEquals(List.of(1, 2), events.rows().stream().map(EventRow::times).toList());
    }

    @Test
    void eventsCanBeFilteredByTopicAndWords() {
        events.add(List.of(seen(Kind.GAP, 1), seen(Kind.VOTE, 2), seen(Kind.JOINED, 3)), 0);
        events.topicProperty().set(EventTopic.ELECTION);
        assertEquals("vote", events.rows().get(0).kindText());
        assertEquals(1, events.rows().size());
        events.topicProperty().set(EventTopic.ALL);
        events.searchProperty().set("JOIN");
        assertEquals(1, events.rows().size());
    }

    @Test
    void lostEventsAreSaid() {
        events.add(List.of(), 12);
        assertEquals("12 events came faster than could be shown", events.rows().get(0).sentence());
    }

    @Test
    void everyKindOfEventHasATopic() {
        for (Kind kind : Kind.values()) {
            events.add(List.of(seen(kind, kind.ordinal())), 0);
        }
        int found = 0;
        for (EventTopic topic : List.of(EventTopic.ELECTION, EventTopic.MEMBERS, EventTopic.DATA)) {
            events.topicProperty().set(topic);
            found += events.rows().size();
        }
        assertEquals(Kind.values().length, found);
    }

    private static Observation seen(Kind kind, long subject) {
        return new Observation(kind, 5_000, 7, 1, subject, "", 0, 0, kind.word());
    }

    private static String name(long id) {
        return id == Scene.N1.id() ? "n1" : id == Scene.N2.id() ? "n2" : "n3";
    }
}
