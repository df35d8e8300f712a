package outcry.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import outcry.cli.console.Input.Question;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.market.Fill;
import outcry.market.OrderType;
import outcry.market.Phase;
import outcry.market.Reason;
import outcry.market.RoundState;
import outcry.market.Side;
import outcry.market.TimeInForce;
import outcry.wire.trader.ServerMessage;
import outcry.wire.trader.ServerMessage.Answered;

/** The exact words and JSON fields that scripts rely on. */
class ReplyTest {
    private static final Command.EnterOrder ORDER =
            new Command.EnterOrder(
                    "ada", "ACME", Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 1250, 10);

    @Test
    void anOrderTellsItsNumberFillsAndRest() {
        Answer answer =
                new Answer(
                        7,
                        Reason.ACCEPTED,
                        17,
                        4,
                        6,
                        0,
                        List.of(new Fill(3, 1240, 1), new Fill(4, 1250, 3)));
        Reply reply = CommandReplies.of(ORDER, false, new Answered(1, 1, answer, ""));
        assertEquals("Order 17: bought 4 (1 @ 12.40, 3 @ 12.50), 6 resting.", reply.toTextLine());
        assertEquals(
                "{\"line\":5,\"ok\":true,\"order\":17,\"index\":7,\"filled\":4,\"resting\":6,"
                        + "\"trades\":[{\"price\":\"12.40\",\"quantity\":1,\"trade\":3},"
                        + "{\"price\":\"12.50\",\"quantity\":3,\"trade\":4}]}",
                reply.toJsonLine(5));
    }

    @Test
    void aRefusalHasItsWordAndASentence() {
        Answer answer = Answer.rejected(8, Reason.INSUFFICIENT_CASH, 100);
        Reply reply =
                CommandReplies.of(
                        ORDER,
                        false,
                        new Answered(1, 1, answer, "not enough cash: 1.00 available"));
        assertFalse(reply.ok());
        assertEquals(
                "Refused, INSUFFICIENT_CASH: not enough cash: 1.00 available", reply.toTextLine());
        assertEquals(
                "{\"line\":1,\"ok\":false,\"reason\":\"INSUFFICIENT_CASH\",\"message\":\"not enough"
                        + " cash: 1.00 available\",\"index\":8}",
                reply.toJsonLine(1));
    }

    @Test
    void group12sWordsForGroup12sCommands() {
        Command take = new Command.TakeFromPool("client1", "A", 100);
        Reply taken =
                CommandReplies.of(take, true, new Answered(1, 1, Answer.accepted(3, 4900), ""));
        assertEquals("Transaction Successful. 4900 of A left in the pool.", taken.toTextLine());
        assertEquals(
                "{\"line\":1,\"ok\":true,\"index\":3,\"message\":\"Transaction Successful.\","
                        + "\"instrument\":\"A\",\"pool\":4900}",
                taken.toJsonLine(1));

        Command back = new Command.ReturnToPool("client2", "A", 100);
        Answer refused = Answer.rejected(4, Reason.INSUFFICIENT_SHARES, 0);
        Reply failed =
                CommandReplies.of(back, true, new Answered(1, 2, refused, "not enough shares"));
        assertEquals(
                "Transaction failed, INSUFFICIENT_SHARES: not enough shares", failed.toTextLine());
    }

    @Test
    void moneyMoved() {
        Answered answered = new Answered(1, 1, Answer.accepted(3, 100_050), "");
        Reply reply = CommandReplies.of(new Command.DepositCash("ada", 100_000), false, answered);
        assertEquals("Deposited 1000.00; 1000.50 available.", reply.toTextLine());
        assertEquals(
                "{\"line\":1,\"ok\":true,\"index\":3,\"available\":\"1000.50\"}",
                reply.toJsonLine(1));
    }

    @Test
    void anAccountShowsWhatIsFreeAndWhatIsReserved() {
        ServerMessage.AccountState state =
                new ServerMessage.AccountState(
                        9,
                        "ada",
                        12,
                        87_500,
                        12_500,
                        List.of(new ServerMessage.Holding("ACME", 100, 5)));
        Reply reply = QuestionReplies.of(Question.ACCOUNT, state);
        assertEquals(
                "Account ada: cash 875.00 (125.00 more reserved by orders); ACME 100 (5 more"
                        + " reserved by orders)",
                reply.toTextLine());
        assertEquals(
                "{\"line\":2,\"ok\":true,\"account\":\"ada\",\"index\":12,\"cash\":{\"available\":"
                        + "\"875.00\",\"reserved\":\"125.00\"},\"shares\":{\"ACME\":{\"available\":"
                        + "100,\"reserved\":5}},\"role\":\"trader\"}",
                reply.toJsonLine(2));
    }

    @Test
    void anInquiryNamesAAndBEvenWhenNoneIsHeld() {
        ServerMessage.AccountState state =
                new ServerMessage.AccountState(
                        9, "client1", 12, 0, 0, List.of(new ServerMessage.Holding("A", 90, 10)));
        assertEquals(
                "client1 holds A 100, B 0.",
                QuestionReplies.of(Question.HOLDINGS, state).toTextLine());
    }

