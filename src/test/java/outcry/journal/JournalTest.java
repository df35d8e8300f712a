package outcry.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcry.simulation.disk.VirtualDisk;

/** Group commit on a thread of its own. */
class JournalTest {
    private static final long DEADLINE_SECONDS = 60;
    private static final StorageSettings SMALL = new StorageSettings(true, 64 * 1024);
    private static final HardState STATE = new HardState(1, 1, 0, 0, 1, 0);

    /** Reports in their order, as words. */
    private static final class Reports implements JournalListener {
        final BlockingQueue<String> words = new LinkedBlockingQueue<>();

        @Override
        public void onPersisted(long index, long term) {
            words.add("persisted " + index + " of " + term);
        }

        @Override
        public void onKept(long ticket) {
            words.add("kept " + ticket);
        }

        @Override
        public void onWiped(long ticket) {
            words.add("wiped " + ticket);
        }

        @Override
        public void onFailed(String problem) {
            words.add("failed: " + problem);
        }

        List<String> until(String wanted) throws InterruptedException {
            List<String> all = new ArrayList<>();
            while (all.isEmpty() || !all.get(all.size() - 1).startsWith(wanted)) {
                String next = words.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
                assertTrue(next != null, "no " + wanted + " after " + all);
                all.add(next);
            }
            return all;
        }
    }

    @TempDir Path folder;

    @Test
    void g20_reportsComeInTheOrderOfTheWork() throws IOException, InterruptedException {
        VirtualDisk disk = new VirtualDisk();
        Reports reports = new Reports();
        Ledger ledger = new Ledger();
        ledger.keep(STATE);
        try (Journal journal = new Journal(Storage.open(disk, SMALL), reports)) {
            assertEquals(1, journal.keep(STATE));
            journal.append(List.of(ledger.next(1, 10), ledger.next(1, 10)));
            ledger.truncate(2);
            journal.truncate(2);
            ledger.keep(new HardState(1, 2, 5, 0, 1, 0));
            assertEquals(2, journal.keep(ledger.state()));
            journal.append(List.of(ledger.next(2, 10)));
            List<String> all = reports.until("persisted 2 of 2");
            assertTrue(all.indexOf("kept 1") == 0, all.toString());
            assertTrue(all.indexOf("kept 2") < all.size() - 1, all.toString());
            journal.install(ledger.install(70));
            reports.until("persisted 70 of 70");
        }
        try (Storage storage = Storage.open(disk, SMALL)) {
            ledger.assertHeldBy(storage.recovery());
        }
    }

    @Test
    void g28_whatGathersWhileTheDiskIsBusyIsWrittenAtOnce() throws Exception {
        Reports reports = new Reports();
        int count = 20_000;
        try (Journal journal = new Journal(folderStorage(true), reports)) {
            journal.keep(STATE);
            for (int i = 1; i <= count; i++) {
                journal.append(List.of(new LogRecord.Entry(i, 1, Appender.body(i))));
            }
            List<String> all = reports.until("persisted " + count);
            assertTrue(all.size() < count / 10, "writes: " + all.size());
        }
        assertHolds(count);
    }

    @Test
    void aFullDiskIsReportedOnceAndEndsTheJournal() throws Exception {
        VirtualDisk disk = new VirtualDisk();
        disk.setCapacity(3 * 64 * 1024);
        Reports reports = new Reports();
        try (Journal journal = new Journal(Storage.open(disk, SMALL), reports)) {
            journal.keep(STATE);
            long index = 0;
            while (reports.words.stream().noneMatch(word -> word.startsWith("failed"))) {
                index++;
                journal.append(List.of(new LogRecord.Entry(index, 1, new byte[900])));
                Thread.onSpinWait();
            }
            List<String> all = reports.until("failed");
            assertTrue(all.get(all.size() - 1).contains("No space left"), all.toString());
            journal.append(List.of(new LogRecord.Entry(index + 1, 1, new byte[900])));
            assertTrue(reports.words.isEmpty(), "nothing is reported after the failure");
            String last = all.get(all.size() - 2);
            disk.kill();
            try (Storage storage = Storage.open(disk, SMALL)) {
                Recovery.Whole whole = assertInstanceOf(Recovery.Whole.class, storage.recovery());
                assertTrue(
                        Long.parseLong(last.split(" ")[1]) <= whole.lastIndex(),
                        last + " but " + whole.lastIndex());
            }
        }
    }

    @Test
    void aCheckpointMadeBeforeAWipeDoesNotComeBack() throws Exception {
        VirtualDisk disk = new VirtualDisk();
        Reports reports = new Reports();
        HardState wiped = new HardState(0, 0, 0, 0, 2, 0);
        for (int round = 0; round < 50; round++) {
            try (Journal journal = new Journal(Storage.open(disk, SMALL), reports)) {
                journal.keep(STATE);
                journal.append(List.of(new LogRecord.Entry(1, 1, new byte[5])));
                journal.addCheckpoint(() -> new Checkpoint(1, 1, new byte[0], new byte[9]));
                reports.until("wiped " + journal.wipe(wiped));
            }
            try (Storage storage = Storage.open(disk, SMALL)) {
                assertInstanceOf(Recovery.Empty.class, storage.recovery());
            }
            assertEquals(0, disk.list().stream().filter(n -> n.startsWith("checkpoint-")).count());
        }
    }

    private long assertHolds(long atLeast) throws IOException {
        try (Storage storage = folderStorage(true)) {
            Recovery.Whole whole = assertInstanceOf(Recovery.Whole.class, storage.recovery());
            for (LogRecord.Entry entry : whole.entries()) {
                assertArrayEquals(Appender.body(entry.index()), entry.body());
            }
            assertTrue(whole.lastIndex() >= atLeast, whole.lastIndex() + " of " + atLeast);
            return whole.lastIndex();
        }
    }

    private Storage folderStorage(boolean synced) throws IOException {
        return Storage.open(new FolderDisk(folder), new StorageSettings(synced, 256 * 1024));
    }
}
