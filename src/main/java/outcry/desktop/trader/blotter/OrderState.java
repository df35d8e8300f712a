package outcry.desktop.trader.blotter;

import outcry.desktop.parts.Glyph;
import outcry.desktop.parts.Tone;

/** Where an order is in its life. */
public enum OrderState {
    SENT(Glyph.SENT, "sent", Tone.INFO),
    /** Sent before the leader was lost; whether it happened is being asked. */
    UNKNOWN(Glyph.UNKNOWN, "unknown – asking new leader…", Tone.WARNING),
    /** Kept outside the book until a trade reaches its stop price. */
    WAITING(Glyph.STALE, "waiting", Tone.INFO),
    RESTING(Glyph.ACCEPTED, "resting", Tone.INFO),
    PARTLY_FILLED(Glyph.PARTLY_FILLED, "part", Tone.INFO),
    FILLED(Glyph.FILLED, "filled", Tone.GOOD),
    CANCELLED(Glyph.CANCELLED, "cancelled", Tone.NEUTRAL),
    REJECTED(Glyph.REJECTED, "rejected", Tone.WARNING),
    /** It left the book while this window was not connected. */
    ENDED_UNSEEN(Glyph.DISCONNECTED, "ended while not connected", Tone.NEUTRAL);

    private final Glyph glyph;
    private final String word;
    private final Tone tone;

    OrderState(Glyph glyph, String word, Tone tone) {
        this.glyph = glyph;
        this.word = word;
        this.tone = tone;
    }

    Glyph glyph() {
        return glyph;
    }

    String word() {
        return word;
    }

    Tone tone() {
        return tone;
    }

    /** Whether it may still trade. */
    public boolean isWorking() {
        return this == SENT || this == UNKNOWN || isKept();
    }

    /** Whether the exchange keeps it, in the book or outside. */
    public boolean isKept() {
        return this == WAITING || this == RESTING || this == PARTLY_FILLED;
    }
}
