package outcry.node.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import outcry.group.Entry;
import outcry.group.KeptState;
import outcry.group.Recovered;
import outcry.journal.Checkpoint;
import outcry.journal.HardState;
import outcry.journal.JournalListener;
import outcry.journal.LogRecord;
import outcry.journal.LogWriter;
import outcry.journal.Storage;

/** Durability disk and process: a journal in the node's folder. */
final class DiskLog implements NodeLog {
    /** A checkpoint costs as much as its size; the log grows by several of them in between. */
    private static final int CHECKPOINTS_BETWEEN = 4;

    /** What an entry takes on disk besides its payload. */
    private static final int ENTRY_OVERHEAD_BYTES = 42;

    private final DiskLogOpening.Opened opened;
    private final LogWriter journal;
    private final Reports reports;
    private final long checkpointAfterBytes;
    private long lastTicket;
    private long grownBytes;
    private long checkpointBytes;

    DiskLog(
            DiskLogOpening.Opened opened,
            long checkpointAfterBytes,
            Runnable wakeup,
            BiFunction<Storage, JournalListener, LogWriter> writers) {
        this.opened = opened;
        this.checkpointAfterBytes = checkpointAfterBytes;
        checkpointBytes = opened.state() == null ? 0 : opened.state().length;
        opened.recovered().entries().forEach(this::grow);
        reports = new Reports(wakeup);
        journal = writers.apply(opened.storage(), reports);
    }

    @Override
    public int birth() {
        return opened.birth();
    }

    @Override
    public Recovered recovered() {
        return opened.recovered();
    }

    @Override
    public byte[] recoveredState() {
        return opened.state();
    }

    @Override
    public List<String> notes() {
        return opened.notes();
    }

    @Override
    public void append(List<Entry> entries) {
        List<LogRecord.Entry> records = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            grow(entry);
            records.add(EntryBytes.encode(entry));
        }
        journal.append(records);
    }

    @Override
    public void truncate(long fromIndex) {
        journal.truncate(fromIndex);
    }

    @Override
    public void keep(KeptState state) {
        lastTicket =
                journal.keep(
                        new HardState(
                                state.generation(),
                                state.term(),
                                state.votedFor(),
                                state.sealedIndex(),
                                opened.birth(),
                                opened.unsyncedSince()));
    }

    @Override
    public void reset() {
        grownBytes = 0;
        checkpointBytes = 0;
        lastTicket =
                journal.wipe(new HardState(0, 0, 0, 0, opened.birth(), opened.unsyncedSince()));
    }

    @Override
    public void install(Position position, byte[] groupState, byte[] state) {
        grownBytes = 0;
        journal.install(checkpoint(position, groupState, state));
    }

    @Override
    public boolean isKept() {
        return reports.kept >= lastTicket;
    }

    @Override
    public Position takePersisted() {
        return reports.takePersisted();
    }

    @Override
    public boolean wantsCheckpoint() {
        return grownBytes >= Math.max(checkpointAfterBytes, CHECKPOINTS_BETWEEN * checkpointBytes)
                && !journal.isWritingCheckpoint();
    }

    @Override
    public void addCheckpoint(Position position, byte[] groupState, Supplier<byte[]> state) {
        grownBytes = 0;
        journal.addCheckpoint(() -> checkpoint(position, groupState, state.get()));
    }

    @Override
    public String failure() {
        return reports.failure;
    }

    @Override
    public void close() {
        journal.close();
    }

    private Checkpoint checkpoint(Position position, byte[] groupState, byte[] state) {
        checkpointBytes = state.length;
        return new Checkpoint(position.index(), position.term(), groupState, state);
    }

    private void grow(Entry entry) {
        grownBytes += entry.payload().length + ENTRY_OVERHEAD_BYTES;
    }

    /** What the journal's threads report, kept for the node's. */
    private static final class Reports implements JournalListener {
        private final Runnable wakeup;
        private Position persisted;
        private volatile long kept;
        private volatile String failure;

        private Reports(Runnable wakeup) {
            this.wakeup = wakeup;
        }

        private synchronized Position takePersisted() {
            Position taken = persisted;
            persisted = null;
            return taken;
        }

        @Override
        public void onPersisted(long index, long term) {
            synchronized (this) {
                persisted = new Position(index, term);
            }
            wakeup.run();
        }

        @Override
        public void onKept(long ticket) {
            kept = ticket;
            wakeup.run();
        }

        @Override
        public void onWiped(long ticket) {
            synchronized (this) {
                persisted = null;
            }
            onKept(ticket);
        }

        @Override
        public void onFailed(String problem) {
            failure = problem;
            wakeup.run();
        }
    }
}
