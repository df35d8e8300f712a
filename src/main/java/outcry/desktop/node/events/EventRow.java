package outcry.desktop.node.events;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import outcry.group.Observation;

/**
 * One line of the event list.
 *
 * @param observation what was seen; for a line the window adds itself, null
 * @param wallTime when
 * @param times how often in a row, from 1
 * @param text the line's sentence
 */
public record EventRow(Observation observation, Instant wallTime, int times, String text) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    static EventRow of(Observation observation, Instant wallTime) {
        return new EventRow(observation, wallTime, 1, observation.text());
    }

    /** A line of the window's own, such as "12 events did not fit". */
    static EventRow note(String text, Instant wallTime) {
        return new EventRow(null, wallTime, 1, text);
    }

    /** Whether {@code next} says the same again, so that one line can stand for both. */
    boolean isRepeatedBy(Observation next) {
        return observation != null
                && observation.kind() == next.kind()
                && observation.subject() == next.subject()
                && observation.term() == next.term()
                && text.equals(next.text());
    }

    EventRow again(Instant when) {
        return new EventRow(observation, when, times + 1, text);
    }

    public String timeText() {
        return TIME.format(wallTime.atZone(ZoneId.systemDefault()));
    }

    public String kindText() {
        return observation == null ? "window" : observation.kind().word();
    }

    public String termText() {
        return observation == null ? "" : Long.toString(observation.term());
    }

    /** The sentence, with "×3" when it was seen three times in a row. */
    public String sentence() {
        return times == 1 ? text : text + "  ×" + times;
    }
}
