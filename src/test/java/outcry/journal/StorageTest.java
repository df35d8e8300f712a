package outcry.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import outcry.simulation.disk.VirtualDisk;

/** What is read back, and what is never taken for it. */
class StorageTest {
    private static final StorageSettings SMALL = new StorageSettings(true, 4 * 1024);
    private static final HardState STATE = new HardState(77, 3, 9, 0, 1, 0);
    private static final String LOG = "000000000001.log";

    private final VirtualDisk disk = new VirtualDisk();
    private final Ledger ledger = new Ledger();

    @Test
    void g30_whatWasWrittenIsReadBack() throws IOException {
        fill(10);
        ledger.assertHeldBy(reopened(disk));
    }

    @Test
    void aFirstStartFindsNothing() throws IOException {
        assertInstanceOf(Recovery.Empty.class, reopened(disk));
    }

    @Test
    void g30_aTailTornAtAnyByteIsCutAtTheLastWholeBatch() throws IOException {
        List<Integer> ends = new ArrayList<>();
        try (Storage storage = Storage.open(disk, SMALL)) {
            keep(storage, STATE);
            for (int i = 0; i < 8; i++) {
                append(storage, 1 + i % 3, 20);
                ends.add(lengthOf(LOG));
            }
        }
        for (int offset = FileHead.BYTES; offset <= ends.get(7); offset++) {
            VirtualDisk torn = disk.copy();
            torn.unwrite(LOG, offset);
            Recovery.Whole whole = assertInstanceOf(Recovery.Whole.class, reopened(torn));
            Ledger expected = ledger.copy();
            int cut = offset;
            // A batch lacks nothing but its end mark when only that was torn.
            long batches = ends.stream().filter(end -> end - BatchLayout.END_BYTES <= cut).count();
            expected.truncate(lastIndexAfter((int) batches) + 1);
            expected.assertHeldBy(whole);
            try (Storage storage = Storage.open(torn, SMALL)) {
                storage.write(List.of(expected.next(5, 700)));
            }
            expected.assertHeldBy(reopened(torn));
        }
    }

    @Test
    void g30_noFlippedBitIsEverServed() throws IOException {
        fill(6);
        int damaged = 0;
        for (String name : disk.list()) {
            int length = name.equals("spare") ? 0 : lengthOf(name) + 16;
            for (int offset = 0; offset < Math.min(length, disk.content(name).length); offset++) {
                for (int bit : new int[] {offset % 8, (offset + 5) % 8}) {
                    VirtualDisk flipped = disk.copy();
                    flipped.flip(name, offset, bit);
                    damaged += survives(flipped, name, offset) ? 0 : 1;
                }
            }
        }
        assertTrue(damaged > 300, "the flips were noticed");
    }

    @Test
    void g30_damageBeforeTheTailIsReportedByFileAndOffset() throws IOException {
        fill(6);
        int offset = FileHead.BYTES + BatchLayout.HEAD_BYTES + 12;
        disk.flip(LOG, offset, 3);
        Recovery.Damaged damaged = assertInstanceOf(Recovery.Damaged.class, reopened(disk));
        assertEquals(STATE, damaged.state());
        assertEquals("disk/" + LOG, damaged.damage().file());
        assertEquals(FileHead.BYTES + BatchLayout.HEAD_BYTES, damaged.damage().offset());
        assertTrue(
                damaged.damage().inWords().contains("is damaged at byte 84"),
                damaged.damage().inWords());
    }

    @Test
    void g30_aLogThatIsGoneIsNotAnEmptyOne() throws IOException {
        fill(3);
        for (String name : List.of(LOG, "state")) {
            VirtualDisk without = disk.copy();
            without.delete(name);
            assertInstanceOf(Recovery.Damaged.class, reopened(without), name);
        }
    }

    @Test
    void g30_aDamagedJournalIsPutAsideAndBegunAnew() throws IOException {
        fill(6);
        disk.flip(LOG, FileHead.BYTES + 40, 3);
        HardState reborn = new HardState(77, 3, 0, 0, 2, 0);
        try (Storage storage = Storage.open(disk, SMALL)) {
            storage.putAside(reborn);
        }
        ledger.wipe(reborn);
        ledger.assertHeldBy(reopened(disk));
        assertTrue(disk.list().contains("damaged-" + LOG), disk.list().toString());
        try (Storage storage = Storage.open(disk, SMALL)) {
            append(storage, 4, 30);
        }
        ledger.assertHeldBy(reopened(disk));
    }

