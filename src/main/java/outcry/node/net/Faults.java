package outcry.node.net;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tinylog.Logger;

/**
 * What went wrong outside this node, counted per kind, with one log line per kind and ten seconds
 * (G34); the line is put into words only when it is due. Node's thread.
 */
final class Faults {
    /** The kinds. */
    enum Kind {
        MALFORMED_DATAGRAM,
        MALFORMED_FRAME,
        /** From a program without the group's key (G33). */
        UNSEALED,
        /** With a tag that the group's key did not make. */
        FORGED,
        /** Authentic, but it came before, or is of an earlier run of its sender. */
        REPLAYED,
        /** From a group that has a key, while this node has none. */
        KEYED,
        FOREIGN_LINK,
        SAME_ID,
        SEND_FAILED,
        LINK_OVERFLOW,
        TOO_MANY_LINKS,
        /** More questions than are answered in a second. */
        TOO_MANY_QUESTIONS;

        /** As people and scripts read it. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final long LOG_INTERVAL_NANOS = 10_000_000_000L;
    private static final int LENGTH_MAX = 300;

    private final Map<Kind, Count> counts = new EnumMap<>(Kind.class);
    private Consumer<String> listener = sentence -> {};

    /** Hears each line that is logged about what others send. */
    void setListener(Consumer<String> newListener) {
        listener = newListener;
    }

    void add(Kind kind, Supplier<String> what) {
        Count count = counts.computeIfAbsent(kind, none -> new Count());
        count.total++;
        long nowNanos = System.nanoTime();
        if (count.total == 1 || nowNanos - count.loggedAtNanos > LOG_INTERVAL_NANOS) {
            count.loggedAtNanos = nowNanos;
            String sentence = printable(what.get());
            Logger.warn("{} (number {}): {}", kind.word(), count.total, sentence);
            if (kind != Kind.SEND_FAILED) {
                listener.accept(sentence);
            }
        }
    }

    long total(Kind kind) {
        Count count = counts.get(kind);
        return count == null ? 0 : count.total;
    }

    /** How often each kind happened, by its word; kinds that did not are left out. */
    Map<String, Long> totals() {
        Map<String, Long> totals = new TreeMap<>();
        counts.forEach((kind, count) -> totals.put(kind.word(), count.total));
        return totals;
    }

    /** What others sent may be quoted in it: no line breaks, no end of the terminal's line. */
    private static String printable(String sentence) {
        String line = sentence.replaceAll("[\\p{C}\\u2028\\u2029]", "?");
        return line.length() <= LENGTH_MAX ? line : line.substring(0, LENGTH_MAX) + "…";
    }

    private static final class Count {
        private long total;
        private long loggedAtNanos;
    }
}
