package outcry.desktop.parts;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/** How loudly something is said. Never said by colour alone: a glyph and a word go with it. */
public enum Tone {
    NEUTRAL,
    GOOD,
    INFO,
    WARNING,
    /** Only when the user has to act. */
    ALARM,
    /** Something of the buying side. */
    BID,
    /** Something of the selling side. */
    ASK;

    private final PseudoClass pseudoClass =
            PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));

    /** Makes the style sheet's rules for this tone, and no other's, apply to {@code node}. */
    public void applyTo(Node node) {
        for (Tone tone : values()) {
            node.pseudoClassStateChanged(tone.pseudoClass, tone == this);
        }
    }
}
