package outcry.desktop.parts;

/** A state as windows show it: a glyph, a word, and how loudly. */
public record Sign(Glyph glyph, String word, Tone tone) {
    @Override
    public String toString() {
        return word;
    }
}
