package outcry.desktop.node.members;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import outcry.desktop.node.face.RingOrder;
import outcry.group.GroupStatus;
import outcry.group.MemberStatus;

/** The rows of the members table, in ring order. A row lives as long as its member is listed. */
public final class MembersModel {
    private final ObservableList<MemberLine> rows = FXCollections.observableArrayList();
    private final ObservableList<MemberLine> readOnlyRows =
            FXCollections.unmodifiableObservableList(rows);

    public ObservableList<MemberLine> rows() {
        return readOnlyRows;
    }

    public void show(GroupStatus status) {
        Map<Long, MemberLine> known = new HashMap<>();
        rows.forEach(row -> known.put(row.id(), row));
        List<MemberLine> wanted = new ArrayList<>();
        for (MemberStatus member : RingOrder.of(status.members())) {
            MemberLine row = known.computeIfAbsent(member.node().id(), MemberLine::new);
            row.show(member, status);
            wanted.add(row);
        }
        if (!rows.equals(wanted)) { // Rows are compared by identity: only comings and goings.
            rows.setAll(wanted);
        }
    }

    /** The node of another run: nothing is known yet. */
    public void clear() {
        rows.clear();
    }
}
