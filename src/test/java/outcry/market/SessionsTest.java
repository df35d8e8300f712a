package outcry.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Requests happen exactly once (G27). */
class SessionsTest {
    private static final Command ONE_CENT = new Command.DepositCash("ann", 1);
    private static final long IDLE = Limits.SESSION_IDLE_NANOS;

    private final EventLog events = new EventLog();
    private Exchange exchange = new Exchange(new Limits(10, 10, 100, 100, 2, 2));
    private long now = TradingFloor.NOW;
    private long index;

    @BeforeEach
    void oneAccount() {
        Command open = new Command.OpenAccount("ann", new byte[1], new byte[1]);
        assertEquals(Verdict.Kind.DECIDED, send(0, 0, 0, open).kind());
    }

    @Test
    @DisplayName("G27 a repeated request gets its first answer and has no second effect")
    void repeated() {
        Answer first = send(5, 1, 0, ONE_CENT).answer();
        send(5, 2, 0, ONE_CENT);
        events.clear();
        long digest = exchange.digest();

        Verdict again = send(5, 1, 0, ONE_CENT);

        assertEquals(new Verdict(Verdict.Kind.REPEATED, first), again);
        assertEquals(List.of(), events.lines());
        assertEquals(digest, exchange.digest());
        assertEquals(2, cash());
    }

    @Test
    @DisplayName("G27 a rejection is remembered too, even when it would be accepted by now")
    void repeatedRejection() {
        Answer first = send(5, 1, 0, new Command.WithdrawCash("ann", 1)).answer();
        assertEquals(Reason.INSUFFICIENT_CASH, first.reason());
        send(6, 1, 0, ONE_CENT);
        assertEquals(first, send(5, 1, 0, new Command.WithdrawCash("ann", 1)).answer());
        assertEquals(1, cash());
    }

    @Test
    @DisplayName("G27 a repeat of a confirmed request has no effect and some answer")
    void repeatedAfterConfirmation() {
        send(5, 1, 0, ONE_CENT);
        send(5, 2, 1, ONE_CENT);
        Verdict late = send(5, 1, 0, ONE_CENT);
        assertEquals(Verdict.Kind.REPEATED, late.kind());
        assertNotNull(late.answer());
        assertEquals(2, cash());
    }

    @Test
    @DisplayName("G27 a request before its predecessor is early; after it, it is decided")
    void early() {
        assertEquals(new Verdict(Verdict.Kind.EARLY, null), send(5, 2, 0, ONE_CENT));
        assertEquals(0, cash());
        send(5, 1, 0, ONE_CENT);
        assertEquals(Verdict.Kind.EARLY, send(5, 3, 0, ONE_CENT).kind());
        assertEquals(Verdict.Kind.DECIDED, send(5, 2, 0, ONE_CENT).kind());
        assertEquals(2, cash());
    }

    @Test
    @DisplayName("G27 sessions do not disturb each other")
    void twoSessions() {
        send(5, 1, 0, ONE_CENT);
        assertEquals(Verdict.Kind.DECIDED, send(6, 1, 0, ONE_CENT).kind());
        assertEquals(2, cash());
    }

    @Test
    @DisplayName("G27 session 0 opens accounts, each time, and does nothing else")
    void sessionZero() {
        Verdict verdict = send(0, 1, 0, ONE_CENT);
        assertEquals(Verdict.Kind.REFUSED, verdict.kind());
        assertEquals(Reason.SESSION_EXPIRED, verdict.answer().reason());
        Command open = new Command.OpenAccount("bob", new byte[1], new byte[1]);
        assertEquals(Verdict.Kind.DECIDED, send(0, 1, 0, open).kind());
        assertEquals(Verdict.Kind.DECIDED, send(0, 1, 0, open).kind());
        assertEquals(0, cash());
    }

    @Test
    @DisplayName("G27 1,024 answers may be unconfirmed; the next request waits, its number unused")
    void windowIsBounded() {
        int window = Limits.UNCONFIRMED_ANSWERS_MAX;
        for (int number = 1; number <= window; number++) {
            assertEquals(Verdict.Kind.DECIDED, send(5, number, 0, ONE_CENT).kind());
        }
        Verdict refused = send(5, window + 1, 0, ONE_CENT);
        assertEquals(Verdict.Kind.REFUSED, refused.kind());
        assertEquals(Reason.BUSY, refused.answer().reason());
        assertEquals(window, cash());
        assertEquals(Verdict.Kind.DECIDED, send(5, window + 1, 1, ONE_CENT).kind());
        assertEquals(Verdict.Kind.REPEATED, send(5, 2, 1, ONE_CENT).kind());
        assertEquals(window + 1, cash());
    }

    @Test
    @DisplayName("G27 a client that confirmed everything has the whole window again")
    void windowAfterConfirmation() {
        int window = Limits.UNCONFIRMED_ANSWERS_MAX;
        for (int number = 1; number <= window; number++) {
            send(5, number, 0, ONE_CENT);
        }
        for (int number = window + 1; number <= 2 * window; number++) {
            assertEquals(Verdict.Kind.DECIDED, send(5, number, window, ONE_CENT).kind());
        }
        assertEquals(Verdict.Kind.REFUSED, send(5, 2 * window + 1, window, ONE_CENT).kind());
    }

