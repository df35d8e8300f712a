package outcry.desktop.trader.ticket;

import java.util.OptionalLong;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import outcry.desktop.parts.Depth;
import outcry.desktop.parts.Figures;
import outcry.desktop.trader.account.AccountModel;
import outcry.desktop.trader.blotter.OrdersModel;
import outcry.market.Command;
import outcry.market.OrderType;
import outcry.market.Side;
import outcry.market.TimeInForce;

/**
 * An order being written: what it is, what is wrong with it, what it would cost; for both sides at
 * once. An order under way locks both buttons until its answer, so that nothing is sent twice.
 */
public final class TicketModel {
    private final AccountModel account;
    private final OrdersModel orders;
    private final StringProperty quantity = new SimpleStringProperty(this, "quantity", "");
    private final StringProperty price = new SimpleStringProperty(this, "price", "");
    private final ObjectProperty<OrderType> type =
            new SimpleObjectProperty<>(this, "type", OrderType.LIMIT);
    private final ObjectProperty<TimeInForce> timeInForce =
            new SimpleObjectProperty<>(this, "timeInForce", TimeInForce.GTC);
    private final ReadOnlyStringWrapper quantityProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper priceProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper marketOrder = new ReadOnlyBooleanWrapper();
    private final TicketSide buy = new TicketSide(Side.BUY);
    private final TicketSide sell = new TicketSide(Side.SELL);
    private Depth depth = Depth.NONE;
    private long lot = 1;
    private String blocked = "";

    public TicketModel(AccountModel account, OrdersModel orders) {
        this.account = account;
        this.orders = orders;
        quantity.addListener(o -> refresh());
        price.addListener(o -> refresh());
        type.addListener(o -> refresh());
        timeInForce.addListener(o -> refresh());
        account.versionProperty().addListener(o -> refresh());
        refresh();
    }

    // Inputs.

    /** The book has changed, or it is another instrument's. */
    public void showDepth(Depth newest) {
        if (!newest.instrument().equals(depth.instrument())) {
            price.set("");
        }
        depth = newest;
        refresh();
    }

    /** Shares trade in multiples of this. */
    public void showLot(long newLot) {
        if (newLot > 0 && newLot != lot) {
            lot = newLot;
            refresh();
        }
    }

    /** Why nothing can be sent now; empty when it can. */
    public void showBlocked(String reason) {
        if (!reason.equals(blocked)) {
            blocked = reason;
            refresh();
        }
    }

    /** A price was clicked: it becomes the limit. The side is never touched. */
    public void takePrice(long cents) {
        type.set(OrderType.LIMIT);
        price.set(Figures.money(cents));
    }

    /** Adds so many lots to the quantity; never below one lot. */
    public void stepQuantity(int lots) {
        long now = Figures.parseCount(quantity.get()).orElse(0);
        long next = Math.max(lot, now - now % lot + lots * lot);
        quantity.set(Figures.count(next));
    }

    /** Adds so many ticks to the price; an empty price starts at the touch. */
    public void stepPrice(int ticks) {
        long tick = depth.tick();
        OptionalLong now = Figures.parseMoney(price.get());
        long from = now.isPresent() ? now.getAsLong() : touch();
        long next = now.isPresent() ? from - from % tick + ticks * tick : from;
        price.set(Figures.money(Math.max(tick, next)));
    }

    /** Sets the quantity to so many lots. */
    public void presetLots(long lots) {
        quantity.set(Figures.count(lots * lot));
    }

    /** Forgets what was typed. */
    public void clear() {
        quantity.set("");
        price.set("");
    }

