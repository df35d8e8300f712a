package outcry.simulation.world;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.LongSupplier;
import outcry.group.Entry;
import outcry.node.log.MemoryLog;

/**
 * Durability memory, but what is appended counts as persisted only after a while, as if a disk had
 * to be waited for.
 */
final class LateMemoryLog extends MemoryLog {
    private record Write(long doneNanos, Position position) {}

    private final LongSupplier nowNanos;
    private final LongSupplier delayNanos;
    private final ArrayDeque<Write> writes = new ArrayDeque<>();
    private long lastDoneNanos;

    /**
     * @param delayNanos how long the next write takes; one that began later never ends earlier
     */
    LateMemoryLog(int birth, LongSupplier nowNanos, LongSupplier delayNanos) {
        super(birth);
        this.nowNanos = nowNanos;
        this.delayNanos = delayNanos;
    }

    /** When the next write is done, or {@code Long.MAX_VALUE}. */
    long nextDoneNanos() {
        return writes.isEmpty() ? Long.MAX_VALUE : writes.peek().doneNanos();
    }

    @Override
    public void append(List<Entry> entries) {
        super.append(entries);
        delayReport();
    }

    /** Nobody hears yet that what was written just now is persisted. */
    private void delayReport() {
        lastDoneNanos = Math.max(lastDoneNanos, nowNanos.getAsLong() + delayNanos.getAsLong());
        writes.add(new Write(lastDoneNanos, super.takePersisted()));
    }

    @Override
    public void reset() {
        writes.clear();
    }

    @Override
    public void install(Position position, byte[] groupState, byte[] state) {
        writes.clear();
        super.install(position, groupState, state);
        delayReport();
    }

    @Override
    public Position takePersisted() {
        Position taken = null;
        while (!writes.isEmpty() && writes.peek().doneNanos() <= nowNanos.getAsLong()) {
            taken = writes.remove().position();
        }
        return taken;
    }

    @Override
    public void close() {
        writes.clear();
    }
}
