package outcry.journal;

import java.util.List;

/** What a folder held when it was opened. */
public sealed interface Recovery {

    /** Nothing: a first start, or the journal was wiped. */
    record Empty() implements Recovery {}

    /**
     * Everything that was ever reported as persisted.
     *
     * @param checkpoint the newest good one, or null while the log is whole
     * @param entries those after the checkpoint, without gaps
     * @param tornBytes bytes of a last write that was never finished, and were cut
     * @param notes sentences about what was found damaged and could be done without
     */
    record Whole(
            HardState state,
            Checkpoint checkpoint,
            List<LogRecord.Entry> entries,
            long tornBytes,
            List<String> notes)
            implements Recovery {
        /** Index of the last entry held, in the log or in the checkpoint. */
        public long lastIndex() {
            long base = checkpoint == null ? 0 : checkpoint.index();
            return base + entries.size();
        }
    }

    /**
     * Something that was persisted is lost: the node must get everything anew from its group, as
     * one that never had it (G30).
     *
     * @param state the hard state, or null when that is lost as well
     */
    record Damaged(HardState state, Damage damage) implements Recovery {}
}
