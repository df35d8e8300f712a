package outcry.faults;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Nodes as real processes on a network of their own, traders beside them, and a judge. */
final class FaultGroup implements AutoCloseable {
    /** The exchange's name. */
    static final String NAME = "faults";

    private static final long POLL_NANOS = 20_000_000L;
    private static final long ASK_NANOS = 150_000_000L;
    private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(90);
    private static final int TRADERS = 4;

    /** What a node tells of itself is a picture that may be this old. */
    private static final double PICTURE_SECONDS = 0.5;

    private static final int STORY_EVENTS = 60;

    private final Path folder;
    private final Lan lan;
    private final List<NodeProcess> nodes = new ArrayList<>();
    private final Judge judge = new Judge();
    private Load load;
    private int examined;

    /**
     * @param label names this group's folder below target/faults, and its network
     * @param options of every node's command
     */
    FaultGroup(String label, int size, List<String> options) throws IOException {
        folder = Path.of("target", "faults", label).toAbsolutePath();
        // A run that was killed may have left the small disk of one of its nodes mounted.
        Lan.shell("umount -l " + folder + "/* 2>/dev/null || true");
        delete(folder);
        Files.createDirectories(folder);
        lan = Lan.open(label, size + 1);
        for (int machine = 1; machine <= size; machine++) {
            nodes.add(new NodeProcess(lan, machine, folder, options));
        }
    }

    Lan lan() {
        return lan;
    }

    List<NodeProcess> nodes() {
        return nodes;
    }

    Load load() {
        return load;
    }

    Judge.Findings findings() {
        return judge.findings();
    }

    /** Starts all nodes and waits until they are one group. */
    void form() throws IOException {
        startAll();
        awaitTogether();
    }

    /** Starts the traders on a machine of their own, and waits for their first answers. */
    void beginLoad(long seed) throws IOException {
        load = new Load(lan, nodes.size() + 1, folder, TRADERS, seed);
        await(() -> load.count() > 10 * TRADERS, "the first answers");
    }

    void startAll() throws IOException {
        for (NodeProcess node : nodes) {
            node.start();
        }
    }

    /** The node that leads, as far as is known; waits for one. */
    NodeProcess leader() throws IOException {
        List<NodeProcess> found = new ArrayList<>();
        await(
                () -> {
                    NodeProcess latest = latestLeader();
                    if (latest != null) {
                        found.add(latest);
                    }
                    return latest != null;
                },
                "somebody leads");
        return found.get(0);
    }

    /** The latest event by which any running node recognised a leader, or null. */
    NodeProcess.Event leaderEvent() {
        NodeProcess.Event latest = null;
        for (NodeProcess node : nodes) {
            NodeProcess.Event event = node.isRunning() ? node.latest("leader", e -> true) : null;
            if (event != null && (latest == null || event.number("term") > latest.number("term"))) {
                latest = event;
            }
        }
        return latest;
    }

    private NodeProcess latestLeader() {
        NodeProcess.Event event = leaderEvent();
        NodeProcess named = event == null ? null : node(event.text("leader"));
        return named != null && named.isRunning() ? named : null;
    }

    private NodeProcess node(String name) {
        return nodes.stream().filter(node -> node.name().equals(name)).findFirst().orElse(null);
    }

    /** Until all nodes run and are the voters of one view with one leader. */
    void awaitTogether() throws IOException {
        await(asking(nodes, () -> areTogether(nodes)), nodes.size() + " nodes are one group");
    }

    /** Until traders get answers to what they send from now on. */
    void awaitAnswers() throws IOException {
        int enough = load.count() + 100 * TRADERS; // More than can have been under way.
        await(() -> load.count() >= enough, "answers come");
    }

