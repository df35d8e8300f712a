package outcry.desktop.parts;

import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * Table columns over rows whose properties change in place: text to the left, figures to the right
 * in the font of numbers, and a glyph before its word. Widths are pixels at 100 % zoom.
 */
public final class Columns {
    /** Height of a row at 100 % zoom, as the style sheet has it. */
    private static final double ROW_HEIGHT = 1.9 * 13;

    private Columns() {}

    /** A column of words. */
    public static <R> TableColumn<R, String> text(
            String title, double width, Function<R, ObservableValue<String>> value) {
        TableColumn<R, String> column = column(title, width, value);
        column.setCellFactory(c -> new Plain<>("text-cell"));
        return column;
    }

    /** A column of numbers, already text; aligned at the right. */
    public static <R> TableColumn<R, String> figure(
            String title, double width, Function<R, ObservableValue<String>> value) {
        TableColumn<R, String> column = column(title, width, value);
        column.getStyleClass().add("figure-column");
        column.setCellFactory(c -> new Plain<>("figure-cell"));
        return column;
    }

    /** A column of states: a glyph and its word, in a tone. */
    public static <R> TableColumn<R, Sign> state(
            String title, double width, Function<R, ObservableValue<Sign>> value) {
        TableColumn<R, Sign> column = column(title, width, value);
        column.setCellFactory(c -> new StateCell<>());
        return column;
    }

    private static <R, V> TableColumn<R, V> column(
            String title, double width, Function<R, ObservableValue<V>> value) {
        TableColumn<R, V> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.tableViewProperty()
                .addListener((o, before, table) -> keepInProportion(column, width, table));
        column.setReorderable(true);
        column.setCellValueFactory(row -> value.apply(row.getValue()));
        return column;
    }

    /**
     * Widths are pixels at 100 % zoom; the style sheet gives a table's rows a height in em, from
     * which the zoom is read.
     */
    private static <R> void keepInProportion(
            TableColumn<R, ?> column, double width, TableView<R> table) {
        if (table != null) {
            table.fixedCellSizeProperty()
                    .addListener(
                            (o, before, height) -> {
                                if (height.doubleValue() > 0) {
                                    column.setPrefWidth(width * height.doubleValue() / ROW_HEIGHT);
                                }
                            });
        }
    }

    private static final class Plain<R> extends TableCell<R, String> {
        Plain(String styleClass) {
            getStyleClass().add(styleClass);
        }

        @Override
        protected void updateItem(String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : item);
        }
    }

    private static final class StateCell<R> extends TableCell<R, Sign> {
        StateCell() {
            getStyleClass().add("state-cell");
        }

        @Override
        protected void updateItem(Sign item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setText(null);
                setGraphic(null);
                Tone.NEUTRAL.applyTo(this);
                return;
            }
            setGraphic(item.glyph() == null ? null : item.glyph().node());
            setText(item.word());
            item.tone().applyTo(this);
        }
    }
}
