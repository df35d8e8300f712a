package outcry.desktop.trader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outcry.desktop.trader.blotter.OrderRow;
import outcry.desktop.trader.blotter.OrderState;
import outcry.desktop.trader.desk.Tally;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.market.OrderType;
import outcry.market.Reason;
import outcry.market.Side;
import outcry.market.TimeInForce;
import outcry.wire.trader.ServerMessage;

class OrdersModelTest {
    private final ModelStage stage = new ModelStage();

    @Test
    void anOrderGoesFromSentToRestingToFilled() {
        OrderRow row = enter();
        assertEquals(OrderState.SENT, row.stage());
        rest(row);
        assertEquals(OrderState.RESTING, row.stage());
        assertEquals(Map.of(1_000L, 100L), stage.orders.ownAt("ACME", Side.BUY));
        stage.orders.onOrderState(state(5, 60, "resting"));
        assertEquals("part 40/100", row.stateProperty().get().word());
        stage.orders.onOrderState(state(5, 0, "filled"));
        assertEquals(OrderState.FILLED, row.stage());
        assertEquals(List.of(row), stage.orders.ended());
        assertTrue(stage.orders.working().isEmpty());
    }

    @Test
    void aRejectedOrderShowsTheReason() {
        OrderRow row = enter();
        stage.answer(Answer.rejected(9, Reason.INSUFFICIENT_CASH, 0), "needs 1000.00");
        stage.turn();
        assertEquals(List.of(row), stage.orders.rejected());
        assertEquals("needs 1000.00", row.detailProperty().get());
    }

    @Test
    void whatIsUnansweredWhenTheLeaderIsLostIsUnknownUntilItsAnswer() {
        OrderRow row = enter();
        stage.desk.connectionLost();
        stage.orders.connectionLost();
        assertEquals("unknown – asking new leader…", row.stateProperty().get().word());
        assertEquals(new Tally(1, 1, 0, 0, 0, 0), stage.desk.tallyProperty().get());
        rest(row);
        assertEquals(OrderState.RESTING, row.stage());
        assertEquals("1 resting", stage.desk.tallyProperty().get().outcomes());
    }

    @Test
    void anEndHeardBeforeTheAnswerIsNotForgotten() {
        OrderRow row = enter();
        stage.orders.onOrderState(state(5, 0, "filled"));
        rest(row);
        assertEquals(OrderState.FILLED, row.stage());
        assertTrue(stage.orders.working().isEmpty());
    }

    @Test
    void anOrderHeardBeforeItsAnswerIsShownOnce() {
        OrderRow row = enter();
        stage.orders.onOrderState(state(5, 100, "resting"));
        stage.orders.onOrderState(state(5, 70, "resting"));
        rest(row);
        assertEquals(List.of(row), stage.orders.working());
        assertEquals(70, row.open());
    }

    @Test
    void whatIsMissingAfterAReconnectHasEndedUnseen() {
        OrderRow row = enter();
        rest(row);
        stage.orders.onOrders(new ServerMessage.Orders(0, "ada", 6, List.of()));
        assertEquals(OrderState.RESTING, row.stage(), "accepted after that list was made");
        stage.orders.onOrders(new ServerMessage.Orders(0, "ada", 7, List.of()));
        assertEquals(OrderState.ENDED_UNSEEN, row.stage());
    }

    @Test
    void aCancelIsAskedForOnceAndAgainAfterARefusal() {
        OrderRow row = enter();
        assertFalse(row.isCancellable());
        rest(row);
        stage.orders.cancel(row);
        stage.orders.cancel(row);
        assertEquals(1, stage.sent.size());
        assertEquals(new Command.CancelOrder("ada", 5), stage.sent.peek().command());
        stage.answer(Answer.rejected(11, Reason.BUSY, 0), "");
        stage.turn();
        assertTrue(row.isCancellable());
    }

    @Test
    void ordersOfOtherAccountsAreNotShown() {
        stage.orders.onOrderState(
                new ServerMessage.OrderState(
                        8, "bob", "ACME", Side.BUY, 1_000, 10, 10, "resting", "", 3, 0));
        assertTrue(stage.orders.working().isEmpty());
    }

    private OrderRow enter() {
        stage.orders.enter(
                new Command.EnterOrder(
                        "ada", "ACME", Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 1_000, 100),
                () -> {});
        return stage.orders.working().get(0);
    }

    private void rest(OrderRow row) {
        stage.answer(new Answer(7, Reason.ACCEPTED, 5, 0, 100, 0, List.of()), "");
        stage.turn();
        assertEquals(5, row.orderId());
    }

    private static ServerMessage.OrderState state(long id, long open, String state) {
        return new ServerMessage.OrderState(
                id, "ada", "ACME", Side.BUY, 1_000, 100, open, state, "", 8, 0);
    }
}
