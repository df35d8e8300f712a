package outcry.desktop.node;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A bar for each voter, filled while it is heard; under it the count and the majority. */
final class QuorumMeter extends VBox {
    private static final PseudoClass LIVE = PseudoClass.getPseudoClass("live");
    private static final PseudoClass MET = PseudoClass.getPseudoClass("met");

    private final HBox bars = new HBox();
    private final Label text = new Label();

    QuorumMeter() {
        getStyleClass().add("quorum");
        bars.getStyleClass().add("quorum-bars");
        text.getStyleClass().add("quorum-text");
        text.setId("quorum");
        text.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(bars, text);
    }

    void show(StripModel.Quorum quorum) {
        text.setText(quorum.voters() == 0 ? "" : quorum.text());
        pseudoClassStateChanged(MET, quorum.isMet());
        while (bars.getChildren().size() < quorum.voters()) {
            Region bar = new Region();
            bar.getStyleClass().add("quorum-bar");
            bars.getChildren().add(bar);
        }
        bars.getChildren().remove(quorum.voters(), bars.getChildren().size());
        for (int at = 0; at < quorum.voters(); at++) {
            bars.getChildren().get(at).pseudoClassStateChanged(LIVE, at < quorum.live());
        }
    }
}
