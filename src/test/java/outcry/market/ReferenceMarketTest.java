package outcry.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast market against the plain one: every answer and every event equal. */
class ReferenceMarketTest {
    private static final int COMMANDS = 40_000;

    @ParameterizedTest(name = "M7 M5 M13 M17 seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyAnswerAndEventIsTheSame(long seed) {
        compare(seed, COMMANDS);
    }

    @Test
    @DisplayName("the random stream reaches trades, cancels and nearly every refusal")
    void streamIsWorthItsName() {
        Map<Reason, Integer> reasons = compare(77, COMMANDS);
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
            Reason.NO_LIQUIDITY
        };
        for (Reason reason : expected) {
            assertTrue(reasons.getOrDefault(reason, 0) > 0, () -> reason + " never came");
        }
        assertTrue(reasons.get(Reason.ACCEPTED) > COMMANDS / 3, () -> "refused: " + reasons);
    }

    private static Map<Reason, Integer> compare(long seed, int commands) {
        RandomCommands stream = new RandomCommands(seed);
        EventLog expectedEvents = new EventLog();
        ReferenceMarket reference = new ReferenceMarket(expectedEvents);
        EventLog events = new EventLog();
        Exchange exchange = new Exchange();
        Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
        for (int i = 1; i <= commands; i++) {
            Command command = stream.opening(i - 1);
            events.clear();
            expectedEvents.clear();
            Answer expected = reference.apply(i, command);
            Request request = new Request(1, i, i - 1, command);
            Answer answer = exchange.apply(i, i, request, events).answer();
            String where = "seed " + seed + ", command " + i + ": " + command;
            assertEquals(expected, answer, where);
            assertEquals(expectedEvents.lines(), events.lines(), where);
            reasons.merge(answer.reason(), 1, Integer::sum);
        }
        return reasons;
    }
}
