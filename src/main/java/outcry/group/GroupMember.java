package outcry.group;

import java.util.List;

/**
 * One member of the group, as a state machine without I/O (G1): inputs are messages, ticks and
 * reports of the shell; outputs are {@link Effect}s, fetched after each input.
 *
 * <p>Owned by one thread (G2). All times are monotonic nanoseconds of this process, except where
 * named wall time.
 */
public final class GroupMember {
    public GroupMember(GroupConfig config, long nowNanos) {}

    /** A message arrived; {@code host} and {@code port} are where it came from. */
    public void receive(long nowNanos, Channel channel, String host, int port, Envelope envelope) {}

    /** Time passed; call at {@link #nextDeadlineNanos} or earlier. */
    public void tick(long nowNanos, long wallNanos) {}

    /** When {@link #tick} is due next. */
    public long nextDeadlineNanos() {
        return Long.MAX_VALUE;
    }

    /** What became of a proposal. */
    public enum Proposed {
        /** This node leads and sequenced it. */
        SEQUENCED,
        /** Sent to the leader; it may still be lost with it. */
        FORWARDED,
        /** No leader is known now: propose again when one is. */
        NO_LEADER,
        /** Too much is under way: propose again later. */
        BUSY
    }

    /**
     * Asks to have {@code command} sequenced; not kept when the answer is NO_LEADER or BUSY.
     * Flushed by {@link #flush}.
     */
    public Proposed propose(long nowNanos, long wallNanos, byte[] command) {
        return Proposed.NO_LEADER;
    }

    /**
     * Multicasts what was proposed since the last flush, in as few datagrams as it fits; call once
     * per loop turn.
     */
    public void flush(long nowNanos) {}

    /** Entries up to {@code index} are persisted under the durability in force. */
    public void onPersisted(long nowNanos, long index) {}

    /** The application has applied {@code index}; {@code digest} is its state's digest there. */
    public void onApplied(long nowNanos, long index, long digest) {}

    /** A link to that node is up: it said hello. */
    public void onLinkUp(long nowNanos, NodeInfo peer) {}

    /** The last link to that node was closed or reset by its kernel. */
    public void onLinkDown(long nowNanos, long nodeId) {}

    /** A dial failed; {@code refused} when its kernel answered that nobody listens there. */
    public void onDialFailed(long nowNanos, long nodeId, boolean refused) {}

    public void onCheckpointMade(long nowNanos, NodeInfo forNode, long index, byte[] bytes) {}

    /** How many traders are connected here; told to others in HELLO. */
    public void onTraders(int count) {}

    /** Leaves the group: hands over first when leading. {@link Effect.Left} follows. */
    public void leave(long nowNanos) {}

    /** An operator asks for an election (G12). */
    public void callElection(long nowNanos) {}

    /**
     * An operator changes policy and timing for the whole group; false when there is no leader to
     * record it.
     */
    public boolean changeSettings(
            long nowNanos, long wallNanos, ElectionPolicy policy, Timing timing) {
        return false;
    }

    /** What the inputs so far want done, in order; the list is emptied. */
    public List<Effect> takeEffects() {
        return List.of();
    }

    /** A picture of now; costs little, but is not for every message. */
    public GroupStatus status(long nowNanos) {
        throw new IllegalStateException("not yet");
    }
}
