package outcry.desktop.parts;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One node of the group as a table shows it, updated in place. JavaFX thread only. */
public final class MemberRow {
    private final long id;
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Sign> role = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Sign> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Sign> standing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper address = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper roundTrip = new ReadOnlyStringWrapper("");

    MemberRow(long id) {
        this.id = id;
    }

    /** The node's id, which never changes. */
    public long id() {
        return id;
    }

    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Sign> roleProperty() {
        return role.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Sign> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What matters most in one sign: the role of a node that lives, the state of any other. */
    public ReadOnlyObjectProperty<Sign> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty reasonProperty() {
        return reason.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty addressProperty() {
        return address.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty roundTripProperty() {
        return roundTrip.getReadOnlyProperty();
    }

    void show(Member member) {
        name.set(member.name() + (member.self() ? " (this)" : ""));
        role.set(roleOf(member));
        state.set(stateOf(member));
        standing.set(member.state().equals("live") ? role.get() : state.get());
        reason.set(member.reason());
        address.set(member.address());
        roundTrip.set(
                member.roundTripNanos() == 0 ? "–" : Figures.duration(member.roundTripNanos()));
    }

    private static Sign roleOf(Member member) {
        return switch (member.role()) {
            case "leader" -> new Sign(Glyph.CROWN, "leader", Tone.NEUTRAL);
            case "candidate" -> new Sign(Glyph.ELECTING, "candidate", Tone.NEUTRAL);
            default ->
                    new Sign(
                            Glyph.MEMBERS,
                            member.voter() ? member.role() : member.role() + ", no vote",
                            Tone.NEUTRAL);
        };
    }

    private static Sign stateOf(Member member) {
        return switch (member.state()) {
            case "live" -> new Sign(Glyph.FILLED, "live", Tone.GOOD);
            case "suspected", "cut_off", "cut-off", "cut off" ->
                    new Sign(Glyph.WARNING, member.state().replace('_', ' '), Tone.WARNING);
            case "crashed" -> new Sign(Glyph.REJECTED, "crashed", Tone.ALARM);
            case "left" -> new Sign(Glyph.LEAVE, "left", Tone.NEUTRAL);
            case "paused" -> new Sign(Glyph.PAUSE, "paused", Tone.WARNING);
            default -> new Sign(Glyph.CONNECTING, member.state(), Tone.INFO);
        };
    }

    /**
     * What a row shows.
     *
     * @param role and {@code state} lower case, as nodes report them
     * @param self whether it is the node whose window this is
     * @param roundTripNanos 0 when not measured
     */
    public record Member(
            long id,
            String name,
            String address,
            String role,
            String state,
            String reason,
            boolean voter,
            boolean self,
            long roundTripNanos) {}
}
