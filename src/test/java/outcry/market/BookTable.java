package outcry.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Order books as traders write them: a table before, what is done, what happens, a table after.
 *
 * <p>A row is {@code "bid 10 @ 99 ann"} or {@code "ask 4 @ 101 bob"}, best first within its side,
 * in the order of priority; an iceberg is {@code "bid 10 of 40 @ 99 ann"}, a waiting order {@code
 * "buy stop 10 @ 105 ann"}. What is done is a line such as {@code "ann buys 10 @ 99"}, with {@code
 * ioc}, {@code fok}, {@code day}, {@code post}, {@code show 10}, {@code stop 105} behind it, {@code
 * "ann amends 3 to 5 @ 98"}, {@code "ann cancels 3"}, {@code "the instrument is HALTED"}. Everybody
 * has plenty of cash and shares of ACME.
 */
final class BookTable {
    private static final List<String> TRADERS = List.of("ann", "bob", "cy", "dee");

    final TradingFloor floor = new TradingFloor();
    private Answer last;
    private final List<String> happened = new ArrayList<>();

    BookTable() {
        for (String trader : TRADERS) {
            floor.open(trader, 1_000_000, 10_000);
        }
        floor.open("boss");
        floor.send(new Command.Appoint("boss", "boss", Role.OPERATOR));
    }

    /** Does one thing after the other. */
    BookTable when(String... lines) {
        for (String line : lines) {
            happened.clear();
            last = floor.send(command(line.split(" ")));
            floor.events.lines().forEach(this::note);
        }
        return this;
    }

    /** What the last thing done was answered, in short: ACCEPTED or why not. */
    BookTable isAnswered(Reason reason) {
        assertEquals(reason, last.reason());
        return this;
    }

    /** The trades, cancels and changes of the last thing done. */
    BookTable happens(String... lines) {
        assertEquals(List.of(lines), happened);
        return this;
    }

    BookTable then(String... rows) {
        Rows now = new Rows();
        floor.exchange.describe(now);
        assertEquals(List.of(rows), now.rows);
        return this;
    }

    private static Command command(String[] words) {
        if (words[0].equals("the")) {
            return new Command.SetPhase("boss", "ACME", Phase.valueOf(words[3]));
        }
        switch (words[1]) {
            case "cancels":
                return new Command.CancelOrder(words[0], Long.parseLong(words[2]));
            case "amends":
                long price = words.length > 5 ? Long.parseLong(words[6]) : 0;
                return new Command.AmendOrder(
                        words[0], Long.parseLong(words[2]), price, Long.parseLong(words[4]));
            case "buys", "sells":
                return order(words);
            default:
                throw new IllegalArgumentException(String.join(" ", words));
        }
    }

    private static Command order(String[] words) {
        Side side = words[1].equals("buys") ? Side.BUY : Side.SELL;
        long price = 0;
        long stop = 0;
        long display = 0;
        boolean postOnly = false;
        TimeInForce time = TimeInForce.GTC;
        for (int at = 3; at < words.length; at++) {
            switch (words[at]) {
                case "@" -> price = Long.parseLong(words[++at]);
                case "stop" -> stop = Long.parseLong(words[++at]);
                case "show" -> display = Long.parseLong(words[++at]);
                case "post" -> postOnly = true;
                default -> time = TimeInForce.valueOf(words[at].toUpperCase(Locale.ROOT));
            }
        }
        OrderType type = price == 0 ? OrderType.MARKET : OrderType.LIMIT;
        if (stop > 0) {
            type = price == 0 ? OrderType.STOP : OrderType.STOP_LIMIT;
        }
        long quantity = Long.parseLong(words[2]);
        return new Command.EnterOrder(
                words[0], "ACME", side, type, time, price, quantity, stop, display, postOnly);
    }

    private void note(String event) {
        String[] words = event.split(" ");
        switch (words[0]) {
            case "traded" ->
                    happened.add(
                            words[4]
                                    + " @ "
                                    + words[3]
                                    + " "
                                    + TRADERS.get(Integer.parseInt(words[7]))
                                    + " > "
                                    + TRADERS.get(Integer.parseInt(words[8])));
            case "uncrossed" ->
                    happened.add(
                            words[4]
                                    + " @ "
                                    + words[3]
                                    + " "
                                    + TRADERS.get(Integer.parseInt(words[7]))
                                    + " = "
                                    + TRADERS.get(Integer.parseInt(words[8])));
            case "cancelled" -> happened.add(words[6] + " cancelled: " + words[7]);
            case "triggered" -> happened.add("triggered " + words[1]);
            case "phase" -> happened.add(words[2]);
            default -> {
                // Balances and what the tables show anyway.
            }
        }
    }

    /** Writes the rows of ACME, which is instrument 2. */
    private final class Rows implements MarketListener {
        private final List<String> rows = new ArrayList<>();
        private OrderType type;
        private long open;
        private long price;

        @Override
        public void accepted(
                long orderId,
                int account,
                int instrument,
                Side side,
                OrderType newType,
                TimeInForce timeInForce,
                long newPrice,
                long quantity) {
            type = newType;
            open = quantity;
            price = newPrice;
        }

        @Override
        public void rested(
                long orderId, int account, int instrument, Side side, long at, long shown) {
            String of = shown < open ? " of " + open : "";
            String word = side == Side.BUY ? "bid " : "ask ";
            rows.add(word + shown + of + " @ " + at + " " + TRADERS.get(account));
        }

        @Override
        public void waiting(long orderId, int account, int instrument, Side side, long stop) {
            rows.add(
                    (side == Side.BUY ? "buy" : "sell")
                            + " stop "
                            + open
                            + " @ "
                            + stop
                            + (type == OrderType.STOP ? "" : " limit " + price)
                            + " "
                            + TRADERS.get(account));
        }
    }
}
