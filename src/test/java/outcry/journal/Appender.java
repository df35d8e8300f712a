package outcry.journal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * A process that appends to a journal as fast as it can and says what was reported as persisted,
 * until somebody kills it. Bodies follow from the index, so that anybody can check them.
 */
final class Appender {
    private static final int UNDER_WAY_MAX = 2_000;

    private static volatile long persisted;

    private Appender() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean synced = Boolean.parseBoolean(arguments[1]);
        Storage storage =
                Storage.open(
                        new FolderDisk(Path.of(arguments[0])),
                        new StorageSettings(synced, 256 * 1024));
        long last = 0;
        if (storage.recovery() instanceof Recovery.Whole whole) {
            last = whole.lastIndex();
        } else {
            storage.keep(new HardState(1, 1, 0, 1, 0));
        }
        persisted = last;
        PrintStream out = System.out;
        Journal journal =
                new Journal(
                        storage,
                        new JournalListener() {
                            @Override
                            public void onPersisted(long index, long term) {
                                persisted = index;
                                out.println(index);
                                out.flush();
                            }

                            @Override
                            public void onKept(long ticket) {
                                // Nobody asked.
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
                if (last % 3_000 == 0) {
                    byte[] state = ByteBuffer.allocate(8).putLong(last).array();
                    journal.addCheckpoint(new Checkpoint(last, 1, new byte[0], state));
                }
            } else {
                Thread.onSpinWait();
            }
        }
    }

    static byte[] body(long index) {
        ByteBuffer body = ByteBuffer.allocate(8 + (int) (index % 120));
        body.putLong(index * 31);
        return body.array();
    }
}
