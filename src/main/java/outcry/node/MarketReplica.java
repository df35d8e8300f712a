package outcry.node;

import java.util.List;
import java.util.function.Supplier;
import org.tinylog.Logger;
import outcry.base.MalformedException;
import outcry.gateway.Gateway;
import outcry.gateway.MarketEvents;
import outcry.market.Exchange;
import outcry.market.Request;
import outcry.market.Verdict;
import outcry.market.state.FrozenOrders;

/**
 * This node's copy of the exchange: applies what is committed, tells the traders' door, and keeps
 * proposing what its traders asked until it is applied. Node's thread, except {@link #pending}'s
 * reservations.
 */
final class MarketReplica implements ReplicatedState {
    private final Gateway gateway;
    private final Pending pending;
    private final MarketEvents.Recorder recorder = MarketEvents.recorder();
    private final ReadAhead ahead = new ReadAhead();
    private Exchange exchange = new Exchange();

    /** What was looked at last, so that it need not be read twice. */
    private Exchange prepared;

    private byte[] preparedFrom;

    /** For the next checkpoint, or null; made on another thread. */
    private volatile FrozenOrders room;

    private long index;
    private long applied;
    private long malformed;

    MarketReplica(Gateway gateway, Pending pending) {
        this.gateway = gateway;
        this.pending = pending;
    }

    @Override
    public void foresee(List<byte[]> commands) {
        ahead.read(commands, exchange);
    }

    @Override
    public void apply(long newIndex, long timestampNanos, byte[] command) {
        index = newIndex;
        Request request;
        try {
            request = ahead.take(command);
        } catch (MalformedException e) {
            // The same bytes on every node: nothing happens anywhere.
            malformed++;
            Logger.warn("entry {} is no request (number {}): {}", index, malformed, e.getMessage());
            return;
        }
        Verdict verdict = exchange.apply(index, timestampNanos, request, recorder);
        applied++;
        gateway.applied(index, timestampNanos, request, verdict, recorder.take());
        pending.applied(request, command, verdict, System.nanoTime());
    }

    @Override
    public long digest() {
        return exchange.digest();
    }

    @Override
    public Runnable beforeCheckpoint() {
        if (room != null || exchange.isQuickToFreeze()) {
            return null;
        }
        Supplier<FrozenOrders> made = exchange.room();
        return () -> room = made.get();
    }

    @Override
    public Supplier<byte[]> checkpoint() {
        FrozenOrders taken = room;
        room = null;
        return taken == null ? exchange.freeze() : exchange.freeze(taken);
    }

    @Override
    public boolean canRestore(byte[] checkpoint) {
        try {
            prepared = Exchange.restore(checkpoint);
            preparedFrom = checkpoint;
            return true;
        } catch (MalformedException e) {
            Logger.warn("a checkpoint that is none is refused: {}", e.getMessage());
            return false;
        }
    }

    @Override
    public void restore(long newIndex, byte[] checkpoint) {
        exchange = checkpoint == preparedFrom ? prepared : Exchange.restore(checkpoint);
        prepared = null;
        preparedFrom = null;
        index = newIndex;
        describeToGateway();
    }

    @Override
    public void reset() {
        exchange = new Exchange();
        index = 0;
        describeToGateway();
    }

    @Override
    public void proposalsLost(boolean busy) {
        pending.lost(busy, System.nanoTime());
    }

    /** Gives the traders' door the whole state when it asks for it. */
    void serveGateway() {
        if (gateway.needsReset()) {
            describeToGateway();
        }
    }

    /** Requests applied since the start. */
    long applied() {
        return applied;
    }

    private void describeToGateway() {
        exchange.describe(recorder);
        gateway.reset(index, recorder.take());
    }
}
