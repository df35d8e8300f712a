package outcry.desktop.trader.blotter;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import outcry.desktop.parts.Figures;
import outcry.desktop.parts.Sign;
import outcry.wire.trader.ServerMessage;

/** One own fill; never changes. */
public final class FillRow {
    private final ServerMessage.OwnFill fill;
    private final String time;

    FillRow(ServerMessage.OwnFill fill, String time) {
        this.fill = fill;
        this.time = time;
    }

    public ServerMessage.OwnFill fill() {
        return fill;
    }

    ReadOnlyStringProperty timeProperty() {
        return text(time);
    }

    ReadOnlyStringProperty sequenceProperty() {
        return text(Figures.count(fill.index()));
    }

    ReadOnlyStringProperty symbolProperty() {
        return text(fill.instrument());
    }

    ReadOnlyObjectProperty<Sign> sideProperty() {
        return new ReadOnlyObjectWrapper<>(OrderRow.signOf(fill.side()));
    }

    ReadOnlyStringProperty priceProperty() {
        return text(Figures.money(fill.price()));
    }

    ReadOnlyStringProperty quantityProperty() {
        return text(Figures.count(fill.quantity()));
    }

    ReadOnlyStringProperty roleProperty() {
        return text(fill.maker() ? "maker" : "taker");
    }

    /** Empty when it cost none. */
    ReadOnlyStringProperty feeProperty() {
        return text(fill.fee() == 0 ? "" : Figures.money(fill.fee()));
    }

    ReadOnlyStringProperty tradeProperty() {
        return text(Long.toString(fill.tradeId()));
    }

    private static ReadOnlyStringProperty text(String value) {
        return new ReadOnlyStringWrapper(value);
    }
}
