package outcry.journal;

import java.util.ArrayList;
import java.util.List;

/** The log that its records amount to, in the order they were written. */
final class LogReplay {
    private final List<LogRecord.Entry> entries = new ArrayList<>();
    private long baseIndex;
    private boolean hasFirst;
    private String problem;

    /**
     * Takes the next record in. The oldest segments may be gone, so the log begins where its first
     * entry says.
     */
    void accept(LogRecord record) {
        if (record instanceof LogRecord.Entry entry) {
            if (!hasFirst) {
                baseIndex = entry.index() - 1;
                hasFirst = true;
            }
            if (entry.index() != lastIndex() + 1) {
                problem = "entry " + entry.index() + " follows entry " + lastIndex();
                return;
            }
            entries.add(entry);
        } else if (record instanceof LogRecord.Truncate truncate) {
            while (lastIndex() >= truncate.fromIndex() && !entries.isEmpty()) {
                entries.remove(entries.size() - 1);
            }
            // What was cut may have begun in a segment that is gone.
            hasFirst &= truncate.fromIndex() > baseIndex;
        } else if (record instanceof LogRecord.Base base) {
            entries.clear();
            baseIndex = base.index();
            hasFirst = true;
        }
    }

    /** Index before the first entry held. */
    long baseIndex() {
        return baseIndex;
    }

    long lastIndex() {
        return baseIndex + entries.size();
    }

    /** Why these records are no log, or null. */
    String problem() {
        return problem;
    }

    /** Entries after {@code index}. */
    List<LogRecord.Entry> after(long index) {
        int from = (int) Math.max(0, Math.min(entries.size(), index - baseIndex));
        return List.copyOf(entries.subList(from, entries.size()));
    }
}
