package outcry.desktop.parts;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Paints the rows of an order book, once. */
final class BookPainter {
    /** Opacity of size bars: seen beside each other, but the digits on them stay readable. */
    private static final double TINT = 0.24;

    /** Room for the widest price, "12 345.67", in em. */
    private static final double PRICE_EMS = 6.4;

    private final GraphicsContext g;
    private final Colours colours;
    private final double width;
    private final double em;
    private final double rowHeight;
    private final double priceLeft;
    private final double priceRight;

    /** What to paint with. */
    record Colours(
            Color bid, Color ask, Color text, Color muted, Color line, Color own, Color raised) {}

    BookPainter(GraphicsContext g, Colours colours, double width, double em, double rowHeight) {
        this.g = g;
        this.colours = colours;
        this.width = width;
        this.em = em;
        this.rowHeight = rowHeight;
        this.priceLeft = Math.round((width - PRICE_EMS * em) / 2);
        this.priceRight = Math.round((width + PRICE_EMS * em) / 2);
        g.setTextBaseline(VPos.CENTER);
    }

    void message(String text, double height) {
        g.setFill(colours.muted());
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(text, width / 2, height / 2, width);
    }

    void paint(Depth depth, BookRows rows, boolean cumulative, int current, boolean focused) {
        double scale = cumulative ? rows.largestCumulative() : rows.largest();
        for (int i = 0; i < rows.rows().size(); i++) {
            BookRows.Row row = rows.rows().get(i);
            double top = i * rowHeight;
            if (i == current && row.level() != null) {
                g.setFill(colours.raised());
                g.fillRect(0, top, width, rowHeight);
            }
            if (row.kind() == BookRows.Kind.SPREAD) {
                spread(depth, top);
            } else if (row.level() != null) {
                level(row, top, cumulative, scale);
            }
            if (i == current && focused && row.level() != null) {
                g.setStroke(colours.text());
                g.strokeRect(0.5, top + 0.5, width - 1, rowHeight - 1);
            }
        }
    }

    private void level(BookRows.Row row, double top, boolean cumulative, double scale) {
        boolean bid = row.kind() == BookRows.Kind.BID;
        Color side = bid ? colours.bid() : colours.ask();
        long size = cumulative ? row.cumulative() : row.level().quantity();
        double room = bid ? priceLeft : width - priceRight;
        double length = Math.max(1, Math.round(room * size / scale));
        g.setFill(side.deriveColor(0, 1, 1, TINT));
        g.fillRect(bid ? priceLeft - length : priceRight, top + 1, length, rowHeight - 2);
        double middle = top + rowHeight / 2;
        g.setFill(side);
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(Figures.money(row.level().price()), width / 2, middle);
        g.setFill(colours.text());
        if (bid) {
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(Figures.count(size), priceLeft - 0.5 * em, middle);
        } else {
            g.setTextAlign(TextAlignment.LEFT);
            g.fillText(Figures.count(size), priceRight + 0.5 * em, middle);
        }
        if (row.level().own() > 0) {
            own(row.level(), bid, middle);
        }
        if (row.best()) {
            g.setStroke(side.deriveColor(0, 1, 1, 0.7));
            g.strokeRect(priceLeft + 0.5, top + 0.5, priceRight - priceLeft - 1, rowHeight - 1);
        }
    }

    /** A marked badge with the size of the user's own orders, at the outer edge. */
    private void own(Depth.Level level, boolean bid, double middle) {
        String text = "● " + Figures.count(level.own());
        double badge = text.length() * em * 0.6 + 0.6 * em;
        double left = bid ? 0.3 * em : width - badge - 0.3 * em;
        g.setFill(colours.raised());
        g.fillRoundRect(left, middle - 0.65 * em, badge, 1.3 * em, em, em);
        g.setStroke(colours.own());
        g.strokeRoundRect(left, middle - 0.65 * em, badge, 1.3 * em, em, em);
        g.setFill(colours.own());
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(text, left + badge / 2, middle);
    }

    private void spread(Depth depth, double top) {
        g.setStroke(colours.line());
        g.strokeLine(0, top + 0.5, width, top + 0.5);
        g.strokeLine(0, top + rowHeight - 0.5, width, top + rowHeight - 0.5);
        g.setFill(colours.muted());
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(spreadText(depth), width / 2, top + rowHeight / 2, width - em);
    }

    private static String spreadText(Depth depth) {
        if (depth.isCrossed()) {
            return "bids and asks meet";
        }
        if (depth.spreadTicks() < 0) {
            return depth.bids().isEmpty() ? "no bids" : "no asks";
        }
        return "spread "
                + Figures.money(depth.bestAsk() - depth.bestBid())
                + " · mid "
                + Figures.money((depth.bestAsk() + depth.bestBid()) / 2);
    }
}
