package outcry.wire.trader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.market.OrderType;
import outcry.market.Reason;
import outcry.market.Side;
import outcry.market.TimeInForce;

class ReasonsTest {
    private static final Command ORDER =
            new Command.EnterOrder(
                    "ann", "ACME", Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 1250, 10);

    @Test
    void saysWhatWasMissedInTheRightUnit() {
        assertEquals(
                "not enough cash: 49.00 available", explain(ORDER, Reason.INSUFFICIENT_CASH, 4900));
        assertEquals(
                "not enough shares: 49 of \"ACME\" available",
                explain(ORDER, Reason.INSUFFICIENT_SHARES, 49));
        assertEquals(
                "a multiple of the tick of 0.05 expected", explain(ORDER, Reason.BAD_PRICE, 5));
        assertEquals(
                "a price of at most 10000000000.00 expected",
                explain(ORDER, Reason.BAD_PRICE, 1_000_000_000_000L));
        assertEquals(
                "a multiple of the lot of 100 shares expected",
                explain(ORDER, Reason.BAD_QUANTITY, 100));
        assertEquals(
                "the exchange can hold only 1.00 more",
                explain(new Command.DepositCash("ann", 500), Reason.OVERFLOW, 100));
    }

    @Test
    void everyReasonOfEveryCommandHasASentence() {
        List<Command> commands =
                List.of(
                        ORDER,
                        new Command.OpenAccount("ann", new byte[1], new byte[1]),
                        new Command.DepositCash("ann", 1),
                        new Command.CancelOrder("ann", 1),
                        new Command.CancelAll("ann", ""),
                        new Command.ListInstrument("ann", "ACME", "Acme", 1, 1, 0));
        for (Command command : commands) {
            for (Reason reason : Reason.values()) {
                String text = explain(command, reason, 1);
                assertEquals(reason == Reason.ACCEPTED, text.isEmpty(), reason.name());
                assertFalse(text.endsWith("."), text);
                assertTrue(text.length() < 200, text);
            }
        }
    }

    @Test
    void aLongNameIsCut() {
        Command order = new Command.CancelAll("ann", "X".repeat(60_000));
        assertTrue(explain(order, Reason.UNKNOWN_INSTRUMENT, 0).length() < 200);
    }

    private static String explain(Command command, Reason reason, long detail) {
        return Reasons.explain(command, new Answer(1, reason, 0, 0, 0, detail, List.of()));
    }
}
