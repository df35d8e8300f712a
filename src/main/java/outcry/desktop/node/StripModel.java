package outcry.desktop.node;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import outcry.desktop.node.face.RoleFace;
import outcry.desktop.node.run.NodeLife;
import outcry.desktop.node.run.NodePhase;
import outcry.desktop.parts.Figures;
import outcry.group.GroupStatus;
import outcry.group.MemberState;
import outcry.group.MemberStatus;
import outcry.group.NodeInfo;

/** The identity strip: what this node is, who leads since when, and whether a majority is there. */
final class StripModel {
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long TENTH_NANOS = 100_000_000;

    /**
     * The quorum meter.
     *
     * @param live voters heard from, this node included
     * @param voters all voters of the view
     * @param majority votes needed
     */
    record Quorum(int live, int voters, int majority) {
        boolean isMet() {
            return live >= majority;
        }

        String text() {
            return live + " of " + voters + " – majority " + majority;
        }
    }

    private final ReadOnlyObjectWrapper<RoleFace> face =
            new ReadOnlyObjectWrapper<>(RoleFace.STARTING);
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper clock = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper address = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper term = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper leader = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper elections = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Quorum> quorum =
            new ReadOnlyObjectWrapper<>(new Quorum(0, 0, 0));

    private long leaderlessSinceNanos;

    /** Shows the node as it is at {@code nowNanos}. */
    void show(NodeLife life, long nowNanos) {
        name.set(life.config().name());
        face.set(faceOf(life));
        clock.set(life.phase().isOver() ? clockOf(life.phaseAgeNanos()) : "");
        if (life.statusProperty().get() == null) {
            clearGroup(life);
        } else if (life.phase().isUp() && !life.silentProperty().get()) {
            showGroup(life.statusProperty().get().group(), life, nowNanos);
        } // Else the last picture stays as it was: its clocks must not run on.
    }

    private static RoleFace faceOf(NodeLife life) {
        return switch (life.phase()) {
            case STARTING -> RoleFace.STARTING;
            case LEAVING -> RoleFace.LEAVING;
            case LEFT -> RoleFace.LEFT;
            case CRASHED -> RoleFace.CRASHED;
            case FAILED -> RoleFace.FAILED;
            case RUNNING -> {
                if (life.silentProperty().get()) {
                    yield RoleFace.FROZEN;
                }
                yield life.statusProperty().get() == null
                        ? RoleFace.STARTING
                        : RoleFace.of(life.statusProperty().get().group());
            }
        };
    }

    private void clearGroup(NodeLife life) {
        String place = life.config().networkInterface();
        address.set(place.isEmpty() ? "" : "on " + place);
        term.set("–");
        leader.set(life.phase() == NodePhase.STARTING ? "not known yet" : "–");
        elections.set("–");
        quorum.set(new Quorum(0, 0, 0));
        leaderlessSinceNanos = 0;
    }

    private void showGroup(GroupStatus status, NodeLife life, long nowNanos) {
        NodeInfo self = status.self();
        String place = life.config().networkInterface();
        address.set(
                self.host()
                        + ":"
                        + self.linkPort()
                        + (place.isEmpty() ? "" : " · " + place)
                        + (life.config().key() == null ? " · open group" : ""));
        term.set(Figures.count(status.term()));
        elections.set(Figures.count(status.counters().elections()));
        leader.set(leaderText(status, nowNanos));
        quorum.set(quorumOf(status));
    }

    private String leaderText(GroupStatus status, long nowNanos) {
        if (!status.hasLeader()) {
            if (leaderlessSinceNanos == 0) {
                leaderlessSinceNanos = nowNanos;
            }
            long leaderless = nowNanos - leaderlessSinceNanos;
            return leaderless < TENTH_NANOS ? "none" : "none for " + Figures.duration(leaderless);
        }
        leaderlessSinceNanos = 0;
        String since = clockOf(nowNanos - status.leaderSinceNanos());
        return status.leader().id() == status.self().id()
                ? "this node for " + since
                : status.leader().name() + " for " + since;
    }

    private static Quorum quorumOf(GroupStatus status) {
        int live = 0;
        for (MemberStatus member : status.members()) {
            boolean self = member.node().id() == status.self().id();
            if (member.voter() && (self || member.state() == MemberState.LIVE)) {
                live++;
            }
        }
        int voters = status.view().voters().size();
        return new Quorum(live, voters, voters == 0 ? 0 : status.view().majority());
    }

    private static String clockOf(long nanos) {
        return Figures.clock(Math.max(0, nanos) / NANOS_PER_SECOND);
    }

    // Properties

    ReadOnlyObjectProperty<RoleFace> faceProperty() {
        return face.getReadOnlyProperty();
    }

    /** Time since the end, beside the word of an ended node; else empty. */
    ReadOnlyStringProperty clockProperty() {
        return clock.getReadOnlyProperty();
    }

    ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    ReadOnlyStringProperty addressProperty() {
        return address.getReadOnlyProperty();
    }

    ReadOnlyStringProperty termProperty() {
        return term.getReadOnlyProperty();
    }

    /** {@code this node for 03:12}, {@code n1 for 03:12} or {@code none for 1.2 s}. */
    ReadOnlyStringProperty leaderProperty() {
        return leader.getReadOnlyProperty();
    }

    ReadOnlyStringProperty electionsProperty() {
        return elections.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Quorum> quorumProperty() {
        return quorum.getReadOnlyProperty();
    }
}
