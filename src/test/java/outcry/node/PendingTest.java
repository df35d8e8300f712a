package outcry.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.market.Request;
import outcry.market.Verdict;
import outcry.wire.CommandCodec;

class PendingTest {
    private static final long MILLI = 1_000_000;
    private static final Verdict DECIDED = new Verdict(Verdict.Kind.DECIDED, Answer.accepted(1, 0));
    private static final Verdict EARLY = new Verdict(Verdict.Kind.EARLY, null);

    /** Near overflow, so that only differences of times may be compared. */
    private long nowNanos = Long.MAX_VALUE - 50 * MILLI;

    private final Pending pending = new Pending(nowNanos);
    private final List<Long> proposed = new ArrayList<>();
    private int room = Integer.MAX_VALUE;

    private boolean propose(byte[] command) {
        if (room == 0) {
            return false;
        }
        room--;
        proposed.add(CommandCodec.decode(command).number());
        return true;
    }

    @Test
    void requestsAreProposedOnceInOrder() {
        submit(7, 1, 2, 3);
        assertEquals(List.of(1L, 2L, 3L), takeProposed());
        submit(7, 4);
        assertEquals(List.of(4L), takeProposed());
        assertEquals(List.of(), takeProposed());
    }

    @Test
    void g27_whatIsNotAppliedWhenTheLeaderChangesIsProposedAgainInOrder() {
        submit(7, 1, 2, 3, 4);
        takeProposed();
        apply(7, 1, DECIDED);
        apply(7, 2, new Verdict(Verdict.Kind.REPEATED, Answer.accepted(1, 0)));
        pending.lost(false, nowNanos);
        assertEquals(List.of(3L, 4L), takeProposed());
    }

    @Test
    void withoutALeaderRequestsWaitAndKeepTheirOrder() {
        room = 1;
        submit(7, 1, 2, 3);
        assertEquals(List.of(1L), takeProposed());
        room = Integer.MAX_VALUE;
        assertEquals(List.of(), takeProposed(), "not before a pause");
        nowNanos = pending.nextDeadlineNanos(nowNanos);
        assertEquals(List.of(2L, 3L), takeProposed());
    }

    @Test
    void aSessionOutOfOrderIsProposedAgainFromItsFirst() {
        submit(7, 5, 6, 7);
        submit(8, 1);
        takeProposed();
        nowNanos += 150 * MILLI;
        apply(7, 6, EARLY);
        apply(7, 7, EARLY);
        assertEquals(List.of(5L, 6L, 7L), takeProposed());
    }

    @Test
    void whatWasQueuedBehindASessionOutOfOrderStaysBehindItAndIsNotDoubled() {
        room = 2;
        submit(7, 5, 6, 7);
        assertEquals(List.of(5L, 6L), takeProposed());
        room = Integer.MAX_VALUE;
        nowNanos += 150 * MILLI;
        apply(7, 6, EARLY);
        assertEquals(List.of(5L, 6L, 7L), takeProposed());
    }

    @Test
    void aRequestWhoseClientLeftAGapIsGivenUp() {
        submit(7, 2, 3);
        takeProposed();
        apply(7, 2, EARLY);
        apply(7, 3, EARLY);
        pending.lost(false, nowNanos);
        assertEquals(List.of(), takeProposed());
        assertEquals(0, pending.size());
    }

    @Test
    void whatIsNeverAppliedIsProposedAgainAfterATimeThatDoubles() {
        submit(7, 1);
        takeProposed();
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            long before = nowNanos;
            nowNanos = pending.nextDeadlineNanos(nowNanos);
            waits.add((nowNanos - before) / MILLI);
            assertEquals(List.of(1L), takeProposed());
        }
        assertEquals(List.of(1_000L, 2_000L, 4_000L, 8_000L, 8_000L), waits);
    }

    @Test
    void g29_aBusyLeaderGetsAPauseAndASmallerWindow() {
        submit(7, LongStream.rangeClosed(1, 3_000).toArray());
        assertEquals(2_048, takeProposed().size());
        pending.lost(true, nowNanos);
        assertEquals(List.of(), takeProposed());
        nowNanos = pending.nextDeadlineNanos(nowNanos);
        List<Long> again = takeProposed();
        assertEquals(1_024, again.size());
        assertEquals(1L, again.get(0));
        LongStream.rangeClosed(1, 1_024).forEach(n -> apply(7, n, DECIDED));
        assertEquals(1_025L, takeProposed().get(0));
    }

    @Test
    void g29_noMoreThanTheBoundIsKept() {
        for (int i = 0; i < Pending.REQUESTS_MAX; i++) {
            assertTrue(pending.reserve());
        }
        assertFalse(pending.reserve());
        for (long n = 1; n <= Pending.REQUESTS_MAX; n++) {
            pending.add(request(7, n), nowNanos);
        }
        takeProposed();
        apply(7, 1, DECIDED);
        assertTrue(pending.reserve());
        assertFalse(pending.reserve());
    }

    @Test
    void aRequestSentAgainWhileItIsKeptTakesNoSecondPlace() {
        submit(7, 1);
        submit(7, 1);
        assertEquals(List.of(1L), takeProposed());
        assertEquals(1, pending.size());
        apply(7, 1, DECIDED);
        assertEquals(0, pending.size());
    }

    @Test
    void aForgottenSessionIsNotProposedAndGivesItsPlacesBack() {
        submit(7, 1, 2);
        submit(8, 9);
        takeProposed();
        submit(7, 3);
        pending.forget(7);
        pending.lost(false, nowNanos);
        assertEquals(List.of(9L), takeProposed());
        assertEquals(1, pending.size());
    }

    @Test
    void anOpenedAccountIsRecognisedByItsBytes() {
        Request open =
                new Request(
                        0, 3, 0, new Command.OpenAccount("ann", new byte[] {1}, new byte[] {2}));
        pending.reserve();
        pending.add(open, nowNanos);
        assertEquals(List.of(3L), takeProposed());
        byte[] command = CommandCodec.encode(open);
        pending.applied(CommandCodec.decode(command), command, DECIDED, nowNanos);
        assertEquals(0, pending.size());
        pending.lost(false, nowNanos);
        assertEquals(List.of(), takeProposed());
    }

    private void submit(long session, long... numbers) {
        for (long number : numbers) {
            assertTrue(pending.reserve());
            pending.add(request(session, number), nowNanos);
        }
    }

    private void apply(long session, long number, Verdict verdict) {
        Request request = request(session, number);
        pending.applied(request, CommandCodec.encode(request), verdict, nowNanos);
    }

    private List<Long> takeProposed() {
        pending.propose(nowNanos, this::propose);
        List<Long> taken = List.copyOf(proposed);
        proposed.clear();
        return taken;
    }

    private static Request request(long session, long number) {
        return new Request(session, number, 0, new Command.DepositCash("ann", 100));
    }
}
