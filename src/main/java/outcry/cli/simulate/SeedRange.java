package outcry.cli.simulate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Seeds to run, both ends included.
 *
 * @param first at least 0
 * @param last at least {@code first}
 */
public record SeedRange(long first, long last) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\.\\.(\\d{1,18})");

    /**
     * Reads {@code A..B}.
     *
     * @throws IllegalArgumentException with a sentence for the user when it is none
     */
    public static SeedRange parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "--seeds takes A..B such as 1..1000, not '" + text + "'");
        }
        return new SeedRange(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)))
                .inOrder();
    }

    public long count() {
        return last - first + 1;
    }

    private SeedRange inOrder() {
        if (first > last) {
            throw new IllegalArgumentException(
                    "--seeds takes the lower seed first: " + last + ".." + first);
        }
        return this;
    }

    @Override
    public String toString() {
        return first + ".." + last;
    }
}
