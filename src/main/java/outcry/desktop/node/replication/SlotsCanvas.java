package outcry.desktop.node.replication;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import outcry.desktop.parts.PaintedPane;

/**
 * The end of the log and the holdback queue, as boxes in a row; a hole is a dashed box with "?".
 */
final class SlotsCanvas extends PaintedPane {
    private List<Slot> slots = List.of();

    SlotsCanvas() {
        super("slots");
        setMinSize(0, 0);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    void show(List<Slot> newSlots) {
        slots = newSlots;
        repaint();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute != AccessibleAttribute.TEXT) {
            return super.queryAccessibleAttribute(attribute, parameters);
        }
        StringBuilder text = new StringBuilder("End of the log:");
        for (Slot slot : slots) {
            text.append(' ').append(slot.text()).append(' ').append(word(slot)).append(';');
        }
        return text.toString();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.CENTER);
        double boxHeight = Math.min(height, 2 * em());
        double top = (height - boxHeight) / 2;
        double left = 1;
        for (int at = 0; at < slots.size(); at++) {
            Slot slot = slots.get(at);
            double boxWidth = Math.max(5.5 * em(), widthOf(label(slot)) + 1.2 * em());
            int more = slots.size() - at;
            if (left + boxWidth > width - 3 * em() && more > 1) {
                g.setFill(muted());
                g.setTextAlign(TextAlignment.LEFT);
                g.fillText("+" + more, left, height / 2);
                return;
            }
            paint(g, slot, left, top, boxWidth - 0.3 * em(), boxHeight);
            left += boxWidth;
        }
    }

    private void paint(
            GraphicsContext g, Slot slot, double left, double top, double width, double height) {
        g.setLineDashes();
        switch (slot.kind()) {
            case COMMITTED -> {
                g.setFill(bid().deriveColor(0, 1, 1, 0.35));
                g.fillRoundRect(left, top, width, height, 6, 6);
                g.setStroke(bid());
            }
            case LOGGED -> g.setStroke(bid());
            case MISSING -> {
                g.setStroke(ask());
                g.setLineDashes(4, 3);
            }
            case HELD -> {
                g.setFill(own().deriveColor(0, 1, 1, 0.25));
                g.fillRoundRect(left, top, width, height, 6, 6);
                g.setStroke(own());
            }
        }
        g.setLineWidth(1.5);
        g.strokeRoundRect(left + 0.75, top + 0.75, width - 1.5, height - 1.5, 6, 6);
        g.setLineDashes();
        g.setLineWidth(1);
        g.setFill(text());
        g.fillText(label(slot), left + width / 2, top + height / 2);
    }

    private static String label(Slot slot) {
        return slot.kind() == Slot.Kind.MISSING ? slot.text() + " ?" : slot.text();
    }

    private static String word(Slot slot) {
        return slot.kind().name().toLowerCase(java.util.Locale.ROOT);
    }
}
