package outcry.desktop.parts;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * How wide a column is, in pixels at 100 % zoom: in a table that has room, and in one that {@link
 * #narrowBelow says} it is narrow. A width of 0 hides the column there.
 */
public record ColumnWidth(double roomy, double narrow) {
    /** Height of a row at 100 % zoom, as the style sheet has it. */
    private static final double ROW_HEIGHT = 1.9 * 13;

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    /** The same in every table. */
    public static ColumnWidth of(double width) {
        return new ColumnWidth(width, width);
    }

    /**
     * Makes the table narrow, for its columns and the style sheet ({@code :narrow}), while it has
     * less than {@code width} pixels at 100 % zoom. Before columns are added.
     */
    public static void narrowBelow(TableView<?> table, double width) {
        BooleanBinding narrow =
                Bindings.createBooleanBinding(
                        () -> table.getWidth() > 0 && table.getWidth() < width * zoom(table),
                        table.widthProperty(),
                        table.fixedCellSizeProperty());
        narrow.addListener((o, before, now) -> table.pseudoClassStateChanged(NARROW, now));
        table.getProperties().put(NARROW, narrow); // Keeps it from being collected, too.
    }

    /** Gives the column this width, as long as the user does not choose another. */
    public void keep(TableColumn<?, ?> column) {
        column.setPrefWidth(roomy);
        column.tableViewProperty().addListener((o, before, table) -> keepIn(table, column));
    }

    private void keepIn(TableView<?> table, TableColumn<?, ?> column) {
        if (table == null) {
            return;
        }
        table.fixedCellSizeProperty().addListener((o, before, now) -> set(table, column));
        if (table.getProperties().get(NARROW) instanceof BooleanBinding narrow) {
            narrow.addListener((o, before, now) -> set(table, column));
        }
        set(table, column);
    }

    private void set(TableView<?> table, TableColumn<?, ?> column) {
        boolean isNarrow =
                table.getProperties().get(NARROW) instanceof BooleanBinding binding
                        && binding.get();
        double width = isNarrow ? narrow : roomy;
        if (width > 0) {
            column.setPrefWidth(width * zoom(table));
        }
        if (roomy == 0 || narrow == 0) {
            column.setVisible(width > 0);
        }
    }

    /** The style sheet gives a table's rows a height in em, from which the zoom is read. */
    private static double zoom(TableView<?> table) {
        return table.getFixedCellSize() > 0 ? table.getFixedCellSize() / ROW_HEIGHT : 1;
    }
}
