package outcry.cli.console;

import java.util.Locale;
import outcry.base.MalformedException;
import outcry.base.Money;

/** Reads the values in a line strictly; what is wrong is said with what would be right. */
final class Values {
    private static final String NAME = "[A-Za-z0-9._-]{1,32}";

    /** Characters of what was typed that an answer repeats. */
    private static final int SHOWN_MAX = 40;

    private Values() {}

    /** A value cannot be used: an enumerated reason and a sentence. */
    static final class BadValueException extends Exception {
        private static final long serialVersionUID = 1;

        private final String reason;

        BadValueException(String reason, String message) {
            super(message);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /** Money above zero, in cents. */
    static long amount(String text) throws BadValueException {
        return money(text, "BAD_AMOUNT", "an amount");
    }

    /** A price above zero, in cents. */
    static long price(String text) throws BadValueException {
        return money(text, "BAD_PRICE", "a price");
    }

    /** A whole number of shares, from 1. */
    static long quantity(String text) throws BadValueException {
        long quantity = wholeNumber(text, "BAD_QUANTITY", "a quantity of shares such as 100");
        if (quantity == 0) {
            throw new BadValueException("BAD_QUANTITY", "a quantity is at least 1 share");
        }
        return quantity;
    }

    static long orderId(String text) throws BadValueException {
        return wholeNumber(text, "UNKNOWN_ORDER", "an order's number such as 17");
    }

    /** A number of shares, possibly none. */
    static long count(String text) throws BadValueException {
        return wholeNumber(text, "BAD_TERMS", "a whole number such as 100");
    }

    static String account(String text) throws BadValueException {
        if (!text.matches(NAME)) {
            throw new BadValueException(
                    "BAD_NAME",
                    "an account's name is 1 to 32 of A-Z a-z 0-9 . _ -, not " + quoted(text));
        }
        return text;
    }

    /** Instruments are upper case; what is typed in lower case is meant so. */
    static String instrument(String text) throws BadValueException {
        if (!text.matches(NAME)) {
            throw new BadValueException(
                    "BAD_NAME",
                    "an instrument is 1 to 32 of A-Z 0-9 . _ -, such as ACME, not " + quoted(text));
        }
        return text.toUpperCase(Locale.ROOT);
    }

    /** What was typed, in quotes; its beginning when it is long. */
    static String quoted(String text) {
        return "'" + (text.length() > SHOWN_MAX ? text.substring(0, SHOWN_MAX) + "…" : text) + "'";
    }

    private static long money(String text, String reason, String what) throws BadValueException {
        long cents;
        try {
            cents = Money.parse(text);
        } catch (MalformedException e) {
            throw new BadValueException(reason, e.getMessage());
        }
        if (cents == 0) {
            throw new BadValueException(reason, what + " is at least 0.01");
        }
        return cents;
    }

    private static long wholeNumber(String text, String reason, String what)
            throws BadValueException {
        if (!text.matches("[0-9]+")) {
            throw new BadValueException(reason, what + " expected, not " + quoted(text));
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new BadValueException(
                    reason, quoted(text) + " is too large: at most " + Long.MAX_VALUE);
        }
    }
}
