package outcry.desktop.trader.venue;

import javafx.scene.control.Label;
import outcry.desktop.parts.Glyph;

/** A line above the book that says why it does not simply trade; absent while it does. */
public final class PhaseLine extends Label {
    public PhaseLine(VenueModel model) {
        setId("phase");
        getStyleClass().add("phase-line");
        setGraphic(Glyph.STALE.node());
        setMaxWidth(Double.MAX_VALUE);
        setMinHeight(USE_PREF_SIZE);
        setWrapText(true);
        textProperty().bind(model.phaseProperty());
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
