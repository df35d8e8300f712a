package outcry.desktop.node.members;

import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import outcry.desktop.node.face.RoleFace;
import outcry.desktop.node.face.StateFace;
import outcry.desktop.parts.Figures;
import outcry.desktop.parts.Sign;
import outcry.desktop.parts.Tone;
import outcry.group.GroupStatus;
import outcry.group.MemberState;
import outcry.group.MemberStatus;
import outcry.group.Role;

/** One member's row, updated in place. */
public final class MemberLine {
    private static final String UNKNOWN = "–";

    private final long id;
    private final ReadOnlyObjectWrapper<Sign> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Sign> role = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper address = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper roundTrip = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper heard = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper acked = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper lag = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper vote = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private boolean self;

    MemberLine(long id) {
        this.id = id;
    }

    void show(MemberStatus member, GroupStatus status) {
        self = id == status.self().id();
        StateFace seen = StateFace.of(member.state());
        state.set(new Sign(seen.glyph(), seen.word(), seen.tone()));
        role.set(roleOf(member, self ? RoleFace.of(status) : RoleFace.of(member.role())));
        reason.set(member.reason());
        name.set(member.node().name());
        address.set(member.node().host() + ":" + member.node().linkPort());
        roundTrip.set(self ? UNKNOWN : roundTripOf(member));
        heard.set(self ? UNKNOWN : Figures.duration(member.silentNanos()));
        vote.set(member.voter() ? "✓" : UNKNOWN);
        showProgress(member, status);
        summary.set(
                "is "
                        + state.get().word()
                        + (member.reason().isEmpty() ? "" : ": " + member.reason())
                        + (member.voter() ? "" : " (does not vote)"));
    }

    /** A member that is gone has no role any more, but what it was is worth knowing. */
    private static Sign roleOf(MemberStatus member, RoleFace face) {
        boolean gone = member.state() == MemberState.CRASHED || member.state() == MemberState.LEFT;
        String word = face.word().toLowerCase(Locale.ROOT);
        return new Sign(face.glyph(), gone ? "was " + word : word, Tone.NEUTRAL);
    }

    private static String roundTripOf(MemberStatus member) {
        return member.roundTripNanos() == 0 ? UNKNOWN : Figures.duration(member.roundTripNanos());
    }

    /** How far it is, where this node can know: about itself, and on the leader about everyone. */
    private void showProgress(MemberStatus member, GroupStatus status) {
        long reached = self ? status.appliedIndex() : member.ackedIndex();
        boolean known = self || status.role() == Role.LEADER && reached > 0;
        acked.set(known ? Figures.count(reached) : UNKNOWN);
        lag.set(known ? Figures.count(Math.max(0, status.lastIndex() - reached)) : UNKNOWN);
    }

    public long id() {
        return id;
    }

    /** The first half of the random id, which tells two nodes of one name apart. */
    public String idText() {
        return String.format("%016x", id).substring(0, 8);
    }

    /** Whether the row is about the window's own node. */
    public boolean isSelf() {
        return self;
    }

    public ReadOnlyObjectProperty<Sign> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Sign> roleProperty() {
        return role.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty reasonProperty() {
        return reason.getReadOnlyProperty();
    }

    /** State, reason and whether it votes, in one sentence after its name. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty addressProperty() {
        return address.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty roundTripProperty() {
        return roundTrip.getReadOnlyProperty();
    }

    /** Time since it was last heard. */
    public ReadOnlyStringProperty heardProperty() {
        return heard.getReadOnlyProperty();
    }

    /** For this node the applied index, for others the acknowledged one. */
    public ReadOnlyStringProperty ackedProperty() {
        return acked.getReadOnlyProperty();
    }

    /** Entries behind the end of this node's log. */
    public ReadOnlyStringProperty lagProperty() {
        return lag.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty voteProperty() {
        return vote.getReadOnlyProperty();
    }
}
