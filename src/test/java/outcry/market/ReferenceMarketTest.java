package outcry.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast market against the plain one: every answer and every event equal. */
class ReferenceMarketTest {
    private static final int COMMANDS = 40_000;

    @ParameterizedTest(name = "M7 M5 M13 M17 seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void everyAnswerAndEventIsTheSame(long seed) {
        compare(new RandomCommands(seed), "seed " + seed, COMMANDS);
    }

    @ParameterizedTest(name = "M7 to M17 seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everyAnswerAndEventOfEverythingIsTheSame(long seed) {
        compare(RandomCommands.ofEverything(seed), "everything, seed " + seed, COMMANDS);
    }

    /** Millions of commands: {@code -Dmarket.commands=5000000 -Dmarket.seed=1}. */
    @Test
    @EnabledIfSystemProperty(named = "market.commands", matches = "[0-9]+")
    void asManyCommandsAsAskedFor() {
        long seed = Long.getLong("market.seed", 1);
        int left = Integer.getInteger("market.commands");
        while (left > 0) {
            int next = Math.min(left, 100_000);
            compare(RandomCommands.ofEverything(seed), "everything, seed " + seed, next);
            left -= next;
            seed++;
        }
    }

    @Test
    @DisplayName("the random streams reach every event and nearly every refusal")
    void streamsAreWorthTheirName() {
        Map<String, Integer> seen = compare(new RandomCommands(97), "plain", COMMANDS);
        compare(RandomCommands.ofEverything(97), "everything", COMMANDS)
                .forEach((what, times) -> seen.merge(what, times, Integer::sum));
        Reason[] expected = {
            Reason.ACCEPTED,
            Reason.BAD_NAME,
            Reason.UNKNOWN_ACCOUNT,
            Reason.ACCOUNT_EXISTS,
            Reason.UNKNOWN_INSTRUMENT,
            Reason.INSTRUMENT_EXISTS,
            Reason.BAD_TERMS,
            Reason.BAD_AMOUNT,
            Reason.BAD_QUANTITY,
            Reason.BAD_PRICE,
            Reason.OVERFLOW,
            Reason.INSUFFICIENT_CASH,
            Reason.INSUFFICIENT_SHARES,
            Reason.POOL_TOO_SMALL,
            Reason.UNKNOWN_ORDER,
            Reason.NOT_YOUR_ORDER,
            Reason.NO_LIQUIDITY,
            Reason.WRONG_PHASE,
            Reason.WOULD_TRADE,
            Reason.BAD_DISPLAY,
            Reason.NOT_OPERATOR,
            Reason.WRONG_ROUND,
            Reason.ROUND_RUNNING,
            Reason.ORDERS_OPEN
        };
        for (Reason reason : expected) {
            assertTrue(seen.getOrDefault(reason.name(), 0) > 0, () -> reason + " never came");
        }
        String[] events = {
            "traded",
            "rested",
            "cancelled",
            "waiting",
            "triggered",
            "refilled",
            "withdrawn",
            "reduced",
            "amended",
            "uncrossed",
            "fee",
            "phase",
            "terms",
            "round",
            "start",
            "corrected",
            "role"
        };
        for (String event : events) {
            assertTrue(seen.getOrDefault(event, 0) >= 20, () -> event + " is too rare: " + seen);
        }
        for (CancelReason why : CancelReason.values()) {
            assertTrue(seen.getOrDefault(why.name(), 0) > 0, () -> why + " never came: " + seen);
        }
        assertTrue(seen.get("ACCEPTED") > COMMANDS / 2, () -> "refused: " + seen);
    }

    private static Map<String, Integer> compare(RandomCommands stream, String name, int commands) {
        EventLog expectedEvents = new EventLog();
        ReferenceMarket reference = new ReferenceMarket(expectedEvents);
        EventLog events = new EventLog();
        Exchange exchange = new Exchange();
        Map<String, Integer> seen = new TreeMap<>();
        for (int i = 1; i <= commands; i++) {
            Command command = stream.opening(i - 1);
            events.clear();
            expectedEvents.clear();
            Answer expected = reference.apply(i, command);
            Request request = new Request(1, i, i - 1, command);
            Answer answer = exchange.apply(i, i, request, events).answer();
            String where = name + ", command " + i + ": " + command;
            stream.note(command, answer);
            assertEquals(expected, answer, where);
            assertEquals(expectedEvents.lines(), events.lines(), where);
            seen.merge(answer.reason().name(), 1, Integer::sum);
            for (String line : events.lines()) {
                String[] words = line.split(" ");
                seen.merge(words[0], 1, Integer::sum);
                if (words[0].equals("cancelled")) {
                    seen.merge(words[words.length - 2], 1, Integer::sum);
                }
            }
        }
        return seen;
    }
}