    @Test
    void g30_whatADamagedJournalGotAnewIsThereAfterTheNextStart() throws IOException {
        fill(6);
        disk.flip(LOG, FileHead.BYTES + 40, 3);
        HardState reborn = new HardState(77, 3, 0, 0, 2, 0);
        try (Storage storage = Storage.open(disk, SMALL)) {
            storage.putAside(reborn);
            ledger.wipe(reborn);
            storage.install(ledger.install(500));
            append(storage, 4, 30);
            storage.addCheckpoint(ledger.checkpoint(501), storage.era());
        }
        ledger.assertHeldBy(reopened(disk));
    }

    @Test
    void g28_whatAKilledRunWroteWithoutSyncingIsSyncedBeforeItCounts() throws IOException {
        fill(3);
        try (Storage storage = Storage.open(disk, SMALL)) {
            disk.failAfter(1); // The write is done, the sync is not.
            assertThrows(IOException.class, () -> storage.write(List.of(ledger.next(2, 20))));
        }
        disk.kill();
        ledger.assertHeldBy(reopened(disk));
        for (int seed = 0; seed < 20; seed++) {
            VirtualDisk lost = disk.copyWithUnsynced();
            lost.crash(new SplittableRandom(seed));
            ledger.assertHeldBy(reopened(lost));
        }
    }

    @Test
    void g32_anUnknownFormatVersionIsRefusedAndNothingChanged() throws IOException {
        fill(3);
        try (Storage storage = Storage.open(disk, SMALL)) {
            storage.addCheckpoint(ledger.checkpoint(2), storage.era());
        }
        for (String name : List.of(LOG, "state", "checkpoint-0000000000000000002")) {
            VirtualDisk later = disk.copy();
            setVersion(later, name, 2);
            byte[] before = later.content(name);
            UnknownFormatException refused =
                    assertThrows(UnknownFormatException.class, () -> reopened(later), name);
            assertTrue(refused.getMessage().contains("version 2"), refused.getMessage());
            assertTrue(refused.getMessage().contains("reads version 1"), refused.getMessage());
            assertEquals(ByteBuffer.wrap(before), ByteBuffer.wrap(later.content(name)));
        }
    }

    @Test
    void g32_twoCheckpointsAreKeptAndTheLogBehindTheOlderIsDeleted() throws IOException {
        try (Storage storage = Storage.open(disk, SMALL)) {
            keep(storage, STATE);
            for (int round = 0; round < 40; round++) {
                append(storage, 1, 500);
                append(storage, 1, 500);
                storage.addCheckpoint(ledger.checkpoint(ledger.lastIndex()), storage.era());
                storage.trim();
                assertTrue(storage.segments() <= 2, "segments: " + storage.segments());
            }
        }
        assertEquals(2, disk.list().stream().filter(n -> n.startsWith("checkpoint-")).count());
        ledger.assertHeldBy(reopened(disk));
    }

    @Test
    void g32_whenTheNewestCheckpointRotsTheOneBeforeServes() throws IOException {
        try (Storage storage = Storage.open(disk, SMALL)) {
            keep(storage, STATE);
            for (int i = 0; i < 30; i++) {
                append(storage, 1, 500);
            }
            storage.addCheckpoint(ledger.checkpoint(11), storage.era());
            storage.addCheckpoint(ledger.checkpoint(23), storage.era());
            storage.trim();
        }
        disk.flip("checkpoint-0000000000000000023", 90, 0);
        Recovery.Whole whole = assertInstanceOf(Recovery.Whole.class, reopened(disk));
        assertEquals(11, whole.checkpoint().index());
        ledger.assertHeldBy(whole);
        assertTrue(whole.notes().get(0).contains("0023 is damaged"), whole.notes().toString());
    }

    @Test
    void g23_aCheckpointTakenOverReplacesTheLog() throws IOException {
        fill(3);
        try (Storage storage = Storage.open(disk, SMALL)) {
            storage.install(ledger.install(500));
            append(storage, 501, 10);
        }
        ledger.assertHeldBy(reopened(disk));
    }

