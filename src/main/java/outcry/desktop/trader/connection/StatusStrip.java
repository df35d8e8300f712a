package outcry.desktop.trader.connection;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import outcry.desktop.parts.Chip;

/** The line of chips at the top: feed, leader, members, latency; equity at the right. */
public final class StatusStrip extends BorderPane {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    /**
     * @param round the round, and {@code hasRound} whether there was one yet
     */
    public StatusStrip(
            ConnectionModel model,
            ObservableValue<String> equity,
            ObservableValue<ChipText> round,
            ObservableValue<Boolean> hasRound) {
        getStyleClass().add("status-strip");
        // Wraps when large text leaves no room for one line.
        FlowPane chips =
                new FlowPane(
                        chip("Feed", 19, model.feedProperty(), FEED),
                        chip("Leader", 16, model.leaderProperty(), LEADER),
                        chip("Members", 8, model.membersProperty(), MEMBERS),
                        chip("Latency", 12, model.latencyProperty(), LATENCY));
        Chip roundChip = chip("Round", 12, round, ROUND);
        roundChip.visibleProperty().bind(hasRound);
        roundChip.managedProperty().bind(hasRound);
        chips.getChildren().add(roundChip);
        chips.getStyleClass().add("chips");
        Label word = new Label("Equity");
        word.getStyleClass().add("equity-word");
        word.setMinWidth(USE_PREF_SIZE);
        Label figure = new Label();
        figure.setId("equity");
        figure.getStyleClass().addAll("figure", "equity");
        figure.setMinWidth(USE_PREF_SIZE);
        figure.textProperty().bind(equity);
        model.staleProperty()
                .addListener(
                        (o, before, age) -> figure.pseudoClassStateChanged(STALE, !age.isEmpty()));
        HBox worth = new HBox(word, figure);
        worth.getStyleClass().add("worth");
        setCenter(chips);
        setRight(worth);
    }

    private static final String FEED =
            "Whether what you see is live: the sequence number of the last change, and how long ago"
                    + " the exchange was heard.";
    private static final String LEADER =
            "The node that puts all orders in one sequence, its term, and since when it leads.";
    private static final String MEMBERS = "Nodes that are up, of all nodes of the exchange.";
    private static final String LATENCY =
            "Round trip to the node that serves this window; the nearest is chosen.";

    private static final String ROUND =
            "The round of trading. While one goes on, cash and shares move in and out only by an"
                    + " operator's correction.";

    private static Chip chip(
            String subject, double ems, ObservableValue<ChipText> text, String explanation) {
        Chip chip = new Chip(subject, ems);
        chip.setId("chip-" + subject.toLowerCase(java.util.Locale.ROOT));
        chip.explain(explanation);
        show(chip, text.getValue());
        text.addListener((o, before, now) -> show(chip, now));
        return chip;
    }

    private static void show(Chip chip, ChipText text) {
        chip.show(text.glyph(), text.word(), text.figure(), text.tone());
    }
}
