package outcry.group;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One member of a scenario: its present process, and what it was told to keep and to apply. */
final class ScenarioMember {
    final int number;
    String host;
    int incarnation;
    GroupMember group;
    NodeInfo info;
    long generation;
    Counters countersBefore = new Counters(0, 0, 0, 0, 0, 0, 0, 0);
    final List<Entry> log = new ArrayList<>();
    final List<String> applied = new ArrayList<>();

    ScenarioMember(int number) {
        this.number = number;
        this.host = "10.0.0." + number;
    }

    boolean isUp() {
        return group != null;
    }

    void start(long nowNanos, ElectionPolicy policy) {
        incarnation++;
        info =
                new NodeInfo(
                        number,
                        String.valueOf(number),
                        incarnation,
                        incarnation,
                        host,
                        1_000 * number + incarnation,
                        2_000 * number + incarnation,
                        3_000 * number + incarnation);
        forget();
        generation = 0;
        group =
                new GroupMember(
                        new GroupConfig(
                                "lab",
                                info,
                                policy,
                                Timing.REALISTIC,
                                GroupConfig.DEFAULT_FOUNDING_WAIT_NANOS,
                                GroupConfig.DEFAULT_DATAGRAM_BYTES_MAX,
                                number),
                        nowNanos);
    }

    void stop() {
        group = null;
    }

    void forget() {
        log.clear();
        applied.clear();
    }

    void truncate(long fromIndex) {
        log.removeIf(entry -> entry.index() >= fromIndex);
    }

    /** Applies a command by remembering it; the digest is that of all remembered. */
    void apply(Entry entry) {
        if (entry.kind() == Entry.Kind.COMMAND) {
            applied.add(new String(entry.payload(), StandardCharsets.UTF_8));
        }
    }

    long digest() {
        return String.join(" ", applied).hashCode();
    }

    byte[] checkpoint() {
        return String.join(" ", applied).getBytes(StandardCharsets.UTF_8);
    }

    void restore(byte[] checkpoint) {
        log.clear();
        replace(checkpoint);
    }

    void replace(byte[] checkpoint) {
        applied.clear();
        String text = new String(checkpoint, StandardCharsets.UTF_8);
        if (!text.isEmpty()) {
            applied.addAll(List.of(text.split(" ")));
        }
    }
}
