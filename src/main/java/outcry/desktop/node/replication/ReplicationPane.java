package outcry.desktop.node.replication;

import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import outcry.desktop.parts.Figures;

/** Indexes, holdback queue and counters. */
public final class ReplicationPane extends VBox {
    public ReplicationPane(ReplicationModel model) {
        getStyleClass().add("replication");
        HBox indexes =
                new HBox(
                        index("last", model.lastProperty(), "Last entry of this node's log"),
                        index("committed", model.commitProperty(), "Known to be on a majority"),
                        index("applied", model.appliedProperty(), "Applied to the market here"),
                        index(
                                "digest of the market",
                                model.digestProperty(),
                                "The same on every node at the same index"));
        indexes.getStyleClass().add("indexes");
        getChildren().addAll(indexes, holdback(model), counts(model));
    }

    private static VBox index(String name, ReadOnlyStringProperty value, String meaning) {
        Label figure = new Label();
        figure.getStyleClass().addAll("figure", "index-figure");
        figure.textProperty().bind(value);
        Label word = new Label(name);
        word.getStyleClass().add("muted");
        VBox index = new VBox(word, figure);
        index.getStyleClass().add("index");
        Tooltip.install(index, new Tooltip(meaning));
        return index;
    }

    private static VBox holdback(ReplicationModel model) {
        SlotsCanvas canvas = new SlotsCanvas();
        canvas.show(model.slotsProperty().get());
        model.slotsProperty().addListener((o, before, slots) -> canvas.show(slots));
        Label title = new Label("Holdback queue");
        title.getStyleClass().add("muted");
        Label words = new Label();
        words.textProperty().bind(model.holdbackProperty());
        words.getStyleClass().add("holdback-words");
        HBox line = new HBox(title, words);
        line.getStyleClass().add("holdback-line");
        return new VBox(line, canvas);
    }

    private static FlowPane counts(ReplicationModel model) {
        FlowPane counts = new FlowPane();
        counts.getStyleClass().add("counts");
        List<ReplicationModel.Count> first = model.countsProperty().get();
        for (int at = 0; at < first.size(); at++) {
            counts.getChildren().add(count(model, at));
        }
        return counts;
    }

    private static HBox count(ReplicationModel model, int at) {
        ReplicationModel.Count count = model.countsProperty().get().get(at);
        Label name = new Label(count.name());
        name.getStyleClass().add("muted");
        Label value = new Label();
        value.getStyleClass().addAll("figure", "count-figure");
        value.textProperty()
                .bind(model.countsProperty().map(all -> Figures.count(all.get(at).value())));
        HBox pair = new HBox(name, value);
        pair.getStyleClass().add("count");
        Tooltip.install(pair, new Tooltip(count.meaning()));
        return pair;
    }
}
