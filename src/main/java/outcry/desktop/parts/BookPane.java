package outcry.desktop.parts;

import java.util.function.LongConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * The order book: one price axis, asks above bids, sizes as bars growing outwards from the price,
 * own orders marked. A click on a price hands it out; the side is never chosen here. Stays centred
 * on the spread until it is scrolled; Space centres it again. While a mouse button is down the rows
 * stand still, so that a click means the price that was under the pointer.
 */
public final class BookPane extends PaintedPane {
    /** Height of a row in em. */
    static final double ROW_EMS = 1.7;

    private final BooleanProperty cumulative = new SimpleBooleanProperty(this, "cumulative");
    private final ReadOnlyBooleanWrapper centred =
            new ReadOnlyBooleanWrapper(this, "centred", true);
    private Depth depth = Depth.NONE;

    /** What is painted; differs from {@link #depth} while a mouse button is down. */
    private Depth painted = Depth.NONE;

    private BookRows rows = BookRows.of(Depth.NONE, 0, 0);
    private int scroll;

    /** Row under the mouse or chosen with the keys; -1 for none. */
    private int current = -1;

    private boolean held;
    private LongConsumer onPrice = price -> {};
    private LongConsumer onCancel = price -> {};
    private String emptyText = "No orders yet.";

    public BookPane() {
        super("book");
        setMinSize(0, 0);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        cumulative.addListener(o -> repaint());
        focusedProperty().addListener(o -> repaint());
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> point(rowAt(e.getY())));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> point(-1));
        addEventHandler(ScrollEvent.SCROLL, e -> scrollBy(e.getDeltaY() > 0 ? 1 : -1));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Shows a book. Painted with the next pulse; a newer one before that replaces it. */
    public void show(Depth newest) {
        if (!newest.instrument().equals(depth.instrument())) {
            centre();
        }
        depth = newest;
        if (!held) {
            repaint();
        }
    }

    /** Told the price in cents of a row that was clicked, or chosen with Enter. */
    public void onPrice(LongConsumer action) {
        onPrice = action;
    }

    /** Told the price in cents of a row with own orders that was clicked with the right button. */
    public void onCancel(LongConsumer action) {
        onCancel = action;
    }

    /** What an empty book says. */
    public void setEmptyText(String text) {
        emptyText = text;
        repaint();
    }

    /** Whether sizes are summed from the best price on. */
    public BooleanProperty cumulativeProperty() {
        return cumulative;
    }

    /** Whether the spread is in the middle. */
    public ReadOnlyBooleanProperty centredProperty() {
        return centred.getReadOnlyProperty();
    }

    /** Puts the spread into the middle again. */
    public void centre() {
        scroll = 0;
        centred.set(true);
        repaint();
    }

    /** The vertical middle of the row of {@code price}, or -1 when it is not in sight. */
    public double yOf(long price) {
        for (int i = 0; i < rows.rows().size(); i++) {
            Depth.Level level = rows.rows().get(i).level();
            if (level != null && level.price() == price) {
                return (i + 0.5) * rowHeight();
            }
        }
        return -1;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? depth.describe()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        if (!held) {
            painted = depth;
        }
        int visible = (int) (height / rowHeight());
        scroll = BookRows.clampScroll(painted, visible, scroll);
        rows = BookRows.of(painted, visible, scroll);
        BookPainter painter =
                new BookPainter(
                        g,
                        new BookPainter.Colours(
                                bid(), ask(), text(), muted(), line(), own(), raised()),
                        width,
                        em(),
                        rowHeight());
        if (painted.isEmpty()) {
            painter.message(emptyText, height);
        } else {
            painter.paint(painted, rows, cumulative.get(), current, isFocused());
        }
    }

    private double rowHeight() {
        return Math.round(em() * ROW_EMS);
    }

    private int rowAt(double y) {
        int row = (int) (y / rowHeight());
        return row >= 0 && row < rows.rows().size() ? row : -1;
    }

    private void point(int row) {
        if (row != current && !held) {
            current = row;
            repaint();
        }
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        current = rowAt(event.getY());
        held = true;
    }

    private void released(MouseEvent event) {
        held = false;
        if (rowAt(event.getY()) == current) {
            choose(event.getButton() == MouseButton.SECONDARY);
        }
        repaint();
    }

    private void choose(boolean cancel) {
        if (current < 0 || current >= rows.rows().size()) {
            return;
        }
        Depth.Level level = rows.rows().get(current).level();
        if (level == null) {
            return;
        }
        if (!cancel) {
            onPrice.accept(level.price());
        } else if (level.own() > 0) {
            onCancel.accept(level.price());
        }
    }

    private void scrollBy(int by) {
        int before = scroll;
        scroll = BookRows.clampScroll(painted, rows.rows().size(), scroll + by);
        if (scroll != before) {
            centred.set(scroll == 0);
            repaint();
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> moveBy(-1);
            case DOWN -> moveBy(1);
            case PAGE_UP -> scrollBy(5);
            case PAGE_DOWN -> scrollBy(-5);
            case ENTER -> choose(false);
            case DELETE -> choose(true);
            case SPACE -> centre();
            case C -> cumulative.set(!cumulative.get());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void moveBy(int by) {
        int from = current < 0 ? rows.rows().size() / 2 : current;
        current = Math.max(0, Math.min(rows.rows().size() - 1, from + by));
        repaint();
    }
}
