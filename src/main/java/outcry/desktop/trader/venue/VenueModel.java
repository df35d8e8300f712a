package outcry.desktop.trader.venue;

import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import outcry.desktop.parts.Glyph;
import outcry.desktop.parts.Tone;
import outcry.desktop.trader.connection.ChipText;
import outcry.desktop.trader.desk.Words;
import outcry.market.Phase;
import outcry.market.RoundState;
import outcry.wire.trader.ServerMessage;

/** The round, and the chosen instrument's phase, as every trader is to know them. */
public final class VenueModel {
    private final ReadOnlyObjectWrapper<ServerMessage.Round> round =
            new ReadOnlyObjectWrapper<>(this, "round", ServerMessage.Round.NONE);
    private final ReadOnlyObjectWrapper<ChipText> chip = new ReadOnlyObjectWrapper<>(this, "chip");
    private final ReadOnlyStringWrapper phase = new ReadOnlyStringWrapper(this, "phase", "");

    public VenueModel() {
        show(ServerMessage.Round.NONE);
    }

    public void show(ServerMessage.Round newest) {
        round.set(newest);
        chip.set(
                new ChipText(
                        newest.state() == RoundState.PAUSED ? Glyph.PAUSE : Glyph.SENT,
                        "Round " + newest.number(),
                        Words.name(newest.state()),
                        newest.state() == RoundState.PAUSED ? Tone.WARNING : Tone.NEUTRAL));
    }

    /** The chosen instrument; null while there is none. */
    public void showInstrument(ServerMessage.Instrument chosen) {
        phase.set(chosen == null ? "" : sentence(chosen));
    }

    public ReadOnlyObjectProperty<ServerMessage.Round> roundProperty() {
        return round.getReadOnlyProperty();
    }

    /** The round as a chip. */
    public ReadOnlyObjectProperty<ChipText> chipProperty() {
        return chip.getReadOnlyProperty();
    }

    /** What can be done in the chosen instrument; empty while it simply trades. */
    public ReadOnlyStringProperty phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    private static String sentence(ServerMessage.Instrument instrument) {
        Phase now = instrument.phase();
        if (now == Phase.CONTINUOUS) {
            return "";
        }
        String word = now == Phase.HALTED ? "paused" : Words.of(now);
        return word.toUpperCase(Locale.ROOT)
                + (now.collects()
                        ? " · " + Words.indication(instrument)
                        : " · orders can only be cancelled");
    }
}
