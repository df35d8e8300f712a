package outcry.journal;

/** What the log consists of. Records are never changed once written, only followed by others. */
public sealed interface LogRecord {

    /**
     * One entry of the group's log.
     *
     * @param index one more than that of the entry before
     * @param term of the leader that made it
     * @param body everything else about the entry; not to be changed
     */
    record Entry(long index, long term, byte[] body) implements LogRecord {}

    /** The entries from {@code fromIndex} on, written before this record, count no more. */
    record Truncate(long fromIndex) implements LogRecord {}

    /**
     * The log begins anew after ({@code index}, {@code term}): a checkpoint of that place was taken
     * over.
     */
    record Base(long index, long term) implements LogRecord {}
}
