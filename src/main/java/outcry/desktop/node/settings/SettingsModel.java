package outcry.desktop.node.settings;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import outcry.desktop.node.run.NodeLife;
import outcry.group.ElectionPolicy;
import outcry.group.GroupStatus;
import outcry.group.Timing;

/**
 * The group's election policy and timing. Shows what the group's log says, never what was clicked:
 * a click is a request to the leader, and until its entry comes back the old setting stands.
 */
public final class SettingsModel {
    private final NodeLife life;
    private final ReadOnlyObjectWrapper<ElectionPolicy> policy = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Timing> timing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    public SettingsModel(NodeLife life) {
        this.life = life;
    }

    // Properties

    /** Null before the first status. */
    public ReadOnlyObjectProperty<ElectionPolicy> policyProperty() {
        return policy.getReadOnlyProperty();
    }

    /** Null before the first status. */
    public ReadOnlyObjectProperty<Timing> timingProperty() {
        return timing.getReadOnlyProperty();
    }

    /** Whether a change was asked for and is not answered yet. */
    public ReadOnlyBooleanProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    /** What became of the last request, in words. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    // Commands

    public void show(GroupStatus status) {
        policy.set(status.policy());
        timing.set(status.timing());
    }

    public void clear() {
        policy.set(null);
        timing.set(null);
        message.set("");
    }

    public void choose(ElectionPolicy wanted) {
        if (timing.get() != null && wanted != policy.get()) {
            request(wanted, timing.get(), "Election policy " + nameOf(wanted));
        }
    }

    public void choose(Timing wanted) {
        if (policy.get() != null && wanted != timing.get()) {
            request(policy.get(), wanted, nameOf(wanted) + " timing");
        }
    }

    private void request(ElectionPolicy wantedPolicy, Timing wantedTiming, String what) {
        if (pending.get()) {
            return;
        }
        pending.set(true);
        message.set(what + ": asking the leader…");
        life.changeSettings(
                wantedPolicy,
                wantedTiming,
                recorded -> {
                    pending.set(false);
                    message.set(
                            recorded
                                    ? what + ": recorded, valid for the whole group."
                                    : what
                                            + ": no leader could record it. Try again when one"
                                            + " stands.");
                });
    }

    /** The name of a policy on buttons and in sentences. */
    public static String nameOf(ElectionPolicy policy) {
        return switch (policy) {
            case RTT -> "rtt";
            case LCR -> "lcr";
        };
    }

    /** The name of a timing on buttons and in sentences. */
    public static String nameOf(Timing timing) {
        return switch (timing) {
            case REALISTIC -> "Realistic";
            case LECTURE -> "Lecture";
            case SLOW -> "Slow";
        };
    }

    /** What a policy does, in one line. */
    public static String meaningOf(ElectionPolicy policy) {
        return switch (policy) {
            case RTT -> "The node with the lowest mean round trip to the others is chosen.";
            case LCR -> "Ids travel round a ring; the one that comes back is chosen.";
        };
    }

    /** What a timing means, in one line. */
    public static String meaningOf(Timing timing) {
        return "Heartbeat every "
                + seconds(timing.heartbeatNanos())
                + ", suspected after "
                + seconds(timing.suspicionNanos())
                + " of silence.";
    }

    private static String seconds(long nanos) {
        long millis = nanos / 1_000_000;
        return millis % 1_000 == 0 ? millis / 1_000 + " s" : millis + " ms";
    }
}
