package outcry.journal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * A process that appends to a journal as fast as it can and says what was reported as persisted
 * ({@code entry INDEX}) and kept ({@code term TERM}), until somebody kills it. Bodies follow from
 * the index, so that anybody can check them.
 */
final class Appender {
    private static final int UNDER_WAY_MAX = 2_000;

    private static final int SEGMENT_BYTES = 256 * 1024;
    private static final int ENTRIES_PER_TERM = 700;
    private static final int ENTRIES_PER_CHECKPOINT = 3_000;

    private static volatile long persisted;

    private Appender() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean synced = Boolean.parseBoolean(arguments[1]);
        Storage storage = open(Path.of(arguments[0]), synced);
        long last = 0;
        long term = 1;
        if (storage.recovery() instanceof Recovery.Whole whole) {
            last = whole.lastIndex();
            term = whole.state().term();
        } else {
            storage.keep(state(term));
        }
        persisted = last;
        long firstTerm = term;
        PrintStream out = System.out;
        Journal journal =
                new Journal(
                        storage,
                        new JournalListener() {
                            @Override
                            public void onPersisted(long index, long term) {
                                persisted = index;
                                out.println("entry " + index);
                                out.flush();
                            }

                            @Override
                            public void onKept(long ticket) {
                                out.println("term " + (firstTerm + ticket));
                                out.flush();
                            }

                            @Override
                            public void onWiped(long ticket) {
                                // Nobody asked.
                            }

                            @Override
                            public void onFailed(String problem) {
                                out.println(problem);
                                Runtime.getRuntime().halt(3);
                            }
                        });
        while (true) {
            if (last - persisted < UNDER_WAY_MAX) {
                last++;
                journal.append(List.of(new LogRecord.Entry(last, 1, body(last))));
                if (last % ENTRIES_PER_TERM == 0) {
                    term = firstTerm + journal.keep(state(term + 1));
                }
                if (last % ENTRIES_PER_CHECKPOINT == 0) {
                    byte[] state = ByteBuffer.allocate(8).putLong(last).array();
                    Checkpoint checkpoint = new Checkpoint(last, 1, new byte[0], state);
                    journal.addCheckpoint(() -> checkpoint);
                }
            } else {
                Thread.onSpinWait();
            }
        }
    }

    /** Opens the journal in that folder as this process does. */
    static Storage open(Path folder, boolean synced) throws IOException {
        return Storage.open(new FolderDisk(folder), new StorageSettings(synced, SEGMENT_BYTES));
    }

    private static HardState state(long term) {
        return new HardState(1, term, 0, 0, 1, 0);
    }

    static byte[] body(long index) {
        ByteBuffer body = ByteBuffer.allocate(8 + (int) (index % 120));
        body.putLong(index * 31);
        return body.array();
    }
}
