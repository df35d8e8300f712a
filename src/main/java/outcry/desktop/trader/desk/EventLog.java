package outcry.desktop.trader.desk;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What happened, in sentences, newest first; the newest is in the status bar. Bounded. JavaFX
 * thread only.
 */
public final class EventLog {
    private static final int LINES_KEPT = 500;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Supplier<LocalTime> clock;
    private final ObservableList<String> lines = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper newest = new ReadOnlyStringWrapper(this, "newest", "");

    public EventLog(Supplier<LocalTime> clock) {
        this.clock = clock;
    }

    public void add(String sentence) {
        String line = TIME.format(clock.get()) + "  " + sentence;
        lines.add(0, line);
        if (lines.size() > LINES_KEPT) {
            lines.remove(LINES_KEPT, lines.size());
        }
        newest.set(line);
    }

    public ObservableList<String> lines() {
        return FXCollections.unmodifiableObservableList(lines);
    }

    public ReadOnlyStringProperty newestProperty() {
        return newest.getReadOnlyProperty();
    }
}
