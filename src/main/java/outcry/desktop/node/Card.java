package outcry.desktop.node;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A veil over the panels with a card on it: a title, what it means, and what can be done. */
final class Card extends StackPane {
    private final Label title = new Label();
    private final Label text = new Label();
    private final HBox buttons = new HBox();

    Card(String id) {
        setId(id);
        getStyleClass().add("veil");
        title.getStyleClass().add("card-title");
        text.getStyleClass().add("card-text");
        text.setWrapText(true);
        buttons.getStyleClass().add("card-buttons");
        VBox card = new VBox(title, text, buttons);
        card.getStyleClass().add("card");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(card);
        hide();
    }

    /** Shows the card; the first button has the focus, so that Enter presses it. */
    void show(String newTitle, String newText, Button... newButtons) {
        title.setText(newTitle);
        text.setText(newText);
        setAccessibleText(newTitle + ". " + newText);
        buttons.getChildren().setAll(newButtons);
        setVisible(true);
        newButtons[0].requestFocus();
    }

    void hide() {
        setVisible(false);
    }

    static Button button(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setOnAction(e -> action.run());
        return button;
    }
}
