package outcry.group;

import java.util.List;

/**
 * What the group member wants done. The shell carries effects out in list order; what a {@link
 * PersistState} says must be durable before any effect after it is carried out. Entries are
 * appended without waiting: the shell reports with {@code onPersisted}.
 */
public sealed interface Effect {

    /** Sends to one node whose address is in {@code to}; silently lost when there is no link. */
    record Send(NodeInfo to, Channel channel, Message message) implements Effect {}

    /** Sends a datagram to an address that may be no node's (a trader's probe, WHO_IS_LEADER). */
    record Answer(String host, int port, Message message) implements Effect {}

    record Multicast(Message message) implements Effect {}

    record Broadcast(Message message) implements Effect {}

    /** Opens a link; the shell reports onLinkUp, or onDialFailed. One dial per peer at a time. */
    record Dial(NodeInfo to) implements Effect {}

    /** Closes every link to that node without reporting onLinkDown. */
    record CloseLink(long nodeId) implements Effect {}

    /** Makes term, vote, generation and seal durable (G31). */
    record PersistState(KeptState state) implements Effect {}

    /** Cuts the journal from {@code fromIndex} on. */
    record Truncate(long fromIndex) implements Effect {}

    record Append(List<Entry> entries) implements Effect {}

    /**
     * A committed entry, in index order; the shell reports onApplied. Every kind is passed on; only
     * COMMAND is for the application.
     */
    record Apply(Entry entry) implements Effect {}

    /**
     * Forgets the journal and the application's state: this node joins another generation, or
     * starts over.
     */
    record Reset() implements Effect {}

    /** Makes a checkpoint of the application, to be handed back by onCheckpointMade. */
    record MakeCheckpoint(NodeInfo forNode) implements Effect {}

    /**
     * Replaces the application's state; the log begins after {@code index}. The shell reports
     * onApplied, and onPersisted once the checkpoint is persisted in place of the log.
     *
     * @param term of the entry at {@code index}
     * @param groupState the group's own state there
     */
    record RestoreCheckpoint(long index, long term, byte[] groupState, byte[] bytes)
            implements Effect {}

    /**
     * Replaces the application's state by that at {@code index}; the log stays. Entries after it
     * are applied again. The shell reports onApplied; checkpoints it kept before are of a wrong
     * state.
     */
    record ReplaceState(long index, long term, byte[] groupState, byte[] bytes) implements Effect {}

    /** Entries up to {@code index} are no longer needed from the in-memory log. */
    record Trimmed(long index) implements Effect {}

    /**
     * The leader did not sequence commands this node forwarded: propose what is unanswered again,
     * later when {@code busy}.
     */
    record NotSequenced(boolean busy) implements Effect {}

    record Observe(Observation observation) implements Effect {}

    /** This node has left the group and may close. */
    record Left() implements Effect {}
}
