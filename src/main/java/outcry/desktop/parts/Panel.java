package outcry.desktop.parts;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * A titled part of a window. Can be told that its content is old: it then fades and says how old,
 * so that nobody takes it for live.
 */
public final class Panel extends BorderPane {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final Label age = new Label();
    private final HBox header = new HBox();
    private final Node content;

    /**
     * @param title at the left of the header
     * @param extras at its right end
     */
    public Panel(String title, Node content, Node... extras) {
        this.content = content;
        getStyleClass().add("panel");
        content.getStyleClass().add("panel-content");
        Label name = new Label(title);
        name.getStyleClass().add("panel-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        age.setMinWidth(Region.USE_PREF_SIZE);
        age.getStyleClass().add("panel-age");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        header.getStyleClass().add("panel-header");
        header.getChildren().addAll(name, age, gap);
        header.getChildren().addAll(extras);
        setTop(header);
        setCenter(content);
        setAccessibleText(title);
    }

    /** The content is not live; {@code text} says since when or why, such as "old: 1.4 s". */
    public void markStale(String text) {
        age.setText(text);
        content.pseudoClassStateChanged(STALE, true);
        pseudoClassStateChanged(STALE, true);
    }

    /** The content may be old, but stays readable because it matters now. */
    public void markOld(String text) {
        age.setText(text);
        content.pseudoClassStateChanged(STALE, false);
        pseudoClassStateChanged(STALE, true);
    }

    public void markLive() {
        age.setText("");
        content.pseudoClassStateChanged(STALE, false);
        pseudoClassStateChanged(STALE, false);
    }

    public boolean isStale() {
        return getPseudoClassStates().contains(STALE);
    }
}
