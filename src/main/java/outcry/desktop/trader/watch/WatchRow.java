package outcry.desktop.trader.watch;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import outcry.desktop.parts.Figures;
import outcry.desktop.parts.Glyph;
import outcry.desktop.parts.Sign;
import outcry.desktop.parts.Tone;
import outcry.desktop.trader.desk.Words;
import outcry.market.Phase;
import outcry.wire.trader.ServerMessage;

/** One instrument of the watchlist, updated in place. */
public final class WatchRow {
    private final String symbol;
    private final ReadOnlyObjectWrapper<Sign> sign = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper phase = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper last = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Sign> change = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper spread = new ReadOnlyStringWrapper("");

    /** Price that changes are counted from: the first one this window saw. */
    private long reference;

    private ServerMessage.Instrument instrument;

    WatchRow(String symbol) {
        this.symbol = symbol;
    }

    void show(ServerMessage.Instrument newest) {
        instrument = newest;
        if (reference == 0) {
            reference = newest.last();
        }
        sign.set(new Sign(glyphOf(newest.phase()), symbol, toneOf(newest.phase())));
        phase.set(symbol + ": " + Words.of(newest.phase()));
        last.set(Figures.price(newest.last()));
        change.set(changeSign());
        spread.set(
                newest.bestBid() == 0 || newest.bestAsk() <= newest.bestBid()
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

    /** Its symbol, with a glyph when it does not trade. */
    public ReadOnlyObjectProperty<Sign> signProperty() {
        return sign.getReadOnlyProperty();
    }

    /** Its phase in words, "ACME: closing auction". */
    public ReadOnlyStringProperty phaseProperty() {
        return phase.getReadOnlyProperty();
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

    private static Glyph glyphOf(Phase phase) {
        return switch (phase) {
            case CONTINUOUS -> null;
            case HALTED -> Glyph.PAUSE;
            case CLOSED -> Glyph.LOCK;
            case PRE_OPEN, OPENING_AUCTION, CLOSING_AUCTION -> Glyph.STALE;
        };
    }

    private static Tone toneOf(Phase phase) {
        return phase == Phase.HALTED ? Tone.WARNING : Tone.NEUTRAL;
    }

    private Sign changeSign() {
        long by = instrument.last() - reference;
        Glyph glyph = by > 0 ? Glyph.UP : by < 0 ? Glyph.DOWN : Glyph.SAME;
        return new Sign(glyph, Figures.change(by, reference), Tone.NEUTRAL);
    }
}
