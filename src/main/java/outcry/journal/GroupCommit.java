package outcry.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Carries out what gathered while the disk was busy, with as few writes as its order allows, and
 * reports what is done. One thread, except {@link #stop}.
 */
final class GroupCommit {
    private final Storage storage;
    private final JournalListener listener;
    private final Runnable segmentBegun;
    private volatile boolean isStopped;

    /**
     * @param segmentBegun called when the segment made ready ahead of time has been taken
     */
    GroupCommit(Storage storage, JournalListener listener, Runnable segmentBegun) {
        this.storage = storage;
        this.listener = listener;
        this.segmentBegun = segmentBegun;
    }

    /** Nothing more is written from now on. */
    void stop() {
        isStopped = true;
    }

    boolean isStopped() {
        return isStopped;
    }

    /** What a failure means to a node, in a sentence for people. */
    static String problem(Throwable failure) {
        return "the journal cannot be written ("
                + failure.getMessage()
                + "); make room on the disk or repair it, then start the node again";
    }

    void carryOut(List<JournalTask> taken) throws IOException {
        Batch batch = new Batch();
        for (int i = 0; i < taken.size() && !isStopped; i++) {
            JournalTask task = taken.get(i);
            if (task instanceof JournalTask.Append append) {
                for (LogRecord.Entry entry : append.entries()) {
                    batch.add(entry);
                }
            } else if (task instanceof JournalTask.Cut cut) {
                batch.add(cut.truncate());
            } else if (!isSuperseded(task, taken, i)) {
                batch.write();
                carryOut(task);
            }
        }
        batch.write();
    }

    /** A state that is followed by another at once need not be written itself. */
    private static boolean isSuperseded(JournalTask task, List<JournalTask> taken, int index) {
        return task instanceof JournalTask.Keep
                && index + 1 < taken.size()
                && taken.get(index + 1) instanceof JournalTask.Keep;
    }

    private void carryOut(JournalTask task) throws IOException {
        if (task instanceof JournalTask.Keep keep) {
            storage.keep(keep.state());
            listener.onKept(keep.ticket());
        } else if (task instanceof JournalTask.Wipe wipe) {
            storage.wipe(wipe.state());
            listener.onWiped(wipe.ticket());
        } else if (task instanceof JournalTask.Install install) {
            storage.install(install.checkpoint());
            listener.onPersisted(install.checkpoint().index(), install.checkpoint().term());
        } else if (task instanceof JournalTask.Trim) {
            storage.trim();
        }
    }

    /** Records gathered for one write. */
    private final class Batch {
        private final List<LogRecord> records = new ArrayList<>();
        private int bytes;
        private LogRecord.Entry last;

        void add(LogRecord record) throws IOException {
            int more = Storage.bytes(record);
            if (bytes + more > storage.batchBytesMax()) {
                write();
            }
            records.add(record);
            bytes += more;
            // After a cut the entry before it is the last; which one that is, is known already.
            last = record instanceof LogRecord.Entry entry ? entry : null;
        }

        void write() throws IOException {
            if (records.isEmpty() || isStopped) {
                return;
            }
            int before = storage.segments();
            storage.write(records);
            if (last != null) {
                listener.onPersisted(last.index(), last.term());
            }
            if (storage.segments() != before) {
                segmentBegun.run();
            }
            records.clear();
            bytes = 0;
        }
    }
}
