package outcry.cli.console;

import java.util.concurrent.TimeUnit;
import outcry.cli.ExitStatus;
import outcry.client.ConnectionStatus;
import outcry.client.ConnectionStatus.State;

/**
 * How long an answer may take: the time asked for without a serving exchange, and four times that
 * while there is one.
 */
final class Patience {
    private static final int FACTOR_WHEN_LIVE = 4;

    private final long waitNanos;
    private final ExchangeLink link;
    private long sinceNanos;
    private long liveNanos;
    private ConnectionStatus last;

    Patience(long waitNanos, ExchangeLink link) {
        this.waitNanos = waitNanos;
        this.link = link;
    }

    /** The wait for one answer begins. */
    void begin() {
        sinceNanos = System.nanoTime();
        liveNanos = sinceNanos;
    }

    /** To be asked now and then during the wait. */
    boolean isOver() {
        long now = System.nanoTime();
        last = link.connection();
        if (last.state() == State.LIVE) {
            liveNanos = now;
        }
        return now - liveNanos >= waitNanos || now - sinceNanos >= FACTOR_WHEN_LIVE * waitNanos;
    }

    /** Why the wait was given up, and what would help. */
    String problem() {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(waitNanos);
        String text =
                foundNone()
                        ? "no exchange was found within " + seconds + " s."
                        : "the exchange had no leader, or no quorum, for " + seconds + " s.";
        return (text + " " + last.explanation()).strip();
    }

    int exitStatus() {
        return foundNone() ? ExitStatus.NO_EXCHANGE : ExitStatus.NO_LEADER;
    }

    /** The answer to a line that will get no other. */
    Reply excuse(Output.Answer answer) {
        String reason = foundNone() ? "NO_EXCHANGE" : "NO_LEADER";
        boolean isUncertain = answer.mayHaveHappened() && !foundNone();
        return Reply.refused(
                reason,
                problem() + (isUncertain ? " The command may or may not have happened." : ""));
    }

    private boolean foundNone() {
        return last.found().isEmpty() || last.state() == State.SEARCHING;
    }
}
