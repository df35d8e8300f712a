package outcry.desktop.parts;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * The line under a status strip that says what is not normal, what it means and what to do. Pushes
 * the content down, never covers it; takes no room in the normal state.
 */
public final class Banner extends HBox {
    private final Label text = new Label();
    private final HBox actions = new HBox();
    private Glyph glyph;

    public Banner() {
        getStyleClass().add("banner");
        actions.getStyleClass().add("banner-actions");
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(text, actions);
        setAccessibleRole(AccessibleRole.TEXT);
        hide();
    }

    /** Says something; the buttons, which may be none, belong to it. */
    public void show(Glyph newGlyph, String sentence, Tone tone, Button... buttons) {
        if (glyph != newGlyph) {
            glyph = newGlyph;
            text.setGraphic(newGlyph.node());
        }
        text.setText(sentence);
        tone.applyTo(this);
        if (!actions.getChildren().equals(java.util.List.of((Node[]) buttons))) {
            actions.getChildren().setAll(buttons);
        }
        setAccessibleText(sentence);
        setVisible(true);
        setManaged(true);
    }

    public void hide() {
        setVisible(false);
        setManaged(false);
        text.setText("");
        actions.getChildren().clear();
    }

    /** What it says now; empty in the normal state. */
    public String text() {
        return text.getText();
    }
}