    @Test
    void g19_whatWasCutDoesNotComeBackWhenItsBeginningIsTrimmedAway() throws IOException {
        try (Storage storage = Storage.open(disk, SMALL)) {
            keep(storage, STATE);
            for (int i = 0; i < 9; i++) {
                append(storage, 1, 900);
            }
            ledger.truncate(6);
            storage.write(List.of(new LogRecord.Truncate(6)));
            for (int i = 0; i < 9; i++) {
                append(storage, 2, 900);
            }
            storage.addCheckpoint(ledger.checkpoint(10), storage.era());
            storage.addCheckpoint(ledger.checkpoint(11), storage.era());
            storage.trim();
        }
        ledger.assertHeldBy(reopened(disk));
    }

    @Test
    void aFullDiskFailsTheWriteAndLosesNothingAcknowledged() throws IOException {
        disk.setCapacity(3 * 4 * 1024);
        try (Storage storage = Storage.open(disk, SMALL)) {
            keep(storage, STATE);
            IOException full =
                    assertThrows(
                            IOException.class,
                            () -> {
                                while (true) {
                                    LogRecord.Entry entry = ledger.next(1, 300);
                                    storage.write(List.of(entry));
                                }
                            });
            assertTrue(full.getMessage().contains("No space left"), full.getMessage());
            ledger.truncate(ledger.lastIndex());
        }
        assertTrue(ledger.lastIndex() > 15, "entries before: " + ledger.lastIndex());
        ledger.assertHeldBy(reopened(disk));
    }

    @Test
    void aWipedJournalIsEmpty() throws IOException {
        fill(6);
        try (Storage storage = Storage.open(disk, SMALL)) {
            storage.wipe(new HardState(0, 0, 0, 0, 2, 0));
        }
        assertInstanceOf(Recovery.Empty.class, reopened(disk));
    }

    /** Whether all is served as it was; else it must be known as damaged. */
    private boolean survives(VirtualDisk flipped, String name, int offset) throws IOException {
        Recovery recovery = reopened(flipped);
        if (recovery instanceof Recovery.Whole) {
            assertTrue(ledger.isHeldBy(recovery), name + " at " + offset + ": " + recovery);
            return true;
        }
        assertInstanceOf(Recovery.Damaged.class, recovery, name + " at " + offset);
        return false;
    }

    private void fill(int batches) throws IOException {
        try (Storage storage = Storage.open(disk, SMALL)) {
            keep(storage, STATE);
            for (int i = 0; i < batches; i++) {
                append(storage, 1 + i % 3, 20 + i);
            }
        }
    }

    private void keep(Storage storage, HardState state) throws IOException {
        ledger.keep(state);
        storage.keep(state);
    }

    /** A batch of one to three entries. */
    private void append(Storage storage, long term, int bodyBytes) throws IOException {
        List<LogRecord> records = new ArrayList<>();
        long count = bodyBytes > 100 || term > 3 ? 1 : term;
        for (int i = 0; i < count; i++) {
            records.add(ledger.next(term, bodyBytes));
        }
        storage.write(records);
    }

    private static long lastIndexAfter(int batches) {
        long last = 0;
        for (int i = 0; i < batches; i++) {
            last += 1 + i % 3;
        }
        return last;
    }

    private int lengthOf(String name) {
        byte[] content = disk.content(name);
        int length = content.length;
        while (length > 0 && content[length - 1] == 0) {
            length--;
        }
        return length;
    }

    private static void setVersion(VirtualDisk disk, String name, int version) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(disk.content(name), 0, FileHead.BYTES);
        head.putInt(8, version);
        CRC32C crc = new CRC32C();
        crc.update(head.array(), 0, FileHead.BYTES - 4);
        head.putInt(FileHead.BYTES - 4, (int) crc.getValue());
        DiskFile file = disk.open(name);
        file.write(0, head.duplicate().position(0));
        file.force();
    }

    private static Recovery reopened(Disk disk) throws IOException {
        try (Storage storage = Storage.open(disk, SMALL)) {
            return storage.recovery();
        }
    }
}