    /**
     * Sends the order, unless something is wrong with it or one is under way.
     *
     * @return whether it was sent
     */
    public boolean send(Side side) {
        refresh();
        if (!side(side).sendableProperty().get()) {
            return false;
        }
        boolean market = marketOrder.get();
        Command.EnterOrder order =
                new Command.EnterOrder(
                        account.accountProperty().get(),
                        depth.instrument(),
                        side,
                        type.get(),
                        market ? TimeInForce.IOC : timeInForce.get(),
                        market ? 0 : Figures.parseMoney(price.get()).orElseThrow(),
                        Figures.parseCount(quantity.get()).orElseThrow());
        sending.set(true);
        boolean sent = orders.enter(order, this::answered);
        sending.set(sent);
        refresh();
        return sent;
    }

    // Outputs.

    public StringProperty quantityProperty() {
        return quantity;
    }

    public StringProperty priceProperty() {
        return price;
    }

    public ObjectProperty<OrderType> typeProperty() {
        return type;
    }

    public ObjectProperty<TimeInForce> timeInForceProperty() {
        return timeInForce;
    }

    /** Whether it has no price, and ends at once. */
    public ReadOnlyBooleanProperty marketOrderProperty() {
        return marketOrder.getReadOnlyProperty();
    }

    /** What is wrong with the quantity, and what would be right; empty when nothing. */
    public ReadOnlyStringProperty quantityProblemProperty() {
        return quantityProblem.getReadOnlyProperty();
    }

    /** What is wrong with the price, and what would be right; empty when nothing. */
    public ReadOnlyStringProperty priceProblemProperty() {
        return priceProblem.getReadOnlyProperty();
    }

    /** Whether an order is under way. */
    public ReadOnlyBooleanProperty sendingProperty() {
        return sending.getReadOnlyProperty();
    }

    public TicketSide side(Side side) {
        return side == Side.BUY ? buy : sell;
    }

    private void answered() {
        sending.set(false);
        refresh();
    }

    private long touch() {
        return depth.bestBid() != 0
                ? depth.bestBid()
                : depth.bestAsk() != 0 ? depth.bestAsk() : depth.tick();
    }

    private void refresh() {
        marketOrder.set(type.get() == OrderType.MARKET);
        quantityProblem.set(quantity.get().isBlank() ? "" : problemOfQuantity());
        priceProblem.set(price.get().isBlank() || marketOrder.get() ? "" : problemOfPrice());
        TicketDraft draft =
                new TicketDraft(
                        depth,
                        marketOrder.get(),
                        problemOfQuantity().isEmpty()
                                ? Figures.parseCount(quantity.get()).orElseThrow()
                                : 0,
                        marketOrder.get() || !problemOfPrice().isEmpty()
                                ? 0
                                : Figures.parseMoney(price.get()).orElseThrow());
        String common = commonProblem();
        buy.show(draft, common, account);
        sell.show(draft, common, account);
    }

    private String commonProblem() {
        if (!blocked.isEmpty()) {
            return blocked;
        }
        if (depth.instrument().isEmpty()) {
            return "Choose an instrument in the watchlist first.";
        }
        if (sending.get()) {
            return "Waiting for the answer to the order just sent.";
        }
        String problem = problemOfQuantity();
        return problem.isEmpty() && !marketOrder.get() ? problemOfPrice() : problem;
    }

    private String problemOfQuantity() {
        if (quantity.get().isBlank()) {
            return "Enter how many shares.";
        }
        OptionalLong shares = Figures.parseCount(quantity.get());
        if (shares.isEmpty() || shares.getAsLong() == 0) {
            return "A quantity is a whole number of at least " + lot + ".";
        }
        return shares.getAsLong() % lot != 0
                ? "The quantity must be a multiple of the lot, " + lot + "."
                : "";
    }

    private String problemOfPrice() {
        if (price.get().isBlank()) {
            return "Enter a price, or click one in the book.";
        }
        OptionalLong cents = Figures.parseMoney(price.get());
        if (cents.isEmpty() || cents.getAsLong() == 0) {
            return "A price is an amount such as 12.50, above 0.";
        }
        return cents.getAsLong() % depth.tick() != 0
                ? "The price must be a multiple of the tick, " + Figures.money(depth.tick()) + "."
                : "";
    }
}
