package outcry.cli.console;

import static outcry.cli.console.Values.account;
import static outcry.cli.console.Values.instrument;
import static outcry.cli.console.Values.price;

import java.util.Arrays;
import java.util.Locale;
import outcry.base.MalformedException;
import outcry.base.Money;
import outcry.cli.console.Values.BadValueException;
import outcry.market.Command;
import outcry.market.Limits;
import outcry.market.Phase;
import outcry.market.Role;
import outcry.market.RoundAction;

/** Understands what an operator does: {@code operate phase ACME halted} and its like. */
final class OperatorParser {
    private static final String FORM =
            "operate appoint ann, operate dismiss ann, operate phase ACME|all"
                    + " pre-open|opening-auction|continuous|closing-auction|halted|closed,"
                    + " operate band ACME 12.50 5 (percent; or off), operate fees ACME 0.10 0.25"
                    + " (maker and taker, percent), operate round start|pause|resume|end|reset,"
                    + " operate start 1000.00, operate start ACME 100,"
                    + " operate correct ann [ACME] -10 REASON";

    private OperatorParser() {}

    static Command parse(String own, String[] words) throws BadValueException {
        LineParser.expect(words.length >= 3, FORM);
        switch (words[1].toLowerCase(Locale.ROOT)) {
            case "appoint":
                LineParser.expect(words.length == 3, FORM);
                return new Command.Appoint(own, account(words[2]), Role.OPERATOR);
            case "dismiss":
                LineParser.expect(words.length == 3, FORM);
                return new Command.Appoint(own, account(words[2]), Role.TRADER);
            case "phase":
                LineParser.expect(words.length == 4, FORM);
                String symbol = words[2].equalsIgnoreCase("all") ? "" : instrument(words[2]);
                return new Command.SetPhase(own, symbol, word(Phase.values(), words[3]));
            case "band":
                return band(own, words);
            case "fees":
                LineParser.expect(words.length == 5, FORM);
                return new Command.SetFees(
                        own, instrument(words[2]), percent(words[3]), percent(words[4]));
            case "round":
                LineParser.expect(words.length == 3, FORM);
                return new Command.Round(own, word(RoundAction.values(), words[2]));
            case "start":
                LineParser.expect(words.length == 3 || words.length == 4, FORM);
                return words.length == 3
                        ? new Command.SetStart(own, "", money(words[2]))
                        : new Command.SetStart(own, instrument(words[2]), Values.count(words[3]));
            case "correct":
                return correction(own, words);
            default:
                throw new BadValueException("SYNTAX", "right would be: " + FORM);
        }
    }

    private static Command band(String own, String[] words) throws BadValueException {
        boolean isOff = words.length == 4 && words[3].equalsIgnoreCase("off");
        LineParser.expect(isOff || words.length == 5, FORM);
        String instrument = instrument(words[2]);
        return isOff
                ? new Command.SetBand(own, instrument, 0, 0)
                : new Command.SetBand(own, instrument, price(words[3]), percent(words[4]));
    }

    /** {@code operate correct ann -50.00 why} or {@code operate correct ann ACME 10 why}. */
    private static Command correction(String own, String[] words) throws BadValueException {
        LineParser.expect(words.length >= 5, FORM);
        String trader = account(words[2]);
        boolean isCash = words[3].matches("[-+]?[0-9].*");
        int reasonAt = isCash ? 4 : 5;
        LineParser.expect(words.length > reasonAt, FORM);
        String why = String.join(" ", Arrays.copyOfRange(words, reasonAt, words.length));
        if (isCash) {
            return new Command.Correct(own, trader, "", money(words[3]), why);
        }
        return new Command.Correct(own, trader, instrument(words[3]), shares(words[4]), why);
    }

    private static long money(String text) throws BadValueException {
        try {
            return Money.parseSigned(text.startsWith("+") ? text.substring(1) : text);
        } catch (MalformedException e) {
            throw new BadValueException("BAD_AMOUNT", e.getMessage());
        }
    }

    private static long shares(String text) throws BadValueException {
        boolean isNegative = text.startsWith("-");
        long shares = Values.count(isNegative || text.startsWith("+") ? text.substring(1) : text);
        return isNegative ? -shares : shares;
    }

    /** Percent with two decimals, as hundredths of a percent. */
    private static int percent(String text) throws BadValueException {
        String number = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
        long hundredths;
        try {
            hundredths = Money.parse(number);
        } catch (MalformedException e) {
            throw new BadValueException(
                    "BAD_TERMS", "percent such as 0.25 expected, not " + Values.quoted(text));
        }
        if (hundredths > Limits.BAND_MAX) {
            throw new BadValueException(
                    "BAD_TERMS", "at most 99.99 percent expected, not " + Values.quoted(text));
        }
        return (int) hundredths;
    }

    private static <E extends Enum<E>> E word(E[] choices, String text) throws BadValueException {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        for (E choice : choices) {
            if (choice.name().equals(name)) {
                return choice;
            }
        }
        throw new BadValueException("SYNTAX", "right would be: " + FORM);
    }
}
