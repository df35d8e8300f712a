package outcry.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import outcry.cli.console.Input.Question;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.market.Fill;
import outcry.market.OrderType;
import outcry.market.Reason;
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
                        + "100,\"reserved\":5}}}",
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
                "{\"line\":1,\"ok\":true,\"index\":2,\"instruments\":[{\"instrument\":\"A\","
                    + "\"name\":\"ShareA\",\"bid\":null,\"ask\":null,\"last\":null,\"volume\":0,"
                    + "\"tick\":\"0.01\",\"lot\":1,\"pool\":5000}]}",
                reply.toJsonLine(1));
    }
}
