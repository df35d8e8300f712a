package outcry.journal;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The hard state, twice in one file of two sectors. A new state is made durable in the first copy,
 * then in the second: whatever is torn, the other copy holds the state before or after, and
 * whatever rots later, the other copy holds the same. Only when both are bad it is lost.
 */
final class StateFile implements AutoCloseable {
    private static final String NAME = "state";
    private static final String ASIDE = "state.new";
    private static final long MAGIC = 0x4F555443_52595354L; // OUTCRYST
    private static final int SECTOR_BYTES = 512;
    private static final int COPIES = 2;

    private final Disk disk;
    private DiskFile file;
    private HardState state;
    private boolean damaged;

    private StateFile(Disk disk) {
        this.disk = disk;
    }

    static StateFile open(Disk disk) throws IOException {
        StateFile opened = new StateFile(disk);
        List<String> names = disk.list();
        if (names.contains(NAME)) {
            opened.read();
        }
        return opened;
    }

    /** The state kept last; null when there is none, or when it is lost. */
    HardState state() {
        return state;
    }

    /** The loss, or null. */
    Damage damage() {
        return damaged
                ? new Damage(disk.describe(NAME), 0, "neither copy of term and vote is whole")
                : null;
    }

    /** Makes a state durable, or makes one damaged copy whole again. */
    void keep(HardState newState) throws IOException {
        if (file == null) {
            create(newState);
        } else {
            for (int copy = 0; copy < COPIES; copy++) {
                file.write((long) copy * SECTOR_BYTES, FileHead.encode(MAGIC, numbers(newState)));
                file.force();
            }
        }
        state = newState;
        damaged = false;
    }

    private void create(HardState newState) throws IOException {
        file = disk.create(ASIDE, COPIES * SECTOR_BYTES);
        for (int copy = 0; copy < COPIES; copy++) {
            file.write((long) copy * SECTOR_BYTES, FileHead.encode(MAGIC, numbers(newState)));
        }
        file.force();
        disk.rename(ASIDE, NAME);
        disk.syncNames();
    }

    private void read() throws IOException {
        file = disk.open(NAME);
        String name = disk.describe(NAME);
        long[] first = FileHead.read(name, file, 0, MAGIC);
        long[] second = FileHead.read(name, file, SECTOR_BYTES, MAGIC);
        long[] newest = first != null ? first : second;
        if (newest == null) {
            damaged = true;
            return;
        }
        state =
                new HardState(
                        newest[0], newest[1], newest[2], newest[5], (int) newest[3], newest[4]);
        if (!Arrays.equals(first, second)) {
            keep(state);
        }
    }

    private static long[] numbers(HardState state) {
        return new long[] {
            state.generation(),
            state.term(),
            state.votedFor(),
            state.birth(),
            state.unsyncedSince(),
            state.sealedIndex()
        };
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
