package outcry.desktop.trader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is in sight of the tables in the smallest window. */
class BlotterWindowTest {
    private TraderRobot window;

    @BeforeEach
    void openTheSmallestWindow() throws Exception {
        window = TraderRobot.trading();
        window.act(
                scenes -> {
                    window.stage.setWidth(1024);
                    window.stage.setHeight(700);
                });
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void everyKindOfOrderIsInSightWithAllItsTerms() {
        window.act(Scenes::everyKindOfOrder);
        List<String> titles =
                List.of("", "", "Side", "Symbol", "Filled", "Price", "Stop", "State", "Type");
        assertEquals(titles, inSight("working"));
        assertUncut("working", Set.copyOf(titles));
        assertTrue(texts("working", "Type").containsAll(List.of("LMT GTC", "S-LMT GTC")));
        assertEquals(List.of("Node", "State"), inSight("members"));
        assertUncut("members", Set.of("Node", "State"));
    }

    @Test
    void aMemberIsShownByItsRoleOrByWhatIsWrongWithIt() {
        assertEquals(List.of("follower", "follower", "leader"), texts("members", "State"));
        window.act(Scenes::leaderCrashes);
        assertEquals(List.of("crashed", "follower", "follower"), texts("members", "State"));
        assertUncut("members", Set.of("Node", "State"));
    }

    @Test
    void whatIsCutIsToldWhereTheMouseRests() {
        window.act(Scenes::leaderCrashes);
        assertEquals("unknown – asking new leader…", tooltip("State", "unknown"));
        assertEquals("", tooltip("Symbol", "ACME"));
    }

    private String tooltip(String title, String start) {
        return window.on(
                () -> {
                    TableCell<?, ?> cell =
                            cells("working", c -> c.getText().startsWith(start)).stream()
                                    .filter(c -> title.equals(title(c)))
                                    .findFirst()
                                    .orElseThrow();
                    cell.getOnMouseEntered().handle(null);
                    return cell.getTooltip() == null ? "" : cell.getTooltip().getText();
                });
    }

    @Test
    void nothingButTablesIsScrolledSideways() {
        List<String> scrolled = new ArrayList<>();
        window.on(
                () -> {
                    for (Node node : window.stage.getScene().getRoot().lookupAll(".scroll-bar")) {
                        boolean sideways =
                                ((ScrollBar) node).getOrientation() == Orientation.HORIZONTAL;
                        if (sideways
                                && node.isVisible()
                                && node.getParent() instanceof ScrollPane pane) {
                            scrolled.addAll(pane.getStyleClass());
                        }
                    }
                    return null;
                });
        assertEquals(List.of(), scrolled);
    }

    @Test
    void theStopTakesRoomOnlyWhileAnOrderHasOne() throws Exception {
        assertFalse(inSight("working").contains("Stop"));
        window.act(Scenes::everyKindOfOrder);
        assertTrue(inSight("working").contains("Stop"));
        window.act(scenes -> scenes.model.orders().cancelAll());
        window.waitFor(() -> window.scenes.model.orders().working().isEmpty());
        assertFalse(inSight("working").contains("Stop"));
    }

    /** Titles of the columns that are whole in sight, from left to right. */
    private List<String> inSight(String id) {
        return window.on(
                () -> {
                    TableView<?> table = window.find(id, TableView.class);
                    List<String> titles = new ArrayList<>();
                    double right = 0;
                    for (TableColumn<?, ?> column : table.getVisibleLeafColumns()) {
                        right += column.getWidth();
                        if (right <= table.getWidth()) {
                            titles.add(column.getText());
                        }
                    }
                    return titles;
                });
    }

    /** Expects no cell of these columns to end in dots. */
    private void assertUncut(String id, Set<String> titles) {
        List<String> cut = new ArrayList<>();
        int seen =
                window.on(
                        () -> {
                            List<TableCell<?, ?>> cells =
                                    cells(id, cell -> titles.contains(title(cell)));
                            for (TableCell<?, ?> cell : cells) {
                                for (Node part : cell.getChildrenUnmodifiable()) {
                                    if (part instanceof Text text
                                            && !text.getText().equals(cell.getText())) {
                                        cut.add(cell.getText() + " as " + text.getText());
                                    }
                                }
                            }
                            return cells.size();
                        });
        assertEquals(List.of(), cut);
        assertTrue(seen >= 3 * 2, seen + " cells");
    }

    private List<String> texts(String id, String title) {
        return window.on(
                () ->
                        cells(id, cell -> title.equals(title(cell))).stream()
                                .map(TableCell::getText)
                                .sorted()
                                .toList());
    }

    private List<TableCell<?, ?>> cells(String id, Predicate<TableCell<?, ?>> isWanted) {
        List<TableCell<?, ?>> cells = new ArrayList<>();
        for (Node node : window.find(id, TableView.class).lookupAll(".table-cell")) {
            TableCell<?, ?> cell = (TableCell<?, ?>) node;
            if (cell.getText() != null && isWanted.test(cell)) {
                cells.add(cell);
            }
        }
        return cells;
    }

    private static String title(TableCell<?, ?> cell) {
        return cell.getTableColumn().getText();
    }
}
