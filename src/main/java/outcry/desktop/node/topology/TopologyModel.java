package outcry.desktop.node.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import outcry.desktop.node.face.RingOrder;
import outcry.desktop.node.face.RoleFace;
import outcry.desktop.node.face.StateFace;
import outcry.group.GroupStatus;
import outcry.group.MemberState;
import outcry.group.MemberStatus;
import outcry.group.Observation;

/** The ring as this node sees it. JavaFX thread; knows no scene graph. */
public final class TopologyModel {
    private final ReadOnlyObjectWrapper<List<Disc>> discs = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Link>> links = new ReadOnlyObjectWrapper<>(List.of());
    private final Flights flights = new Flights();

    /** By voter: for whom, in {@link #term}. */
    private final Map<Long, Long> votes = new HashMap<>();

    private long term;
    private long chosen;
    private boolean electing;
    private GroupStatus shown;

    // Properties

    /** Members in ring order. */
    public ReadOnlyObjectProperty<List<Disc>> discsProperty() {
        return discs.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Link>> linksProperty() {
        return links.getReadOnlyProperty();
    }

    /** What travels now. */
    public List<Flight> flights(long nowNanos) {
        flights.forgetOver(nowNanos);
        return flights.all();
    }

    /** Whether the picture changes by itself, so that it has to be painted again and again. */
    public boolean isMoving(long nowNanos) {
        flights.forgetOver(nowNanos);
        return electing || !flights.isEmpty();
    }

    /** Whether this node knows no leader and waits for an election. */
    public boolean isElecting() {
        return electing;
    }

    // Commands

    public void show(GroupStatus status) {
        shown = status;
        if (status.term() != term) {
            term = status.term();
            votes.clear();
        }
        if (status.hasLeader()) {
            chosen = 0;
        }
        RoleFace own = RoleFace.of(status);
        electing = own == RoleFace.CANDIDATE || own == RoleFace.ELECTING;
        List<Disc> newDiscs = new ArrayList<>();
        List<Link> newLinks = new ArrayList<>();
        for (MemberStatus member : RingOrder.of(status.members())) {
            newDiscs.add(discOf(member, status));
            if (member.node().id() != status.self().id()) {
                newLinks.add(linkOf(member, status));
            }
        }
        discs.set(List.copyOf(newDiscs));
        links.set(List.copyOf(newLinks));
    }

    public void observe(List<Observation> batch, long nowNanos) {
        if (shown == null) {
            return;
        }
        long self = shown.self().id();
        long leader = shown.hasLeader() ? shown.leader().id() : 0;
        for (Observation seen : batch) {
            switch (seen.kind()) {
                case CHOSEN -> chosen = seen.subject();
                case VOTE -> votes.put(self, seen.subject());
                default -> {
                    // Shown by the status.
                }
            }
            flights.observe(seen, self, discs.get(), leader, nowNanos);
        }
    }

    /** The picture stands still: nothing travels any more. */
    public void stop() {
        flights.clear();
        electing = false;
    }

    /** The node of another run: nothing is known yet. */
    public void clear() {
        stop();
        shown = null;
        votes.clear();
        chosen = 0;
        discs.set(List.of());
        links.set(List.of());
    }

    private Disc discOf(MemberStatus member, GroupStatus status) {
        long id = member.node().id();
        boolean self = id == status.self().id();
        RoleFace face = self ? RoleFace.of(status) : RoleFace.of(member);
        boolean normal = member.state() == MemberState.LIVE;
        return new Disc(
                id,
                member.node().name(),
                face,
                StateFace.of(member.state()),
                // A cut-off node's own reason is a whole sentence, and in the banner.
                normal || self ? "" : member.reason(),
                self ? 1 : patience(member, status),
                self,
                member.voter(),
                id == chosen,
                votes.getOrDefault(id, 0L));
    }

    private static Link linkOf(MemberStatus member, GroupStatus status) {
        Link.State state =
                switch (member.state()) {
                    case CRASHED, LEFT, CUT_OFF -> Link.State.CUT;
                    case SUSPECTED, PAUSED -> Link.State.SILENT;
                    case STARTING, JOINING, SYNCING, LIVE ->
                            patience(member, status) > 0 ? Link.State.GOOD : Link.State.QUIET;
                };
        return new Link(status.self().id(), member.node().id(), state);
    }

    private static double patience(MemberStatus member, GroupStatus status) {
        if (member.state() == MemberState.CRASHED || member.state() == MemberState.LEFT) {
            return 0; // Nobody waits for it any more.
        }
        double used = member.silentNanos() / (double) status.timing().suspicionNanos();
        return Math.max(0, Math.min(1, 1 - used));
    }
}
