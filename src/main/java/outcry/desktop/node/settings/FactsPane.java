package outcry.desktop.node.settings;

import atlantafx.base.theme.Styles;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import outcry.desktop.parts.Glyph;

/** The facts in two columns, each with a button that copies it. */
public final class FactsPane extends ScrollPane {
    private final GridPane grid = new GridPane();
    private final FactsModel model;

    public FactsPane(FactsModel model) {
        this.model = model;
        getStyleClass().add("facts");
        grid.getStyleClass().add("facts-grid");
        setContent(grid);
        setFitToWidth(true);
        model.facts().addListener((ListChangeListener<Fact>) change -> show());
        show();
    }

    private void show() {
        grid.getChildren().clear();
        int row = 0;
        for (Fact fact : model.facts()) {
            Label name = new Label(fact.name());
            name.getStyleClass().add("muted");
            name.setMinWidth(USE_PREF_SIZE);
            Label value = new Label(fact.value());
            value.getStyleClass().add("figure");
            Button copy = new Button(null, Glyph.COPY.node());
            copy.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "copy");
            copy.setAccessibleText("Copy " + fact.name());
            copy.setOnAction(e -> copy(fact.value()));
            grid.addRow(row++, name, copy, value);
        }
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
