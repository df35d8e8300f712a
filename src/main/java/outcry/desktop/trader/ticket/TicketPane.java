package outcry.desktop.trader.ticket;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import outcry.market.Side;

/**
 * The order form: type and time in force, quantity, price, and what else the type asks for; BUY and
 * SELL side by side.
 */
public final class TicketPane extends VBox {
    private static final List<Integer> PRESET_LOTS = List.of(1, 10, 100, 1000);

    private final TicketModel model;
    private final StepField quantity;
    private final SideForm buy;
    private final SideForm sell;

    /** The side whose button had the keyboard last; null before. */
    private Side chosen;

    public TicketPane(TicketModel model) {
        this.model = model;
        setId("ticket");
        getStyleClass().add("ticket");
        quantity =
                new StepField(
                        "Quantity",
                        model.quantityProperty(),
                        model.quantityProblemProperty(),
                        model::stepQuantity);
        buy = new SideForm(model, Side.BUY, this::focusQuantity);
        sell = new SideForm(model, Side.SELL, this::focusQuantity);
        remember(buy, Side.BUY);
        remember(sell, Side.SELL);
        HBox.setHgrow(buy, Priority.ALWAYS);
        HBox.setHgrow(sell, Priority.ALWAYS);
        HBox sides = new HBox(buy, sell);
        sides.getStyleClass().add("sides");
        VBox.setVgrow(sides, Priority.ALWAYS);
        getChildren().addAll(new TermsPane(model.terms()), fields(), sides, note());
    }

    /** Puts the keyboard into the quantity. */
    public void focusQuantity() {
        quantity.field().requestFocus();
        quantity.field().selectAll();
    }

    /** Puts the keyboard onto the button of a side, ready to be pressed with Enter. */
    public void focusSide(Side side) {
        chosen = side;
        (side == Side.BUY ? buy : sell).button().requestFocus();
    }

    /**
     * Sends the side chosen last.
     *
     * @return what stands in the way, or an empty text when it was sent
     */
    public String sendChosen() {
        if (chosen == null) {
            return "Choose BUY (F1) or SELL (F2) first, then Ctrl+Enter sends.";
        }
        return model.send(chosen) ? "" : model.side(chosen).problemProperty().get();
    }

    private Node fields() {
        TicketTerms terms = model.terms();
        StepField price =
                new StepField(
                        "Price",
                        model.priceProperty(),
                        model.priceProblemProperty(),
                        model::stepPrice);
        StepField stop =
                new StepField(
                        "Stop price",
                        terms.stopProperty(),
                        terms.stopProblemProperty(),
                        model::stepStop);
        StepField display =
                new StepField(
                        "Shown shares",
                        terms.displayProperty(),
                        terms.displayProblemProperty(),
                        model::stepDisplay);
        display.field().setPromptText("all");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("ticket-fields");
        row(grid, 0, "Shares", quantity, presets(), null);
        row(grid, 1, "Price", price, null, terms.pricedProperty());
        // An order that waits for a trade shows nothing, so the two can share a row.
        row(grid, 2, "Stop", stop, null, terms.waitingProperty());
        row(grid, 2, "Shows", display, postOnly(), terms.restingProperty());
        return grid;
    }

    /** A row that is there while {@code applies} says so; always when that is null. */
    private static void row(
            GridPane grid,
            int row,
            String text,
            StepField field,
            Node beside,
            ObservableBooleanValue applies) {
        Label label = new Label(text);
        label.getStyleClass().add("field-label");
        label.setLabelFor(field.field());
        GridPane.setHgrow(field, Priority.ALWAYS);
        grid.addRow(row, label, field);
        if (beside != null) {
            grid.add(beside, 2, row);
        }
        if (applies != null) {
            for (Node node :
                    beside == null ? List.of(label, field) : List.of(label, field, beside)) {
                node.visibleProperty().bind(applies);
                node.managedProperty().bind(applies);
            }
        }
    }

    private Node postOnly() {
        CheckBox box = new CheckBox("Post-only");
        box.setId("post-only");
        box.selectedProperty().bindBidirectional(model.terms().postOnlyProperty());
        box.setTooltip(new Tooltip("Refused if it would trade at once, so that it pays as maker."));
        return box;
    }

    /** Fees and price band. */
    private Node note() {
        Label note = new Label();
        note.setId("ticket-note");
        note.getStyleClass().add("side-words");
        note.textProperty().bind(model.noteProperty());
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        return note;
    }

    private Node presets() {
        HBox box = new HBox();
        box.getStyleClass().add("presets");
        for (int lots : PRESET_LOTS) {
            Button preset = new Button(lots == 1000 ? "1k" : Integer.toString(lots));
            preset.getStyleClass().addAll("figure", "preset");
            preset.setAccessibleText(lots + " lots");
            preset.setFocusTraversable(false);
            preset.setOnAction(e -> model.presetLots(lots));
            box.getChildren().add(preset);
        }
        return box;
    }

    private void remember(SideForm form, Side side) {
        form.button()
                .focusedProperty()
                .addListener(
                        (o, before, focused) -> {
                            if (focused) {
                                chosen = side;
                            }
                        });
    }
}
