package outcry.desktop.trader.connection;

import outcry.desktop.parts.Glyph;
import outcry.desktop.parts.Tone;

/** What one chip of the status strip says. */
public record ChipText(Glyph glyph, String word, String figure, Tone tone) {}
