package outcry.desktop.trader.ticket;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import outcry.market.OrderType;
import outcry.market.Side;
import outcry.market.TimeInForce;

/** The order form: quantity, price, type; BUY and SELL side by side. */
public final class TicketPane extends VBox {
    private static final List<Integer> PRESET_LOTS = List.of(1, 10, 100, 1000);

    private final TicketModel model;
    private final StepField quantity;
    private final StepField price;
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
        price =
                new StepField(
                        "Price",
                        model.priceProperty(),
                        model.priceProblemProperty(),
                        model::stepPrice);
        price.disableProperty().bind(model.marketOrderProperty());
        buy = new SideForm(model, Side.BUY, this::focusQuantity);
        sell = new SideForm(model, Side.SELL, this::focusQuantity);
        remember(buy, Side.BUY);
        remember(sell, Side.SELL);
        HBox.setHgrow(buy, Priority.ALWAYS);
        HBox.setHgrow(sell, Priority.ALWAYS);
        HBox sides = new HBox(buy, sell);
        sides.getStyleClass().add("sides");
        VBox.setVgrow(sides, Priority.ALWAYS);
        getChildren().addAll(fields(), sides);
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
        GridPane grid = new GridPane();
        grid.getStyleClass().add("ticket-fields");
        grid.addRow(0, label("Shares", quantity.field()), quantity, presets());
        grid.addRow(1, label("Price", price.field()), price, kinds());
        GridPane.setHgrow(quantity, Priority.ALWAYS);
        GridPane.setHgrow(price, Priority.ALWAYS);
        return grid;
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

    private Node kinds() {
        ToggleGroup group = new ToggleGroup();
        ToggleButton gtc =
                kind(
                        "Limit",
                        group,
                        "Limit, good till cancelled: trades at the price or better, the rest waits"
                                + " in the book.");
        ToggleButton ioc =
                kind(
                        "IOC",
                        group,
                        "Limit, immediate or cancel: trades at the price or better now, the rest is"
                                + " cancelled.");
        ToggleButton market =
                kind(
                        "Market",
                        group,
                        "Trades now at whatever price there is; the rest is cancelled.");
        gtc.setId("limit");
        ioc.setId("ioc");
        market.setId("market");
        gtc.setOnAction(e -> choose(OrderType.LIMIT, TimeInForce.GTC));
        ioc.setOnAction(e -> choose(OrderType.LIMIT, TimeInForce.IOC));
        market.setOnAction(e -> choose(OrderType.MARKET, TimeInForce.IOC));
        Runnable mark =
                () ->
                        group.selectToggle(
                                model.typeProperty().get() == OrderType.MARKET
                                        ? market
                                        : model.timeInForceProperty().get() == TimeInForce.IOC
                                                ? ioc
                                                : gtc);
        model.typeProperty().addListener(o -> mark.run());
        model.timeInForceProperty().addListener(o -> mark.run());
        mark.run();
        // A click on the chosen kind must not leave none chosen.
        group.selectedToggleProperty()
                .addListener(
                        (o, before, now) -> {
                            if (now == null) {
                                mark.run();
                            }
                        });
        HBox box = new HBox(gtc, ioc, market);
        box.getStyleClass().add("kinds");
        return box;
    }

    private void choose(OrderType type, TimeInForce timeInForce) {
        model.timeInForceProperty().set(timeInForce);
        model.typeProperty().set(type);
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

    private static ToggleButton kind(String text, ToggleGroup group, String explanation) {
        ToggleButton button = new ToggleButton(text);
        button.getStyleClass().add("kind");
        button.setToggleGroup(group);
        button.setAccessibleHelp(explanation);
        Tooltip tooltip = new Tooltip(explanation);
        tooltip.setShowDelay(Duration.millis(400));
        button.setTooltip(tooltip);
        return button;
    }

    private static Label label(String text, Node of) {
        Label label = new Label(text);
        label.getStyleClass().add("field-label");
        label.setLabelFor(of);
        return label;
    }
}
