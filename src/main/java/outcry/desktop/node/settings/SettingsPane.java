package outcry.desktop.node.settings;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import outcry.group.ElectionPolicy;
import outcry.group.Timing;

/** Election policy and timing of the group, one row of buttons each. */
public final class SettingsPane extends VBox {
    private final SettingsModel model;

    public SettingsPane(SettingsModel model) {
        this.model = model;
        getStyleClass().add("settings");
        Label scope = new Label("For the whole group; recorded in its log by the leader.");
        scope.getStyleClass().add("muted");
        scope.setWrapText(true);
        Label message = new Label();
        message.setId("settings-message");
        message.setWrapText(true);
        message.textProperty().bind(model.messageProperty());
        message.visibleProperty().bind(model.messageProperty().isNotEmpty());
        message.managedProperty().bind(message.visibleProperty());
        getChildren()
                .addAll(
                        choice(
                                "Election policy",
                                ElectionPolicy.values(),
                                SettingsModel::nameOf,
                                SettingsModel::meaningOf,
                                model.policyProperty(),
                                model::choose),
                        choice(
                                "Timing",
                                Timing.values(),
                                SettingsModel::nameOf,
                                SettingsModel::meaningOf,
                                model.timingProperty(),
                                model::choose),
                        scope,
                        message);
    }

    private <T> VBox choice(
            String title,
            T[] values,
            Function<T, String> name,
            Function<T, String> meaning,
            ReadOnlyObjectProperty<T> now,
            Consumer<T> choose) {
        Label caption = new Label(title);
        caption.getStyleClass().add("setting-title");
        HBox buttons = new HBox();
        for (int at = 0; at < values.length; at++) {
            T value = values[at];
            ToggleButton button = new ToggleButton(name.apply(value));
            button.setAccessibleText(title + " " + name.apply(value));
            button.getStyleClass()
                    .add(
                            at == 0
                                    ? Styles.LEFT_PILL
                                    : at == values.length - 1
                                            ? Styles.RIGHT_PILL
                                            : Styles.CENTER_PILL);
            button.setSelected(value == now.get());
            now.addListener((o, before, current) -> button.setSelected(value == current));
            button.disableProperty().bind(model.pendingProperty().or(now.isNull()));
            button.setOnAction(
                    e -> {
                        button.setSelected(value == now.get()); // Until the group agrees.
                        choose.accept(value);
                    });
            buttons.getChildren().add(button);
        }
        Label line = new Label();
        line.getStyleClass().add("muted");
        line.setWrapText(true);
        line.textProperty().bind(now.map(meaning).orElse(""));
        VBox setting = new VBox(caption, buttons, line);
        setting.getStyleClass().add("setting");
        return setting;
    }
}
