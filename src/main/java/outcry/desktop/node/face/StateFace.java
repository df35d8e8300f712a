package outcry.desktop.node.face;

import java.util.Locale;
import outcry.desktop.parts.Glyph;
import outcry.desktop.parts.Tone;
import outcry.group.MemberState;

/** A member's state: glyph, word and tone. */
public enum StateFace {
    STARTING(Glyph.CONNECTING, Tone.INFO),
    JOINING(Glyph.JOIN, Tone.INFO),
    SYNCING(Glyph.CONNECTING, Tone.INFO),
    LIVE(Glyph.FILLED, Tone.GOOD),
    SUSPECTED(Glyph.WARNING, Tone.WARNING),
    CRASHED(Glyph.REJECTED, Tone.ALARM),
    LEFT(Glyph.LEAVE, Tone.NEUTRAL),
    PAUSED(Glyph.PAUSE, Tone.WARNING),
    CUT_OFF(Glyph.CUT_OFF, Tone.WARNING);

    private final Glyph glyph;
    private final Tone tone;

    StateFace(Glyph glyph, Tone tone) {
        this.glyph = glyph;
        this.tone = tone;
    }

    public static StateFace of(MemberState state) {
        return valueOf(state.name());
    }

    public Glyph glyph() {
        return glyph;
    }

    public Tone tone() {
        return tone;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
