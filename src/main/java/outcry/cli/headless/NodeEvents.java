package outcry.cli.headless;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Locale;
import outcry.group.GroupStatus;
import outcry.group.NodeInfo;
import outcry.group.Observation;
import outcry.group.Observation.Kind;
import outcry.group.Role;
import outcry.node.NodeObserver;
import outcry.node.NodeStatus;

/**
 * Turns what a node sees into events for scripts: names instead of ids, words instead of numbers.
 * Called on the node's thread.
 */
final class NodeEvents implements NodeObserver {
    private final EventWriter writer;
    private final Runnable onFailure;
    private long viewIdTold;

    /** {@code onFailure} is called when the node stopped by itself. */
    NodeEvents(EventWriter writer, Runnable onFailure) {
        this.writer = writer;
        this.onFailure = onFailure;
    }

    /** An event of that name, of now. */
    static JsonObject event(String name) {
        JsonObject event = new JsonObject();
        event.addProperty("event", name);
        event.addProperty("time", Instant.now().toString());
        return event;
    }

    @Override
    public void onObservation(Observation observation) {
        Kind kind = observation.kind();
        if (kind == Kind.VIEW) {
            return; // Told by onStatus, which knows the members' names.
        }
        JsonObject event = event(kind.word());
        event.addProperty("term", observation.term());
        event.addProperty("index", observation.index());
        if (kind == Kind.LEADER) {
            event.addProperty("leader", observation.about());
        } else if (observation.subject() != 0) {
            event.addProperty("about", observation.about());
        }
        addNumbers(event, observation);
        event.addProperty("text", observation.text());
        writer.offer(event);
    }

    private static void addNumbers(JsonObject event, Observation observation) {
        switch (observation.kind()) {
            case ROLE:
                event.addProperty("role", role((int) observation.value()));
                break;
            case GAP:
            case RETRANSMIT:
                event.addProperty("from", observation.value());
                event.addProperty("to", observation.other());
                break;
            case REPORT:
                event.addProperty("meanNanos", observation.value());
                break;
            case CUT_OFF:
                event.addProperty("heard", observation.value());
                event.addProperty("voters", observation.other());
                break;
            default:
                break;
        }
    }

    @Override
    public void onStatus(NodeStatus status) {
        GroupStatus group = status.group();
        if (group.view() != null && group.view().viewId() != viewIdTold) {
            viewIdTold = group.view().viewId();
            JsonObject event = event("view");
            event.addProperty("term", group.term());
            event.addProperty("index", group.lastIndex());
            event.addProperty("view", viewIdTold);
            JsonArray members = new JsonArray();
            for (NodeInfo voter : group.view().voters()) {
                members.add(voter.name());
            }
            event.add("members", members);
            writer.offer(event);
        }
    }

    @Override
    public void onFailure(String problem) {
        JsonObject event = event("failed");
        event.addProperty("text", problem);
        writer.offer(event);
        onFailure.run();
    }

    private static String role(int ordinal) {
        Role[] roles = Role.values();
        return ordinal >= 0 && ordinal < roles.length
                ? roles[ordinal].name().toLowerCase(Locale.ROOT)
                : "";
    }
}
