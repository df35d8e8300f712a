package outcry.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import outcry.market.OrderType;
import outcry.market.Side;
import outcry.market.TimeInForce;
import outcry.wire.trader.ServerMessage;

/** What somebody who types is told meanwhile. */
class NoticeListenerTest {
    private final Queue<Output> told = new ArrayDeque<>();
    private final NoticeListener listener = new NoticeListener(told);

    @Test
    @DisplayName("M8 a stop that was reached is told once, in the words of its price")
    void stop() {
        listener.onFeed(order("waiting", false));
        listener.onFeed(order("resting", true));
        listener.onFeed(order("resting", true));
        assertEquals(List.of("Order 8: triggered by a trade at its stop, 12.60."), texts());
    }

    @Test
    void aStopThatIsCancelledWasNotReached() {
        listener.onFeed(order("waiting", false));
        listener.onFeed(order("cancelled", false));
        assertEquals(List.of(), texts());
    }

    @Test
    void aFillOfAnOrderThatRestedTellsItsFee() {
        ServerMessage.OwnFill fill =
                new ServerMessage.OwnFill("ann", "ACME", 7, 3, Side.BUY, 1_250, 4, true, 43, 0);
        listener.onFeed(fill);
        listener.onFeed(fill.withFee(5));
        assertEquals(
                List.of(
                        "Order 7: bought 4 ACME @ 12.50.",
                        "Order 7: bought 4 ACME @ 12.50, fee 0.05."),
                texts());
    }

    private List<String> texts() {
        return told.stream().map(output -> ((Output.Notice) output).text()).toList();
    }

    private static ServerMessage.OrderState order(String state, boolean triggered) {
        return new ServerMessage.OrderState(
                8,
                "ann",
                "ACME",
                Side.BUY,
                1_270,
                10,
                10,
                state,
                "",
                42,
                0,
                new ServerMessage.OrderTerms(
                        triggered ? OrderType.LIMIT : OrderType.STOP_LIMIT,
                        TimeInForce.GTC,
                        1_260,
                        triggered,
                        0,
                        false));
    }
}
