package outcry.desktop.trader.account;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import outcry.desktop.parts.Figures;
import outcry.desktop.parts.Sweep;
import outcry.market.Side;

/**
 * Shares of one instrument: how many, what they cost, what they are worth. Costs are those of the
 * fills this window has seen; shares that came otherwise have none. Updated in place.
 */
public final class Position {
    private final String symbol;
    private final ReadOnlyStringWrapper symbolText;
    private final ReadOnlyStringWrapper held = new ReadOnlyStringWrapper("0");
    private final ReadOnlyStringWrapper reservedText = new ReadOnlyStringWrapper("0");
    private final ReadOnlyStringWrapper average = new ReadOnlyStringWrapper("–");
    private final ReadOnlyStringWrapper last = new ReadOnlyStringWrapper("–");
    private final ReadOnlyStringWrapper value = new ReadOnlyStringWrapper("0.00");
    private final ReadOnlyStringWrapper profit = new ReadOnlyStringWrapper("0.00");
    private long available;
    private long reserved;
    private long lastPrice;

    /** Shares bought (sold when negative) in fills seen, and what they cost. */
    private long traded;

    private double cost;
    private double realised;

    Position(String symbol) {
        this.symbol = symbol;
        this.symbolText = new ReadOnlyStringWrapper(symbol);
    }

    void showHolding(long newAvailable, long newReserved) {
        available = newAvailable;
        reserved = newReserved;
        refresh();
    }

    void showLast(long price) {
        if (price != lastPrice) {
            lastPrice = price;
            refresh();
        }
    }

    /** A fill: what closes the position realises a profit, what opens it adds to its cost. */
    void addFill(Side side, long price, long quantity) {
        long signed = side == Side.BUY ? quantity : -quantity;
        boolean closes = traded != 0 && (traded > 0) != (signed > 0);
        if (closes) {
            long closed = Math.min(Math.abs(signed), Math.abs(traded));
            double averageCost = cost / traded;
            realised += closed * (traded > 0 ? price - averageCost : averageCost - price);
            cost -= averageCost * (traded > 0 ? closed : -closed);
            traded += signed > 0 ? closed : -closed;
            signed += signed > 0 ? -closed : closed;
        }
        traded += signed;
        cost += (double) signed * price;
        refresh();
    }

    /** Cents gained or lost in fills seen, closed and open ones together. */
    long profitCents() {
        double open = lastPrice == 0 ? 0 : (double) traded * lastPrice - cost;
        return Math.round(realised + open);
    }

    /** What the shares are worth at the last price, in cents. */
    long valueCents() {
        return Sweep.multiplyClamped(available + reserved, lastPrice);
    }

    boolean isEmpty() {
        return available == 0 && reserved == 0 && traded == 0 && realised == 0;
    }

    public String symbol() {
        return symbol;
    }

    public long available() {
        return available;
    }

    public ReadOnlyStringProperty symbolProperty() {
        return symbolText.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty heldProperty() {
        return held.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty reservedProperty() {
        return reservedText.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty averageProperty() {
        return average.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty lastProperty() {
        return last.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty valueProperty() {
        return value.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty profitProperty() {
        return profit.getReadOnlyProperty();
    }

    private void refresh() {
        held.set(Figures.count(available + reserved));
        reservedText.set(Figures.count(reserved));
        average.set(traded == 0 ? "–" : Figures.money(Math.round(cost / traded)));
        last.set(Figures.price(lastPrice));
        value.set(Figures.money(valueCents()));
        profit.set(Figures.gain(profitCents()));
    }
}
