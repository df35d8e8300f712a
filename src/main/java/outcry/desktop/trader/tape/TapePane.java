package outcry.desktop.trader.tape;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import outcry.desktop.parts.Figures;
import outcry.desktop.parts.PaintedPane;
import outcry.market.Side;
import outcry.wire.trader.ServerMessage;

/**
 * Time, price, size, and who was the aggressor, newest on top. Scrolled away from the top it stands
 * still and counts what is new; Space or scrolling back goes on.
 */
public final class TapePane extends PaintedPane {
    private static final double ROW_EMS = 1.55;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final TapeModel model;
    private int scrolled;

    /** Newest trade when scrolling began: what is newer is kept off the screen. */
    private long heldAt;

    public TapePane(TapeModel model) {
        super("tape");
        this.model = model;
        setId("tape");
        setMinSize(0, 0);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        focusedProperty().addListener(o -> repaint());
        model.versionProperty()
                .addListener(
                        o -> {
                            if (model.trades().isEmpty()) {
                                follow();
                            }
                            repaint();
                        });
        addEventHandler(ScrollEvent.SCROLL, e -> scroll(e.getDeltaY() > 0 ? -3 : 3));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? describe()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        g.setTextBaseline(VPos.CENTER);
        if (model.trades().isEmpty()) {
            g.setFill(muted());
            g.setTextAlign(TextAlignment.CENTER);
            g.fillText("No trades yet.", width / 2, height / 2, width);
            return;
        }
        double row = Math.round(em() * ROW_EMS);
        int fresh = fresh();
        double y = 0;
        if (scrolled > 0) {
            paused(g, width, row, fresh);
            y = row;
        }
        int rows = (int) ((height - y) / row);
        List<ServerMessage.Trade> trades = model.trades();
        int first = Math.min(scrolled + fresh, trades.size());
        for (ServerMessage.Trade trade :
                trades.subList(first, Math.min(trades.size(), first + rows))) {
            trade(g, trade, width, y + row / 2);
            y += row;
        }
        if (isFocused()) {
            g.setStroke(text());
            g.strokeRect(0.5, 0.5, width - 1, height - 1);
        }
    }

    private void trade(GraphicsContext g, ServerMessage.Trade trade, double width, double middle) {
        boolean bought = trade.aggressor() == Side.BUY;
        Color side = bought ? bid() : ask();
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(muted());
        g.fillText(
                TIME.format(Instant.ofEpochSecond(0, trade.timestampNanos())), 0.6 * em(), middle);
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFill(side);
        double priceRight = Math.max(width * 0.66, widthOf("00:00:00  12 345.67"));
        g.fillText((bought ? "▲ " : "▼ ") + Figures.money(trade.price()), priceRight, middle);
        g.setFill(text());
        g.fillText(Figures.count(trade.quantity()), width - 0.6 * em(), middle);
    }

    private void paused(GraphicsContext g, double width, double row, int fresh) {
        g.setFill(raised());
        g.fillRect(0, 0, width, row);
        g.setFill(own());
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText("paused · " + fresh + " new · Space", width / 2, row / 2, width);
    }

    /** Trades that came since scrolling began. */
    private int fresh() {
        if (scrolled == 0) {
            return 0;
        }
        int fresh = 0;
        for (ServerMessage.Trade trade : model.trades()) {
            if (trade.tradeId() <= heldAt) {
                break;
            }
            fresh++;
        }
        return fresh;
    }

    private void scroll(int by) {
        if (scrolled == 0) {
            heldAt = model.trades().isEmpty() ? 0 : model.trades().get(0).tradeId();
        }
        scrolled = Math.max(0, Math.min(model.trades().size() - 1, scrolled + by));
        repaint();
    }

    private void follow() {
        scrolled = 0;
        repaint();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            follow();
        } else if (event.getCode() == KeyCode.DOWN) {
            scroll(1);
        } else if (event.getCode() == KeyCode.UP) {
            scroll(-1);
        } else {
            return;
        }
        event.consume();
    }

    private String describe() {
        if (model.trades().isEmpty()) {
            return "Tape: no trades yet";
        }
        ServerMessage.Trade trade = model.trades().get(0);
        return "Tape: last trade "
                + Figures.count(trade.quantity())
                + " at "
                + Figures.money(trade.price())
                + ", aggressor "
                + (trade.aggressor() == Side.BUY ? "buyer" : "seller");
    }
}
