package outcry.node.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcry.group.Entry;
import outcry.group.KeptState;
import outcry.group.Recovered;
import outcry.journal.FolderDisk;
import outcry.journal.HardState;
import outcry.journal.Storage;
import outcry.journal.StorageSettings;

/** What a node finds of its last run, and what it makes of it. */
class DiskLogTest {
    private static final long DEADLINE_SECONDS = 60;
    private static final long CHECKPOINT_BYTES = 40_000;

    @TempDir Path folder;
    private final Semaphore woken = new Semaphore(0);

    @Test
    void g25_whatWasKeptIsFoundAgain() throws Exception {
        try (NodeLog log = open(true, 1)) {
            assertEquals(1, log.birth());
            assertEquals(0, log.recovered().kept().generation());
            log.keep(new KeptState(7, 3, 9, 12));
            log.append(entries(1, 20, 3));
            awaitPersisted(log, 20);
            log.truncate(15);
            log.append(entries(15, 17, 4));
            awaitPersisted(log, 17);
            assertTrue(log.isKept());
        }
        try (NodeLog log = open(true, 2)) {
            Recovered recovered = log.recovered();
            assertEquals(1, log.birth());
            assertEquals(new KeptState(7, 3, 9, 12), recovered.kept());
            List<Entry> expected = new ArrayList<>(entries(1, 14, 3));
            expected.addAll(entries(15, 17, 4));
            assertSame(expected, recovered.entries());
        }
    }

    @Test
    void g32_theLogIsShortenedBehindCheckpoints() throws Exception {
        byte[] state = new byte[50];
        long last = 0;
        int checkpoints = 0;
        try (NodeLog log = open(true, 1)) {
            log.keep(new KeptState(7, 1, 0, 0));
            while (checkpoints < 4) {
                log.append(entries(last + 1, last + 100, 1));
                last += 100;
                awaitPersisted(log, last);
                if (log.wantsCheckpoint()) {
                    state[0] = (byte) ++checkpoints;
                    log.addCheckpoint(new NodeLog.Position(last, 1), new byte[] {1}, () -> state);
                    Path file = folder.resolve(String.format("checkpoint-%019d", last));
                    await(() -> Files.exists(file), "the checkpoint is written");
                }
            }
        }
        try (NodeLog log = open(true, 2)) {
            assertEquals(last, log.recovered().baseIndex());
            assertEquals(List.of(), log.recovered().entries());
            assertArrayEquals(state, log.recoveredState());
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    2,
                    files.filter(file -> file.getFileName().toString().startsWith("checkpoint-"))
                            .count());
        }
    }

    @Test
    void aResetLogIsEmptyAndBeginsWithItsNextStart() throws Exception {
        try (NodeLog log = open(true, 1)) {
            log.keep(new KeptState(7, 3, 9, 0));
            log.append(entries(1, 5, 3));
            log.reset();
            await(log::isKept, "the reset is durable");
            assertEquals(null, log.takePersisted(), "nothing of the log before");
        }
        try (NodeLog log = open(true, 5)) {
            assertEquals(5, log.birth());
            assertEquals(0, log.recovered().kept().generation());
            assertTrue(log.recovered().mayFound());
        }
    }

    @Test
    void g28_unsyncedEntriesOfAnEarlierRunOfTheMachineMakeALearner() throws Exception {
        try (NodeLog log = open(false, 1)) {
            log.keep(new KeptState(7, 3, 9, 0));
            log.append(entries(1, 5, 3));
            awaitPersisted(log, 5);
        }
        try (NodeLog log = open(false, 2)) {
            assertEquals(1, log.birth(), "the same run of the machine");
        }
        try (Storage storage =
                Storage.open(
                        new FolderDisk(folder),
                        new StorageSettings(false, StorageSettings.DEFAULT_SEGMENT_BYTES))) {
            storage.keep(new HardState(7, 3, 9, 0, 1, Long.MIN_VALUE + 1));
        }
        try (NodeLog log = open(true, 3)) {
            assertEquals(3, log.birth(), "another run: it may have acknowledged what is gone");
            assertEquals(0, log.recovered().kept().votedFor());
            assertEquals(5, log.recovered().entries().size());
        }
    }

    @Test
    void g30_withoutTermAndVoteNothingIsServedAndNothingFounded() throws Exception {
        try (NodeLog log = open(true, 1)) {
            log.keep(new KeptState(7, 3, 9, 0));
            log.append(entries(1, 5, 3));
            awaitPersisted(log, 5);
        }
        Files.delete(folder.resolve("state"));
        try (NodeLog log = open(true, 2)) {
            assertEquals(2, log.birth());
            assertFalse(log.recovered().mayFound());
            assertEquals(List.of(), log.recovered().entries());
            assertTrue(log.notes().get(0).contains("state is damaged"), log.notes().toString());
        }
    }

    @Test
    void aDiskThatRefusesIsToldInWords() throws Exception {
        Files.createDirectories(folder.resolve("spare").resolve("in the way"));
        try (NodeLog log = open(true, 1)) {
            log.keep(new KeptState(7, 3, 9, 0));
            await(() -> log.failure() != null, "it fails");
            assertTrue(log.failure().contains("the journal cannot be written"), log.failure());
            assertFalse(log.isKept());
        }
    }

    @Test
    void everyGroupHasAFolderOfItsOwn() {
        assertEquals("lab", NodeLogs.fileName("lab"));
        assertEquals("%4cab", NodeLogs.fileName("Lab"));
        assertEquals("%2e%2e%2f", NodeLogs.fileName("../"));
    }

    private NodeLog open(boolean synced, int incarnation) throws IOException {
        return NodeLogs.onDisk(
                folder,
                new StorageSettings(synced, StorageSettings.DEFAULT_SEGMENT_BYTES),
                incarnation,
                CHECKPOINT_BYTES,
                woken::release);
    }

    private void awaitPersisted(NodeLog log, long index) throws InterruptedException {
        long[] persisted = new long[1];
        await(
                () -> {
                    NodeLog.Position position = log.takePersisted();
                    persisted[0] = position == null ? persisted[0] : position.index();
                    return persisted[0] == index && log.isKept();
                },
                "persisted up to " + index);
    }

    private void await(BooleanSupplier condition, String what) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadlineNanos, "not in time: " + what);
            woken.tryAcquire(10, TimeUnit.MILLISECONDS);
        }
    }

    private static List<Entry> entries(long first, long last, long term) {
        List<Entry> entries = new ArrayList<>();
        for (long index = first; index <= last; index++) {
            byte[] payload = new byte[(int) (index % 70)];
            entries.add(new Entry(index, term, index * 3, 5, Entry.Kind.COMMAND, payload));
        }
        return entries;
    }

    private static void assertSame(List<Entry> expected, List<Entry> actual) {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i).index(), actual.get(i).index());
            assertEquals(expected.get(i).term(), actual.get(i).term());
            assertEquals(expected.get(i).timestampNanos(), actual.get(i).timestampNanos());
            assertEquals(expected.get(i).origin(), actual.get(i).origin());
            assertEquals(expected.get(i).kind(), actual.get(i).kind());
            assertArrayEquals(expected.get(i).payload(), actual.get(i).payload());
        }
    }
}
