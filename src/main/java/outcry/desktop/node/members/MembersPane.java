package outcry.desktop.node.members;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import outcry.desktop.parts.Columns;

/** The members table: one row each in ring order, this node's own in bold. */
public final class MembersPane extends TableView<MemberLine> {
    private static final PseudoClass SELF = PseudoClass.getPseudoClass("self");

    public MembersPane(MembersModel model) {
        super(model.rows());
        getStyleClass().addAll("members", "dense");
        setAccessibleText("Members of the group");
        setPlaceholder(new Label("Looking for the group's nodes…"));
        setRowFactory(table -> new Row());
        getColumns().add(Columns.text("Node", 50, MemberLine::nameProperty));
        getColumns().add(Columns.state("Role", 116, MemberLine::roleProperty));
        getColumns().add(Columns.state("State", 96, MemberLine::stateProperty));
        getColumns().add(Columns.text("Reason", 138, MemberLine::reasonProperty));
        getColumns().add(Columns.figure("RTT", 62, MemberLine::roundTripProperty));
        getColumns().add(Columns.figure("Heard", 62, MemberLine::heardProperty));
        getColumns().add(Columns.figure("Acked", 64, MemberLine::ackedProperty));
        getColumns().add(Columns.figure("Lag", 38, MemberLine::lagProperty));
        getColumns().add(Columns.text("Vote", 48, MemberLine::voteProperty));
        getColumns().add(Columns.figure("Address", 132, MemberLine::addressProperty));
        getColumns().add(Columns.figure("Id", 82, constant(MemberLine::idText)));
    }

    private static Function<MemberLine, ObservableValue<String>> constant(
            Function<MemberLine, String> value) {
        return line -> new javafx.beans.property.ReadOnlyStringWrapper(value.apply(line));
    }

    /** Marks this node's own row, and tells a reason that does not fit its cell. */
    private static final class Row extends TableRow<MemberLine> {
        private final Tooltip reason = new Tooltip();

        @Override
        protected void updateItem(MemberLine item, boolean empty) {
            super.updateItem(item, empty);
            boolean filled = !empty && item != null;
            pseudoClassStateChanged(SELF, filled && item.isSelf());
            reason.textProperty().unbind();
            setTooltip(filled ? reason : null);
            if (filled) {
                reason.textProperty()
                        .bind(Bindings.concat(item.nameProperty(), " ", item.summaryProperty()));
            }
        }
    }
}
