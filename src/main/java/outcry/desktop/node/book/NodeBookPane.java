package outcry.desktop.node.book;

import javafx.scene.control.ComboBox;
import javafx.scene.control.SplitPane;
import outcry.desktop.parts.BookPane;
import outcry.desktop.parts.Depth;
import outcry.desktop.parts.DepthChart;

/** The order book and its depth chart side by side; {@link #picker} belongs into the header. */
public final class NodeBookPane extends SplitPane {
    private final BookPane book = new BookPane();
    private final DepthChart chart = new DepthChart();
    private final ComboBox<String> picker;

    public NodeBookPane(NodeBookModel model) {
        getStyleClass().add("node-book");
        setMinSize(0, 0);
        picker = new ComboBox<>(model.instruments());
        picker.setId("instrument");
        picker.setAccessibleText("Instrument");
        picker.setPromptText("Instrument");
        picker.setValue(model.instrumentProperty().get());
        model.instrumentProperty().addListener((o, before, symbol) -> picker.setValue(symbol));
        picker.valueProperty().addListener((o, before, symbol) -> model.choose(symbol));
        model.notLiveProperty().addListener((o, before, why) -> showEmptyText(why));
        showEmptyText(model.notLiveProperty().get());
        model.depthProperty().addListener((o, before, depth) -> show(depth));
        show(model.depthProperty().get());
        getItems().addAll(book, chart);
        setDividerPositions(0.5);
    }

    /** Chooses the instrument. */
    public ComboBox<String> picker() {
        return picker;
    }

    private void showEmptyText(String notLive) {
        String text = notLive.isEmpty() ? "No orders yet." : "No book: " + notLive + ".";
        book.setEmptyText(text);
        chart.setEmptyText(text);
    }

    private void show(Depth depth) {
        book.show(depth);
        chart.show(depth);
    }
}
