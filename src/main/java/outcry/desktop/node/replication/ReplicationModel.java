package outcry.desktop.node.replication;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import outcry.desktop.parts.Figures;
import outcry.group.Counters;
import outcry.group.GroupStatus;

/** What the replication panel shows. */
public final class ReplicationModel {
    /** A count with its name and what it means. */
    public record Count(String name, long value, String meaning) {}

    private final ReadOnlyStringWrapper last = new ReadOnlyStringWrapper("–");
    private final ReadOnlyStringWrapper commit = new ReadOnlyStringWrapper("–");
    private final ReadOnlyStringWrapper applied = new ReadOnlyStringWrapper("–");
    private final ReadOnlyStringWrapper digest = new ReadOnlyStringWrapper("–");
    private final ReadOnlyObjectWrapper<List<Slot>> slots = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper holdback = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<Count>> counts =
            new ReadOnlyObjectWrapper<>(countsOf(new Counters(0, 0, 0, 0, 0, 0, 0, 0)));

    public void show(GroupStatus status) {
        last.set(Figures.count(status.lastIndex()));
        commit.set(Figures.count(status.commitIndex()));
        applied.set(Figures.count(status.appliedIndex()));
        digest.set(
                status.digestIndex() == 0
                        ? "–"
                        : String.format("%016x", status.digest())
                                + " at "
                                + Figures.count(status.digestIndex()));
        List<Slot> found = Slots.of(status);
        slots.set(found);
        holdback.set(describe(found));
        counts.set(countsOf(status.counters()));
    }

    /** The node of another run: nothing is known yet. */
    public void clear() {
        last.set("–");
        commit.set("–");
        applied.set("–");
        digest.set("–");
        slots.set(List.of());
        holdback.set("");
        counts.set(countsOf(new Counters(0, 0, 0, 0, 0, 0, 0, 0)));
    }

    private static String describe(List<Slot> slots) {
        long missing = total(slots, Slot.Kind.MISSING);
        long held = total(slots, Slot.Kind.HELD);
        return held == 0
                ? "empty: everything came in order"
                : Figures.count(held)
                        + (held == 1 ? " entry waits for " : " entries wait for ")
                        + Figures.count(missing)
                        + " missing, asked for by NACK";
    }

    private static long total(List<Slot> slots, Slot.Kind kind) {
        long total = 0;
        for (Slot slot : slots) {
            if (slot.kind() == kind) {
                total += slot.last() - slot.first() + 1;
            }
        }
        return total;
    }

    private static List<Count> countsOf(Counters counters) {
        return List.of(
                new Count("gaps", counters.gaps(), "Holes noticed in the order of the log"),
                new Count("NACKs sent", counters.nacksSent(), "Requests for what was missing"),
                new Count(
                        "answered",
                        counters.nacksAnswered(),
                        "NACKs of others answered from this node's log"),
                new Count(
                        "retransmitted",
                        counters.retransmitted(),
                        "Entries sent again because someone missed them"),
                new Count(
                        "duplicates", counters.duplicates(), "Entries received again and dropped"),
                new Count(
                        "held back",
                        counters.heldBack(),
                        "Entries that came too early and waited for their turn"),
                new Count(
                        "ignored",
                        counters.ignored(),
                        "Messages that had no place: of an older term, or not for this node"));
    }

    // Properties

    public ReadOnlyStringProperty lastProperty() {
        return last.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty commitProperty() {
        return commit.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty appliedProperty() {
        return applied.getReadOnlyProperty();
    }

    /** Digest of the market's state and the index it is for. */
    public ReadOnlyStringProperty digestProperty() {
        return digest.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Slot>> slotsProperty() {
        return slots.getReadOnlyProperty();
    }

    /** The holdback queue in words. */
    public ReadOnlyStringProperty holdbackProperty() {
        return holdback.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Count>> countsProperty() {
        return counts.getReadOnlyProperty();
    }
}
