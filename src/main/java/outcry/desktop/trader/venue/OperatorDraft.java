package outcry.desktop.trader.venue;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import outcry.desktop.parts.Figures;
import outcry.market.Command;
import outcry.market.Limits;
import outcry.market.Phase;
import outcry.market.Role;
import outcry.market.RoundAction;

/** Reads what an operator has typed; the first thing that is wrong is told in a sentence. */
final class OperatorDraft {
    /** Names of accounts and instruments (M2). */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,32}");

    private final String account;
    private final Function<OperatorField, String> texts;
    private String problem = "";

    /** The choices that are no text. */
    record Choices(RoundAction round, Phase phase, Role role) {}

    OperatorDraft(String account, Function<OperatorField, String> texts) {
        this.account = account;
        this.texts = texts;
    }

    /** What is wrong with what was read so far; empty when nothing. */
    String problem() {
        return problem;
    }

    /** The command; of no use when there is a {@link #problem}. */
    Command read(OperatorAction action, Choices choices) {
        return switch (action) {
            case ROUND -> new Command.Round(account, choices.round());
            case PHASE -> new Command.SetPhase(account, oneOrAll(), choices.phase());
            case BAND -> band();
            case FEES ->
                    new Command.SetFees(
                            account,
                            instrument(),
                            percent(OperatorField.MAKER, Limits.FEE_MAX),
                            percent(OperatorField.TAKER, Limits.FEE_MAX));
            case LIST -> listing();
            case ROLE -> new Command.Appoint(account, trader(), choices.role());
            case START -> new Command.SetStart(account, oneOrAll(), amount(false));
            case CORRECT ->
                    new Command.Correct(account, trader(), oneOrAll(), amount(true), reason());
        };
    }

    private Command band() {
        boolean isOff = text(OperatorField.REFERENCE).isEmpty();
        return isOff
                ? new Command.SetBand(account, instrument(), 0, 0)
                : new Command.SetBand(
                        account,
                        instrument(),
                        money(OperatorField.REFERENCE, 0),
                        percent(OperatorField.PERCENT, Limits.BAND_MAX));
    }

    private Command listing() {
        String symbol = instrument();
        String name = text(OperatorField.NAME);
        return new Command.ListInstrument(
                account,
                symbol,
                name.isEmpty() ? symbol : name,
                money(OperatorField.TICK, 1),
                count(OperatorField.LOT, 1),
                count(OperatorField.POOL, 0));
    }

    private String instrument() {
        String symbol = oneOrAll();
        return symbol.isEmpty() ? refuse("Enter the instrument's symbol.", "") : symbol;
    }

    /** Empty for all instruments, or for cash. */
    private String oneOrAll() {
        String symbol = text(OperatorField.INSTRUMENT).toUpperCase(Locale.ROOT);
        return symbol.isEmpty() || NAME.matcher(symbol).matches()
                ? symbol
                : refuse("A symbol is 1 to 32 of A–Z, 0–9 and . _ -", "");
    }

    private String trader() {
        String name = text(OperatorField.TRADER);
        return NAME.matcher(name).matches()
                ? name
                : refuse("Enter the account's name: 1 to 32 of A–Z, a–z, 0–9 and . _ -", "");
    }

    private String reason() {
        String why = text(OperatorField.WHY);
        return why.isEmpty() ? refuse("Enter the reason: it is recorded.", "") : why;
    }

    /** Shares of an instrument, or else cents; with a minus only if {@code signed}. */
    private long amount(boolean signed) {
        boolean isCash = text(OperatorField.INSTRUMENT).isEmpty();
        String typed = text(OperatorField.AMOUNT).replace('\u2212', '-');
        boolean isNegative = signed && typed.startsWith("-");
        String digits = isNegative ? typed.substring(1) : typed;
        OptionalLong read = isCash ? Figures.parseMoney(digits) : Figures.parseCount(digits);
        if (read.isEmpty()) {
            String minus = signed ? ", with a minus to take away." : ".";
            return refuse(
                    isCash
                            ? "Without an instrument it is cash, such as 1000.00" + minus
                            : "Shares are a whole number" + minus,
                    0L);
        }
        return isNegative ? -read.getAsLong() : read.getAsLong();
    }

    /** Above 0; {@code absent} when nothing is typed, unless that is 0. */
    private long money(OperatorField field, long absent) {
        if (text(field).isEmpty() && absent != 0) {
            return absent;
        }
        OptionalLong cents = Figures.parseMoney(text(field));
        return cents.isPresent() && cents.getAsLong() > 0
                ? cents.getAsLong()
                : refuse(field.label() + ": an amount such as 12.50 is right.", 0L);
    }

    private long count(OperatorField field, long absent) {
        if (text(field).isEmpty()) {
            return absent;
        }
        OptionalLong count = Figures.parseCount(text(field));
        return count.isPresent()
                ? count.getAsLong()
                : refuse(field.label() + ": a whole number is right.", 0L);
    }

    /** Hundredths of a percent. */
    private int percent(OperatorField field, int most) {
        OptionalLong hundredths = Figures.parseMoney(text(field));
        boolean isRight = hundredths.isPresent() && hundredths.getAsLong() <= most;
        return isRight
                ? (int) hundredths.getAsLong()
                : refuse(field.label() + ": 0 to " + Figures.money(most) + " is right.", 0);
    }

    private String text(OperatorField field) {
        return texts.apply(field).strip();
    }

    private <T> T refuse(String sentence, T instead) {
        if (problem.isEmpty()) {
            problem = sentence;
        }
        return instead;
    }
}
