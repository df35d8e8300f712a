package outcry.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import outcry.client.RequestQueue.Access;
import outcry.client.RequestQueue.Outcome;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.market.Reason;
import outcry.wire.trader.ClientMessage;
import outcry.wire.trader.ServerMessage;

/** The order, numbers and answers of requests (G27), without any network. */
class RequestQueueTest {
    private static final Function<String, Access> GRANTED = account -> Access.GRANTED;

    private final List<String> told = new ArrayList<>();
    private long sessions;
    private long id = 100;
    private final RequestQueue queue = new RequestQueue(() -> ++sessions, () -> {});

    private void command(long ticket) {
        queue.add(
                new PendingRequest.OfCommand(
                        ticket,
                        new Command.DepositCash("ann", ticket),
                        answer -> told.add(answer.number() + " " + answer.answer().reason())));
    }

    private void query(String name) {
        queue.add(
                new PendingRequest.OfQuery(
                        ClientMessage.Topic.MEMBERS, "", "", answer -> told.add(name)));
    }

    private ClientMessage next() {
        return queue.next(0, ++id, 0, GRANTED);
    }

    private List<ClientMessage> sendAll() {
        List<ClientMessage> sent = new ArrayList<>();
        for (ClientMessage message = next(); message != null; message = next()) {
            sent.add(message);
        }
        return sent;
    }

    private Outcome answer(long session, long number, Reason reason) {
        Answer answer =
                reason == Reason.ACCEPTED
                        ? Answer.accepted(number, 0)
                        : Answer.rejected(0, reason, 0);
        return queue.onAnswered(new ServerMessage.Answered(session, number, answer, ""));
    }

    private static ClientMessage.Submit submit(long session, long number, long confirmed) {
        return new ClientMessage.Submit(
                session, number, confirmed, new Command.DepositCash("ann", number));
    }

    @Test
    void noMoreThanAWindowIsOnTheWay() {
        for (int i = 1; i <= RequestQueue.WINDOW + 5; i++) {
            command(i);
        }
        assertEquals(RequestQueue.WINDOW, sendAll().size());
        answer(1, 1, Reason.ACCEPTED);
        assertEquals(List.of(submit(1, RequestQueue.WINDOW + 1, 1)), sendAll());
    }

    @Test
    void aQuestionIsAskedAgainAfterABusyCommandBeforeIt() {
        command(1);
        query("question");
        sendAll();
        long firstId = id - 1;
        assertEquals(Outcome.BUSY, answer(1, 1, Reason.BUSY));
        assertFalse(
                queue.onReply(firstId, new ServerMessage.Problem(firstId, "", false)),
                "an answer from before the command is no answer");
        List<ClientMessage> again = sendAll();
        assertEquals(submit(1, 1, 0), again.get(0));
        long newId = ((ClientMessage.Query) again.get(1)).id();
        queue.onReply(newId, new ServerMessage.Problem(newId, "", false));
        answer(1, 1, Reason.ACCEPTED);
        assertEquals(List.of("1 ACCEPTED", "question"), told);
    }

    @Test
    void anAnswerFromBeforeABusyCommandIsNotHandedOver() {
        command(1);
        query("question");
        sendAll();
        long id = this.id - 1;
        assertTrue(queue.onReply(id, new ServerMessage.Problem(id, "too early", false)));
        answer(1, 1, Reason.BUSY);
        assertEquals(2, sendAll().size());
        answer(1, 1, Reason.ACCEPTED);
        assertEquals(List.of("1 ACCEPTED"), told, "the question is asked again");
    }

    @Test
    void aLateBusyChangesNothingForWhatWaitsToBeSentAgain() {
        command(1);
        command(2);
        sendAll();
        assertEquals(Outcome.BUSY, answer(1, 1, Reason.BUSY));
        assertEquals(Outcome.UNKNOWN, answer(1, 2, Reason.BUSY));
        assertEquals(List.of(submit(1, 1, 0), submit(1, 2, 0)), sendAll());
    }

    @Test
    void aDuplicateAnswerIsHandedOverOnce() {
        command(1);
        sendAll();
        assertEquals(Outcome.ANSWERED, answer(1, 1, Reason.ACCEPTED));
        assertEquals(Outcome.UNKNOWN, answer(1, 1, Reason.ACCEPTED));
        assertEquals(List.of("1 ACCEPTED"), told);
    }

    @Test
    void whileALoginIsUnderWayItsCommandsAndAllLaterOnesWait() {
        command(1);
        query("question");
        assertNull(queue.next(0, 1, 0, account -> Access.PENDING));
        assertEquals(2, sendAll().size());
    }

    @Test
    void aCommandThatMayHaveHappenedIsNeverRefusedHere() {
        command(1);
        sendAll();
        queue.rewind();
        assertNull(queue.next(0, 1, 0, account -> Access.DENIED));
        assertEquals(List.of(), told);
        assertEquals(List.of(submit(1, 1, 0)), sendAll());
    }

    @Test
    void refusedCommandsUseUpNoNumber() {
        command(1);
        assertNull(queue.next(0, 1, 0, account -> Access.DENIED));
        command(2);
        assertEquals(1, ((ClientMessage.Submit) next()).number());
        assertEquals(List.of("1 NOT_LOGGED_IN"), told);
    }

    @Test
    void anExpiredSessionIsFollowedByANewOneWithNumberOne() {
        command(1);
        command(2);
        sendAll();
        command(3);
        answer(1, 1, Reason.SESSION_EXPIRED);
        answer(1, 2, Reason.SESSION_EXPIRED);
        ClientMessage.Submit third = (ClientMessage.Submit) next();
        assertEquals(2, third.session());
        assertEquals(1, third.number());
        assertEquals(List.of("1 SESSION_EXPIRED", "2 SESSION_EXPIRED"), told);
    }

    @Test
    void withAnyFaultsEachAnswerComesOnceInOrder() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            told.clear();
            sessions = 0;
            RequestQueue faulty = new RequestQueue(() -> ++sessions, () -> {});
            int count = 40;
            long happened = 0;
            for (int i = 1; i <= count; i++) {
                faulty.add(
                        new PendingRequest.OfCommand(
                                i,
                                new Command.DepositCash("ann", i),
                                answer -> told.add("" + answer.number())));
            }
            for (int step = 0; faulty.size() > 0; step++) {
                assertTrue(step < 100_000, "no end in seed " + seed);
                ClientMessage message = faulty.next(0, 1, 0, GRANTED);
                if (message == null || random.nextInt(10) == 0) {
                    faulty.rewind(); // The connection broke.
                } else {
                    ClientMessage.Submit sent = (ClientMessage.Submit) message;
                    boolean taken = sent.number() <= happened + 1 && random.nextInt(4) > 0;
                    happened = taken ? Math.max(happened, sent.number()) : happened;
                    Answer answer =
                            taken ? Answer.accepted(1, 0) : Answer.rejected(0, Reason.BUSY, 0);
                    if (random.nextInt(5) > 0) { // Else the answer is lost.
                        faulty.onAnswered(
                                new ServerMessage.Answered(
                                        sent.session(), sent.number(), answer, ""));
                    }
                }
            }
            List<String> expected = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                expected.add("" + i);
            }
            assertEquals(expected, told, "seed " + seed);
        }
    }
}
