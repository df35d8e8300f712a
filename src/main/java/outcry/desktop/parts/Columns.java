package outcry.desktop.parts;

import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/**
 * Table columns over rows whose properties change in place: text to the left, figures to the right
 * in the font of numbers, and a glyph before its word.
 */
public final class Columns {
    private Columns() {}

    /** As below, of one width everywhere, in pixels at 100 % zoom. */
    public static <R> TableColumn<R, String> text(
            String title, double width, Function<R, ObservableValue<String>> value) {
        return text(title, ColumnWidth.of(width), value);
    }

    /** A column of words. */
    public static <R> TableColumn<R, String> text(
            String title, ColumnWidth width, Function<R, ObservableValue<String>> value) {
        TableColumn<R, String> column = column(title, width, value);
        column.setCellFactory(c -> new Plain<>("text-cell"));
        return column;
    }

    /** As below, of one width everywhere, in pixels at 100 % zoom. */
    public static <R> TableColumn<R, String> figure(
            String title, double width, Function<R, ObservableValue<String>> value) {
        return figure(title, ColumnWidth.of(width), value);
    }

    /** A column of numbers, already text; aligned at the right. */
    public static <R> TableColumn<R, String> figure(
            String title, ColumnWidth width, Function<R, ObservableValue<String>> value) {
        TableColumn<R, String> column = column(title, width, value);
        column.getStyleClass().add("figure-column");
        column.setCellFactory(c -> new Plain<>("figure-cell"));
        return column;
    }

    /** As below, of one width everywhere, in pixels at 100 % zoom. */
    public static <R> TableColumn<R, Sign> state(
            String title, double width, Function<R, ObservableValue<Sign>> value) {
        return state(title, ColumnWidth.of(width), value);
    }

    /** A column of states: a glyph and its word, in a tone. */
    public static <R> TableColumn<R, Sign> state(
            String title, ColumnWidth width, Function<R, ObservableValue<Sign>> value) {
        TableColumn<R, Sign> column = column(title, width, value);
        column.setCellFactory(c -> new StateCell<>());
        return column;
    }

    private static <R, V> TableColumn<R, V> column(
            String title, ColumnWidth width, Function<R, ObservableValue<V>> value) {
        TableColumn<R, V> column = new TableColumn<>(title);
        width.keep(column);
        column.setReorderable(true);
        column.setCellValueFactory(row -> value.apply(row.getValue()));
        return column;
    }

    /** The whole text where the mouse rests, when the column is too narrow for it. */
    private static void tellWhatIsCut(TableCell<?, ?> cell) {
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(cell.textProperty());
        cell.setOnMouseEntered(e -> cell.setTooltip(isCut(cell) ? whole : null));
    }

    /** Whether what is painted is not the text: it ends in dots then. */
    private static boolean isCut(TableCell<?, ?> cell) {
        return cell.getChildrenUnmodifiable().stream()
                .anyMatch(
                        part ->
                                part instanceof Text painted
                                        && !painted.getText().equals(cell.getText()));
    }

    private static final class Plain<R> extends TableCell<R, String> {
        Plain(String styleClass) {
            getStyleClass().add(styleClass);
            tellWhatIsCut(this);
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
            tellWhatIsCut(this);
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
