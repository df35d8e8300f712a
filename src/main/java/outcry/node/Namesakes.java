package outcry.node;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tinylog.Logger;
import outcry.group.GroupStatus;
import outcry.group.MemberState;
import outcry.group.MemberStatus;
import outcry.group.NodeInfo;
import outcry.group.Observation;

/**
 * Notices nodes of the exchange that share a name. The group tells its members apart by id and does
 * not mind; people and scripts read names, and cannot tell which is meant. Node's thread.
 */
final class Namesakes {
    /** Pairs told of once; more than any group has, unless somebody makes them up. */
    private static final int TOLD_MAX = 256;

    private record Pair(long low, long high) {
        static Pair of(NodeInfo one, NodeInfo other) {
            return new Pair(Math.min(one.id(), other.id()), Math.max(one.id(), other.id()));
        }
    }

    private final Set<Pair> told = new HashSet<>();
    private String warning = "";

    /** What is wrong and what to do, as of the last look; empty when every name is one node's. */
    String warning() {
        return warning;
    }

    /** Looks at a new picture; what is to be told for the first time is logged, and returned. */
    List<Observation> look(GroupStatus group, long nowNanos) {
        List<Observation> news = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        Map<String, NodeInfo> nodes = new HashMap<>();
        nodes.put(group.self().name(), group.self());
        for (MemberStatus member : group.members()) {
            NodeInfo node = member.node();
            NodeInfo namesake = isHere(member) ? nodes.putIfAbsent(node.name(), node) : null;
            if (namesake != null && namesake.id() != node.id()) {
                String sentence = sentence(group.self(), namesake, node);
                sentences.add(sentence);
                if (told.size() < TOLD_MAX && told.add(Pair.of(namesake, node))) {
                    Logger.warn(sentence);
                    news.add(observation(group, nowNanos, node, sentence));
                }
            }
        }
        warning = String.join(" ", sentences);
        return news;
    }

    /** What a crashed node was named does not matter: a new one in its place may be named so. */
    private static boolean isHere(MemberStatus member) {
        return member.state() != MemberState.CRASHED && member.state() != MemberState.LEFT;
    }

    private static String sentence(NodeInfo self, NodeInfo first, NodeInfo second) {
        String who =
                first.id() == self.id()
                        ? "Another node of this exchange is named "
                                + self.name()
                                + " like this one: "
                                + inWords(second)
                        : "Two nodes of this exchange are named "
                                + first.name()
                                + ": "
                                + inWords(first)
                                + ", and "
                                + inWords(second);
        return who
                + ". Trading is safe, but nobody who reads names can tell which is meant. Let one"
                + " of the two leave, and start it again with another --name.";
    }

    private static String inWords(NodeInfo node) {
        return String.format(Locale.ROOT, "id %016x on %s", node.id(), node.host());
    }

    private static Observation observation(
            GroupStatus group, long nowNanos, NodeInfo about, String sentence) {
        return new Observation(
                Observation.Kind.CONFLICT,
                nowNanos,
                group.term(),
                group.lastIndex(),
                about.id(),
                about.name(),
                0,
                0,
                sentence);
    }
}
