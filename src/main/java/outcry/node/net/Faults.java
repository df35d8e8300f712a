package outcry.node.net;

import java.util.EnumMap;
import java.util.Map;
import org.tinylog.Logger;

/**
 * What went wrong outside this node, counted per kind, with one log line per kind and ten seconds
 * (G34). Node's thread.
 */
final class Faults {
    /** The kinds. */
    enum Kind {
        MALFORMED_DATAGRAM,
        MALFORMED_FRAME,
        FOREIGN_LINK,
        SAME_ID,
        SEND_FAILED,
        LINK_OVERFLOW,
        TOO_MANY_LINKS
    }

    private static final long LOG_INTERVAL_NANOS = 10_000_000_000L;

    private final Map<Kind, Count> counts = new EnumMap<>(Kind.class);

    void add(Kind kind, String what) {
        Count count = counts.computeIfAbsent(kind, none -> new Count());
        count.total++;
        long nowNanos = System.nanoTime();
        if (count.total == 1 || nowNanos - count.loggedAtNanos > LOG_INTERVAL_NANOS) {
            count.loggedAtNanos = nowNanos;
            Logger.warn("{} (number {}): {}", kind, count.total, what);
        }
    }

    long total(Kind kind) {
        Count count = counts.get(kind);
        return count == null ? 0 : count.total;
    }

    private static final class Count {
        private long total;
        private long loggedAtNanos;
    }
}
