package outcry.desktop.trader.members;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import outcry.desktop.parts.MemberRow;
import outcry.wire.trader.ServerMessage;

/** The members of the group as last reported. */
public final class GroupModel {
    private final ReadOnlyObjectWrapper<List<MemberRow.Member>> members =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

    public void show(ServerMessage.Members newest) {
        members.set(
                newest.members().stream()
                        .map(
                                member ->
                                        new MemberRow.Member(
                                                member.nodeId(),
                                                member.name(),
                                                member.address(),
                                                member.role(),
                                                member.state(),
                                                member.reason(),
                                                member.voter(),
                                                false,
                                                member.roundTripNanos()))
                        .toList());
        summary.set(newest.group() + " · view " + newest.view() + " · term " + newest.term());
    }

    public ReadOnlyObjectProperty<List<MemberRow.Member>> membersProperty() {
        return members.getReadOnlyProperty();
    }

    /** Group, view and term in a line: what this message tells anew whenever it changes. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }
}
