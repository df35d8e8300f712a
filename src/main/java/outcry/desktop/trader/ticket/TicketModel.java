package outcry.desktop.trader.ticket;

import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import outcry.desktop.parts.Depth;
import outcry.desktop.parts.Figures;
import outcry.desktop.trader.account.AccountModel;
import outcry.desktop.trader.blotter.OrdersModel;
import outcry.desktop.trader.desk.Words;
import outcry.market.Command;
import outcry.market.OrderType;
import outcry.market.Side;
import outcry.wire.trader.ServerMessage;

/**
 * An order being written: what it is, what is wrong with it, what it would cost; for both sides at
 * once. An order under way locks both buttons until its answer, so that nothing is sent twice.
 */
public final class TicketModel {
    private static final ServerMessage.Instrument UNKNOWN =
            new ServerMessage.Instrument("", "", 1, 1, 0, 0, 0, 0, 0);

    private final AccountModel account;
    private final OrdersModel orders;
    private final TicketTerms terms = new TicketTerms(this::refresh);
    private final StringProperty quantity = new SimpleStringProperty(this, "quantity", "");
    private final StringProperty price = new SimpleStringProperty(this, "price", "");
    private final ReadOnlyStringWrapper quantityProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper priceProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper(false);
    private final TicketSide buy = new TicketSide(Side.BUY);
    private final TicketSide sell = new TicketSide(Side.SELL);
    private Depth depth = Depth.NONE;
    private ServerMessage.Instrument instrument = UNKNOWN;
    private String blocked = "";

    public TicketModel(AccountModel account, OrdersModel orders) {
        this.account = account;
        this.orders = orders;
        quantity.addListener(o -> refresh());
        price.addListener(o -> refresh());
        account.versionProperty().addListener(o -> refresh());
        refresh();
    }

    // Inputs.

    /** The book has changed, or it is another instrument's. */
    public void showDepth(Depth newest) {
        if (!newest.instrument().equals(depth.instrument())) {
            price.set("");
            terms.stopProperty().set("");
        }
        depth = newest;
        refresh();
    }

    /** What is told of the instrument: its lot, phase, fees; null when nothing. */
    public void showInstrument(ServerMessage.Instrument newest) {
        instrument = newest == null ? UNKNOWN : newest;
        note.set(newest == null ? "" : Words.terms(newest));
        refresh();
    }

    /** Why nothing can be sent now; empty when it can. */
    public void showBlocked(String reason) {
        if (!reason.equals(blocked)) {
            blocked = reason;
            refresh();
        }
    }

    /** A price was clicked: it becomes the limit, or a stop's price. The side is never touched. */
    public void takePrice(long cents) {
        if (terms.typeProperty().get() == OrderType.STOP) {
            terms.stopProperty().set(Figures.money(cents));
            return;
        }
        if (terms.typeProperty().get() == OrderType.MARKET) {
            terms.typeProperty().set(OrderType.LIMIT);
        }
        price.set(Figures.money(cents));
    }

    /** Adds so many lots to the quantity; never below one lot. */
    public void stepQuantity(int lots) {
        step(quantity, lots);
    }

    /** Adds so many lots to what is shown of it; never below one lot. */
    public void stepDisplay(int lots) {
        step(terms.displayProperty(), lots);
    }

    /** Adds so many ticks to the price; an empty price starts at the touch. */
    public void stepPrice(int ticks) {
        step(price, ticks, touch());
    }

    /** Adds so many ticks to the stop price; an empty one starts at the last trade. */
    public void stepStop(int ticks) {
        step(terms.stopProperty(), ticks, instrument.last() == 0 ? touch() : instrument.last());
    }

    /** Sets the quantity to so many lots. */
    public void presetLots(long lots) {
        quantity.set(Figures.count(lots * instrument.lot()));
    }

    /** Forgets what was typed. */
    public void clear() {
        quantity.set("");
        price.set("");
        terms.clear();
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
        Command.EnterOrder order = draft().order(account.accountProperty().get(), side);
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

    /** What kind of order it is. */
    public TicketTerms terms() {
        return terms;
    }

    /** Fees and price band of the instrument in words; empty when it has none. */
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
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

    private void step(StringProperty shares, int lots) {
        long lot = instrument.lot();
        long now = Figures.parseCount(shares.get()).orElse(0);
        shares.set(Figures.count(Math.max(lot, now - now % lot + lots * lot)));
    }

    private void step(StringProperty cents, int ticks, long start) {
        long tick = depth.tick();
        OptionalLong now = Figures.parseMoney(cents.get());
        long next =
                now.isPresent() ? now.getAsLong() - now.getAsLong() % tick + ticks * tick : start;
        cents.set(Figures.money(Math.max(tick, next)));
    }

    private void refresh() {
        String quantityWrong = problemOfQuantity();
        String priceWrong = problemOfPrice();
        quantityProblem.set(quantity.get().isBlank() ? "" : quantityWrong);
        priceProblem.set(price.get().isBlank() ? "" : priceWrong);
        TicketDraft draft = draft();
        String termsWrong = terms.check(depth.tick(), instrument.lot(), draft.quantity());
        String common = commonProblem();
        if (common.isEmpty()) {
            common = quantityWrong.isEmpty() ? priceWrong : quantityWrong;
        }
        if (common.isEmpty()) {
            common = termsWrong.isEmpty() ? problemOfPhase(draft) : termsWrong;
        }
        buy.show(draft, common, account);
        sell.show(draft, common, account);
    }

    /** The order as far as it is written. */
    private TicketDraft draft() {
        long lot = instrument.lot();
        long shares = problemOfQuantity().isEmpty() ? Typed.shares(quantity.get()) : 0;
        boolean isPriced = terms.pricedProperty().get() && problemOfPrice().isEmpty();
        return new TicketDraft(
                depth,
                instrument,
                terms.typeProperty().get(),
                terms.timeInForceProperty().get(),
                shares,
                isPriced ? Typed.cents(price.get()) : 0,
                terms.stopCents(depth.tick()),
                terms.displayShares(lot, shares),
                terms.isPostOnly());
    }

    private String commonProblem() {
        if (!blocked.isEmpty()) {
            return blocked;
        }
        if (depth.instrument().isEmpty()) {
            return "Choose an instrument in the watchlist first.";
        }
        return sending.get() ? "Waiting for the answer to the order just sent." : "";
    }

    private String problemOfQuantity() {
        return Typed.problemOfShares(quantity.get(), instrument.lot(), "Enter how many shares.");
    }

    private String problemOfPrice() {
        return terms.pricedProperty().get()
                ? Typed.problemOfPrice(
                        price.get(),
                        depth.tick(),
                        "price",
                        "Enter a price, or click one in the book.")
                : "";
    }

    private static String problemOfPhase(TicketDraft draft) {
        ServerMessage.Instrument instrument = draft.instrument();
        String now = instrument.symbol() + " is " + Words.where(instrument.phase()) + ": ";
        if (!instrument.phase().takesOrders()) {
            return now + "orders can only be cancelled.";
        }
        boolean isKept = draft.type() != OrderType.MARKET && draft.timeInForce().mayStay();
        return instrument.phase().collects() && !isKept
                ? now + "only limit and stop orders that stay (GTC, DAY) are collected."
                : "";
    }
}
