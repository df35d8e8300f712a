package outcry.journal;

import java.util.List;

/** Turns what a {@link LogWriter} is asked for into tasks, in their order. One thread. */
abstract class TaskLog implements LogWriter {
    private long ticket;
    private long era;

    /**
     * @param era of the storage now
     */
    TaskLog(long era) {
        this.era = era;
    }

    /** Adds a task behind the others; nothing is done any more after the end. */
    abstract void submit(JournalTask task);

    /** Rises when the log is wiped: what was begun before is not for the log that follows. */
    final long era() {
        return era;
    }

    @Override
    public final void append(List<LogRecord.Entry> entries) {
        submit(new JournalTask.Append(entries));
    }

    @Override
    public final void truncate(long fromIndex) {
        submit(new JournalTask.Cut(new LogRecord.Truncate(fromIndex)));
    }

    @Override
    public final long keep(HardState state) {
        submit(new JournalTask.Keep(state, ++ticket));
        return ticket;
    }

    @Override
    public final void install(Checkpoint checkpoint) {
        submit(new JournalTask.Install(checkpoint));
    }

    @Override
    public final long wipe(HardState state) {
        era++;
        submit(new JournalTask.Wipe(state, ++ticket));
        return ticket;
    }
}
