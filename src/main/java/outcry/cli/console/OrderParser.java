package outcry.cli.console;

import static outcry.cli.console.Values.instrument;
import static outcry.cli.console.Values.price;
import static outcry.cli.console.Values.quantity;

import java.util.List;
import java.util.Locale;
import outcry.cli.console.Values.BadValueException;
import outcry.market.Command;
import outcry.market.OrderType;
import outcry.market.Side;
import outcry.market.TimeInForce;

/** Understands {@code buy ACME 10 @ 12.50 ioc} and {@code sell ACME 10}. */
final class OrderParser {
    private static final List<String> NOT_YET = List.of("fok", "day", "post");

    private OrderParser() {}

    static Command parse(String account, Side side, String[] words) throws BadValueException {
        String form = words[0] + " ACME 10 @ 12.50 [ioc], or " + words[0] + " ACME 10 at any price";
        LineParser.expect(words.length >= 3, form);
        String instrument = instrument(words[1]);
        long quantity = quantity(words[2]);
        int next = 3;
        long price = 0;
        if (next < words.length && words[next].startsWith("@")) {
            boolean isApart = words[next].equals("@");
            LineParser.expect(!isApart || next + 1 < words.length, form);
            price = price(isApart ? words[next + 1] : words[next].substring(1));
            next += isApart ? 2 : 1;
        }
        TimeInForce timeInForce = null;
        if (next < words.length) {
            timeInForce = timeInForce(words[next], form);
            next++;
        }
        LineParser.expect(next == words.length, form);
        if (price > 0) {
            TimeInForce stays = timeInForce == null ? TimeInForce.GTC : timeInForce;
            return new Command.EnterOrder(
                    account, instrument, side, OrderType.LIMIT, stays, price, quantity);
        }
        if (timeInForce == TimeInForce.GTC) {
            throw new BadValueException(
                    "SYNTAX", "an order without a price never rests: give a price, as in " + form);
        }
        return new Command.EnterOrder(
                account, instrument, side, OrderType.MARKET, TimeInForce.IOC, 0, quantity);
    }

    private static TimeInForce timeInForce(String word, String form) throws BadValueException {
        String lower = word.toLowerCase(Locale.ROOT);
        if (NOT_YET.contains(lower)) {
            throw new BadValueException(
                    "NOT_SUPPORTED",
                    "'"
                            + lower
                            + "' is not in this version: leave it out (the order stays until"
                            + " cancelled) or use ioc");
        }
        if (lower.equals("gtc")) {
            return TimeInForce.GTC;
        }
        LineParser.expect(lower.equals("ioc"), form);
        return TimeInForce.IOC;
    }
}
