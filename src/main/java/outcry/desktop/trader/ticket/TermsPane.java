package outcry.desktop.trader.ticket;

import java.util.EnumMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import outcry.market.OrderType;
import outcry.market.TimeInForce;

/** The ticket's first line: the order's type, and how long it stays. */
final class TermsPane extends HBox {
    private final TicketTerms terms;

    TermsPane(TicketTerms terms) {
        this.terms = terms;
        getStyleClass().add("kinds");
        Region gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(types());
        getChildren().addAll(gap, times());
    }

    private ToggleButton[] types() {
        ToggleGroup group = new ToggleGroup();
        Map<OrderType, ToggleButton> buttons = new EnumMap<>(OrderType.class);
        for (OrderType type : OrderType.values()) {
            ToggleButton button = new ToggleButton(wordOf(type));
            button.setId("type-" + wordOf(type).toLowerCase(java.util.Locale.ROOT));
            button.getStyleClass().add("kind");
            button.setToggleGroup(group);
            button.setAccessibleHelp(explain(type));
            button.setTooltip(soon(explain(type)));
            button.setOnAction(e -> terms.typeProperty().set(type));
            buttons.put(type, button);
        }
        Runnable mark = () -> group.selectToggle(buttons.get(terms.typeProperty().get()));
        terms.typeProperty().addListener(o -> mark.run());
        mark.run();
        // A click on the chosen type must not leave none chosen.
        group.selectedToggleProperty()
                .addListener(
                        (o, before, now) -> {
                            if (now == null) {
                                mark.run();
                            }
                        });
        return buttons.values().toArray(ToggleButton[]::new);
    }

    private ComboBox<TimeInForce> times() {
        ComboBox<TimeInForce> box = new ComboBox<>();
        box.setId("time-in-force");
        box.getStyleClass().add("kind");
        box.setAccessibleText("Time in force");
        Tooltip tooltip = soon("");
        box.setTooltip(tooltip);
        Runnable mark =
                () -> {
                    TimeInForce now = terms.timeInForceProperty().get();
                    // A box whose items change forgets what was chosen: it is chosen again.
                    if (!box.getItems().equals(terms.times())) {
                        box.getItems().setAll(terms.times());
                    }
                    box.setValue(now);
                    tooltip.setText(explain(now));
                    box.setAccessibleHelp(explain(now));
                };
        box.valueProperty()
                .addListener(
                        (o, before, now) -> {
                            if (now != null && terms.times().contains(now)) {
                                terms.timeInForceProperty().set(now);
                            }
                        });
        terms.timeInForceProperty().addListener(o -> mark.run());
        terms.times().addListener((ListChangeListener<TimeInForce>) change -> mark.run());
        mark.run();
        return box;
    }

    private static Tooltip soon(String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setShowDelay(Duration.millis(400));
        return tooltip;
    }

    private static String wordOf(OrderType type) {
        return switch (type) {
            case LIMIT -> "Limit";
            case MARKET -> "Market";
            case STOP -> "Stop";
            case STOP_LIMIT -> "Stop-limit";
        };
    }

    private static String explain(OrderType type) {
        return switch (type) {
            case LIMIT -> "Limit: trades at the price or better.";
            case MARKET -> "Market: trades now at whatever price there is; never waits.";
            case STOP ->
                    "Stop: waits outside the book until a trade reaches its stop price, then"
                            + " trades at whatever price there is.";
            case STOP_LIMIT ->
                    "Stop-limit: waits outside the book until a trade reaches its stop price,"
                            + " then is a limit order.";
        };
    }

    private static String explain(TimeInForce time) {
        return switch (time) {
            case GTC -> "Good till cancelled: what does not trade at once waits.";
            case DAY -> "Day: like GTC, and cancelled when the round ends.";
            case IOC -> "Immediate or cancel: what does not trade at once is cancelled.";
            case FOK -> "Fill or kill: all of it trades at once, or nothing.";
        };
    }
}
