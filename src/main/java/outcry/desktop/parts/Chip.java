package outcry.desktop.parts;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/**
 * One thing worth knowing in a status strip: a glyph, a word and a number. Keeps its width, so that
 * its neighbours do not move when it changes.
 */
public final class Chip extends HBox {
    private final Label word = new Label();
    private final Label figure = new Label();
    private final String subject;
    private Glyph glyph;

    /**
     * @param subject what the chip is about, for screen readers, such as "Leader"
     * @param ems its width
     */
    public Chip(String subject, double ems) {
        this.subject = subject;
        getStyleClass().addAll("chip", "chip-" + subject.toLowerCase(java.util.Locale.ROOT));
        word.getStyleClass().add("chip-word");
        figure.getStyleClass().add("chip-figure");
        word.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(word, figure);
        setFocusTraversable(true);
        setAccessibleRole(javafx.scene.AccessibleRole.TEXT);
        word.fontProperty().addListener((o, before, font) -> setWidthInEms(ems, font.getSize()));
        setWidthInEms(ems, word.getFont().getSize());
    }

    /** Shows a new state. Cheap when nothing changed. */
    public void show(Glyph newGlyph, String newWord, String newFigure, Tone tone) {
        if (glyph != newGlyph) {
            glyph = newGlyph;
            word.setGraphic(newGlyph.node());
        }
        word.setText(newWord);
        figure.setText(newFigure);
        tone.applyTo(this);
        setAccessibleText(subject + ": " + newWord + " " + newFigure);
    }

    /** What the chip means, in a sentence, shown when the mouse rests on it. */
    public void explain(String sentence) {
        setAccessibleHelp(sentence);
        Tooltip.install(this, new Tooltip(sentence));
    }

    /** The text on the chip, for tests. */
    public String text() {
        return (word.getText() + " " + figure.getText()).strip();
    }

    private void setWidthInEms(double ems, double em) {
        setMinWidth(ems * em);
        setPrefWidth(ems * em);
    }
}
