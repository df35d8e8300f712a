package outcry.desktop.parts;

import java.util.OptionalLong;
import outcry.base.MalformedException;
import outcry.base.Money;

/**
 * Numbers as text and back, the same in every place and every locale: a point before the cents,
 * digits in groups of three with a no-break space between, a real minus sign.
 */
public final class Figures {
    /** As wide as a digit in the font of numbers. */
    private static final char GROUP = '\u00a0';

    private static final char MINUS = '\u2212';

    private Figures() {}

    /** Cents as "1 234.50". */
    public static String money(long cents) {
        long rest = Math.abs(cents % 100);
        return (cents < 0 ? String.valueOf(MINUS) : "")
                + grouped(Math.abs(cents / 100))
                + '.'
                + (rest < 10 ? "0" : "")
                + rest;
    }

    /** Money with its sign, "+1.25" or "−0.50"; "0.00" without. */
    public static String gain(long cents) {
        return cents > 0 ? '+' + money(cents) : money(cents);
    }

    /** A price in cents; "–" for none, which is 0. */
    public static String price(long cents) {
        return cents == 0 ? "–" : money(cents);
    }

    /** A whole number as "18 204". */
    public static String count(long number) {
        return (number < 0 ? String.valueOf(MINUS) : "") + grouped(Math.abs(number));
    }

    /** A share of {@code whole} as "+1.25 %"; "–" when there is no whole. */
    public static String change(long part, long whole) {
        if (whole == 0) {
            return "–";
        }
        long hundredths = Math.round(part * 10_000.0 / whole);
        return gain(hundredths) + GROUP + '%';
    }

    /** Hundredths of a percent as "0.25 %". */
    public static String percent(long hundredths) {
        return money(hundredths) + GROUP + '%';
    }

    /** A duration: "850 µs", "1.8 ms", "40 ms", "1.4 s", "2:05". */
    public static String duration(long nanos) {
        if (nanos < 1_000_000) {
            return nanos / 1_000 + "" + GROUP + "µs";
        }
        if (nanos < 10_000_000) {
            return tenths(nanos / 100_000) + GROUP + "ms";
        }
        if (nanos < 1_000_000_000) {
            return nanos / 1_000_000 + "" + GROUP + "ms";
        }
        if (nanos < 60_000_000_000L) {
            return tenths(nanos / 100_000_000) + GROUP + "s";
        }
        return clock(nanos / 1_000_000_000);
    }

    /** Seconds as "02:05" or "1:02:05". */
    public static String clock(long seconds) {
        long hours = seconds / 3600;
        String minutes = two(seconds / 60 % 60) + ':' + two(seconds % 60);
        return hours == 0 ? minutes : hours + ":" + minutes;
    }

    /**
     * Reads what {@link #money} writes and what people type: "12.5", "1 234.50", "12,50". Empty
     * when it is no amount of whole cents, or too large.
     */
    public static OptionalLong parseMoney(String text) {
        try {
            return OptionalLong.of(Money.parse(plain(text).replace(',', '.')));
        } catch (MalformedException e) {
            return OptionalLong.empty();
        }
    }

    /** Reads a whole number of at least 0; empty when it is none, or too large. */
    public static OptionalLong parseCount(String text) {
        String plain = plain(text);
        return plain.isEmpty() || !digits(plain) ? OptionalLong.empty() : parseDigits(plain);
    }

    private static OptionalLong parseDigits(String digits) {
        // Eighteen digits always fit in a long; more is no sum anyone has.
        return digits.length() > 18
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(digits));
    }

    private static String plain(String text) {
        return text.replace(String.valueOf(GROUP), "").replace(" ", "").replace("'", "");
    }

    private static boolean digits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String grouped(long number) {
        String digits = Long.toString(number);
        StringBuilder out = new StringBuilder(digits);
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            out.insert(i, GROUP);
        }
        return out.toString();
    }

    private static String tenths(long tenths) {
        return tenths / 10 + "." + tenths % 10;
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
