package outcry.simulation.world;

import java.io.IOException;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import outcry.journal.JournalListener;
import outcry.journal.LogWriter;
import outcry.journal.SteppedJournal;
import outcry.journal.Storage;
import outcry.journal.StorageSettings;
import outcry.node.log.NodeLog;
import outcry.node.log.NodeLogs;

/**
 * The log of one process: for durability memory a list, else the very journal a node has, on the
 * node's virtual disk and on virtual time. What a process asks is done a while later, and while it
 * is being done the process can die.
 */
final class ProcessLog {
    /** A checkpoint takes so many times as long as a group commit. */
    private static final int CHECKPOINT_SLOWNESS = 8;

    /** A process that dies while the disk works got at most so many changes done. */
    private static final int CHANGES_MAX = 10;

    private final World world;
    private final VirtualNode node;
    private final Chance chance;
    private final NodeLog log;
    private LateMemoryLog memory;
    private SteppedJournal journal;
    private long wakeAtNanos = Long.MAX_VALUE;
    private boolean working;
    private boolean writingCheckpoint;
    private int fuse = -1;
    private BooleanSupplier crashAllowed;
    private boolean crashesMachine;

    /**
     * Opens what the node kept of its last run.
     *
     * @throws IOException when the disk is full, or died meanwhile
     */
    ProcessLog(World world, VirtualNode node, int incarnation, Chance chance) throws IOException {
        this.world = world;
        this.node = node;
        this.chance = chance;
        DiskSettings settings = world.settings().disk();
        if (settings.durability() == Durability.MEMORY) {
            memory =
                    new LateMemoryLog(
                            incarnation, () -> world.schedule().nowNanos(), this::delayNanos);
            log = memory;
        } else {
            log =
                    NodeLogs.on(
                            node.disk(),
                            new StorageSettings(
                                    settings.durability() == Durability.DISK,
                                    settings.segmentBytes()),
                            incarnation,
                            node.machineRun(),
                            settings.checkpointAfterBytes(),
                            this::writer);
        }
    }

    private LogWriter writer(Storage storage, JournalListener listener) {
        journal = new SteppedJournal(storage, listener);
        return journal;
    }

    NodeLog log() {
        return log;
    }

    /** Whether everything asked so far is done. */
    boolean isSettled() {
        return journal == null || !journal.hasWork();
    }

    /** The next group commit gets so many changes of the disk done; then the process dies. */
    void lightFuse(int changes, boolean machine, BooleanSupplier allowed) {
        fuse = changes;
        crashesMachine = machine;
        crashAllowed = allowed;
    }

    /** Plans what is to be done next; called after every turn. */
    void plan(VirtualProcess process) {
        if (memory != null) {
            planWakeUp(process);
            return;
        }
        if (journal.hasWork() && !working) {
            working = true;
            later(process, delayNanos(), this::work);
        }
        if (journal.isWritingCheckpoint() && !writingCheckpoint) {
            writingCheckpoint = true;
            later(process, CHECKPOINT_SLOWNESS * delayNanos(), this::writeCheckpoint);
        }
    }

    private void planWakeUp(VirtualProcess process) {
        long dueNanos = memory.nextDoneNanos();
        boolean isPlanned = wakeAtNanos <= dueNanos && wakeAtNanos > world.schedule().nowNanos();
        if (dueNanos != Long.MAX_VALUE && !isPlanned) {
            wakeAtNanos = dueNanos;
            world.schedule().at(dueNanos, () -> process.whenRunning(() -> {}));
        }
    }

    private void later(VirtualProcess process, long delay, Consumer<VirtualProcess> work) {
        world.schedule().after(delay, () -> process.whenRunning(() -> work.accept(process)));
    }

    private void work(VirtualProcess process) {
        working = false;
        if (fuse >= 0 && crashAllowed.getAsBoolean()) {
            node.tear();
            node.disk().failAfter(fuse);
            journal.work();
            process.die(crashesMachine);
            return;
        }
        fuse = -1;
        journal.work();
        if (isSettled()) {
            process.journal().settled();
        }
    }

    private void writeCheckpoint(VirtualProcess process) {
        writingCheckpoint = false;
        journal.writeCheckpoint();
        process.note("wrote a checkpoint", (long) node.disk().list().size());
    }

    /** The process dies; a part of what its threads are at may still get done. */
    void die(boolean machine) {
        if (journal == null) {
            return;
        }
        if (journal.hasWork() && chance.percent(50)) {
            node.tear();
            node.disk().failAfter((int) chance.below(CHANGES_MAX));
            journal.work();
        } else if (journal.isWritingCheckpoint() && chance.percent(50)) {
            node.tear();
            node.disk().failAfter((int) chance.below(CHANGES_MAX));
            journal.writeCheckpoint();
        }
        log.close();
        if (machine) {
            node.tear();
            node.disk().crash(new SplittableRandom(chance.next()));
        } else {
            node.disk().kill();
        }
    }

    private long delayNanos() {
        return chance.below(world.persistDelayMaxNanos() + 1);
    }
}
