package outcry.node;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import outcry.group.NodeInfo;

/**
 * Writes the application's state out for joining nodes on a thread of its own, one at a time, so
 * that trading goes on meanwhile. Node's thread.
 */
final class CheckpointMaker {
    /** The state at {@code index}, with its digest there, for a node that asked for it. */
    record Made(NodeInfo forNode, long index, long digest, byte[] bytes) {}

    private final Runnable wakeup;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    work -> {
                        Thread made = new Thread(work, "checkpoint-for-joining");
                        made.setDaemon(true);
                        return made;
                    });
    private CompletableFuture<Void> preparing;
    private CompletableFuture<Made> underWay;
    private boolean isAbandoned;

    /**
     * @param wakeup called when {@link #take} has something new, or {@link #isReady} what it
     *     lacked; any thread
     */
    CheckpointMaker(Runnable wakeup) {
        this.wakeup = wakeup;
    }

    /**
     * Whether a checkpoint can be taken now without standing still for long; else what that needs
     * is under way, and the node is woken when it is done.
     *
     * @param needed gives what to do beforehand, or null
     */
    boolean isReady(Supplier<Runnable> needed) {
        if (preparing == null) {
            Runnable preparation = needed.get();
            if (preparation == null) {
                return true;
            }
            preparing = CompletableFuture.runAsync(preparation, thread);
            preparing.whenComplete((done, failure) -> wakeup.run());
        }
        if (!preparing.isDone()) {
            return false;
        }
        CompletableFuture<Void> done = preparing;
        preparing = null;
        done.join();
        return true;
    }

    /** Begins, unless one is being made: whoever does not get any asks again. */
    void begin(NodeInfo forNode, long index, long digest, Supplier<byte[]> state) {
        if (underWay == null) {
            underWay =
                    CompletableFuture.supplyAsync(
                            () -> new Made(forNode, index, digest, state.get()), thread);
            underWay.whenComplete((made, failure) -> wakeup.run());
        }
    }

    boolean isBusy() {
        return underWay != null;
    }

    /** The state was given up: what is being made of it is of no use. */
    void abandon() {
        isAbandoned = underWay != null;
    }

    /** What was made since the last call, or null. */
    Made take() {
        if (underWay == null || !underWay.isDone()) {
            return null;
        }
        CompletableFuture<Made> done = underWay;
        underWay = null;
        boolean isUseless = isAbandoned;
        isAbandoned = false;
        try {
            return isUseless ? null : done.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the state cannot be written out", e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("done, yet waited for", e);
        }
    }

    void close() {
        thread.shutdownNow();
    }
}
