package outcry.desktop.parts;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * Supply and demand as the classic picture: shares summed from the best price outwards, bids to the
 * left, asks to the right. The pointer tells price, sum, and what sweeping the book to there would
 * cost on average.
 */
public final class DepthChart extends PaintedPane {
    private static final double FILL = 0.24;

    private Depth depth = Depth.NONE;
    private double pointer = -1;
    private String emptyText = "No orders yet.";

    public DepthChart() {
        super("depth");
        setMinSize(0, 0);
        setAccessibleRole(AccessibleRole.TEXT);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> point(e.getX()));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> point(-1));
    }

    /** Shows a book. Painted with the next pulse; a newer one before that replaces it. */
    public void show(Depth newest) {
        depth = newest;
        repaint();
    }

    /** What an empty book says. */
    public void setEmptyText(String text) {
        emptyText = text;
        repaint();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? "Depth chart. " + depth.describe()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        g.setTextBaseline(VPos.CENTER);
        if (depth.isEmpty()) {
            g.setFill(muted());
            g.setTextAlign(TextAlignment.CENTER);
            g.fillText(emptyText, width / 2, height / 2, width);
            return;
        }
        DepthScale scale = DepthScale.of(depth, width, height - 1.6 * em(), 1.7 * em());
        grid(g, scale, width, height);
        side(g, scale, depth.bids(), bid());
        side(g, scale, depth.asks(), ask());
        labels(g, scale, width, height);
        if (pointer >= 0) {
            pointed(g, scale, width, height);
        }
    }

    private void grid(GraphicsContext g, DepthScale scale, double width, double height) {
        g.setStroke(line());
        g.setFill(muted());
        g.setTextAlign(TextAlignment.LEFT);
        for (int quarter = 1; quarter <= 2; quarter++) {
            double y = Math.round(scale.y(scale.total() * quarter / 2)) + 0.5;
            g.strokeLine(0, y, width, y);
            g.fillText(Figures.count(scale.total() * quarter / 2), 0.4 * em(), y - 0.8 * em());
        }
        g.strokeLine(0, height - 1.6 * em(), width, height - 1.6 * em());
    }

    private void side(GraphicsContext g, DepthScale scale, List<Depth.Level> levels, Color colour) {
        if (levels.isEmpty()) {
            return;
        }
        double base = scale.y(0);
        double edge = levels == depth.bids() ? 0 : scale.width();
        g.beginPath();
        double x = scale.x(levels.get(0).price());
        g.moveTo(x, base);
        long sum = 0;
        for (Depth.Level level : levels) {
            x = scale.x(level.price());
            g.lineTo(x, scale.y(sum));
            sum += level.quantity();
            g.lineTo(x, scale.y(sum));
            if (x < 0 || x > scale.width()) {
                break;
            }
        }
        g.lineTo(edge, scale.y(sum));
        g.setStroke(colour);
        g.setLineWidth(1.5);
        g.stroke();
        g.lineTo(edge, base);
        g.closePath();
        g.setFill(colour.deriveColor(0, 1, 1, FILL));
        g.fill();
        g.setLineWidth(1);
    }

    private void labels(GraphicsContext g, DepthScale scale, double width, double height) {
        double y = height - 0.8 * em();
        g.setFill(muted());
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(Figures.money(scale.low()), 0.4 * em(), y);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(Figures.money(scale.high()), width - 0.4 * em(), y);
        g.setTextAlign(TextAlignment.CENTER);
        if (depth.spreadTicks() >= 0) {
            long mid = (depth.bestBid() + depth.bestAsk()) / 2;
            g.setFill(text());
            g.fillText("mid " + Figures.money(mid), scale.x(mid), y);
        }
        g.setFill(bid());
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText("▼ bids", 0.4 * em() + widthOf("000 000  "), 0.9 * em());
        g.setFill(ask());
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText("asks ▲", width - 0.4 * em(), 0.9 * em());
    }

    private void pointed(GraphicsContext g, DepthScale scale, double width, double height) {
        long price = scale.price(pointer);
        boolean asks = depth.bids().isEmpty() || price > (depth.bestBid() + depth.bestAsk()) / 2;
        Sweep sweep = Sweep.of(asks ? depth.asks() : depth.bids(), asks, price, Long.MAX_VALUE);
        g.setStroke(text());
        g.strokeLine(Math.round(pointer) + 0.5, 0, Math.round(pointer) + 0.5, scale.y(0));
        String text =
                Figures.money(price)
                        + " · "
                        + Figures.count(sweep.quantity())
                        + (sweep.quantity() == 0 ? "" : " · avg " + Figures.money(sweep.average()));
        double box = widthOf(text) + em();
        double left = Math.max(0, Math.min(width - box, pointer - box / 2));
        double top = 1.8 * em();
        g.setFill(raised());
        g.fillRoundRect(left, top, box, 1.6 * em(), 6, 6);
        g.setStroke(line());
        g.strokeRoundRect(left, top, box, 1.6 * em(), 6, 6);
        g.setFill(text());
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(text, left + box / 2, top + 0.8 * em());
    }

    private void point(double x) {
        pointer = x;
        repaint();
    }
}
