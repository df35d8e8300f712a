package outcry.desktop.trader;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The keys, on a sheet over the window; shown with "?" and hidden with any click or Esc. */
final class ShortcutSheet extends StackPane {
    private record Key(String keys, String does) {}

    private static final List<Key> KEYS =
            List.of(
                    new Key("F1  F2", "go to BUY, to SELL (Enter sends)"),
                    new Key("Ctrl+Enter", "send the side chosen last"),
                    new Key("Esc", "clear the ticket, leave an amendment"),
                    new Key("Ctrl+Backspace", "cancel all working orders"),
                    new Key("↑  ↓  in a field", "one step; ten with Shift"),
                    new Key("↑  ↓  Enter in the book", "choose a price for the ticket"),
                    new Key("Del", "cancel the chosen order, or own orders at a price"),
                    new Key("Enter in the blotter", "amend the chosen order"),
                    new Key("Space", "centre the book; let the tape go on"),
                    new Key("C  in the book", "sizes summed up, or one by one"),
                    new Key("Ctrl+M", "run the exchange, for operators"),
                    new Key("F6  Shift+F6", "next, previous panel"),
                    new Key("Ctrl+Plus  Minus  0", "larger, smaller, normal size"),
                    new Key("?", "this sheet"));

    ShortcutSheet() {
        setId("shortcuts");
        getStyleClass().add("sheet");
        Label title = new Label("Keyboard");
        title.getStyleClass().add("search-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("sheet-keys");
        for (int i = 0; i < KEYS.size(); i++) {
            Label keys = new Label(KEYS.get(i).keys());
            keys.getStyleClass().addAll("figure", "sheet-key");
            grid.addRow(i, keys, new Label(KEYS.get(i).does()));
        }
        VBox card = new VBox(title, grid);
        card.getStyleClass().add("search-card");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(card);
        setOnMouseClicked(e -> setVisible(false));
        setVisible(false);
    }
}
