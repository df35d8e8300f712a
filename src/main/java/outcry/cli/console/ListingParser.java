package outcry.cli.console;

import static outcry.cli.console.Values.count;
import static outcry.cli.console.Values.instrument;
import static outcry.cli.console.Values.price;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import outcry.cli.console.Values.BadValueException;
import outcry.market.Command;

/** Understands {@code list ACME tick 0.05 lot 10 pool 500 name Acme Corporation}. */
final class ListingParser {
    private static final String FORM =
            "list ACME [tick 0.01] [lot 1] [pool 0] [name Acme Corporation]";

    private ListingParser() {}

    static Command parse(String account, String[] words) throws BadValueException {
        LineParser.expect(words.length >= 2, FORM);
        String instrument = instrument(words[1]);
        String name = instrument;
        long tick = 1;
        long lot = 1;
        long pool = 0;
        Set<String> given = new HashSet<>();
        for (int i = 2; i < words.length; i += 2) {
            String term = words[i].toLowerCase(Locale.ROOT);
            LineParser.expect(i + 1 < words.length && given.add(term), FORM);
            String value = words[i + 1];
            switch (term) {
                case "tick":
                    tick = price(value);
                    break;
                case "lot":
                    lot = count(value);
                    break;
                case "pool":
                    pool = count(value);
                    break;
                case "name":
                    name = String.join(" ", Arrays.copyOfRange(words, i + 1, words.length));
                    i = words.length;
                    break;
                default:
                    LineParser.expect(false, FORM);
            }
        }
        return new Command.ListInstrument(account, instrument, name, tick, lot, pool);
    }
}
