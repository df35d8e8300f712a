package outcry.node.log;

import java.io.Closeable;
import java.util.List;
import java.util.function.Supplier;
import outcry.group.Entry;
import outcry.group.KeptState;
import outcry.group.Recovered;

/**
 * Keeps what the group wants kept. Calls return at once and are carried out in their order; what is
 * done by now is asked for, after the wake-up given at the start. Node's thread.
 */
public interface NodeLog extends Closeable {
    /** A place in the log. */
    record Position(long index, long term) {}

    /** The incarnation in which this log began. */
    int birth();

    /** What is known of the last run. */
    Recovered recovered();

    /** The application's state that {@link #recovered} begins with, or null when from nothing. */
    byte[] recoveredState();

    /** Sentences for people about what was found at the start. */
    List<String> notes();

    void append(List<Entry> entries);

    void truncate(long fromIndex);

    /** Makes a state durable. */
    void keep(KeptState state);

    /** Forgets everything. */
    void reset();

    /** Takes a checkpoint over in place of the log. */
    void install(Position position, byte[] groupState, byte[] state);

    /** Whether what was kept last is durable, so that what depends on it may be done. */
    boolean isKept();

    /** Up to where entries are persisted, if that was not asked before; else null. */
    Position takePersisted();

    /** Whether the log has grown enough for a checkpoint, and one could be written now. */
    boolean wantsCheckpoint();

    /**
     * Keeps a checkpoint, so that the log before it may go.
     *
     * @param state asked for its bytes once, perhaps later and on another thread
     */
    void addCheckpoint(Position position, byte[] groupState, Supplier<byte[]> state);

    /** Why nothing can be kept any more, in a sentence for people; null while all is well. */
    String failure();

    @Override
    void close();
}
