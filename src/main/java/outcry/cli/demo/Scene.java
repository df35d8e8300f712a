package outcry.cli.demo;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the nodes of the demo have told so far. Any thread; waiting is for a condition. */
final class Scene {

    /** What one running node has told since its start. */
    private static final class Told {
        private String traderAddress = "";
        private String leader = "";
        private long term;
        private long leaderTermAtNanos;
        private List<String> members = List.of();
        private boolean mayEnd;
        private boolean hasEnded;
    }

    private final Map<String, Told> toldByNode = new TreeMap<>();
    private final Consumer<Elected> onElected;
    private long latestTerm;

    /** {@code onElected} hears of the leader of each new term, once. */
    Scene(Consumer<Elected> onElected) {
        this.onElected = onElected;
    }

    /** The first word of a new leader. */
    record Elected(String leader, long term, long atNanos) {}

    synchronized void starts(String node) {
        toldByNode.put(node, new Told());
    }

    /** The node is about to be killed, or told to leave. */
    synchronized void mayEnd(String node) {
        toldByNode.get(node).mayEnd = true;
    }

    synchronized void ended(String node) {
        toldByNode.get(node).hasEnded = true;
        notifyAll();
    }

    synchronized void onEvent(String node, JsonObject event, long atNanos) {
        Told told = toldByNode.get(node);
        switch (event.get("event").getAsString()) {
            case "ready":
                told.traderAddress =
                        event.get("host").getAsString() + ":" + event.get("traderPort").getAsInt();
                break;
            case "leader":
                told.leader = event.get("leader").getAsString();
                told.term = event.get("term").getAsLong();
                told.leaderTermAtNanos = atNanos;
                if (told.term > latestTerm) {
                    latestTerm = told.term;
                    onElected.accept(new Elected(told.leader, told.term, atNanos));
                }
                break;
            case "view":
                List<String> members = new ArrayList<>();
                for (JsonElement member : event.getAsJsonArray("members")) {
                    members.add(member.getAsString());
                }
                told.members = members;
                break;
            default:
                return;
        }
        notifyAll();
    }

    synchronized String traderAddress(String node) {
        return toldByNode.get(node).traderAddress;
    }

    /** Waits until the node has told that it runs. */
    void awaitReady(String node, long seconds) throws InterruptedException, DemoFailedException {
        await(() -> traderAddress(node).isEmpty() ? null : node, seconds, node + " did not start");
    }

    /** Waits for a leader of a term after {@code term}, as any node tells it first. */
    Elected awaitLeader(long term, long seconds) throws InterruptedException, DemoFailedException {
        return await(() -> leaderAfter(term), seconds, "no leader was elected");
    }

    /** Waits until {@code teller} has told a view of exactly these members. */
    void awaitView(String teller, List<String> members, long seconds)
            throws InterruptedException, DemoFailedException {
        await(
                () -> isView(teller, members) ? teller : null,
                seconds,
                "the group did not become " + String.join(", ", members));
    }

    /** Lets time pass; no node may end in it by itself. */
    synchronized void watch(long seconds) throws InterruptedException, DemoFailedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        do {
            expectNoneEndedByItself();
        } while (waitForEvent(deadline));
    }

    /** The latest leader anybody told of, or null. */
    synchronized Elected latestLeader() {
        return leaderAfter(0);
    }

    private synchronized Elected leaderAfter(long term) {
        Elected latest = null;
        for (Told told : toldByNode.values()) {
            boolean isNews = !told.hasEnded && !told.leader.isEmpty() && told.term > term;
            if (isNews && (latest == null || isBefore(told, latest))) {
                latest = new Elected(told.leader, told.term, told.leaderTermAtNanos);
            }
        }
        return latest;
    }

    private static boolean isBefore(Told told, Elected other) {
        return told.term > other.term()
                || told.term == other.term() && told.leaderTermAtNanos < other.atNanos();
    }

    private synchronized boolean isView(String teller, List<String> members) {
        List<String> told = new ArrayList<>(toldByNode.get(teller).members);
        told.sort(null);
        return told.equals(members);
    }

    /** Polls {@code condition} at every event until it gives something. */
    private synchronized <T> T await(Supplier<T> condition, long seconds, String otherwise)
            throws InterruptedException, DemoFailedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (T found = condition.get(); ; found = condition.get()) {
            if (found != null) {
                return found;
            }
            expectNoneEndedByItself();
            if (!waitForEvent(deadline)) {
                throw new DemoFailedException(otherwise + " within " + seconds + " s");
            }
        }
    }

    /** Waits for anything to be told; false when the deadline has passed. */
    private synchronized boolean waitForEvent(long deadlineNanos) throws InterruptedException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
        if (left <= 0) {
            return false;
        }
        wait(left);
        return true;
    }

    private void expectNoneEndedByItself() throws DemoFailedException {
        for (Map.Entry<String, Told> node : toldByNode.entrySet()) {
            if (node.getValue().hasEnded && !node.getValue().mayEnd) {
                throw new DemoFailedException(node.getKey() + " ended by itself");
            }
        }
    }
}
