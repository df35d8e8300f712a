package outcry.group;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import outcry.group.log.ConfigurationCodec;
import outcry.simulation.world.MessageText;

/** What of a scenario is written down, and in which words. */
final class ScenarioText {
    /** Messages that come all the time and say nothing new. */
    private static final Set<String> CHATTER =
            Set.of(
                    "Hello",
                    "WhoIsLeader",
                    "Ping",
                    "Pong",
                    "LinkHello",
                    "LinkProbe",
                    "LinkEcho",
                    "Heartbeat",
                    "Ack");

    private static final EnumSet<Observation.Kind> TOLD =
            EnumSet.of(
                    Observation.Kind.FOUNDED,
                    Observation.Kind.DISSOLVED,
                    Observation.Kind.ROLE,
                    Observation.Kind.CHOSEN,
                    Observation.Kind.SYNCING,
                    Observation.Kind.TRUNCATED,
                    Observation.Kind.SUSPECTED,
                    Observation.Kind.CRASHED,
                    Observation.Kind.JOINED,
                    Observation.Kind.LEFT,
                    Observation.Kind.CUT_OFF,
                    Observation.Kind.DIGEST,
                    Observation.Kind.CONTINUED,
                    Observation.Kind.MULTICAST,
                    Observation.Kind.CONFLICT);

    private final Set<String> shown = new TreeSet<>();

    void show(String kind) {
        shown.add(kind);
    }

    /** Whether a message is written down when it is sent; {@code running} in a run step. */
    boolean isShown(Message message, boolean running) {
        String kind = message.getClass().getSimpleName();
        return shown.contains(kind) || !running && !CHATTER.contains(kind);
    }

    boolean isShown(Observation observation) {
        return TOLD.contains(observation.kind()) || shown.contains(observation.kind().word());
    }

    /** Its words; a role is just named. */
    static String of(Observation observation) {
        return observation.kind() == Observation.Kind.ROLE
                ? Role.values()[(int) observation.value()].toString()
                : ": " + observation.text();
    }

    static String of(Message message) {
        return MessageText.of(message);
    }

    /** An entry by index and command, or by what it says about the group. */
    static String of(Entry entry) {
        return entry.index() + ":" + content(entry);
    }

    /** An entry with its term. */
    static String withTerm(Entry entry) {
        return entry.index() + ":t" + entry.term() + ":" + content(entry);
    }

    private static String content(Entry entry) {
        return switch (entry.kind()) {
            case COMMAND -> new String(entry.payload(), StandardCharsets.UTF_8);
            case VIEW -> view(ConfigurationCodec.decodeView(entry.payload()));
            case SETTINGS -> "settings";
        };
    }

    private static String view(MembershipView view) {
        List<String> names = new ArrayList<>();
        for (NodeInfo voter : view.voters()) {
            names.add(voter.name());
        }
        return "view" + names;
    }
}
