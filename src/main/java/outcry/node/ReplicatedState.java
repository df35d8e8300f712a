package outcry.node;

import java.util.List;
import java.util.function.Supplier;
import outcry.market.Exchange;

/**
 * The application that is replicated: it applies the same commands in the same order on every node,
 * and must come to the same digest. Node's thread.
 */
interface ReplicatedState {
    /** The most commands given to {@link #foresee}. */
    int FORESEEN_MAX = Exchange.FORESEEN_MAX;

    /** These commands will be applied next, in this order; changes nothing. */
    void foresee(List<byte[]> commands);

    /** Applies the command at {@code index}; bytes that are none change nothing, on every node. */
    void apply(long index, long timestampNanos, byte[] command);

    /** The digest of the state. */
    long digest();

    /**
     * What to do before {@link #checkpoint}, on any one thread but ended before it, so that the
     * node's does not stand still for long in it; null when that is quick as it is.
     */
    Runnable beforeCheckpoint();

    /** The state as it is now; its bytes are made when asked for, on any one thread. */
    Supplier<byte[]> checkpoint();

    /** Whether those bytes are a checkpoint; changes nothing. */
    boolean canRestore(byte[] checkpoint);

    /** Replaces the state by that of a checkpoint taken at {@code index}. */
    void restore(long index, byte[] checkpoint);

    /** Starts over from nothing. */
    void reset();

    /**
     * Commands proposed here and not yet applied may have been lost.
     *
     * @param busy because too much is under way: wait a little before proposing them again
     */
    void proposalsLost(boolean busy);
}
