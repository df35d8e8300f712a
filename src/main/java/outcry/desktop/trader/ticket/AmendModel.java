package outcry.desktop.trader.ticket;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import outcry.desktop.parts.Figures;
import outcry.desktop.parts.Sign;
import outcry.desktop.trader.blotter.OrderRow;
import outcry.desktop.trader.blotter.OrdersModel;
import outcry.desktop.trader.desk.Words;
import outcry.wire.trader.ServerMessage;

/**
 * A working order being changed: what is to be open of it and at which price, and whether it keeps
 * its place (M10). Ends with the exchange's consent, or with the order.
 */
public final class AmendModel {
    private final OrdersModel orders;
    private final Function<String, ServerMessage.Instrument> instruments;
    private final StringProperty quantity = new SimpleStringProperty(this, "quantity", "");
    private final StringProperty price = new SimpleStringProperty(this, "price", "");
    private final ReadOnlyObjectWrapper<OrderRow> row = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper quantityProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper priceProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper label = new ReadOnlyStringWrapper("Amend");
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper sendable = new ReadOnlyBooleanWrapper();
    private final ChangeListener<Sign> rowChanged = (o, before, now) -> rowChanged();
    private String blocked = "";
    private String refusal = "";
    private boolean sending;

    /**
     * @param instruments tells what is known of a symbol, or null
     */
    public AmendModel(OrdersModel orders, Function<String, ServerMessage.Instrument> instruments) {
        this.orders = orders;
        this.instruments = instruments;
        quantity.addListener(o -> typed());
        price.addListener(o -> typed());
    }

    /** Begins to change this order; another one that was being changed is left as it is. */
    public void open(OrderRow order) {
        close();
        row.set(order);
        quantity.set(Figures.count(order.open()));
        price.set(hasPrice() ? Figures.money(order.terms().price()) : "");
        order.stateProperty().addListener(rowChanged);
        refresh();
    }

    /** Leaves the order as it is. */
    public void close() {
        if (row.get() != null) {
            row.get().stateProperty().removeListener(rowChanged);
        }
        sending = false;
        refusal = "";
        row.set(null);
    }

    /** Why nothing can be sent now; empty when it can. */
    public void showBlocked(String reason) {
        blocked = reason;
        refresh();
    }

    /** Adds so many lots to what is to be open; never below one lot. */
    public void stepQuantity(int lots) {
        long lot = lot();
        long now = Figures.parseCount(quantity.get()).orElse(0);
        quantity.set(Figures.count(Math.max(lot, now - now % lot + lots * lot)));
    }

    /** Adds so many ticks to the price; never below one tick. */
    public void stepPrice(int ticks) {
        long tick = tick();
        long now = Figures.parseMoney(price.get()).orElse(row.get().terms().price());
        price.set(Figures.money(Math.max(tick, now - now % tick + ticks * tick)));
    }

    /**
     * Sends the change, unless something is wrong with it or one is under way.
     *
     * @return whether it was sent
     */
    public boolean send() {
        refresh();
        if (!sendable.get()) {
            return false;
        }
        OrderRow order = row.get();
        long newQuantity = Typed.shares(quantity.get());
        long newPrice = hasPrice() ? Typed.cents(price.get()) : 0;
        sending =
                orders.amend(
                        order,
                        newPrice == order.terms().price() ? 0 : newPrice,
                        newQuantity == order.open() ? 0 : newQuantity,
                        answer -> answered(order, answer));
        refresh();
        return sending;
    }

    public StringProperty quantityProperty() {
        return quantity;
    }

    public StringProperty priceProperty() {
        return price;
    }

    /** The order being changed; null when there is none. */
    public ReadOnlyObjectProperty<OrderRow> rowProperty() {
        return row.getReadOnlyProperty();
    }

    /** Which order it is, "Order 17: SELL ACME, 40/100 filled". */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty quantityProblemProperty() {
        return quantityProblem.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty priceProblemProperty() {
        return priceProblem.getReadOnlyProperty();
    }

    /** The whole change in words, "Amend to 5 @ 12.40". */
    public ReadOnlyStringProperty labelProperty() {
        return label.getReadOnlyProperty();
    }

    /** What it would do to the order's place, or why it cannot be sent. */
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty sendableProperty() {
        return sendable.getReadOnlyProperty();
    }

    /** Whether the order has a price that can be changed. */
    public boolean hasPrice() {
        return row.get() != null && row.get().terms().further().type().hasPrice();
    }

    private void typed() {
        refusal = "";
        refresh();
    }

    private void answered(OrderRow order, ServerMessage.Answered answer) {
        if (row.get() != order) {
            return; // Another one is being changed meanwhile.
        }
        sending = false;
        if (answer.answer().isAccepted()) {
            close();
        } else {
            refusal = Words.refusal(answer);
            refresh();
        }
    }

    private void rowChanged() {
        if (!row.get().stage().isWorking()) {
            close();
        } else {
            refresh();
        }
    }

    private void refresh() {
        OrderRow order = row.get();
        if (order == null) {
            sendable.set(false);
            return;
        }
        String quantityWrong =
                Typed.problemOfShares(quantity.get(), lot(), "Enter how many shares stay open.");
        String priceWrong =
                hasPrice()
                        ? Typed.problemOfPrice(price.get(), tick(), "price", "Enter a price.")
                        : "";
        quantityProblem.set(quantityWrong);
        priceProblem.set(priceWrong);
        title.set(titleOf(order));
        boolean isRead = quantityWrong.isEmpty() && priceWrong.isEmpty();
        label.set(isRead ? labelOf() : "Amend");
        String problem = problem(order, quantityWrong.isEmpty() ? priceWrong : quantityWrong);
        sendable.set(problem.isEmpty());
        words.set(problem.isEmpty() ? place(order) : problem);
    }

    private String problem(OrderRow order, String wrong) {
        if (!blocked.isEmpty()) {
            return blocked;
        }
        if (sending) {
            return "Waiting for the answer.";
        }
        if (!wrong.isEmpty()) {
            return wrong;
        }
        if (!refusal.isEmpty()) {
            return "Refused: " + refusal;
        }
        if (!order.isAmendable()) {
            return "The order cannot be changed now.";
        }
        boolean isSame =
                Typed.shares(quantity.get()) == order.open()
                        && (!hasPrice() || Typed.cents(price.get()) == order.terms().price());
        return isSame ? "Change the price or the shares that stay open." : "";
    }

    private String place(OrderRow order) {
        if (order.terms().further().type().isStop()) {
            return "It goes on waiting for its stop price.";
        }
        boolean keeps =
                Typed.cents(price.get()) == order.terms().price()
                        && Typed.shares(quantity.get()) < order.open();
        return keeps
                ? "It keeps its place in the queue."
                : "It goes to the back of its price, and may trade at once.";
    }

    private String labelOf() {
        return "Amend to "
                + quantity.get().strip()
                + (hasPrice() ? " @ " + price.get().strip() : "");
    }

    private static String titleOf(OrderRow order) {
        return "Order "
                + order.orderId()
                + ": "
                + order.terms().side()
                + " "
                + order.terms().symbol()
                + ", "
                + order.quantityProperty().get()
                + " filled";
    }

    private long lot() {
        ServerMessage.Instrument instrument = instruments.apply(row.get().terms().symbol());
        return instrument == null ? 1 : instrument.lot();
    }

    private long tick() {
        ServerMessage.Instrument instrument = instruments.apply(row.get().terms().symbol());
        return instrument == null ? 1 : instrument.tick();
    }
}
