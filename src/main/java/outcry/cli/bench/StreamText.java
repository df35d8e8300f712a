package outcry.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import outcry.base.MalformedException;
import outcry.cli.bench.OrderStream.Kind;
import outcry.cli.bench.OrderStream.Operation;

/**
 * Streams as text, for other engines to replay: one operation a line, words separated by one space.
 *
 * <pre>
 * # outcry order stream 1, then what it was made from
 * instruments 64
 * accounts 1000
 * new ORDER INSTRUMENT ACCOUNT buy|sell PRICE QUANTITY      a limit order; what does not trade rests
 * ioc ORDER INSTRUMENT ACCOUNT buy|sell PRICE QUANTITY      what does not trade is cancelled
 * cancel ORDER ACCOUNT
 * reduce ORDER ACCOUNT QUANTITY                             what stays open; it keeps its place
 * measure                                                   up to here the books were filled
 * </pre>
 *
 * <p>Orders are numbered from 1 in their order, instruments and accounts from 0; prices are in
 * ticks. Lines that begin with # are comments. No order of an account may trade with another of it:
 * the incoming one's remainder is cancelled before (M12).
 */
public final class StreamText {
    private static final String TITLE = "# outcry order stream 1";

    private StreamText() {}

    static void write(OrderStream stream, Writer out) throws IOException {
        out.write(TITLE + ", " + stream.about() + "\n");
        out.write("instruments " + stream.instruments() + "\n");
        out.write("accounts " + stream.accounts() + "\n");
        write(stream.filling(), out);
        out.write("measure\n");
        write(stream.measured(), out);
    }

    /**
     * @throws MalformedException when a line is not as it should be; the message has its number
     */
    static OrderStream read(BufferedReader in) throws IOException {
        List<Operation> filling = new ArrayList<>();
        List<Operation> measured = new ArrayList<>();
        List<Operation> operations = filling;
        int instruments = 1;
        int accounts = 1;
        long orders = 0;
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (number == 1 && !line.startsWith(TITLE)) {
                throw new MalformedException("a stream begins with \"" + TITLE + "\"");
            }
            String[] words = line.split(" ");
            try {
                if (line.startsWith("#") || line.isEmpty()) {
                    continue;
                } else if (words[0].equals("instruments")) {
                    instruments = atMost(StreamPlan.INSTRUMENTS_MAX, words[1]);
                } else if (words[0].equals("accounts")) {
                    accounts = atMost(StreamPlan.ACCOUNTS, words[1]);
                } else if (words[0].equals("measure")) {
                    operations = measured;
                } else {
                    Operation operation = operation(words);
                    boolean isNew = operation.kind() == Kind.NEW || operation.kind() == Kind.IOC;
                    orders += isNew ? 1 : 0;
                    check(operation, isNew, orders, instruments, accounts);
                    operations.add(operation);
                }
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new MalformedException(
                        "line " + number + " is no operation of a stream: " + line);
            }
        }
        return new OrderStream("read", instruments, accounts, filling, measured);
    }

    private static void write(List<Operation> operations, Writer out) throws IOException {
        for (Operation o : operations) {
            String line = o.kind().name().toLowerCase(Locale.ROOT) + " " + o.order();
            switch (o.kind()) {
                case NEW, IOC ->
                        line +=
                                " "
                                        + o.instrument()
                                        + " "
                                        + o.account()
                                        + (o.isBuy() ? " buy " : " sell ")
                                        + o.price()
                                        + " "
                                        + o.quantity();
                case CANCEL -> line += " " + o.account();
                case REDUCE -> line += " " + o.account() + " " + o.quantity();
            }
            out.write(line + "\n");
        }
    }

    private static Operation operation(String[] words) {
        Kind kind = Kind.valueOf(words[0].toUpperCase(Locale.ROOT));
        long order = Long.parseLong(words[1]);
        if (kind == Kind.CANCEL || kind == Kind.REDUCE) {
            long left = kind == Kind.REDUCE ? Long.parseLong(words[3]) : 0;
            return new Operation(kind, order, 0, Integer.parseInt(words[2]), false, 0, left);
        }
        if (!words[4].equals("buy") && !words[4].equals("sell")) {
            throw new IllegalArgumentException(words[4]);
        }
        return new Operation(
                kind,
                order,
                Integer.parseInt(words[2]),
                Integer.parseInt(words[3]),
                words[4].equals("buy"),
                Long.parseLong(words[5]),
                Long.parseLong(words[6]));
    }

    private static void check(
            Operation o, boolean isNew, long orders, int instruments, int accounts) {
        boolean isNumbered = isNew ? o.order() == orders : o.order() >= 1 && o.order() <= orders;
        boolean isKnown = o.instrument() >= 0 && o.instrument() < instruments;
        if (!isNumbered || !isKnown || o.account() < 0 || o.account() >= accounts) {
            throw new IllegalArgumentException("a number out of range");
        }
    }

    private static int atMost(int most, String text) {
        int value = Integer.parseInt(text);
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }
}
