package outcry.desktop.trader.watch;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import outcry.desktop.parts.Figures;
import outcry.desktop.parts.Glyph;
import outcry.desktop.parts.Sign;
import outcry.desktop.parts.Tone;
import outcry.wire.trader.ServerMessage;

/** One instrument of the watchlist, updated in place. */
public final class WatchRow {
    private final String symbol;
    private final ReadOnlyStringWrapper symbolText;
    private final ReadOnlyStringWrapper last = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Sign> change = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper spread = new ReadOnlyStringWrapper("");

    /** Price that changes are counted from: the first one this window saw. */
    private long reference;

    private ServerMessage.Instrument instrument;

    WatchRow(String symbol) {
        this.symbol = symbol;
        this.symbolText = new ReadOnlyStringWrapper(symbol);
    }

    void show(ServerMessage.Instrument newest) {
        instrument = newest;
        if (reference == 0) {
            reference = newest.last();
        }
        last.set(Figures.price(newest.last()));
        change.set(changeSign());
        spread.set(
                newest.bestBid() == 0 || newest.bestAsk() == 0
                        ? "–"
                        : Figures.money(newest.bestAsk() - newest.bestBid()));
    }

    public String symbol() {
        return symbol;
    }

    /** The exchange's latest word on it. */
    public ServerMessage.Instrument instrument() {
        return instrument;
    }

    public ReadOnlyStringProperty symbolProperty() {
        return symbolText.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty lastProperty() {
        return last.getReadOnlyProperty();
    }

    /** Since this window opened. */
    public ReadOnlyObjectProperty<Sign> changeProperty() {
        return change.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty spreadProperty() {
        return spread.getReadOnlyProperty();
    }

    private Sign changeSign() {
        long by = instrument.last() - reference;
        Glyph glyph = by > 0 ? Glyph.UP : by < 0 ? Glyph.DOWN : Glyph.SAME;
        return new Sign(glyph, Figures.change(by, reference), Tone.NEUTRAL);
    }
}
