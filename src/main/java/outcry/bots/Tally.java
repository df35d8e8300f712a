package outcry.bots;

import java.util.concurrent.atomic.AtomicLong;
import outcry.market.Answer;

/** Counts of all bots of a farm; written on the loop's thread, read on any. */
final class Tally {
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();

    void sent() {
        sent.incrementAndGet();
    }

    void answered(Answer answer) {
        (answer.isAccepted() ? accepted : rejected).incrementAndGet();
    }

    BotCounts counts() {
        // Answers first: a command answered meanwhile must not make more answers than commands.
        long acceptedNow = accepted.get();
        long rejectedNow = rejected.get();
        return new BotCounts(sent.get(), acceptedNow, rejectedNow);
    }
}
