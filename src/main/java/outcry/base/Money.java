package outcry.base;

/**
 * Money as people write it: cents (a {@code long}) to "12.50" and back, without floating point.
 * Used at every place where a person, a script or a bot gives or reads money.
 */
public final class Money {
    private static final int TEXT_MAX = 24;

    private Money() {}

    /** Such as "12.50", "0.05", "-3.00". */
    public static String format(long cents) {
        long whole = cents / 100;
        long rest = Math.abs(cents % 100);
        String sign = cents < 0 && whole == 0 ? "-" : "";
        return sign + whole + (rest < 10 ? ".0" : ".") + rest;
    }

    /**
     * Reads an amount that cannot be negative: "12", "12.5" or "12.50".
     *
     * @throws MalformedException with a sentence that says what is wrong and what would be right
     */
    public static long parse(String text) {
        if (text.startsWith("-")) {
            throw new MalformedException(
                    quote(text) + " is negative: an amount such as 12.50 expected");
        }
        return parseSigned(text);
    }

    /**
     * Like {@link #parse}, with an optional minus sign: for readers that leave the judgement to the
     * market.
     *
     * @throws MalformedException with a sentence that says what is wrong and what would be right
     */
    public static long parseSigned(String text) {
        boolean negative = text.startsWith("-");
        int start = negative ? 1 : 0;
        int point = text.indexOf('.');
        int wholeEnd = point < 0 ? text.length() : point;
        int decimals = point < 0 ? 0 : text.length() - point - 1;
        if (text.length() > TEXT_MAX
                || wholeEnd == start
                || point >= 0 && decimals == 0
                || !isDigits(text, start, wholeEnd)
                || point >= 0 && !isDigits(text, point + 1, text.length())) {
            throw new MalformedException(
                    quote(text) + " is not an amount: digits such as 12.50 expected");
        }
        if (decimals > 2) {
            throw new MalformedException(
                    quote(text) + " has too many decimals: at most two, such as 12.50, expected");
        }
        // Summed up on the negative side, which reaches one further than the positive one.
        long cents = 0;
        try {
            for (int i = start; i < text.length(); i++) {
                if (i != point) {
                    cents = append(cents, text.charAt(i));
                }
            }
            for (int i = decimals; i < 2; i++) {
                cents = append(cents, '0');
            }
            return negative ? cents : Math.negateExact(cents);
        } catch (ArithmeticException e) {
            throw new MalformedException(
                    quote(text) + " is too large: at most " + format(Long.MAX_VALUE) + " expected");
        }
    }

    private static long append(long negativeCents, char digit) {
        return Math.subtractExact(Math.multiplyExact(negativeCents, 10L), digit - '0');
    }

    private static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static String quote(String text) {
        return '"' + (text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) + "…" : text) + '"';
    }
}
