package outcry.desktop.app;

import javafx.scene.Parent;

/** The colours of the two sides of the market. */
public enum Palette {
    /** Blue and orange: far apart for every kind of colour vision. */
    SAFE("palette-safe"),
    /** Green and red, as in old trading rooms; a deuteranope sees one colour. */
    CLASSIC("palette-classic");

    private final String styleClass;

    Palette(String styleClass) {
        this.styleClass = styleClass;
    }

    void apply(Parent root) {
        for (Palette palette : values()) {
            root.getStyleClass().remove(palette.styleClass);
        }
        root.getStyleClass().add(styleClass);
    }
}
