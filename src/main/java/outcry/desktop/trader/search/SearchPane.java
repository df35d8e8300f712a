package outcry.desktop.trader.search;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import outcry.desktop.parts.Glyph;

/** A card that tells what is looked for and what helps when nothing is found. */
public final class SearchPane extends StackPane {
    /**
     * @param connect told a {@code host:port} that the user typed
     */
    public SearchPane(SearchModel model, Consumer<String> connect) {
        setId("search");
        getStyleClass().add("search");
        Label title = new Label("", Glyph.SEARCHING.node());
        title.getStyleClass().add("search-title");
        title.textProperty().bind(model.titleProperty());
        VBox card = new VBox(title, advice(), connectRow(connect));
        card.getStyleClass().add("search-card");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(card);
        visibleProperty().bind(model.shownProperty());
        managedProperty().bind(model.shownProperty());
    }

    private static Node advice() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("search-advice");
        advise(
                grid,
                0,
                "Practise alone",
                "A whole exchange with bots on this computer starts with");
        Label command = new Label("outcry demo");
        command.getStyleClass().addAll("figure", "search-command");
        grid.add(command, 1, 1);
        advise(
                grid,
                2,
                "Same network?",
                "Nodes are found on the network of this computer. Cable and Wi-Fi are often two"
                        + " networks; guest Wi-Fi often keeps computers apart.");
        advise(
                grid,
                3,
                "Firewall?",
                "Nodes announce themselves by UDP broadcast. The firewalls of this computer and of"
                        + " theirs must let it in.");
        advise(
                grid,
                4,
                "Elsewhere?",
                "A node's window and its ready line show its traders' address. Connect to it"
                        + " here:");
        return grid;
    }

    private static void advise(GridPane grid, int row, String topic, String sentence) {
        Label left = new Label(topic);
        left.getStyleClass().add("search-topic");
        left.setMinWidth(USE_PREF_SIZE);
        Label right = new Label(sentence);
        right.setWrapText(true);
        GridPane.setHgrow(right, Priority.ALWAYS);
        grid.addRow(row, left, right);
    }

    private static Node connectRow(Consumer<String> connect) {
        TextField address = new TextField();
        address.setId("connect-address");
        address.setPromptText("192.168.1.23:17701");
        address.setAccessibleText("Address of a node's traders' port");
        address.getStyleClass().add("figure");
        HBox.setHgrow(address, Priority.ALWAYS);
        Button button = new Button("Connect to address");
        button.setId("connect");
        button.getStyleClass().add("accent");
        button.disableProperty()
                .bind(address.textProperty().map(text -> !SearchModel.problemOf(text).isEmpty()));
        button.setMinWidth(USE_PREF_SIZE);
        Runnable act =
                () -> {
                    if (SearchModel.problemOf(address.getText()).isEmpty()) {
                        connect.accept(address.getText().strip());
                    }
                };
        button.setOnAction(e -> act.run());
        address.setOnAction(e -> act.run());
        HBox row = new HBox(address, button);
        row.getStyleClass().add("search-connect");
        return row;
    }
}
