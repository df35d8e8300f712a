package outcry.desktop.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.beans.property.SimpleStringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class ColumnWidthTest {
    private static final double ROW = 1.9 * 13;

    private final TableView<String> table = new TableView<>();
    private final TableColumn<String, String> both = column(new ColumnWidth(90, 60));
    private final TableColumn<String, String> roomy = column(new ColumnWidth(50, 0));
    private final TableColumn<String, String> narrow = column(new ColumnWidth(0, 70));

    private static TableColumn<String, String> column(ColumnWidth width) {
        return Columns.text("", width, SimpleStringProperty::new);
    }

    @BeforeEach
    void fill() {
        ColumnWidth.narrowBelow(table, 400);
        table.getColumns().add(both);
        table.getColumns().add(roomy);
        table.getColumns().add(narrow);
        table.setFixedCellSize(ROW);
    }

    @Test
    void aTableWithRoomHasTheRoomyWidths() {
        table.resize(400, 100);
        assertWidths(90, true, 50, false);
        assertFalse(isNarrow());
    }

    @Test
    void oneWithLessHasTheNarrowOnes() {
        table.resize(399, 100);
        assertWidths(60, false, 50, true);
        assertEquals(70, narrow.getPrefWidth());
        assertTrue(isNarrow());
        table.resize(400, 100);
        assertWidths(90, true, 50, false);
    }

    @Test
    void whatIsEnoughGrowsWithTheZoom() {
        table.resize(600, 100);
        table.setFixedCellSize(2 * ROW);
        assertWidths(120, false, 50, true);
        assertEquals(140, narrow.getPrefWidth());
        table.resize(800, 100);
        assertWidths(180, true, 100, false);
    }

    private boolean isNarrow() {
        return table.getPseudoClassStates().contains(PseudoClass.getPseudoClass("narrow"));
    }

    private void assertWidths(
            double ofBoth, boolean isRoomyShown, double ofRoomy, boolean isNarrowShown) {
        assertEquals(ofBoth, both.getPrefWidth(), 0.01);
        assertEquals(isRoomyShown, roomy.isVisible());
        if (isRoomyShown) {
            assertEquals(ofRoomy, roomy.getPrefWidth(), 0.01);
        }
        assertEquals(isNarrowShown, narrow.isVisible());
    }
}
