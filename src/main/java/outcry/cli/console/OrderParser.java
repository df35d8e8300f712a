package outcry.cli.console;

import static outcry.cli.console.Values.instrument;
import static outcry.cli.console.Values.orderId;
import static outcry.cli.console.Values.price;
import static outcry.cli.console.Values.quantity;

import java.util.Locale;
import outcry.cli.console.Values.BadValueException;
import outcry.market.Command;
import outcry.market.OrderType;
import outcry.market.Side;
import outcry.market.TimeInForce;

/**
 * Understands {@code buy ACME 10 @ 12.50 ioc}, {@code sell ACME 10}, {@code buy ACME 10 stop 12.60}
 * and {@code amend 17 5 @ 12.40}.
 */
final class OrderParser {
    private static final String TERMS = "[ioc|fok|day|post] [show 5] [stop 12.60]";

    private final String form;
    private final String[] words;
    private int next = 3;
    private long price;
    private long stop;
    private long display;
    private boolean postOnly;
    private TimeInForce timeInForce;

    private OrderParser(String[] words) {
        this.words = words;
        this.form =
                words[0]
                        + " ACME 10 @ 12.50 "
                        + TERMS
                        + ", or "
                        + words[0]
                        + " ACME 10 at any price";
    }

    static Command parse(String account, Side side, String[] words) throws BadValueException {
        return new OrderParser(words).order(account, side);
    }

    /** {@code amend 17 5}, {@code amend 17 @ 12.40} or both: what is to be open from now on. */
    static Command amendment(String account, String[] words) throws BadValueException {
        String form = "amend 17 5 @ 12.40, amend 17 5 or amend 17 @ 12.40";
        LineParser.expect(words.length >= 3, form);
        long orderId = orderId(words[1]);
        int at = 2;
        long quantity = 0;
        if (!words[at].startsWith("@")) {
            quantity = quantity(words[at]);
            at++;
        }
        long price = 0;
        if (at < words.length) {
            boolean isApart = words[at].equals("@");
            LineParser.expect(
                    words[at].startsWith("@") && words.length == at + (isApart ? 2 : 1), form);
            price = price(isApart ? words[at + 1] : words[at].substring(1));
        }
        return new Command.AmendOrder(account, orderId, price, quantity);
    }

    private Command order(String account, Side side) throws BadValueException {
        LineParser.expect(words.length >= 3, form);
        String instrument = instrument(words[1]);
        long quantity = quantity(words[2]);
        if (next < words.length && words[next].startsWith("@")) {
            boolean isApart = words[next].equals("@");
            LineParser.expect(!isApart || next + 1 < words.length, form);
            price = price(isApart ? words[next + 1] : words[next].substring(1));
            next += isApart ? 2 : 1;
        }
        while (next < words.length) {
            term(words[next].toLowerCase(Locale.ROOT));
        }
        OrderType type = type();
        if (type == OrderType.MARKET && timeInForce != null && timeInForce.mayStay()) {
            throw new BadValueException(
                    "SYNTAX", "an order without a price never rests: give a price, as in " + form);
        }
        TimeInForce usual = type == OrderType.MARKET ? TimeInForce.IOC : TimeInForce.GTC;
        return new Command.EnterOrder(
                account,
                instrument,
                side,
                type,
                timeInForce == null ? usual : timeInForce,
                price,
                quantity,
                stop,
                display,
                postOnly);
    }

    private OrderType type() {
        if (stop > 0) {
            return price > 0 ? OrderType.STOP_LIMIT : OrderType.STOP;
        }
        return price > 0 ? OrderType.LIMIT : OrderType.MARKET;
    }

    /** Takes the next term in, and its value. */
    private void term(String word) throws BadValueException {
        next++;
        switch (word) {
            case "post" -> {
                LineParser.expect(!postOnly, form);
                postOnly = true;
            }
            case "show" -> {
                LineParser.expect(display == 0 && next < words.length, form);
                display = quantity(words[next++]);
            }
            case "stop" -> {
                LineParser.expect(stop == 0 && next < words.length, form);
                stop = price(words[next++]);
            }
            case "gtc", "ioc", "fok", "day" -> {
                LineParser.expect(timeInForce == null, form);
                timeInForce = TimeInForce.valueOf(word.toUpperCase(Locale.ROOT));
            }
            default -> LineParser.expect(false, form);
        }
    }
}
