package outcry.node.log;

import java.util.List;
import java.util.function.Supplier;
import outcry.group.Entry;
import outcry.group.KeptState;
import outcry.group.Recovered;

/**
 * Durability memory: the group holds the entries, nothing outlives the process, and an entry counts
 * as persisted as soon as it is appended. A restarted node joins with a new birth (G25).
 */
public class MemoryLog implements NodeLog {
    private final int birth;
    private Position persisted;

    /**
     * @param birth the present incarnation: nothing of an earlier log is left
     */
    public MemoryLog(int birth) {
        this.birth = birth;
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
        persisted = new Position(last.index(), last.term());
    }

    @Override
    public void truncate(long fromIndex) {
        persisted = null; // What replaces the entries is appended at once.
    }

    @Override
    public void keep(KeptState state) {
        // A restarted node has another birth, so its old votes bind nobody.
    }

    @Override
    public void reset() {
        persisted = null;
    }

    @Override
    public void install(Position position, byte[] groupState, byte[] state) {
        persisted = position;
    }

    @Override
    public boolean isKept() {
        return true;
    }

    @Override
    public Position takePersisted() {
        Position taken = persisted;
        persisted = null;
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
        // Nothing is open.
    }
}
