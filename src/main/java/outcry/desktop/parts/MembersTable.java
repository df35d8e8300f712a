package outcry.desktop.parts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;

/**
 * The members of the group: who, role, state with its reason, round trip. Rows stay where they are
 * and change in place. A window may add columns of its own.
 */
public final class MembersTable extends TableView<MemberRow> {
    private final Map<Long, MemberRow> rows = new HashMap<>();

    public MembersTable() {
        getStyleClass().addAll("members", "dense");
        setAccessibleText("Members of the group");
        setPlaceholder(new Label("No node heard yet."));
        getColumns().add(Columns.text("Node", 74, MemberRow::nameProperty));
        getColumns().add(Columns.state("Role", 126, MemberRow::roleProperty));
        getColumns().add(Columns.state("State", 100, MemberRow::stateProperty));
        getColumns().add(Columns.figure("RTT", 70, MemberRow::roundTripProperty));
        getColumns().add(Columns.text("Why", 150, MemberRow::reasonProperty));
    }

    /** Shows these members, in this order. */
    public void show(List<MemberRow.Member> members) {
        List<MemberRow> wanted = new ArrayList<>();
        for (MemberRow.Member member : members) {
            MemberRow row = rows.computeIfAbsent(member.id(), MemberRow::new);
            row.show(member);
            wanted.add(row);
        }
        rows.values().retainAll(wanted);
        if (!getItems().equals(wanted)) {
            getItems().setAll(wanted);
        }
    }
}
