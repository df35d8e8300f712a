package outcry.desktop.trader.blotter;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import outcry.desktop.parts.Figures;
import outcry.desktop.parts.Glyph;
import outcry.desktop.parts.Sign;
import outcry.desktop.parts.Tone;
import outcry.desktop.trader.desk.Words;
import outcry.market.Side;
import outcry.wire.trader.ServerMessage;

/** One own order, updated in place. JavaFX thread only. */
public final class OrderRow {
    private Terms terms;
    private final ReadOnlyStringWrapper time = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper sequence = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper symbol;
    private final ReadOnlyObjectWrapper<Sign> side;
    private final ReadOnlyStringWrapper quantity = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper price = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper type = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper shortType = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper stop = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper display = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper timeInForce = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Sign> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
    private OrderState stage = OrderState.SENT;
    private long orderId;
    private long acceptedIndex;
    private long open;
    private boolean cancelling;

    /**
     * What was ordered, and amended since.
     *
     * @param price in cents, 0 for a market order
     * @param quantity in shares, those filled included
     */
    public record Terms(
            String symbol,
            Side side,
            long price,
            long quantity,
            ServerMessage.OrderTerms further) {}

    OrderRow(Terms terms, String time) {
        this.terms = terms;
        this.open = terms.quantity();
        this.time.set(time);
        this.symbol = new ReadOnlyStringWrapper(terms.symbol());
        this.side = new ReadOnlyObjectWrapper<>(signOf(terms.side()));
        refresh();
    }

    /** A side as glyph and word. */
    static Sign signOf(Side side) {
        return side == Side.BUY
                ? new Sign(Glyph.UP, "BUY", Tone.BID)
                : new Sign(Glyph.DOWN, "SELL", Tone.ASK);
    }

    /** The exchange gave it an id, at this place of the sequence. */
    void accept(long id, long index) {
        orderId = id;
        acceptedIndex = index;
        sequence.set(Figures.count(index));
        refresh();
    }

    /** These are its terms now. */
    void show(Terms newest) {
        terms = newest;
        refresh();
    }

    /** It is in this state, with this much open; {@code why} is shown beside it. */
    void become(OrderState newStage, long nowOpen, String why) {
        stage = newStage;
        open = nowOpen;
        cancelling = cancelling && newStage.isWorking();
        detail.set(why);
        refresh();
    }

    /** A cancel is on its way, or was refused. */
    void setCancelling(boolean now) {
        cancelling = now;
        refresh();
    }

    public Terms terms() {
        return terms;
    }

    public OrderState stage() {
        return stage;
    }

    /** 0 until the exchange has given one. */
    public long orderId() {
        return orderId;
    }

    /** Sequence number at which it was accepted, or first heard of; 0 before. */
    public long acceptedIndex() {
        return acceptedIndex;
    }

    /** Shares that may still trade. */
    public long open() {
        return open;
    }

    /** Whether it can be amended now. */
    public boolean isAmendable() {
        return orderId != 0 && stage.isKept() && !cancelling;
    }

    /** Whether a cancel can be sent for it. */
    public boolean isCancellable() {
        return orderId != 0 && stage.isWorking() && !cancelling;
    }

    public ReadOnlyStringProperty timeProperty() {
        return time.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty sequenceProperty() {
        return sequence.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty symbolProperty() {
        return symbol.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Sign> sideProperty() {
        return side.getReadOnlyProperty();
    }

    /** Filled of ordered shares, "40/100". */
    public ReadOnlyStringProperty quantityProperty() {
        return quantity.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty priceProperty() {
        return price.getReadOnlyProperty();
    }

    /** What it is now, "limit"; a stop that was triggered says so. */
    public ReadOnlyStringProperty typeProperty() {
        return type.getReadOnlyProperty();
    }

    /** Type and time in force as traders abbreviate them, "S-LMT DAY". */
    public ReadOnlyStringProperty shortTypeProperty() {
        return shortType.getReadOnlyProperty();
    }

    /** The price of the trade that triggers it, or has; empty when it is no stop. */
    public ReadOnlyStringProperty stopProperty() {
        return stop.getReadOnlyProperty();
    }

    /** The shares shown at a time; empty when all are. */
    public ReadOnlyStringProperty displayProperty() {
        return display.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty timeInForceProperty() {
        return timeInForce.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Sign> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why it was rejected or cancelled, in words; else empty. */
    public ReadOnlyStringProperty detailProperty() {
        return detail.getReadOnlyProperty();
    }

    private void refresh() {
        ServerMessage.OrderTerms further = terms.further();
        price.set(terms.price() == 0 ? "market" : Figures.money(terms.price()));
        String word = Words.name(further.type()) + (further.postOnly() ? ", post-only" : "");
        type.set(further.triggered() ? word + ", triggered" : word);
        shortType.set(abbreviated(further) + " " + further.timeInForce().name());
        stop.set(further.stop() == 0 ? "" : Figures.money(further.stop()));
        display.set(further.display() == 0 ? "" : Figures.count(further.display()));
        timeInForce.set(further.timeInForce().name());
        String filled = Figures.count(terms.quantity() - open);
        quantity.set(filled + "/" + Figures.count(terms.quantity()));
        String phase =
                cancelling
                        ? "cancelling…"
                        : stage == OrderState.PARTLY_FILLED
                                ? "part " + quantity.get()
                                : stage.word();
        state.set(new Sign(stage.glyph(), phase, stage.tone()));
    }

    private static String abbreviated(ServerMessage.OrderTerms terms) {
        String postOnly = terms.postOnly() ? " PO" : "";
        return switch (terms.type()) {
            case LIMIT -> terms.postOnly() ? "PO" : "LMT"; // Only limit orders rest.
            case MARKET -> "MKT";
            case STOP -> "STP" + postOnly;
            case STOP_LIMIT -> "S-LMT" + postOnly;
        };
    }
}
