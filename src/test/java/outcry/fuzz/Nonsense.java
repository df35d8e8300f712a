package outcry.fuzz;

import java.util.List;
import java.util.Random;

/** Text that no program should be harmed by, made of right text; the same for the same seed. */
public final class Nonsense {
    /** Values that are nearly right, or that computers have stumbled over. */
    private static final List<String> VALUES =
            List.of(
                    "0",
                    "-0",
                    "-1",
                    "1",
                    "00",
                    "+5",
                    "1.0",
                    "1e3",
                    "1E-2",
                    "0x10",
                    "NaN",
                    "Infinity",
                    "9223372036854775807",
                    "9223372036854775808",
                    "-9223372036854775808",
                    "-9223372036854775809",
                    "18446744073709551617",
                    "4294967297",
                    "2147483648",
                    "99999999999999999999999999999999",
                    "\"92233720368547758.07\"",
                    "\"92233720368547758.08\"",
                    "\"-92233720368547758.09\"",
                    "\"184467440737095516.17\"",
                    "\"0.00\"",
                    "\"-0.01\"",
                    "\"12.505\"",
                    "\"12.\"",
                    "\".5\"",
                    "\"1 000\"",
                    "\"12,50\"",
                    "\"\"",
                    "\" \"",
                    "\"market\"",
                    "\"MARKET\"",
                    "\"\u0661\u0662\"",
                    "\"a\\u0000b\"",
                    "\"\\ud800\"",
                    "\"" + "A".repeat(33) + "\"",
                    "null",
                    "true",
                    "false",
                    "[]",
                    "{}",
                    "[[[[[[[[[[[[1]]]]]]]]]]]]",
                    "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}");

    private static final String CHARACTERS =
            "{}[]\":,.-+eE0123456789 \t\u0000\u00a0\u2212\u0663\ufeff\ud83d\\/abzABZ@%_";

    private final Random random;

    public Nonsense(Random random) {
        this.random = random;
    }

    /** One of the values, as JSON. */
    public String value() {
        return VALUES.get(random.nextInt(VALUES.size()));
    }

    /** One of the values without quotes, or a few random characters. */
    public String word() {
        return random.nextInt(3) == 0 ? characters(1 + random.nextInt(8)) : bare(value());
    }

    /** {@code text} with a few characters changed, lost, doubled or added, or cut short. */
    public String spoil(String text) {
        StringBuilder spoilt = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0 && spoilt.length() > 0; i--) {
            int at = random.nextInt(spoilt.length());
            switch (random.nextInt(5)) {
                case 0 -> spoilt.setCharAt(at, characters(1).charAt(0));
                case 1 -> spoilt.deleteCharAt(at);
                case 2 -> spoilt.insert(at, characters(1 + random.nextInt(3)));
                case 3 ->
                        spoilt.insert(at, spoilt.substring(at, Math.min(at + 9, spoilt.length())));
                default -> spoilt.setLength(at);
            }
        }
        return spoilt.toString();
    }

    private String characters(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }

    private static String bare(String value) {
        return value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
    }
}
