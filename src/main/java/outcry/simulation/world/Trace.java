package outcry.simulation.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import outcry.group.Entry;
import outcry.group.Message;
import outcry.group.Observation;

/**
 * What happened, line by line: as a hash of everything, as the last lines for whoever has to find
 * out why a run failed, and on request as text. Lines are made into text only when somebody reads
 * them.
 */
public final class Trace {
    private record Line(long atNanos, String who, String what, String whom, Object detail) {}

    private static final int LINES_KEPT = 400;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long MICROS_PER_SECOND = 1_000_000;

    private final Line[] kept = new Line[LINES_KEPT];
    private final Consumer<String> sink;
    private long lines;
    private long hash;

    /**
     * @param sink gets every line as text; null when nobody reads along
     */
    public Trace(Consumer<String> sink) {
        this.sink = sink;
    }

    /** The same, where no other node has a part in it. */
    void note(long atNanos, String who, String what, Object detail) {
        note(atNanos, who, what, "", detail);
    }

    /**
     * Notes that {@code what} happened to {@code who}.
     *
     * @param whom the name of another node, or empty
     * @param detail a message, entry, observation, string or number
     */
    void note(long atNanos, String who, String what, String whom, Object detail) {
        long names = who.hashCode() * 31L + whom.hashCode();
        hash = Chance.mix(hash ^ atNanos);
        hash = Chance.mix(hash ^ names ^ (long) what.hashCode() << 32);
        hash = Chance.mix(hash ^ fingerprint(detail));
        Line line = new Line(atNanos, who, what, whom, detail);
        kept[(int) (lines++ % LINES_KEPT)] = line;
        if (sink != null) {
            sink.accept(text(line));
        }
    }

    /** Equal for runs in which the same things happened at the same times. */
    public long hash() {
        return hash;
    }

    public long lines() {
        return lines;
    }

    /** The last lines, oldest first, at most {@code count}. */
    public List<String> last(int count) {
        List<String> texts = new ArrayList<>();
        for (long i = Math.max(0, lines - Math.min(count, LINES_KEPT)); i < lines; i++) {
            texts.add(text(kept[(int) (i % LINES_KEPT)]));
        }
        return texts;
    }

    /** Virtual time as it stands in front of each line, in seconds. */
    public static String time(long nanos) {
        long micros = nanos / NANOS_PER_MICRO;
        return String.format(
                Locale.ROOT, "%d.%06d", micros / MICROS_PER_SECOND, micros % MICROS_PER_SECOND);
    }

    private static String text(Line line) {
        return time(line.atNanos)
                + " "
                + line.who
                + " "
                + line.what
                + line.whom
                + " "
                + describe(line.detail);
    }

    private static String describe(Object detail) {
        if (detail instanceof Message message) {
            return MessageText.of(message);
        } else if (detail instanceof Entry entry) {
            return MessageText.of(entry);
        } else if (detail instanceof Observation observation) {
            return observation.kind().word() + ": " + observation.text();
        }
        return String.valueOf(detail);
    }

    /** Must not depend on identity hashes, which differ from run to run. */
    private static long fingerprint(Object detail) {
        if (detail instanceof Long number) {
            return number;
        } else if (detail instanceof Entry entry) {
            return entry.index() * 31 + entry.term();
        } else if (detail instanceof Observation observation) {
            return observation.text().hashCode();
        } else if (detail instanceof String string) {
            return string.hashCode();
        }
        return detail.getClass().getName().hashCode();
    }
}
