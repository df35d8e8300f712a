package outcry.desktop.parts;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/**
 * A region that paints itself on a canvas, for what changes too often for nodes. Painting happens
 * at most once per pulse, and only after {@link #repaint} or a change of size, font or colours; an
 * unchanged picture costs nothing. Colours and font come from the style sheet.
 */
// Newer compilers warn of listeners that hear from a pane still being built; none paints before.
@SuppressWarnings("this-escape")
public abstract class PaintedPane extends Region {
    private static final StyleablePropertyFactory<PaintedPane> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final Canvas canvas = new Canvas();

    /** Never seen; the style sheet gives it the font that the canvas paints with. */
    private final Label fontRuler = new Label("0");

    private final StyleableProperty<Color> bid = colour("-painted-bid");
    private final StyleableProperty<Color> ask = colour("-painted-ask");
    private final StyleableProperty<Color> text = colour("-painted-text");
    private final StyleableProperty<Color> muted = colour("-painted-muted");
    private final StyleableProperty<Color> line = colour("-painted-line");
    private final StyleableProperty<Color> own = colour("-painted-own");
    private final StyleableProperty<Color> raised = colour("-painted-raised");

    protected PaintedPane(String styleClass) {
        getStyleClass().addAll("painted", styleClass);
        fontRuler.getStyleClass().add("painted-font");
        fontRuler.setManaged(false);
        fontRuler.setVisible(false);
        fontRuler.fontProperty().addListener(o -> repaint());
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
        getChildren().addAll(canvas, fontRuler);
    }

    /** Paints the whole area afresh; the canvas has been cleared. */
    protected abstract void paint(GraphicsContext g, double width, double height);

    /** Asks for {@link #paint} with the next pulse. */
    protected final void repaint() {
        requestLayout();
    }

    protected final Color bid() {
        return bid.getValue();
    }

    protected final Color ask() {
        return ask.getValue();
    }

    protected final Color text() {
        return text.getValue();
    }

    protected final Color muted() {
        return muted.getValue();
    }

    protected final Color line() {
        return line.getValue();
    }

    protected final Color own() {
        return own.getValue();
    }

    protected final Color raised() {
        return raised.getValue();
    }

    /** The font of numbers; its size is 1 em. */
    protected final Font font() {
        return fontRuler.getFont();
    }

    protected final double em() {
        return fontRuler.getFont().getSize();
    }

    /** Width of text in the font of numbers, in which all characters have the same. */
    protected final double widthOf(String figures) {
        return figures.length() * em() * 0.6;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (width < 1 || height < 1) {
            return;
        }
        canvas.setWidth(width);
        canvas.setHeight(height);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        g.setFont(font());
        paint(g, width, height);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    private StyleableProperty<Color> colour(String name) {
        StyleableProperty<Color> property =
                FACTORY.createStyleableColorProperty(
                        this, name.substring(1), name, pane -> pane.property(name), Color.GRAY);
        ((javafx.beans.value.ObservableValue<?>) property).addListener(o -> repaint());
        return property;
    }

    private StyleableProperty<Color> property(String name) {
        return switch (name) {
            case "-painted-bid" -> bid;
            case "-painted-ask" -> ask;
            case "-painted-text" -> text;
            case "-painted-muted" -> muted;
            case "-painted-line" -> line;
            case "-painted-own" -> own;
            case "-painted-raised" -> raised;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