    /** Waits, for the time that a fault is to last. */
    static void last(double seconds) {
        long until = System.nanoTime() + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /**
     * Lets the load run dry, kills every node, and judges the journals; the nodes are not started
     * again.
     */
    void examine(Path scratch) throws IOException {
        load.pause();
        await(load::isPaused, "everything is answered");
        last(PICTURE_SECONDS);
        await(asking(nodes, this::haveAppliedTheSame), "all nodes have applied the same");
        long committed = 0;
        List<NodeProcess.Event> said = new ArrayList<>();
        for (NodeProcess node : nodes) {
            said.add(node.latest("status", event -> true));
            committed = said.get(said.size() - 1).number("applied");
        }
        killAll();
        List<StoppedJournal> journals = new ArrayList<>();
        for (NodeProcess node : nodes) {
            journals.add(StoppedJournal.read(node.name(), node.journal(), scratch));
        }
        judge.examine(journals, committed);
        List<Load.Answer> answers = load.answers(examined);
        judge.examineAnswers(answers);
        examined += answers.size();
        for (int i = 0; i < nodes.size(); i++) {
            judge.examineDigest(
                    nodes.get(i).name(),
                    said.get(i).number("digestIndex"),
                    Long.parseUnsignedLong(said.get(i).text("digest"), 16));
        }
        judge.findings().examples.addAll(load.complaints());
    }

    /** kill -9 of every node, as fast as it goes. */
    void killAll() throws IOException {
        nodes.forEach(NodeProcess::killAtOnce);
        for (NodeProcess node : nodes) {
            node.awaitExit();
        }
    }

    void await(BooleanSupplier condition, String what) throws IOException {
        long deadlineNanos = System.nanoTime() + DEADLINE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadlineNanos > 0) {
                throw new IOException("not in time: " + what + "\n" + story());
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** What every node saw last. */
    String story() {
        StringBuilder text = new StringBuilder();
        for (NodeProcess node : nodes) {
            text.append(node.story(STORY_EVENTS));
        }
        return text.append("files: ").append(folder).toString();
    }

    @Override
    public void close() throws IOException {
        if (load != null) {
            load.close();
        }
        for (NodeProcess node : nodes) {
            if (node.isRunning()) {
                node.kill();
            }
        }
        lan.close();
    }

    /** Asks those nodes for their status now and then, while a condition about it is awaited. */
    private static BooleanSupplier asking(List<NodeProcess> of, BooleanSupplier condition) {
        long[] askedNanos = {System.nanoTime() - ASK_NANOS};
        long beganNanos = System.nanoTime();
        return () -> {
            if (System.nanoTime() - askedNanos[0] >= ASK_NANOS) {
                askedNanos[0] = System.nanoTime();
                of.stream().filter(NodeProcess::isRunning).forEach(NodeProcess::askStatus);
            }
            return of.stream().allMatch(node -> node.first("status", beganNanos, e -> true) != null)
                    && condition.getAsBoolean();
        };
    }

    private static boolean areTogether(List<NodeProcess> of) {
        JsonObject first = null;
        for (NodeProcess node : of) {
            JsonObject status = node.latest("status", event -> true).json();
            first = first == null ? status : first;
            boolean same =
                    isSame(status, first, "leader")
                            && isSame(status, first, "term")
                            && isSame(status, first, "view")
                            && isSame(status, first, "generation");
            if (!node.isRunning() || !same || liveVoters(status) != of.size()) {
                return false;
            }
        }
        return first != null && !first.get("leader").getAsString().isEmpty();
    }

    private boolean haveAppliedTheSame() {
        JsonObject first = nodes.get(0).latest("status", event -> true).json();
        return nodes.stream()
                .map(node -> node.latest("status", event -> true).json())
                .allMatch(
                        status ->
                                isSame(status, first, "applied")
                                        && isSame(status, status, "digestIndex")
                                        && status.get("digestIndex").equals(status.get("applied"))
                                        && status.get("commit").equals(status.get("index")));
    }

    private static boolean isSame(JsonObject one, JsonObject other, String field) {
        return one.get(field).equals(other.get(field));
    }

    private static int liveVoters(JsonObject status) {
        int count = 0;
        for (JsonElement element : status.getAsJsonArray("members")) {
            JsonObject member = element.getAsJsonObject();
            boolean isLive = member.get("state").getAsString().equals("live");
            count += isLive && member.get("voter").getAsBoolean() ? 1 : 0;
        }
        return count;
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
