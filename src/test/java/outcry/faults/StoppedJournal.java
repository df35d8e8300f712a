package outcry.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import outcry.base.ByteReader;
import outcry.group.Entry;
import outcry.journal.FolderDisk;
import outcry.journal.LogRecord;
import outcry.journal.Recovery;
import outcry.journal.Storage;
import outcry.journal.StorageSettings;

/**
 * What the journal of a node that does not run holds. A copy is read, since opening a journal may
 * mend it.
 *
 * @param base index of the checkpoint that the entries follow, 0 without one
 * @param state the application's state there, or null
 */
record StoppedJournal(String node, long base, byte[] state, List<Entry> entries) {

    /**
     * @throws IOException when it cannot be opened, or is damaged
     */
    static StoppedJournal read(String node, Path journal, Path scratch) throws IOException {
        copy(journal, scratch);
        Recovery recovery = open(scratch);
        if (!(recovery instanceof Recovery.Whole)) {
            throw new IOException("the journal of " + node + ": " + recovery);
        }
        Recovery.Whole whole = (Recovery.Whole) recovery;
        // A node goes on from its newest checkpoint. The log mostly reaches back to the one before.
        while (whole.checkpoint() != null) {
            Files.delete(newestCheckpoint(scratch));
            if (!(open(scratch) instanceof Recovery.Whole longer)) {
                break;
            }
            whole = longer;
        }
        boolean hasBase = whole.checkpoint() != null;
        return new StoppedJournal(
                node,
                hasBase ? whole.checkpoint().index() : 0,
                hasBase ? whole.checkpoint().state() : null,
                whole.entries().stream().map(StoppedJournal::entry).toList());
    }

    private static Recovery open(Path folder) throws IOException {
        StorageSettings settings = new StorageSettings(true, NodeProcess.SEGMENT_BYTES);
        try (Storage storage = Storage.open(new FolderDisk(folder), settings)) {
            return storage.recovery();
        }
    }

    private static Path newestCheckpoint(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("checkpoint-"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    long last() {
        return base + entries.size();
    }

    /** The entry at that index, or null when the checkpoint holds it. */
    Entry at(long index) {
        return index <= base ? null : entries.get((int) (index - base - 1));
    }

    private static Entry entry(LogRecord.Entry record) {
        ByteReader body = new ByteReader(record.body());
        Entry.Kind kind = Entry.Kind.values()[body.get()];
        long timestamp = body.getLong();
        long origin = body.getLong();
        byte[] payload = body.getBytes(body.remaining());
        return new Entry(record.index(), record.term(), timestamp, origin, kind, payload);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> old = Files.list(to)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
