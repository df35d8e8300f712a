package outcry.desktop.node.events;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import outcry.group.Observation;

/**
 * The latest {@value #ROWS_MAX} events, newest first. The same observation several times in a row
 * is one line with a count, so that one noisy link does not push everything else out.
 */
public final class EventsModel {
    /** Lines kept; the oldest go first. */
    public static final int ROWS_MAX = 1_000;

    private final LongSupplier clock;
    private final Clock wallClock;
    private final ObservableList<EventRow> rows = FXCollections.observableArrayList();
    private final FilteredList<EventRow> shown = new FilteredList<>(rows);
    private final ObjectProperty<EventTopic> topic = new SimpleObjectProperty<>(EventTopic.ALL);
    private final ReadOnlyStringWrapper latest = new ReadOnlyStringWrapper("");
    private final StringProperty search = new SimpleStringProperty("");

    /**
     * @param clock the monotonic clock of the observations
     * @param wallClock what people read
     */
    public EventsModel(LongSupplier clock, Clock wallClock) {
        this.clock = clock;
        this.wallClock = wallClock;
        topic.addListener((property, before, now) -> filter());
        search.addListener((property, before, now) -> filter());
        filter();
    }

    // Properties

    /** The newest event in a sentence, whatever the filter; empty before the first. */
    public ReadOnlyStringProperty latestProperty() {
        return latest.getReadOnlyProperty();
    }

    /** What passes the filter, newest first. */
    public ObservableList<EventRow> rows() {
        return shown;
    }

    public ObjectProperty<EventTopic> topicProperty() {
        return topic;
    }

    /** Words to look for in kind and sentence; empty: everything. */
    public StringProperty searchProperty() {
        return search;
    }

    // Commands

    /**
     * @param lost observations that did not fit between the node and the window before this batch
     */
    public void add(List<Observation> batch, long lost) {
        Instant now = wallClock.instant();
        long nowNanos = clock.getAsLong();
        if (lost > 0) {
            rows.add(0, EventRow.note(lost + " events came faster than could be shown", now));
        }
        for (Observation observation : batch) {
            add(observation, now.minusNanos(nowNanos - observation.atNanos()));
        }
        tidy();
    }

    /** A line of the window's own, such as "crashed from this window". */
    public void note(String text) {
        rows.add(0, EventRow.note(text, wallClock.instant()));
        tidy();
    }

    private void tidy() {
        if (rows.size() > ROWS_MAX) {
            rows.remove(ROWS_MAX, rows.size());
        }
        latest.set(rows.isEmpty() ? "" : rows.get(0).timeText() + "  " + rows.get(0).sentence());
    }

    private void add(Observation observation, Instant when) {
        if (!rows.isEmpty() && rows.get(0).isRepeatedBy(observation)) {
            rows.set(0, rows.get(0).again(when));
        } else {
            rows.add(0, EventRow.of(observation, when));
        }
    }

    private void filter() {
        EventTopic wanted = topic.get();
        String words = search.get().strip().toLowerCase(Locale.ROOT);
        shown.setPredicate(
                row ->
                        (row.observation() == null || wanted.includes(row.observation()))
                                && (words.isEmpty() || matches(row, words)));
    }

    private static boolean matches(EventRow row, String words) {
        return row.sentence().toLowerCase(Locale.ROOT).contains(words)
                || row.kindText().contains(words);
    }
}
