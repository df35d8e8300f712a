package outcry.desktop.parts;

/**
 * A state as windows show it: a glyph, a word, and how loudly.
 *
 * @param glyph null for a word without one
 */
public record Sign(Glyph glyph, String word, Tone tone) {
    @Override
    public String toString() {
        return word;
    }
}
