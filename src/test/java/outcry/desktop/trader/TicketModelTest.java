package outcry.desktop.trader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outcry.desktop.parts.Depth;
import outcry.desktop.trader.ticket.TicketModel;
import outcry.desktop.trader.ticket.TicketSide;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.market.OrderType;
import outcry.market.Phase;
import outcry.market.Reason;
import outcry.market.Side;
import outcry.market.TimeInForce;
import outcry.wire.trader.ServerMessage;

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
        ticket.terms().typeProperty().set(OrderType.MARKET);
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
        show(7, Phase.CONTINUOUS, ServerMessage.InstrumentTerms.NONE, 0);
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
        show(10, Phase.CONTINUOUS, ServerMessage.InstrumentTerms.NONE, 0);
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

    @Test
    void m8FieldsThatDoNotApplyToTheTypeAreNeitherAskedForNorSent() {
        fill("20", "10.10");
        ticket.terms().stopProperty().set("9.00");
        ticket.terms().displayProperty().set("5");
        ticket.terms().postOnlyProperty().set(true);
        ticket.terms().timeInForceProperty().set(TimeInForce.IOC);
        assertFalse(ticket.terms().restingProperty().get());
        assertTrue(ticket.send(Side.BUY));
        assertEquals(
                new Command.EnterOrder(
                        "ada", "ACME", Side.BUY, OrderType.LIMIT, TimeInForce.IOC, 1_010, 20),
                stage.sent.peek().command());
    }

    @Test
    void m8AStopLimitSendsStopAndPriceAndSaysWhatItWaitsFor() {
        show(1, Phase.CONTINUOUS, ServerMessage.InstrumentTerms.NONE, 1_000);
        ticket.terms().typeProperty().set(OrderType.STOP_LIMIT);
        fill("20", "10.40");
        assertEquals("Enter the stop price that a trade must reach.", problem(Side.BUY));
        ticket.terms().stopProperty().set("10.32");
        assertEquals("The stop price must be a multiple of the tick, 0.05.", problem(Side.BUY));
        ticket.terms().stopProperty().set("10.30");
        TicketSide buy = ticket.side(Side.BUY);
        assertEquals("BUY 20 @ 10.40 stop 10.30", buy.labelProperty().get());
        assertEquals(
                "waits for a trade at 10.30 or above, then a limit order",
                buy.previewProperty().get());
        assertEquals("", buy.warningProperty().get());
        assertEquals(
                "The last trade, 10.00, has reached this stop: it is entered at once.",
                ticket.side(Side.SELL).warningProperty().get());
        assertTrue(ticket.send(Side.BUY));
        assertEquals(
                new Command.EnterOrder(
                        "ada",
                        "ACME",
                        Side.BUY,
                        OrderType.STOP_LIMIT,
                        TimeInForce.GTC,
                        1_040,
                        20,
                        1_030,
                        0,
                        false),
                stage.sent.peek().command());
    }

    @Test
    void m8ATypeOffersOnlyTheTimesItCanHave() {
        ticket.terms().timeInForceProperty().set(TimeInForce.FOK);
        ticket.terms().typeProperty().set(OrderType.STOP);
        assertEquals(TimeInForce.GTC, ticket.terms().timeInForceProperty().get());
        assertEquals(List.of(TimeInForce.GTC, TimeInForce.DAY), ticket.terms().times());
        ticket.terms().typeProperty().set(OrderType.MARKET);
        assertEquals(TimeInForce.IOC, ticket.terms().timeInForceProperty().get());
    }

    @Test
    void m8AnIcebergThatIsMadeOfTooManyPartsIsRefusedWithTheLeastThatIsRight() {
        stage.balance(100_000_000, 50);
        fill("20001", "10.10");
        ticket.terms().displayProperty().set("20");
        assertEquals("At most 1\u00a0000 parts: show at least 21.", problem(Side.BUY));
        ticket.terms().displayProperty().set("21");
        assertEquals("", problem(Side.BUY));
        assertEquals(
                "fills 30 · avg 10.10 · 303.00 · rest 19\u00a0971, shows 21",
                ticket.side(Side.BUY).previewProperty().get());
        ticket.terms().displayProperty().set("x");
        assertEquals(
                "Shown shares are a multiple of the lot, 1; empty shows all.", problem(Side.BUY));
    }

    @Test
    void m8PostOnlyIsHeldBackWhileItWouldTrade() {
        fill("20", "10.10");
        ticket.terms().postOnlyProperty().set(true);
        assertEquals(
                "Post-only: it would trade at once, with the ask at 10.10.", problem(Side.BUY));
        assertEquals("", problem(Side.SELL));
    }

    @Test
    void m14WhatThePhaseDoesNotTakeIsToldBeforeItIsSent() {
        show(1, Phase.HALTED, ServerMessage.InstrumentTerms.NONE, 0);
        fill("20", "10.10");
        assertEquals("ACME is paused: orders can only be cancelled.", problem(Side.BUY));
        show(1, Phase.OPENING_AUCTION, ServerMessage.InstrumentTerms.NONE, 0);
        assertEquals("", problem(Side.BUY));
        assertEquals(
                "joins the auction; 40 would trade @ 10.05",
                ticket.side(Side.BUY).previewProperty().get());
        ticket.terms().typeProperty().set(OrderType.MARKET);
        assertEquals(
                "ACME is in its opening auction: only limit and stop orders that stay (GTC, DAY)"
                        + " are collected.",
                problem(Side.BUY));
    }

    @Test
    void feesAreInThePreviewAndInWhatAnOrderMayCost() {
        show(1, Phase.CONTINUOUS, new ServerMessage.InstrumentTerms(1_000, 500, 10, 25), 0);
        fill("50", "10.20");
        assertEquals(
                "fills 50 · avg 10.14 · 507.00 · fee 1.26",
                ticket.side(Side.BUY).previewProperty().get());
        assertEquals(
                "Fees: 0.25\u00a0% at once, 0.10\u00a0% from the book. Pauses beyond 5.00\u00a0%"
                        + " from 10.00.",
                ticket.noteProperty().get());
        stage.balance(51_000, 50);
        assertEquals("That may cost 511.27; you have 510.00.", problem(Side.BUY));
    }

    @Test
    void anOwnOrderInTheWayIsWarnedOf() {
        ticket.showDepth(
                new Depth("ACME", 5, 9, List.of(), List.of(new Depth.Level(1_010, 30, 1, 10))));
        fill("20", "10.10");
        assertEquals(
                "Your own order at 10.10 is in the way: what is left is cancelled there.",
                ticket.side(Side.BUY).warningProperty().get());
    }

    private void show(long lot, Phase phase, ServerMessage.InstrumentTerms terms, long last) {
        ticket.showInstrument(
                new ServerMessage.Instrument(
                        "ACME",
                        "Acme",
                        5,
                        lot,
                        0,
                        last,
                        0,
                        990,
                        1_010,
                        phase,
                        terms,
                        new ServerMessage.Indication(1_005, 40)));
    }

    private void fill(String quantity, String price) {
        ticket.quantityProperty().set(quantity);
        ticket.priceProperty().set(price);
    }

    private String problem(Side side) {
        return ticket.side(side).problemProperty().get();
    }
}