    @Test
    void aBookIsBestFirst() {
        ServerMessage.Book book =
                new ServerMessage.Book(
                        1,
                        "ACME",
                        20,
                        List.of(new ServerMessage.PriceLevel(1240, 10, 1)),
                        List.of(new ServerMessage.PriceLevel(1250, 30, 2)),
                        0);
        Reply reply = QuestionReplies.of(Question.BOOK, book);
        assertEquals(
                "{\"line\":1,\"ok\":true,\"instrument\":\"ACME\",\"index\":20,"
                        + "\"bids\":[[\"12.40\",10,1]],\"asks\":[[\"12.50\",30,2]]}",
                reply.toJsonLine(1));
        assertEquals(
                "Book of ACME, best first:\n  bid 10 @ 12.40 (1 order)\n  ask 30 @ 12.50 (2"
                        + " orders)",
                reply.toParagraph());
    }

    @Test
    void membersAndLeader() {
        ServerMessage.Members members =
                new ServerMessage.Members(
                        1,
                        "lab",
                        5,
                        3,
                        2,
                        "n1",
                        40,
                        "",
                        List.of(
                                new ServerMessage.Member(
                                        "n1", 0xAB, "10.0.0.1:5", "leader", "live", "", true, 0)));
        assertEquals(
                "{\"line\":1,\"ok\":true,\"leader\":\"n1\",\"term\":2}",
                QuestionReplies.of(Question.LEADER, members).toJsonLine(1));
        assertEquals(
                "{\"line\":1,\"ok\":true,\"group\":\"lab\",\"view\":3,\"leader\":\"n1\",\"term\":2,"
                        + "\"members\":[{\"name\":\"n1\",\"id\":\"00000000000000ab\",\"role\":"
                        + "\"leader\",\"state\":\"live\",\"reason\":\"\",\"address\":"
                        + "\"10.0.0.1:5\"}]}",
                QuestionReplies.of(Question.MEMBERS, members).toJsonLine(1));
    }

    @Test
    void aPriceThatDoesNotExistIsNull() {
        ServerMessage.Instruments instruments =
                new ServerMessage.Instruments(
                        1,
                        2,
                        List.of(
                                new ServerMessage.Instrument(
                                        "A", "ShareA", 1, 1, 5000, 0, 0, 0, 0)));
        Reply reply = QuestionReplies.of(Question.MARKET, instruments);
        assertEquals("Market: A bid - ask - last - volume 0 pool 5000", reply.toTextLine());
        assertEquals(
                "{\"line\":1,\"ok\":true,\"index\":2,\"round\":0,\"roundState\":\"ended\","
                        + "\"instruments\":[{\"instrument\":\"A\",\"name\":\"ShareA\",\"bid\":null,"
                        + "\"ask\":null,\"last\":null,\"volume\":0,\"tick\":\"0.01\",\"lot\":1,"
                        + "\"pool\":5000,\"phase\":\"continuous\",\"reference\":null,"
                        + "\"bandPercent\":\"0.00\",\"makerFeePercent\":\"0.00\","
                        + "\"takerFeePercent\":\"0.00\"}]}",
                reply.toJsonLine(1));
    }

    @Test
    void m14TheMarketTellsPhaseAuctionBandFeesAndRound() {
        ServerMessage.Instrument acme =
                new ServerMessage.Instrument(
                        "ACME",
                        "Acme",
                        1,
                        1,
                        0,
                        1250,
                        10,
                        1260,
                        1240,
                        Phase.OPENING_AUCTION,
                        new ServerMessage.InstrumentTerms(1250, 505, 10, 25),
                        new ServerMessage.Indication(1245, 30));
        Reply reply =
                QuestionReplies.of(
                        Question.MARKET,
                        new ServerMessage.Instruments(
                                1,
                                2,
                                List.of(acme),
                                new ServerMessage.Round(3, RoundState.RUNNING)));
        assertEquals(
                "Market, round 3 running: ACME bid 12.60 ask 12.40 last 12.50 volume 10,"
                        + " opening-auction: 30 would trade @ 12.45, band 5.05 % round 12.50,"
                        + " fees 0.10 % maker 0.25 % taker",
                reply.toTextLine());
        String json = reply.toJsonLine(1);
        assertTrue(json.contains("\"indicativePrice\":\"12.45\",\"indicativeVolume\":30"), json);
    }

    @Test
    void m8AnOrdersTermsAreSaidInTheWordsItIsTypedWith() {
        ServerMessage.OrderTerms stop =
                new ServerMessage.OrderTerms(
                        OrderType.STOP, TimeInForce.DAY, 1210, false, 0, false);
        ServerMessage.OrderTerms iceberg =
                new ServerMessage.OrderTerms(
                        OrderType.LIMIT, TimeInForce.GTC, 1190, true, 10, true);
        Reply reply =
                QuestionReplies.of(
                        Question.ORDERS,
                        new ServerMessage.Orders(
                                1, "ada", 5, List.of(order(8, 0, stop), order(9, 1200, iceberg))));
        assertEquals(
                "Working orders: 8 sell 10 of 10 ACME stop 12.10 day; 9 sell 10 of 10 ACME @ 12.00"
                        + " triggered at 11.90 show 10 post",
                reply.toTextLine());
        assertTrue(reply.toJsonLine(1).contains("\"type\":\"stop\",\"price\":null"));
    }

    private static ServerMessage.OrderState order(
            long id, long price, ServerMessage.OrderTerms terms) {
        return new ServerMessage.OrderState(
                id, "ada", "ACME", Side.SELL, price, 10, 10, "resting", "", 4, 9, terms);
    }
}
