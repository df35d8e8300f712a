package outcry.desktop.trader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outcry.desktop.parts.Depth;
import outcry.desktop.trader.ticket.TicketModel;
import outcry.market.Answer;
import outcry.market.OrderType;
import outcry.market.Reason;
import outcry.market.Side;

class TicketModelTest {
    private final ModelStage stage = new ModelStage();
    private final TicketModel ticket = new TicketModel(stage.account, stage.orders);

    @BeforeEach
    void openBook() {
        stage.balance(100_000, 50);
        ticket.showDepth(
                new Depth(
                        "ACME",
                        5,
                        9,
                        List.of(new Depth.Level(990, 100, 1, 0)),
                        List.of(
                                new Depth.Level(1_010, 30, 1, 0),
                                new Depth.Level(1_020, 70, 2, 0))));
    }

    @Test
    void theButtonSaysTheWholeOrder() {
        fill("20", "10.10");
        assertEquals("BUY 20 @ 10.10", ticket.side(Side.BUY).labelProperty().get());
        ticket.typeProperty().set(OrderType.MARKET);
        assertEquals("SELL 20 at market", ticket.side(Side.SELL).labelProperty().get());
    }

    @Test
    void thePreviewTellsWhatFillsAtWhichAverageAndWhatRests() {
        fill("50", "10.20");
        assertEquals(
                "fills 50 · avg 10.14 · 507.00", ticket.side(Side.BUY).previewProperty().get());
        fill("50", "10.10");
        assertEquals(
                "fills 30 · avg 10.10 · 303.00 · rest 20",
                ticket.side(Side.BUY).previewProperty().get());
        assertEquals("rests in the book", ticket.side(Side.SELL).previewProperty().get());
    }

    @Test
    void whatCannotBePaidOrDeliveredIsRefusedWithTheAmounts() {
        fill("100", "10.10");
        assertEquals("That may cost 1\u00a0010.00; you have 1\u00a0000.00.", problem(Side.BUY));
        assertEquals("You have 50 ACME free to sell.", problem(Side.SELL));
        fill("50", "10.10");
        assertEquals("", problem(Side.SELL));
    }

    @Test
    void aPriceOffTheTickAndAQuantityOffTheLotAreRefused() {
        fill("20", "10.12");
        assertEquals("The price must be a multiple of the tick, 0.05.", problem(Side.BUY));
        ticket.showLot(7);
        fill("20", "10.10");
        assertEquals("The quantity must be a multiple of the lot, 7.", problem(Side.SELL));
    }

    @Test
    void nothingIsSendableWhileTheConnectionIsNotLive() {
        fill("20", "10.10");
        ticket.showBlocked("Nothing can be sent: disconnected.");
        assertEquals("Nothing can be sent: disconnected.", problem(Side.BUY));
        assertFalse(ticket.send(Side.BUY));
        assertTrue(stage.sent.isEmpty());
    }

    @Test
    void asLongAsAnOrderIsUnansweredNoOtherIsSent() {
        fill("20", "10.10");
        assertTrue(ticket.send(Side.BUY));
        assertFalse(ticket.send(Side.BUY));
        assertFalse(ticket.send(Side.SELL));
        assertEquals(1, stage.sent.size());
        stage.answer(Answer.rejected(3, Reason.INSUFFICIENT_CASH, 0), "");
        stage.turn();
        assertTrue(ticket.send(Side.BUY));
    }

    @Test
    void anOrderTheSessionHasNoRoomForLeavesTheTicketReady() {
        fill("20", "10.10");
        stage.full = true;
        assertFalse(ticket.send(Side.BUY));
        assertTrue(stage.log.newestProperty().get().contains("too many requests"));
        stage.full = false;
        assertTrue(ticket.send(Side.BUY));
    }

    @Test
    void stepsFollowTickAndLot() {
        ticket.stepPrice(1);
        assertEquals("9.90", ticket.priceProperty().get());
        ticket.stepPrice(2);
        assertEquals("10.00", ticket.priceProperty().get());
        ticket.priceProperty().set("10.03");
        ticket.stepPrice(1);
        assertEquals("10.05", ticket.priceProperty().get());
        ticket.showLot(10);
        ticket.stepQuantity(1);
        ticket.stepQuantity(-5);
        assertEquals("10", ticket.quantityProperty().get());
    }

    @Test
    void aLimitFarFromTheMiddleIsWarnedOfButCanBeSent() {
        fill("1", "12.00");
        assertEquals(
                "The price is 20 % worse than the middle, 10.00.",
                ticket.side(Side.BUY).warningProperty().get());
        assertTrue(ticket.side(Side.BUY).sendableProperty().get());
        assertEquals("", ticket.side(Side.SELL).warningProperty().get());
    }

    @Test
    void anotherInstrumentEmptiesThePrice() {
        fill("20", "10.10");
        ticket.showDepth(new Depth("GLOBEX", 1, 1, List.of(), List.of()));
        assertEquals("", ticket.priceProperty().get());
        assertEquals("20", ticket.quantityProperty().get());
    }

    private void fill(String quantity, String price) {
        ticket.quantityProperty().set(quantity);
        ticket.priceProperty().set(price);
    }

    private String problem(Side side) {
        return ticket.side(side).problemProperty().get();
    }
}