    @Test
    @DisplayName("G27 numbers and confirmations that make no sense have no effect")
    void nonsense() {
        for (long number : new long[] {0, -1, Long.MIN_VALUE}) {
            Verdict verdict = send(5, number, 0, ONE_CENT);
            assertEquals(Verdict.Kind.REPEATED, verdict.kind());
            assertNotNull(verdict.answer());
        }
        assertEquals(Verdict.Kind.EARLY, send(5, Long.MAX_VALUE, 0, ONE_CENT).kind());
        assertEquals(Verdict.Kind.DECIDED, send(8, 1, 0, ONE_CENT).kind());
        send(5, 1, -7, ONE_CENT);
        assertEquals(Verdict.Kind.DECIDED, send(5, 2, Long.MAX_VALUE, ONE_CENT).kind());
        assertEquals(Verdict.Kind.DECIDED, send(5, 3, Long.MIN_VALUE, ONE_CENT).kind());
        assertEquals(4, cash());
    }

    @Test
    @DisplayName("G27 when all sessions leave too much unconfirmed, each may leave 64 answers")
    void crowded() {
        Limits room = new Limits(10, 10, 100, 100, 2_000, 2);
        exchange = new Exchange(room);
        oneAccount();
        int window = Limits.UNCONFIRMED_ANSWERS_MAX;
        int sessionsThatFill = Limits.UNCONFIRMED_TOTAL_MAX / window;
        Command refused = new Command.CancelOrder("ann", 1);
        for (int session = 1; session <= sessionsThatFill; session++) {
            for (int number = 1; number <= window; number++) {
                send(session, number, 0, refused);
            }
        }
        long last = sessionsThatFill + 1;
        int decided = 0;
        while (send(last, decided + 1, 0, refused).kind() == Verdict.Kind.DECIDED) {
            decided++;
        }
        int left = Limits.UNCONFIRMED_TOTAL_MAX % window;
        assertEquals(Math.max(left, Limits.UNCONFIRMED_ANSWERS_WHEN_CROWDED), decided);
        assertEquals(Verdict.Kind.REPEATED, send(1, window, window, refused).kind());
        assertEquals(Verdict.Kind.DECIDED, send(last, decided + 1, 0, refused).kind());
    }

    @Test
    @DisplayName("G27 no session is evicted before it was silent for ten minutes")
    void tooManySessions() {
        send(5, 1, 0, ONE_CENT);
        send(6, 1, 0, ONE_CENT);
        now += IDLE - 1;
        Verdict refused = send(7, 1, 0, ONE_CENT);
        assertEquals(Verdict.Kind.REFUSED, refused.kind());
        assertEquals(Reason.TOO_MANY_SESSIONS, refused.answer().reason());
        assertEquals(2, refused.answer().detail());
        assertEquals(2, cash());
    }

    @Test
    @DisplayName("G27 the longest silent session makes room; it never takes effect again")
    void eviction() {
        send(5, 1, 0, ONE_CENT);
        send(6, 1, 0, ONE_CENT);
        send(5, 2, 1, ONE_CENT);
        now += IDLE;

        assertEquals(Verdict.Kind.DECIDED, send(7, 1, 0, ONE_CENT).kind());

        for (long number = 1; number <= 3; number++) {
            Verdict expired = send(6, number, 0, ONE_CENT);
            assertEquals(Verdict.Kind.REFUSED, expired.kind());
            assertEquals(Reason.SESSION_EXPIRED, expired.answer().reason());
        }
        assertEquals(Verdict.Kind.DECIDED, send(5, 3, 2, ONE_CENT).kind());
        assertEquals(5, cash());
    }

    @Test
    @DisplayName("G27 an unknown session that has confirmed something was evicted long ago")
    void longForgotten() {
        Verdict expired = send(9, 5, 4, ONE_CENT);
        assertEquals(Reason.SESSION_EXPIRED, expired.answer().reason());
    }

    @Test
    @DisplayName("G27 M20 sessions, their answers and the evicted ones survive a checkpoint")
    void survivesCheckpoint() {
        send(5, 1, 0, ONE_CENT);
        send(6, 1, 0, ONE_CENT);
        now += IDLE;
        send(7, 1, 0, ONE_CENT);
        Answer first = send(6, 2, 0, ONE_CENT).answer();

        exchange = Exchange.restore(exchange.checkpoint(), new Limits(10, 10, 100, 100, 2, 2));

        assertEquals(Reason.SESSION_EXPIRED, send(5, 2, 0, ONE_CENT).answer().reason());
        assertEquals(new Verdict(Verdict.Kind.REPEATED, first), send(6, 2, 0, ONE_CENT));
        assertEquals(Verdict.Kind.REPEATED, send(7, 1, 0, ONE_CENT).kind());
        assertNull(send(7, 3, 0, ONE_CENT).answer());
        assertEquals(4, cash());
    }

    private Verdict send(long session, long number, long confirmed, Command command) {
        return exchange.apply(
                ++index, now, new Request(session, number, confirmed, command), events);
    }

    private long cash() {
        Picture picture = new Picture();
        exchange.describe(picture);
        return picture.cashTotal();
    }
}
