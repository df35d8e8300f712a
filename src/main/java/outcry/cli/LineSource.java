package outcry.cli;

import java.io.IOException;
import java.io.Reader;

/**
 * Lines of text of bounded length, whatever the input: the rest of a longer line is skipped, and
 * the line says so.
 */
public final class LineSource {
    private static final int END = -1;

    private final Reader reader;
    private final int charactersMax;

    /** {@code reader} should be buffered: it is read a character at a time. */
    public LineSource(Reader reader, int charactersMax) {
        this.reader = reader;
        this.charactersMax = charactersMax;
    }

    /** A line without its end; {@code isTooLong} when it was cut. */
    public record Line(String text, boolean isTooLong) {}

    /** The next line, waiting for it; null at the end of input. */
    public Line next() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean isTooLong = false;
        int character = reader.read();
        if (character == END) {
            return null;
        }
        while (character != END && character != '\n') {
            if (text.length() < charactersMax) {
                text.append((char) character);
            } else {
                isTooLong = true;
            }
            character = reader.read();
        }
        int length = text.length();
        if (length > 0 && text.charAt(length - 1) == '\r') {
            text.setLength(length - 1);
        }
        return new Line(text.toString(), isTooLong);
    }
}
