package outcry.cli;

import java.util.Locale;

/** How the command line writes down what has no text of its own. */
public final class Words {
    private Words() {}

    /** A node's id: 16 hexadecimal digits, as JSON numbers do not hold 64 bits. */
    public static String id(long id) {
        return String.format(Locale.ROOT, "%016x", id);
    }

    /** An enumerated word as scripts write it: lower case, dashes. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
