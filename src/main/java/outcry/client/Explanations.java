package outcry.client;

import java.util.Locale;
import java.util.Set;

/** What a connection's state means and what to do, in words (the texts of the windows). */
final class Explanations {
    private static final long SEARCH_CAUSES_NANOS = 5_000_000_000L;

    private Explanations() {}

    /** "1.4 s". */
    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
    }

    /** No node is heard; the usual causes after five seconds. */
    static String searching(
            String group, String places, Set<String> otherGroups, long searchedNanos) {
        StringBuilder text = new StringBuilder("Searching");
        if (!places.isEmpty()) {
            text.append(" on ").append(places);
        }
        text.append(" · ").append(searchedNanos / 1_000_000_000L).append(" s");
        if (searchedNanos > SEARCH_CAUSES_NANOS) {
            text.append(". ");
            text.append(
                    otherGroups.isEmpty()
                            ? "Nothing heard. Common causes: different network · firewall · client"
                                    + " isolation"
                            : "Nothing heard of '"
                                    + group
                                    + "', but of other exchanges: "
                                    + String.join(", ", otherGroups));
        }
        return text.toString();
    }

    /** Nodes are heard, but none serves traders yet. */
    static String noneFit(String names, long searchedNanos) {
        return names + " heard, not ready to serve traders yet · " + seconds(searchedNanos);
    }

    static String connecting(String problem, String node, String door, boolean connected) {
        return (problem.isEmpty() ? "" : problem + ". ")
                + (connected ? "Connected to " : "Connecting to ")
                + node
                + (door.equals(node) ? "" : " at " + door)
                + (connected ? ", waiting for its greeting" : "");
    }

    /** The next attempt waits for the back-off of a node that failed. */
    static String retrying(String problem, long leftNanos) {
        return problem + "; trying again in " + seconds(leftNanos);
    }

    static String stale(long silentNanos) {
        return "No data for " + seconds(silentNanos) + " – prices may be old";
    }

    static String electing(String leaderBefore, long sinceNanos, int waiting, String nodeSays) {
        String event =
                leaderBefore.isEmpty()
                        ? "No leader – electing one ("
                        : "Leader " + leaderBefore + " is gone – electing a new one (";
        return event
                + seconds(sinceNanos)
                + ")."
                + waiting(waiting)
                + (nodeSays.isEmpty() ? "" : " " + nodeSays);
    }

    static String reconnecting(String problem, String next, int waiting) {
        return problem
                + (next.isEmpty() ? " – no other node is there" : " – moving to " + next)
                + "."
                + waiting(waiting);
    }

    static String nearer(String node, long newNanos, long oldNanos) {
        return String.format(
                Locale.ROOT,
                "%s is nearer (%.1f ms instead of %.1f ms)",
                node,
                newNanos / 1e6,
                oldNanos / 1e6);
    }

    private static String waiting(int requests) {
        if (requests == 0) {
            return "";
        }
        return requests == 1 ? " 1 request is waiting." : " " + requests + " requests are waiting.";
    }
}
