package outcry.desktop.trader.ticket;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import outcry.desktop.parts.Figures;
import outcry.market.Limits;
import outcry.market.OrderType;
import outcry.market.TimeInForce;

/**
 * What kind of order is being written: its type, how long it stays, its stop price, how much of it
 * is shown. What does not apply to the type is kept as typed, but neither shown nor sent.
 */
public final class TicketTerms {
    private final ObjectProperty<OrderType> type =
            new SimpleObjectProperty<>(this, "type", OrderType.LIMIT);
    private final ObjectProperty<TimeInForce> timeInForce =
            new SimpleObjectProperty<>(this, "timeInForce", TimeInForce.GTC);
    private final ObservableList<TimeInForce> times = FXCollections.observableArrayList();
    private final StringProperty stop = new SimpleStringProperty(this, "stop", "");
    private final StringProperty display = new SimpleStringProperty(this, "display", "");
    private final BooleanProperty postOnly = new SimpleBooleanProperty(this, "postOnly");
    private final ReadOnlyBooleanWrapper priced = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper resting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper stopProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper displayProblem = new ReadOnlyStringWrapper("");

    /**
     * @param changed called after every change
     */
    TicketTerms(Runnable changed) {
        applyType();
        type.addListener(
                o -> {
                    applyType();
                    changed.run();
                });
        timeInForce.addListener(
                o -> {
                    resting.set(isResting());
                    changed.run();
                });
        stop.addListener(o -> changed.run());
        display.addListener(o -> changed.run());
        postOnly.addListener(o -> changed.run());
    }

    /** Limit orders can stay or not, stop orders must be able to stay, market orders never do. */
    private static List<TimeInForce> timesOf(OrderType type) {
        return switch (type) {
            case LIMIT ->
                    List.of(TimeInForce.GTC, TimeInForce.DAY, TimeInForce.IOC, TimeInForce.FOK);
            case MARKET -> List.of(TimeInForce.IOC, TimeInForce.FOK);
            case STOP, STOP_LIMIT -> List.of(TimeInForce.GTC, TimeInForce.DAY);
        };
    }

    private void applyType() {
        List<TimeInForce> offered = timesOf(type.get());
        if (!times.equals(offered)) {
            if (!offered.contains(timeInForce.get())) {
                timeInForce.set(offered.get(0));
            }
            times.setAll(offered);
        }
        priced.set(type.get().hasPrice());
        waiting.set(type.get().isStop());
        resting.set(isResting());
    }

    private boolean isResting() {
        return type.get() == OrderType.LIMIT && timeInForce.get().mayStay();
    }

    public ObjectProperty<OrderType> typeProperty() {
        return type;
    }

    /** One of {@link #times}. */
    public ObjectProperty<TimeInForce> timeInForceProperty() {
        return timeInForce;
    }

    /** What can be chosen with the present type, the usual one first. */
    public ObservableList<TimeInForce> times() {
        return times;
    }

    public StringProperty stopProperty() {
        return stop;
    }

    /** The shares an iceberg shows at a time; empty to show all. */
    public StringProperty displayProperty() {
        return display;
    }

    public BooleanProperty postOnlyProperty() {
        return postOnly;
    }

    /** Whether the order names a price. */
    public ReadOnlyBooleanProperty pricedProperty() {
        return priced.getReadOnlyProperty();
    }

    /** Whether the order waits for a trade at its stop price. */
    public ReadOnlyBooleanProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** Whether the order may rest at once, and so can be an iceberg or post-only. */
    public ReadOnlyBooleanProperty restingProperty() {
        return resting.getReadOnlyProperty();
    }

    /** What is wrong with the stop price as far as it is typed; empty when nothing. */
    public ReadOnlyStringProperty stopProblemProperty() {
        return stopProblem.getReadOnlyProperty();
    }

    /** What is wrong with the shares shown as far as they are typed; empty when nothing. */
    public ReadOnlyStringProperty displayProblemProperty() {
        return displayProblem.getReadOnlyProperty();
    }

    void clear() {
        stop.set("");
        display.set("");
    }

    /** Why these terms cannot be sent, or nothing. {@code shares} are ordered, 0 if unknown. */
    String check(long tick, long lot, long shares) {
        String stopWrong = waiting.get() ? problemOfStop(tick) : "";
        String displayWrong = resting.get() ? problemOfDisplay(lot, shares) : "";
        stopProblem.set(stop.get().isBlank() ? "" : stopWrong);
        displayProblem.set(displayWrong);
        return stopWrong.isEmpty() ? displayWrong : stopWrong;
    }

    /** The stop price in cents, 0 when it does not apply or has a problem. */
    long stopCents(long tick) {
        return waiting.get() && problemOfStop(tick).isEmpty() ? Typed.cents(stop.get()) : 0;
    }

    /** The shares shown at a time, 0 when all are, it does not apply or has a problem. */
    long displayShares(long lot, long shares) {
        boolean isTyped = resting.get() && !display.get().isBlank();
        return isTyped && problemOfDisplay(lot, shares).isEmpty() ? Typed.shares(display.get()) : 0;
    }

    boolean isPostOnly() {
        return resting.get() && postOnly.get();
    }

    private String problemOfStop(long tick) {
        return Typed.problemOfPrice(
                stop.get(), tick, "stop price", "Enter the stop price that a trade must reach.");
    }

    private String problemOfDisplay(long lot, long shares) {
        if (display.get().isBlank()) {
            return "";
        }
        if (!Typed.problemOfShares(display.get(), lot, "").isEmpty()) {
            return "Shown shares are a multiple of the lot, "
                    + Figures.count(lot)
                    + "; empty shows all.";
        }
        long parts = (shares + Typed.shares(display.get()) - 1) / Typed.shares(display.get());
        return parts > Limits.ICEBERG_PARTS_MAX
                ? "At most "
                        + Figures.count(Limits.ICEBERG_PARTS_MAX)
                        + " parts: show at least "
                        + Figures.count(leastShown(lot, shares))
                        + "."
                : "";
    }

    private static long leastShown(long lot, long shares) {
        long least = (shares + Limits.ICEBERG_PARTS_MAX - 1) / Limits.ICEBERG_PARTS_MAX;
        return (least + lot - 1) / lot * lot;
    }
}
