package outcry.cli.headless;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import outcry.cli.NearMiss;
import outcry.cli.Words;
import outcry.group.GroupStatus;
import outcry.group.MemberStatus;
import outcry.node.Node;
import outcry.node.NodeStatus;

/** The commands a headless node takes, one a line. */
final class NodeCommands {
    private static final List<String> WORDS =
            List.of("crash", "leave", "elect", "freeze", "status", "continue");
    private static final int FREEZE_SECONDS_MAX = 3_600;

    private final Node node;
    private final Runnable leave;
    private final Runnable crash;

    NodeCommands(Node node, Runnable leave, Runnable crash) {
        this.node = node;
        this.leave = leave;
        this.crash = crash;
    }

    /** Does what the line asks; returns the event that answers it, or null when none is due. */
    JsonObject run(String line) {
        String[] words = line.split("\\s+");
        String word = words[0];
        if (word.equals("freeze")) {
            return freeze(words);
        }
        if (words.length > 1 && WORDS.contains(word)) {
            return error("'" + word + "' stands alone on its line");
        }
        switch (word) {
            case "":
                return null;
            case "crash":
                crash.run();
                return null;
            case "leave":
                leave.run();
                return null;
            case "elect":
                node.elect();
                return null;
            case "continue":
                node.continueAlone();
                return null;
            case "status":
                return status(node.status());
            default:
                return error(
                        "unknown command '"
                                + word
                                + "': "
                                + NearMiss.hint(
                                        word,
                                        WORDS,
                                        "crash, leave, elect, freeze SECONDS, continue or status"));
        }
    }

    private JsonObject freeze(String[] words) {
        if (words.length != 2 || !words[1].matches("[0-9]{1,4}")) {
            return error("freeze takes whole seconds, such as 'freeze 5'");
        }
        int seconds = Integer.parseInt(words[1]);
        if (seconds < 1 || seconds > FREEZE_SECONDS_MAX) {
            return error("freeze takes 1 to " + FREEZE_SECONDS_MAX + " seconds");
        }
        node.freeze(Duration.ofSeconds(seconds));
        return null;
    }

    private static JsonObject error(String text) {
        JsonObject event = NodeEvents.event("error");
        event.addProperty("text", text);
        return event;
    }

    private static JsonObject status(NodeStatus status) {
        GroupStatus group = status.group();
        JsonObject event = NodeEvents.event("status");
        event.addProperty("term", group.term());
        event.addProperty("index", group.lastIndex());
        event.addProperty("group", group.group());
        event.addProperty("generation", Words.id(group.generation()));
        event.addProperty("role", Words.word(group.role()));
        event.addProperty("leader", group.hasLeader() ? group.leader().name() : "");
        event.addProperty("view", group.view() == null ? 0 : group.view().viewId());
        event.addProperty("commit", group.commitIndex());
        event.addProperty("applied", group.appliedIndex());
        event.addProperty("digest", Words.id(group.digest()));
        event.addProperty("digestIndex", group.digestIndex());
        event.addProperty("traders", status.traders());
        event.addProperty("policy", Words.word(group.policy()));
        event.addProperty("timing", Words.word(group.timing()));
        event.addProperty("keyed", status.keyed());
        event.add("counters", counters(group));
        event.add("faults", faults(status));
        event.add("members", members(group));
        event.addProperty("text", group.explanation());
        event.addProperty("warning", status.warning());
        return event;
    }

    private static JsonObject counters(GroupStatus group) {
        JsonObject counters = new JsonObject();
        counters.addProperty("elections", group.counters().elections());
        counters.addProperty("gaps", group.counters().gaps());
        counters.addProperty("nacksSent", group.counters().nacksSent());
        counters.addProperty("nacksAnswered", group.counters().nacksAnswered());
        counters.addProperty("retransmitted", group.counters().retransmitted());
        counters.addProperty("duplicates", group.counters().duplicates());
        counters.addProperty("heldBack", group.counters().heldBack());
        counters.addProperty("ignored", group.counters().ignored());
        return counters;
    }

    private static JsonObject faults(NodeStatus status) {
        JsonObject faults = new JsonObject();
        status.faults().forEach(faults::addProperty);
        return faults;
    }

    private static JsonArray members(GroupStatus group) {
        JsonArray members = new JsonArray();
        for (MemberStatus status : group.members()) {
            JsonObject member = new JsonObject();
            member.addProperty("name", status.node().name());
            member.addProperty("id", Words.id(status.node().id()));
            member.addProperty("role", Words.word(NodeStatus.roleOf(status, group)));
            member.addProperty("state", Words.word(status.state()));
            member.addProperty("reason", status.reason());
            member.addProperty("voter", status.voter());
            member.addProperty("roundTripNanos", status.roundTripNanos());
            members.add(member);
        }
        return members;
    }
}
