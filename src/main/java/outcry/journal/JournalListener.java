package outcry.journal;

/** What a {@link Journal} reports, on its own threads: return at once, do not throw. */
public interface JournalListener {
    /**
     * Everything appended up to the entry of {@code index} and {@code term} is persisted. A later
     * report replaces an earlier one, also when its index is lower: then the log was cut between.
     */
    void onPersisted(long index, long term);

    /** The hard state with this ticket, and all before, are durable. */
    void onKept(long ticket);

    /**
     * Log and checkpoints are gone, and the hard state with this ticket, and all before, are
     * durable. Earlier reports of {@link #onPersisted} count no more.
     */
    void onWiped(long ticket);

    /** The journal can write no more, and has ended; {@code problem} is a sentence for people. */
    void onFailed(String problem);
}
