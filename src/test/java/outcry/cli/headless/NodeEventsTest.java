package outcry.cli.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import outcry.group.Counters;
import outcry.group.ElectionPolicy;
import outcry.group.GroupStatus;
import outcry.group.MembershipView;
import outcry.group.NodeInfo;
import outcry.group.Observation;
import outcry.group.Observation.Kind;
import outcry.group.Role;
import outcry.group.Timing;
import outcry.node.NodeStatus;

class NodeEventsTest {
    private static final NodeInfo N1 = new NodeInfo(1, "n1", 1, 1, "127.0.0.1", 1, 2, 3);
    private static final NodeInfo N2 = new NodeInfo(2, "n2", 1, 1, "127.0.0.1", 4, 5, 6);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final EventWriter writer =
            new EventWriter(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    private boolean hasFailed;
    private final NodeEvents events = new NodeEvents(writer, () -> hasFailed = true);

    @Test
    void nodesAreNamedAlsoBeforeAnyStatusAndRolesAreWords() throws InterruptedException {
        events.onObservation(observation(Kind.LEADER, 2, 0, 0));
        events.onObservation(observation(Kind.ROLE, 1, Role.FOLLOWER.ordinal(), 0));
        events.onObservation(observation(Kind.GAP, 1, 17, 19));
        List<JsonObject> told = told();
        assertEquals("n2", told.get(0).get("leader").getAsString());
        assertEquals("follower", told.get(1).get("role").getAsString());
        assertEquals("n1", told.get(1).get("about").getAsString());
        assertEquals(17, told.get(2).get("from").getAsLong());
        assertEquals(19, told.get(2).get("to").getAsLong());
        for (JsonObject event : told) {
            assertTrue(event.has("time") && event.has("term") && event.has("index"));
        }
    }

    @Test
    void aViewIsToldOnceWithItsMembersNames() throws InterruptedException {
        events.onStatus(status(4, List.of(N1, N2)));
        events.onStatus(status(4, List.of(N1, N2)));
        events.onStatus(status(5, List.of(N1)));
        List<JsonObject> told = told();
        assertEquals(2, told.size());
        assertEquals(4, told.get(0).get("view").getAsLong());
        assertEquals("[\"n1\",\"n2\"]", told.get(0).get("members").toString());
        assertEquals("[\"n1\"]", told.get(1).get("members").toString());
    }

    @Test
    void whatStoppedTheNodeIsTold() throws InterruptedException {
        events.onFailure("the disk is full");
        assertEquals("the disk is full", told().get(0).get("text").getAsString());
        assertTrue(hasFailed);
    }

    @Test
    void aReaderThatIsTooSlowLosesEventsAndIsToldHowMany() throws InterruptedException {
        int capacity = 8_192;
        for (int i = 0; i < capacity + 7; i++) {
            writer.offer(NodeEvents.event("tick"));
        }
        List<JsonObject> told = told();
        JsonObject dropped =
                told.stream()
                        .filter(event -> event.get("event").getAsString().equals("dropped"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(7, dropped.get("count").getAsLong());
        assertEquals(capacity + 1, told.size());
    }

    private List<JsonObject> told() throws InterruptedException {
        writer.start(NodeEvents.event("ready"));
        writer.close(10_000);
        return bytes.toString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
    }

    private static Observation observation(Kind kind, long subject, long value, long other) {
        String about = subject == 0 ? "" : "n" + subject;
        return new Observation(kind, 5, 3, 40, subject, about, value, other, "text");
    }

    private static NodeStatus status(long viewId, List<NodeInfo> voters) {
        GroupStatus group =
                new GroupStatus(
                        "lab",
                        9,
                        N1,
                        Role.LEADER,
                        3,
                        N1,
                        1,
                        new MembershipView(viewId, voters),
                        List.of(),
                        40,
                        40,
                        40,
                        40,
                        0,
                        ElectionPolicy.RTT,
                        Timing.REALISTIC,
                        new Counters(0, 0, 0, 0, 0, 0, 0, 0),
                        List.of(),
                        "",
                        "",
                        true);
        return new NodeStatus(group, true, 0, 0, "");
    }
}
