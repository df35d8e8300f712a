package outcry.journal;

import java.util.List;

/** One thing asked of a journal. */
sealed interface JournalTask {
    record Append(List<LogRecord.Entry> entries) implements JournalTask {}

    record Cut(LogRecord.Truncate truncate) implements JournalTask {}

    record Keep(HardState state, long ticket) implements JournalTask {}

    record Install(Checkpoint checkpoint) implements JournalTask {}

    record Wipe(HardState state, long ticket) implements JournalTask {}

    record Trim() implements JournalTask {}

    /** Nothing but a reason to wake up. */
    record Stop() implements JournalTask {}
}
