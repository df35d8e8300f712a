package outcry.node.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import outcry.group.Entry;
import outcry.group.KeptState;
import outcry.group.Recovered;
import outcry.journal.Checkpoint;
import outcry.journal.Disk;
import outcry.journal.HardState;
import outcry.journal.LogRecord;
import outcry.journal.Recovery;
import outcry.journal.Storage;
import outcry.journal.StorageSettings;

/**
 * Opens a node's journal and decides what its past is worth (G25, G30): all of it; all of it, but
 * as a learner, when its end may be missing; or nothing, when it is damaged.
 */
final class DiskLogOpening {
    /**
     * @param birth the incarnation in which the log began
     * @param unsyncedSince as in {@link HardState}
     * @param state the application's state to begin with, or null
     */
    record Opened(
            Storage storage,
            int birth,
            long unsyncedSince,
            Recovered recovered,
            byte[] state,
            List<String> notes) {}

    private final Storage storage;
    private final int incarnation;
    private final long unsyncedSince;
    private final long run;
    private final List<String> notes = new ArrayList<>();

    private DiskLogOpening(Storage storage, int incarnation, long unsyncedSince, long run) {
        this.storage = storage;
        this.incarnation = incarnation;
        this.unsyncedSince = unsyncedSince;
        this.run = run;
    }

    /**
     * @param run names the present run of the machine, as {@link MachineRun#id} does
     * @throws IOException when the disk refuses
     */
    static Opened open(Disk disk, StorageSettings settings, int incarnation, long run)
            throws IOException {
        Storage storage = Storage.open(disk, settings);
        try {
            return new DiskLogOpening(storage, incarnation, settings.isSynced() ? 0 : run, run)
                    .open();
        } catch (IOException | RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    private Opened open() throws IOException {
        Recovery recovery = storage.recovery();
        if (recovery instanceof Recovery.Whole whole) {
            return goOn(whole);
        } else if (recovery instanceof Recovery.Damaged damaged) {
            return beginAnew(damaged);
        }
        return new Opened(storage, incarnation, unsyncedSince, Recovered.NOTHING, null, notes);
    }

    private Opened goOn(Recovery.Whole whole) throws IOException {
        notes.addAll(whole.notes());
        HardState kept = whole.state();
        boolean mayLackItsEnd =
                kept.unsyncedSince() != 0 && !MachineRun.isSame(kept.unsyncedSince(), run);
        if (mayLackItsEnd) {
            notes.add(
                    "the machine was started again, and this node's last entries were not synced:"
                            + " it takes part again once the others have completed its log");
        }
        HardState now =
                new HardState(
                        kept.generation(),
                        kept.term(),
                        mayLackItsEnd ? 0 : kept.votedFor(),
                        kept.sealedIndex(),
                        mayLackItsEnd ? incarnation : kept.birth(),
                        unsyncedSince);
        if (!now.equals(kept)) {
            storage.keep(now);
        }
        Checkpoint checkpoint = whole.checkpoint();
        List<Entry> entries = new ArrayList<>(whole.entries().size());
        for (LogRecord.Entry record : whole.entries()) {
            entries.add(EntryBytes.decode(record));
        }
        Recovered recovered =
                new Recovered(
                        true,
                        kept(now),
                        checkpoint == null ? 0 : checkpoint.index(),
                        checkpoint == null ? 0 : checkpoint.term(),
                        checkpoint == null ? new byte[0] : checkpoint.groupState(),
                        List.copyOf(entries));
        notes.add(
                "its journal holds "
                        + whole.lastIndex()
                        + " entries"
                        + (checkpoint == null
                                ? ""
                                : ", of which a checkpoint holds the first " + checkpoint.index()));
        return new Opened(
                storage,
                now.birth(),
                unsyncedSince,
                recovered,
                checkpoint == null ? null : checkpoint.state(),
                notes);
    }

    private Opened beginAnew(Recovery.Damaged damaged) throws IOException {
        HardState kept = damaged.state();
        HardState now =
                new HardState(
                        kept == null ? 0 : kept.generation(),
                        kept == null ? 0 : kept.term(),
                        0,
                        0,
                        incarnation,
                        unsyncedSince);
        storage.putAside(now);
        notes.add(
                damaged.damage().inWords()
                        + ". The journal is put aside under names that begin with damaged-; this"
                        + " node gets everything anew from its group");
        Recovered recovered = new Recovered(kept != null, kept(now), 0, 0, new byte[0], List.of());
        return new Opened(storage, incarnation, unsyncedSince, recovered, null, notes);
    }

    private static KeptState kept(HardState state) {
        return new KeptState(
                state.generation(), state.term(), state.votedFor(), state.sealedIndex());
    }
}
