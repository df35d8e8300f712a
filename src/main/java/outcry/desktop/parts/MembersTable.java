package outcry.desktop.parts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;

/**
 * The members of the group: who, role, state with its reason, round trip. Rows stay where they are
 * and change in place; where there is little room, one column for role and state. A window may add
 * columns of its own.
 */
public final class MembersTable extends TableView<MemberRow> {
    /** Pixels in which node, role and state are shown whole, whatever they are. */
    private static final double ROOMY = 290;

    private final Map<Long, MemberRow> rows = new HashMap<>();

    public MembersTable() {
        getStyleClass().addAll("members", "dense");
        setAccessibleText("Members of the group");
        setPlaceholder(new Label("No node heard yet."));
        ColumnWidth.narrowBelow(this, ROOMY);
        getColumns().add(Columns.text("Node", new ColumnWidth(74, 62), MemberRow::nameProperty));
        getColumns().add(Columns.state("Role", new ColumnWidth(110, 0), MemberRow::roleProperty));
        getColumns().add(Columns.state("State", new ColumnWidth(90, 0), MemberRow::stateProperty));
        getColumns()
                .add(Columns.state("State", new ColumnWidth(0, 115), MemberRow::standingProperty));
        getColumns().add(Columns.figure("RTT", 66, MemberRow::roundTripProperty));
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
