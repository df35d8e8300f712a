package outcry.cli.console;

import static outcry.cli.console.Values.account;
import static outcry.cli.console.Values.amount;
import static outcry.cli.console.Values.instrument;
import static outcry.cli.console.Values.orderId;
import static outcry.cli.console.Values.quantity;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import outcry.cli.NearMiss;
import outcry.cli.console.Input.Ask;
import outcry.cli.console.Input.Local;
import outcry.cli.console.Input.Question;
import outcry.cli.console.Input.Quit;
import outcry.cli.console.Input.Submit;
import outcry.cli.console.Values.BadValueException;
import outcry.market.Command;
import outcry.market.Side;

/**
 * Understands a line, in both of the console's dialects: this exchange's own, and the issue
 * market's ("client1 b A 100"). A line whose first word is a command is never of the second.
 */
final class LineParser {
    private static final List<String> WORDS =
            List.of(
                    "deposit",
                    "withdraw",
                    "buy",
                    "sell",
                    "cancel",
                    "amend",
                    "list",
                    "operate",
                    "book",
                    "trades",
                    "market",
                    "orders",
                    "account",
                    "members",
                    "leader",
                    "help",
                    "quit",
                    "exit",
                    "i");

    private final String own;

    /** {@code ownAccount} is whose orders and money a line is about when it names no account. */
    LineParser(String ownAccount) {
        own = ownAccount;
    }

    /** Never fails: a line that cannot be understood becomes its own answer. */
    Input parse(String line) {
        String text = line.strip();
        if (text.isEmpty()) {
            return new Local(Reply.ok("Nothing to do.", new JsonObject()));
        }
        String[] words = text.split("\\s+");
        try {
            String first = words[0].toLowerCase(Locale.ROOT);
            return WORDS.contains(first) ? command(first, words) : issueMarket(words);
        } catch (BadValueException e) {
            return new Local(Reply.refused(e.reason(), e.getMessage()));
        }
    }

    private Input command(String first, String[] words) throws BadValueException {
        switch (first) {
            case "deposit":
            case "withdraw":
                return transfer(first.equals("deposit"), words);
            case "buy":
                return submit(OrderParser.parse(own, Side.BUY, words));
            case "sell":
                return submit(OrderParser.parse(own, Side.SELL, words));
            case "cancel":
                return cancel(words);
            case "amend":
                return submit(OrderParser.amendment(own, words));
            case "operate":
                return submit(OperatorParser.parse(own, words));
            case "list":
                return submit(ListingParser.parse(own, words));
            case "help":
                alone(words);
                return new Local(Help.reply());
            case "quit":
            case "exit":
                alone(words);
                return new Quit();
            default:
                return question(first, words);
        }
    }

    private Input question(String first, String[] words) throws BadValueException {
        switch (first) {
            case "book":
                return about(Question.BOOK, words);
            case "trades":
                return about(Question.TRADES, words);
            default:
                alone(words);
        }
        if (first.equals("i")) {
            return new Ask(Question.HOLDINGS, own, "");
        }
        Question question = Question.valueOf(first.toUpperCase(Locale.ROOT));
        boolean isOwn = question == Question.ACCOUNT || question == Question.ORDERS;
        return new Ask(question, isOwn ? own : "", "");
    }

    private static Input about(Question question, String[] words) throws BadValueException {
        String form = question.name().toLowerCase(Locale.ROOT) + " ACME";
        expect(words.length == 2, form);
        return new Ask(question, "", instrument(words[1]));
    }

    private Input transfer(boolean isDeposit, String[] words) throws BadValueException {
        String word = isDeposit ? "deposit" : "withdraw";
        expect(words.length == 2 || words.length == 3, word + " 1000.00 or " + word + " ACME 100");
        if (words.length == 2) {
            long cents = amount(words[1]);
            return submit(
                    isDeposit
                            ? new Command.DepositCash(own, cents)
                            : new Command.WithdrawCash(own, cents));
        }
        String instrument = instrument(words[1]);
        long quantity = quantity(words[2]);
        return submit(
                isDeposit
                        ? new Command.DepositShares(own, instrument, quantity)
                        : new Command.WithdrawShares(own, instrument, quantity));
    }

    private Input cancel(String[] words) throws BadValueException {
        boolean isAll = words.length > 1 && words[1].equalsIgnoreCase("all");
        expect(
                words.length == 2 || words.length == 3 && isAll,
                "cancel 17, cancel all or cancel all ACME");
        if (isAll) {
            return submit(
                    new Command.CancelAll(own, words.length == 3 ? instrument(words[2]) : ""));
        }
        return submit(new Command.CancelOrder(own, orderId(words[1])));
    }

    /** Group 12's words: {@code NAME b|s A 100} and {@code NAME i}, in either case. */
    private Input issueMarket(String[] words) throws BadValueException {
        String verb = words.length > 1 ? words[1].toLowerCase(Locale.ROOT) : "";
        if (words.length == 2 && verb.equals("i")) {
            return new Ask(Question.HOLDINGS, account(words[0]), "");
        }
        boolean isTake = verb.equals("b");
        if (!isTake && !verb.equals("s")) {
            throw new BadValueException(
                    "SYNTAX",
                    "unknown command "
                            + Values.quoted(words[0])
                            + ": "
                            + NearMiss.hint(
                                    words[0].toLowerCase(Locale.ROOT),
                                    WORDS,
                                    "help shows what there is"));
        }
        expect(words.length == 4, "client1 " + verb + " A 100");
        String account = account(words[0]);
        String instrument = instrument(words[2]);
        long quantity = quantity(words[3]);
        return new Submit(
                isTake
                        ? new Command.TakeFromPool(account, instrument, quantity)
                        : new Command.ReturnToPool(account, instrument, quantity),
                true);
    }

    private static Input submit(Command command) {
        return new Submit(command, false);
    }

    private static void alone(String[] words) throws BadValueException {
        expect(words.length == 1, words[0] + ", without anything after it");
    }

    static void expect(boolean isRight, String form) throws BadValueException {
        if (!isRight) {
            throw new BadValueException("SYNTAX", "right would be: " + form);
        }
    }
}
