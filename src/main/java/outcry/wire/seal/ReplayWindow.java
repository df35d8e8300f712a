package outcry.wire.seal;

import java.util.Arrays;

/**
 * Which counters of one stream were taken in: each is, once. Datagrams may overtake each other by
 * up to {@link #WIDTH}; what is older than that counts as taken in.
 */
final class ReplayWindow {
    /** Counters behind the highest that may still come; a power of two. */
    static final int WIDTH = 8_192;

    /** Counters before the first one heard that may still come. */
    static final int BEFORE_FIRST = 16;

    private final long[] seen = new long[WIDTH / Long.SIZE];
    private long highest;

    /**
     * Begins with the first counter heard. Only the few just before it may still come: a receiver
     * reads its sockets one after the other, so that a sender's second datagram may be its first.
     */
    ReplayWindow(long first) {
        Arrays.fill(seen, -1);
        for (long early = first - BEFORE_FIRST; early < first; early++) {
            seen[word(early)] &= ~(1L << early);
        }
        highest = first;
    }

    /** Whether that counter was not taken in yet. */
    boolean isFresh(long counter) {
        return counter > highest || counter > highest - WIDTH && !isSeen(counter);
    }

    /** Takes a fresh counter in. */
    void add(long counter) {
        if (counter - highest >= WIDTH) {
            Arrays.fill(seen, 0);
        } else {
            for (long skipped = highest + 1; skipped < counter; skipped++) {
                seen[word(skipped)] &= ~(1L << skipped);
            }
        }
        highest = Math.max(highest, counter);
        seen[word(counter)] |= 1L << counter;
    }

    private boolean isSeen(long counter) {
        return (seen[word(counter)] & 1L << counter) != 0;
    }

    private static int word(long counter) {
        return (int) (counter & WIDTH - 1) / Long.SIZE;
    }
}
