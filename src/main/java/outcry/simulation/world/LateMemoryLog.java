package outcry.simulation.world;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import outcry.group.Entry;
import outcry.group.KeptState;
import outcry.group.Recovered;
import outcry.node.log.NodeLog;

/**
 * Durability memory, but what is appended counts as persisted only after a while, as if a disk had
 * to be waited for.
 */
final class LateMemoryLog implements NodeLog {
    private record Write(long doneNanos, Position position) {}

    private final int birth;
    private final LongSupplier nowNanos;
    private final LongSupplier delayNanos;
    private final ArrayDeque<Write> writes = new ArrayDeque<>();
    private long lastDoneNanos;

    /**
     * @param delayNanos how long the next write takes; one that began later never ends earlier
     */
    LateMemoryLog(int birth, LongSupplier nowNanos, LongSupplier delayNanos) {
        this.birth = birth;
        this.nowNanos = nowNanos;
        this.delayNanos = delayNanos;
    }

    /** When the next write is done, or {@code Long.MAX_VALUE}. */
    long nextDoneNanos() {
        return writes.isEmpty() ? Long.MAX_VALUE : writes.peek().doneNanos();
    }

    @Override
    public int birth() {
        return birth;
    }

    @Override
    public Recovered recovered() {
        return Recovered.NOTHING;
    }

    @Override
    public byte[] recoveredState() {
        return null;
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public void append(List<Entry> entries) {
        Entry last = entries.get(entries.size() - 1);
        write(new Position(last.index(), last.term()));
    }

    private void write(Position position) {
        lastDoneNanos = Math.max(lastDoneNanos, nowNanos.getAsLong() + delayNanos.getAsLong());
        writes.add(new Write(lastDoneNanos, position));
    }

    @Override
    public void truncate(long fromIndex) {
        // A report of an entry that is gone says nothing: its term does not match.
    }

    @Override
    public void keep(KeptState state) {
        // A restarted node has another birth, so its old votes bind nobody.
    }

    @Override
    public void reset() {
        writes.clear();
    }

    @Override
    public void install(Position position, byte[] groupState, byte[] state) {
        writes.clear();
        write(position);
    }

    @Override
    public boolean isKept() {
        return true;
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
    public boolean wantsCheckpoint() {
        return false;
    }

    @Override
    public void addCheckpoint(Position position, byte[] groupState, Supplier<byte[]> state) {
        // There is nothing to shorten.
    }

    @Override
    public String failure() {
        return null;
    }

    @Override
    public void close() {
        writes.clear();
    }
}
