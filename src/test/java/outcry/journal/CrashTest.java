package outcry.journal;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import outcry.simulation.disk.VirtualDisk;

/**
 * G30–G32: random work on a disk that dies at random moments, loses what was not synced and tears
 * what it was writing. After each death the journal must hold everything that was done before, and
 * of what was under way all or nothing.
 */
class CrashTest {
    private static final int SEEDS = 600;
    private static final int DEATHS = 6;
    private static final StorageSettings SMALL = new StorageSettings(true, 4 * 1024);

    @Test
    void g30_whateverWasDoneSurvivesEveryDeath() throws IOException {
        for (int seed = 1; seed <= SEEDS; seed++) {
            new Life(seed).live();
        }
    }

    /** One disk, one random history. */
    private static final class Life {
        private final int seed;
        private final SplittableRandom random;
        private final VirtualDisk disk = new VirtualDisk();
        private Ledger before = new Ledger();
        private Ledger after = before.copy();
        private int births = 1;

        Life(int seed) {
            this.seed = seed;
            this.random = new SplittableRandom(seed);
        }

        void live() throws IOException {
            for (int death = 0; death < DEATHS; death++) {
                try (Storage storage = Storage.open(disk, SMALL)) {
                    check(storage.recovery());
                    disk.failAfter(random.nextInt(60));
                    while (true) {
                        doSomething(storage);
                        before = after.copy();
                    }
                } catch (IOException e) {
                    disk.crash(random);
                }
            }
            try (Storage storage = Storage.open(disk, SMALL)) {
                check(storage.recovery());
            }
        }

        private void check(Recovery recovery) {
            if (after.isHeldBy(recovery)) {
                before = after.copy();
            } else if (before.isHeldBy(recovery)) {
                after = before.copy();
            } else if (!isPartOf(recovery)) {
                fail(
                        "seed "
                                + seed
                                + "\nfound  "
                                + recovery
                                + "\nbefore "
                                + before.inWords()
                                + "\nafter  "
                                + after.inWords());
            }
        }

        /** Of an append, whole batches may be there and the rest not. */
        private boolean isPartOf(Recovery recovery) {
            Ledger part = after.copy();
            while (part.lastIndex() > before.lastIndex()) {
                part.truncate(part.lastIndex());
                if (part.isHeldBy(recovery)) {
                    after = part;
                    before = part.copy();
                    return true;
                }
            }
            return false;
        }

        private void doSomething(Storage storage) throws IOException {
            int dice = random.nextInt(100);
            if (after.state().generation() == 0 || dice < 10) {
                HardState state = after.state();
                long generation = state.generation() == 0 ? random.nextInt(1, 99) : 0;
                generation = generation == 0 ? state.generation() : generation;
                after.keep(
                        new HardState(
                                generation, state.term() + 1, random.nextInt(9), 0, births, 0));
                storage.keep(after.state());
            } else if (dice < 75) {
                append(storage);
            } else if (dice < 85) {
                checkpoint(storage);
            } else if (dice < 92) {
                truncate(storage);
            } else if (dice < 97) {
                long index = after.lastIndex() + random.nextInt(1, 50);
                storage.install(after.install(index));
            } else {
                births++;
                after.wipe(new HardState(0, 0, 0, 0, births, 0));
                storage.wipe(after.state());
            }
        }

        private void append(Storage storage) throws IOException {
            List<LogRecord> records = new ArrayList<>();
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                records.add(after.next(after.state().term(), random.nextInt(0, 900)));
            }
            storage.write(records);
        }

        private void truncate(Storage storage) throws IOException {
            if (after.lastIndex() > after.committed()) {
                long from = random.nextLong(after.committed() + 1, after.lastIndex() + 1);
                after.truncate(from);
                storage.write(List.of(new LogRecord.Truncate(from)));
            }
        }

        private void checkpoint(Storage storage) throws IOException {
            long index = random.nextLong(after.committed(), after.lastIndex() + 1);
            if (index > after.baseIndex()) {
                after.commit(index);
                storage.addCheckpoint(after.checkpoint(index), storage.era());
                storage.trim();
            }
        }
    }

    @Test
    void g30_unsyncedWritesMayBeLostButNothingIsInvented() throws IOException {
        int shorter = 0;
        for (int seed = 1; seed <= 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            VirtualDisk disk = new VirtualDisk();
            Ledger ledger = new Ledger();
            ledger.keep(new HardState(5, 1, 0, 0, 1, 42));
            try (Storage storage = Storage.open(disk, new StorageSettings(false, 4 * 1024))) {
                storage.keep(ledger.state());
                for (int i = 0; i < 5; i++) {
                    storage.write(List.of(ledger.next(1, 300)));
                }
            }
            disk.crash(random);
            try (Storage storage = Storage.open(disk, SMALL)) {
                if (storage.recovery() instanceof Recovery.Whole whole) {
                    ledger.truncate(whole.lastIndex() + 1);
                    ledger.assertHeldBy(whole);
                    shorter += whole.lastIndex() < 5 ? 1 : 0;
                }
            }
        }
        assertTrue(shorter > 20, "crashes that lost something: " + shorter);
    }
}
