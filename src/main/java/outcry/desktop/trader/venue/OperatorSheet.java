package outcry.desktop.trader.venue;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import outcry.desktop.trader.desk.Words;
import outcry.market.Phase;
import outcry.market.Role;
import outcry.market.RoundAction;

/** The operator's desk, on a sheet over the window. Esc closes it. */
public final class OperatorSheet extends StackPane {
    private final OperatorModel model;
    private final GridPane form = new GridPane();
    private final ComboBox<OperatorAction> what = new ComboBox<>();
    private final Map<OperatorField, TextField> fields = new EnumMap<>(OperatorField.class);
    private final ComboBox<RoundAction> round;
    private final ComboBox<Phase> phase;
    private final ComboBox<Role> role;

    /**
     * @param venue tells where the round stands
     */
    public OperatorSheet(OperatorModel model, VenueModel venue) {
        this.model = model;
        setId("operator");
        getStyleClass().add("sheet");
        round = choice("operator-round", RoundAction.values(), model.roundActionProperty());
        phase = choice("operator-phase", Phase.values(), model.phaseProperty());
        role = choice("operator-role", Role.values(), model.roleProperty());
        for (OperatorField field : OperatorField.values()) {
            fields.put(field, field(field));
        }
        what.setId("operator-what");
        what.getItems().setAll(OperatorAction.values());
        what.valueProperty().bindBidirectional(model.actionProperty());
        what.setMaxWidth(Double.MAX_VALUE);
        what.setAccessibleText("What to do");
        form.getStyleClass().add("operator-form");
        model.actionProperty().addListener(o -> layOut());
        layOut();
        Label title = new Label("Run the exchange");
        title.getStyleClass().add("search-title");
        Label now = new Label();
        now.textProperty()
                .bind(
                        venue.roundProperty()
                                .map(
                                        r ->
                                                r.number() == 0
                                                        ? "No round yet."
                                                        : "Round "
                                                                + r.number()
                                                                + " is "
                                                                + Words.name(r.state())
                                                                + "."));
        VBox card =
                new VBox(
                        title,
                        words("operator-standing", model.standingProperty()),
                        now,
                        what,
                        form,
                        buttons(),
                        words("operator-problem", model.problemProperty()),
                        words("operator-outcome", model.outcomeProperty()));
        card.getStyleClass().addAll("search-card", "operator-card");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        card.setMinHeight(USE_PREF_SIZE);
        // Scrolls when large text leaves no room for the whole card.
        ScrollPane scroll = new ScrollPane(new StackPane(card));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("operator-scroll");
        getChildren().add(scroll);
        setVisible(false);
    }

    /** Shows it, with the keyboard in it. */
    public void open() {
        setVisible(true);
        what.requestFocus();
    }

    private Node buttons() {
        Button send = new Button();
        send.setId("operator-send");
        send.getStyleClass().add("accent");
        send.textProperty().bind(model.actionProperty().map(OperatorAction::button));
        send.disableProperty().bind(model.sendableProperty().not());
        send.setOnAction(e -> model.send());
        send.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(send, Priority.ALWAYS);
        Button close = new Button("Close");
        close.setId("operator-close");
        close.setOnAction(e -> setVisible(false));
        HBox row = new HBox(send, close);
        row.getStyleClass().add("sides");
        return row;
    }

    private void layOut() {
        form.getChildren().clear();
        int row = 0;
        OperatorAction action = model.actionProperty().get();
        for (OperatorField field : action.fields()) {
            boolean isOptional =
                    field == OperatorField.INSTRUMENT
                            && (action == OperatorAction.PHASE
                                    || action == OperatorAction.START
                                    || action == OperatorAction.CORRECT);
            TextField text = fields.get(field);
            text.setPromptText(
                    !isOptional
                            ? field.prompt()
                            : action == OperatorAction.PHASE ? "empty: all" : "empty: cash");
            add(row++, field.label(), text);
        }
        switch (action) {
            case ROUND -> add(row, "Round", round);
            case PHASE -> add(row, "Phase", phase);
            case ROLE -> add(row, "Becomes", role);
            default -> {}
        }
    }

    private void add(int row, String text, Node field) {
        Label label = new Label(text);
        label.getStyleClass().add("operator-label");
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(field);
        form.addRow(row, label, field);
        GridPane.setHgrow(field, Priority.ALWAYS);
    }

    private TextField field(OperatorField field) {
        TextField text = new TextField();
        text.setId("operator-" + field.name().toLowerCase(java.util.Locale.ROOT));
        text.setAccessibleText(field.label());
        text.textProperty().bindBidirectional(model.text(field));
        text.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        model.send();
                        event.consume();
                    }
                });
        return text;
    }

    private static <E extends Enum<E>> ComboBox<E> choice(
            String id, E[] choices, Property<E> chosen) {
        ComboBox<E> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(choices);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(E choice) {
                        return choice == null ? "" : Words.name(choice);
                    }

                    @Override
                    public E fromString(String text) {
                        throw new UnsupportedOperationException("is chosen, not typed");
                    }
                });
        box.valueProperty().bindBidirectional(chosen);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(id.replace('-', ' '));
        return box;
    }

    private static Label words(String id, ObservableValue<String> text) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.textProperty().bind(text);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }
}
