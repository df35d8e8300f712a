package outcry.desktop.node.topology;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Arc;
import outcry.desktop.node.face.RoleFace;

/**
 * One member: a disc in its role's colour with glyph and name, an arc for what is left of the
 * suspicion time, and under it the role and, when something is wrong, the reason.
 */
final class DiscNode extends VBox {
    private static final PseudoClass SELF = PseudoClass.getPseudoClass("self");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass OBSERVER = PseudoClass.getPseudoClass("observer");

    /** The disc's radius, in em. */
    static final double RADIUS_EMS = 2.15;

    private final VBox disc = new VBox();
    private final StackPane sign = new StackPane();
    private final Label name = new Label();
    private final Label word = new Label();
    private final Label note = new Label();
    private final Arc patience = new Arc(0, 0, 0, 0, 90, 360);
    private final Tooltip tooltip = new Tooltip();
    private RoleFace face;

    DiscNode() {
        getStyleClass().add("member-disc");
        disc.getStyleClass().add("disc");
        name.getStyleClass().add("disc-name");
        word.getStyleClass().add("disc-word");
        note.getStyleClass().add("disc-note");
        patience.getStyleClass().add("disc-patience");
        patience.setManaged(false);
        patience.setMouseTransparent(true);
        disc.getChildren().addAll(sign, name);
        StackPane body = new StackPane(disc, patience);
        body.getStyleClass().add("disc-body");
        body.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        body.widthProperty().addListener(o -> placeArc(body));
        getChildren().addAll(body, word, note);
        Tooltip.install(this, tooltip);
        setFocusTraversable(true);
        setAccessibleRole(javafx.scene.AccessibleRole.TEXT);
    }

    void show(Disc shown) {
        if (face != shown.face()) {
            if (face != null) {
                disc.getStyleClass().remove(face.styleClass());
            }
            face = shown.face();
            disc.getStyleClass().add(face.styleClass());
            sign.getChildren().setAll(face.glyph().node());
        }
        name.setText(shown.name());
        word.setText(face.word());
        note.setText(shown.note());
        note.setVisible(!shown.note().isEmpty());
        pseudoClassStateChanged(SELF, shown.self());
        pseudoClassStateChanged(CHOSEN, shown.chosen());
        pseudoClassStateChanged(OBSERVER, !shown.voter());
        patience.setLength(-360 * shown.patience());
        String sentence =
                shown.name()
                        + (shown.self() ? " (this node)" : "")
                        + ": "
                        + face.word().toLowerCase(java.util.Locale.ROOT)
                        + ", "
                        + shown.state().word()
                        + (shown.note().isEmpty() ? "" : ", " + shown.note())
                        + (shown.voter() ? "" : ", does not vote")
                        + (shown.chosen() ? ", chosen by the running election" : "");
        tooltip.setText(sentence);
        setAccessibleText(sentence);
    }

    private void placeArc(StackPane body) {
        double middle = body.getWidth() / 2;
        patience.setCenterX(middle);
        patience.setCenterY(middle);
        patience.setRadiusX(middle - 2);
        patience.setRadiusY(middle - 2);
    }
}
