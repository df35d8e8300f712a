package outcry.desktop.trader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import outcry.desktop.trader.blotter.OrderRow;
import outcry.desktop.trader.blotter.OrderState;
import outcry.desktop.trader.ticket.AmendModel;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.market.OrderType;
import outcry.market.Reason;
import outcry.market.Side;
import outcry.market.TimeInForce;
import outcry.wire.trader.ServerMessage;

class AmendModelTest {
    private static final ServerMessage.OrderTerms STOP =
            new ServerMessage.OrderTerms(OrderType.STOP, TimeInForce.DAY, 1_200, false, 0, false);

    private final ModelStage stage = new ModelStage();
    private final AmendModel amend =
            new AmendModel(
                    stage.orders,
                    symbol -> new ServerMessage.Instrument(symbol, symbol, 5, 10, 0, 0, 0, 0, 0));
    private OrderRow row;

    @BeforeEach
    void orderRests() {
        stage.orders.onOrderState(state(1_000, 100, 70, "resting", ServerMessage.OrderTerms.PLAIN));
        row = stage.orders.working().get(0);
        amend.open(row);
    }

    @Test
    @DisplayName("M10 a smaller quantity keeps its place, anything else goes to the back")
    void placeIsTold() {
        assertEquals("Order 5: BUY ACME, 30/100 filled", amend.titleProperty().get());
        assertEquals("Change the price or the shares that stay open.", amend.wordsProperty().get());
        amend.quantityProperty().set("50");
        assertEquals("It keeps its place in the queue.", amend.wordsProperty().get());
        assertEquals("Amend to 50 @ 10.00", amend.labelProperty().get());
        amend.quantityProperty().set("80");
        assertTrue(amend.wordsProperty().get().startsWith("It goes to the back"));
        amend.quantityProperty().set("50");
        amend.stepPrice(1);
        assertEquals("10.05", amend.priceProperty().get());
        assertTrue(amend.wordsProperty().get().startsWith("It goes to the back"));
    }

    @Test
    void whatIsNotChangedIsNotSentAndTheConsentEndsIt() {
        amend.quantityProperty().set("50");
        assertTrue(amend.send());
        assertFalse(amend.send(), "one is under way");
        assertEquals(new Command.AmendOrder("ada", 5, 0, 50), stage.sent.peek().command());
        stage.answer(new Answer(9, Reason.ACCEPTED, 5, 0, 50, 0, List.of()), "");
        stage.turn();
        assertNull(amend.rowProperty().get());
        stage.orders.onOrderState(state(1_000, 80, 50, "resting", ServerMessage.OrderTerms.PLAIN));
        assertEquals("30/80", row.quantityProperty().get());
        assertEquals(50, row.open());
    }

    @Test
    void aRefusalIsToldAndLeavesTheFormOpen() {
        amend.priceProperty().set("10.50");
        assertTrue(amend.send());
        stage.answer(Answer.rejected(9, Reason.INSUFFICIENT_CASH, 0), "not enough cash");
        stage.turn();
        assertEquals("Refused: not enough cash", amend.wordsProperty().get());
        amend.priceProperty().set("10.40");
        assertTrue(amend.sendableProperty().get());
    }

    @Test
    void nonsenseIsToldAsItIsTyped() {
        amend.quantityProperty().set("55");
        assertEquals("The quantity must be a multiple of the lot, 10.", words());
        amend.quantityProperty().set("");
        assertEquals("Enter how many shares stay open.", words());
        amend.quantityProperty().set("50");
        amend.priceProperty().set("99999999999999999999");
        assertEquals("A price is an amount such as 12.50, above 0.", words());
        amend.priceProperty().set("10.00");
        amend.showBlocked("Nothing can be sent: disconnected.");
        assertEquals("Nothing can be sent: disconnected.", words());
        assertFalse(amend.send());
    }

    @Test
    void itEndsWithTheOrder() {
        stage.orders.onOrderState(state(1_000, 100, 0, "filled", ServerMessage.OrderTerms.PLAIN));
        assertNull(amend.rowProperty().get());
    }

    @Test
    @DisplayName(
            "M8 a waiting stop is shown as such, is not in the book, and has no price to amend")
    void aStopHasOnlyAQuantity() {
        stage.orders.onOrderState(state(0, 100, 70, "waiting", STOP));
        assertEquals(OrderState.WAITING, row.stage());
        assertEquals("stop", row.typeProperty().get());
        assertEquals("12.00", row.stopProperty().get());
        assertEquals("DAY", row.timeInForceProperty().get());
        assertEquals("STP DAY", row.shortTypeProperty().get());
        assertEquals("market", row.priceProperty().get());
        assertEquals(Map.of(), stage.orders.ownAt("ACME", Side.BUY));
        amend.open(row);
        assertSame(row, amend.rowProperty().get());
        assertFalse(amend.hasPrice());
        amend.quantityProperty().set("50");
        assertEquals("It goes on waiting for its stop price.", words());
        assertTrue(amend.send());
        assertEquals(new Command.AmendOrder("ada", 5, 0, 50), stage.sent.peek().command());
    }

    @Test
    @DisplayName("M8 a triggered stop-limit says so, an iceberg what it shows")
    void furtherTermsAreShown() {
        stage.orders.onOrderState(
                state(
                        1_000,
                        100,
                        70,
                        "resting",
                        new ServerMessage.OrderTerms(
                                OrderType.LIMIT, TimeInForce.GTC, 1_010, true, 20, true)));
        assertEquals("limit, post-only, triggered", row.typeProperty().get());
        assertEquals("PO GTC", row.shortTypeProperty().get());
        assertEquals("10.10", row.stopProperty().get());
        assertEquals("20", row.displayProperty().get());
    }

    private String words() {
        return amend.wordsProperty().get();
    }

    private static ServerMessage.OrderState state(
            long price, long quantity, long open, String state, ServerMessage.OrderTerms terms) {
        return new ServerMessage.OrderState(
                5, "ada", "ACME", Side.BUY, price, quantity, open, state, "", 8, 0, terms);
    }
}
