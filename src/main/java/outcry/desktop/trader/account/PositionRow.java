package outcry.desktop.trader.account;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import outcry.client.model.Position;
import outcry.desktop.parts.Figures;
import outcry.desktop.parts.Sweep;
import outcry.wire.trader.ServerMessage;

/**
 * Shares of one instrument: how many, what they cost, what they are worth. Costs are those of the
 * fills this window has seen; shares that came otherwise have none. Updated in place.
 */
public final class PositionRow {
    private final ReadOnlyStringWrapper symbol;
    private final ReadOnlyStringWrapper held = new ReadOnlyStringWrapper("0");
    private final ReadOnlyStringWrapper reserved = new ReadOnlyStringWrapper("0");
    private final ReadOnlyStringWrapper average = new ReadOnlyStringWrapper("–");
    private final ReadOnlyStringWrapper last = new ReadOnlyStringWrapper("–");
    private final ReadOnlyStringWrapper value = new ReadOnlyStringWrapper("0.00");
    private final ReadOnlyStringWrapper profit = new ReadOnlyStringWrapper("0.00");

    PositionRow(String symbol) {
        this.symbol = new ReadOnlyStringWrapper(symbol);
    }

    void show(ServerMessage.Holding holding, Position traded, long lastPrice) {
        held.set(Figures.count(holding.available() + holding.reserved()));
        reserved.set(Figures.count(holding.reserved()));
        average.set(Figures.price(traded.averagePrice()));
        last.set(Figures.price(lastPrice));
        value.set(Figures.money(valueOf(holding, lastPrice)));
        profit.set(Figures.gain(traded.realised() + traded.unrealised()));
    }

    /** What the shares are worth at the last price, in cents. */
    static long valueOf(ServerMessage.Holding holding, long lastPrice) {
        return Sweep.multiplyClamped(holding.available() + holding.reserved(), lastPrice);
    }

    public ReadOnlyStringProperty symbolProperty() {
        return symbol.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty heldProperty() {
        return held.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty reservedProperty() {
        return reserved.getReadOnlyProperty();
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
}
