package outcry.market.session;

import outcry.market.Answer;
import outcry.market.Limits;

/**
 * One session (G27): how far it got, and the answers its client has not confirmed.
 *
 * <p>Invariant: {@code 0 <= confirmed <= last <= confirmed +} {@link
 * Limits#UNCONFIRMED_ANSWERS_MAX}.
 */
public final class Session {
    public final long id;

    /** The log's time of its latest request. */
    public long touchedNanos;

    /** The answer to request n at n modulo the length, a power of two. */
    private Answer[] answers = new Answer[4];

    private long last;
    private long confirmed;
    private int fills;

    /** A session of which the requests up to {@code confirmed} are decided and confirmed. */
    public Session(long id, long touchedNanos, long confirmed) {
        this.id = id;
        this.touchedNanos = touchedNanos;
        this.last = confirmed;
        this.confirmed = confirmed;
    }

    /** The number of the last decided request. */
    public long last() {
        return last;
    }

    public long confirmed() {
        return confirmed;
    }

    /** The answers that are not confirmed. */
    public int unconfirmed() {
        return (int) (last - confirmed);
    }

    /** The fills in those answers. */
    public int unconfirmedFills() {
        return fills;
    }

    /** Forgets the answers up to {@code number}; a number beyond the last counts as the last. */
    public void confirm(long number) {
        long until = Math.min(number, last);
        while (confirmed < until) {
            int at = at(++confirmed);
            fills -= answers[at].fills().size();
            answers[at] = null;
        }
    }

    /** Remembers the answer to the next request. */
    public void remember(Answer answer) {
        if (last - confirmed == answers.length) {
            grow();
        }
        answers[at(++last)] = answer;
        fills += answer.fills().size();
    }

    /** The answer to request {@code number}, or null when it is confirmed or not decided yet. */
    public Answer answer(long number) {
        return number > confirmed && number <= last ? answers[at(number)] : null;
    }

    private int at(long number) {
        return (int) number & answers.length - 1;
    }

    private void grow() {
        Answer[] old = answers;
        answers = new Answer[old.length * 2];
        for (long number = confirmed + 1; number <= last; number++) {
            answers[at(number)] = old[(int) number & old.length - 1];
        }
    }
}
