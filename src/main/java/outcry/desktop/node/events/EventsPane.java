package outcry.desktop.node.events;

import atlantafx.base.theme.Styles;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import outcry.desktop.parts.Columns;

/** The event list with its filter. */
public final class EventsPane extends BorderPane {
    public EventsPane(EventsModel model) {
        getStyleClass().add("events");
        TextField search = new TextField();
        search.setId("event-search");
        search.setPromptText("Find in events");
        search.setAccessibleText("Find in events");
        search.textProperty().bindBidirectional(model.searchProperty());
        HBox bar = new HBox(topics(model), search);
        bar.getStyleClass().add("events-bar");
        setTop(bar);
        setCenter(table(model));
    }

    private static Node topics(EventsModel model) {
        HBox buttons = new HBox();
        ToggleGroup group = new ToggleGroup();
        EventTopic[] topics = EventTopic.values();
        for (EventTopic topic : topics) {
            ToggleButton button = new ToggleButton(topic.label());
            button.getStyleClass().add(Styles.SMALL);
            button.getStyleClass()
                    .add(
                            topic == topics[0]
                                    ? Styles.LEFT_PILL
                                    : topic == topics[topics.length - 1]
                                            ? Styles.RIGHT_PILL
                                            : Styles.CENTER_PILL);
            button.setToggleGroup(group);
            button.setSelected(topic == model.topicProperty().get());
            button.setOnAction(
                    e -> {
                        button.setSelected(true); // One of them always is.
                        model.topicProperty().set(topic);
                    });
            buttons.getChildren().add(button);
        }
        return buttons;
    }

    private static TableView<EventRow> table(EventsModel model) {
        TableView<EventRow> table = new TableView<>(model.rows());
        table.getStyleClass().addAll("events-table", "dense");
        table.setAccessibleText("Events, newest first");
        table.setPlaceholder(new Label("Nothing yet. Elections, joins, gaps … appear here."));
        table.getColumns().add(fixed(Columns.figure("Time", 108, value(EventRow::timeText))));
        table.getColumns().add(fixed(Columns.text("Event", 82, value(EventRow::kindText))));
        table.getColumns().add(fixed(Columns.figure("Term", 54, value(EventRow::termText))));
        table.getColumns().add(Columns.text("What", 340, value(EventRow::sentence)));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        return table;
    }

    /** What does not shrink when the window is narrow. */
    private static TableColumn<EventRow, String> fixed(TableColumn<EventRow, String> column) {
        column.setMinWidth(column.getPrefWidth());
        return column;
    }

    private static Function<EventRow, ObservableValue<String>> value(
            Function<EventRow, String> text) {
        return row -> new ReadOnlyStringWrapper(text.apply(row));
    }
}
