package outcry.cli.status;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import outcry.cli.Words;
import outcry.wire.trader.ServerMessage.NodeState;

/** One picture of a group, from what its nodes said; as a table, or as JSON. */
public final class GroupReport {
    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();
    private static final String ROW = "%-12s %-22s %-9s %-9s %6s %10s  %-16s %7s%n";

    private final List<NodeState> nodes;

    /** The node that knows of the latest term, whose word counts for the group. */
    private final NodeState latest;

    /** {@code nodes} is not empty. */
    public GroupReport(List<NodeState> nodes) {
        this.nodes = List.copyOf(nodes);
        NodeState best = nodes.get(0);
        for (NodeState node : nodes) {
            boolean knowsMore = !node.leader().isEmpty() && best.leader().isEmpty();
            if (node.term() > best.term() || node.term() == best.term() && knowsMore) {
                best = node;
            }
        }
        latest = best;
    }

    public boolean hasLeader() {
        return !latest.leader().isEmpty();
    }

    /** One JSON object on one line. */
    public String toJson() {
        JsonObject object = new JsonObject();
        object.addProperty("group", latest.group());
        object.addProperty("generation", Words.id(latest.generation()));
        object.addProperty("leader", latest.leader());
        object.addProperty("term", latest.term());
        object.addProperty("view", latest.view());
        object.addProperty("commit", commit());
        JsonArray array = new JsonArray();
        for (NodeState node : nodes) {
            array.add(json(node));
        }
        object.add("nodes", array);
        return GSON.toJson(object);
    }

    /** For people. */
    public String toTable() {
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        "group %s, generation %s, view %d, term %d, commit %d: %s%n",
                        latest.group(),
                        Words.id(latest.generation()),
                        latest.view(),
                        latest.term(),
                        commit(),
                        hasLeader() ? latest.leader() + " leads" : "no leader"));
        text.append(
                String.format(
                        ROW, "node", "address", "role", "state", "term", "applied", "digest",
                        "traders"));
        for (NodeState node : nodes) {
            text.append(
                    String.format(
                            ROW,
                            node.node(),
                            node.address(),
                            node.role(),
                            node.state(),
                            node.term(),
                            node.applied(),
                            node.digest(),
                            node.traders()));
        }
        for (String warning : warnings()) {
            text.append(warning).append(System.lineSeparator());
        }
        return text.toString();
    }

    private static JsonObject json(NodeState node) {
        JsonObject object = new JsonObject();
        object.addProperty("name", node.node());
        object.addProperty("id", Words.id(node.nodeId()));
        object.addProperty("address", node.address());
        object.addProperty("role", node.role());
        object.addProperty("state", node.state());
        object.addProperty("term", node.term());
        object.addProperty("applied", node.applied());
        object.addProperty("digest", node.digest());
        object.addProperty("traders", node.traders());
        return object;
    }

    private long commit() {
        return nodes.stream().mapToLong(NodeState::commit).max().orElse(0);
    }

    /** What must never be seen, or should not stay. */
    private List<String> warnings() {
        Set<String> warnings = new LinkedHashSet<>();
        Set<String> names = new HashSet<>();
        for (NodeState node : nodes) {
            if (!names.add(node.node())) {
                warnings.add(
                        "more than one node is named "
                                + node.node()
                                + ": let one leave, and start it again with another --name");
            }
            if (node.generation() != latest.generation()) {
                warnings.add(
                        node.node()
                                + " belongs to another group of the same name (generation "
                                + Words.id(node.generation())
                                + "): give one of them another name with --group");
            } else if (node.applied() == latest.applied()
                    && !node.digest().equals(latest.digest())) {
                warnings.add(
                        node.node()
                                + " and "
                                + latest.node()
                                + " differ at index "
                                + latest.applied()
                                + ": restart "
                                + node.node()
                                + ", and please report this");
            }
        }
        return List.copyOf(warnings);
    }
}
