package outcry.desktop.trader.connection;

import outcry.desktop.parts.Glyph;
import outcry.desktop.parts.Tone;

/** What the banner says, and what can be done about it. */
public record BannerText(Glyph glyph, String text, Tone tone, Action action) {
    /** What the banner's button does. */
    public enum Action {
        NONE,
        DISMISS,
        RECONNECT
    }
}
