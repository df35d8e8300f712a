package outcry.group;

import java.util.List;
import java.util.function.Predicate;
import outcry.base.Check;
import outcry.group.discovery.Discovery;
import outcry.group.election.Election;
import outcry.group.election.HandOverTransfer;
import outcry.group.log.ConfigurationCodec;
import outcry.group.membership.CheckpointServer;
import outcry.group.membership.Departure;
import outcry.group.membership.DigestWatch;
import outcry.group.membership.Joining;
import outcry.group.membership.ViewKeeper;
import outcry.group.multicast.Receiver;
import outcry.group.multicast.Retransmitter;
import outcry.group.multicast.Sequencer;

/**
 * One member of the group, as a state machine without I/O (G1): inputs are messages, ticks and
 * reports of the shell; outputs are {@link Effect}s, fetched after each input.
 *
 * <p>Owned by one thread (G2). All times are monotonic nanoseconds of this process, except where
 * named wall time. This class holds the parts together; {@link MessageRouter} gives each message to
 * its part, {@link Lifecycle} decides what follows from a change of role, view or time.
 */
public final class GroupMember {
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

    private final Context context;
    private final Parts parts;
    private final MessageRouter router;
    private final Lifecycle lifecycle;

    /** A member that starts with nothing. */
    public GroupMember(GroupConfig config, long nowNanos) {
        this(config, Recovered.NOTHING, nowNanos);
    }

    /**
     * A member that takes up where its last run ended.
     *
     * @throws outcry.base.MalformedException when what was recovered cannot be read
     */
    public GroupMember(GroupConfig config, Recovered recovered, long nowNanos) {
        context = new Context(config, recovered, nowNanos);
        Receiver receiver = new Receiver(context);
        Sequencer sequencer = new Sequencer(context);
        Joining joining = new Joining(context);
        CheckpointServer checkpoints = new CheckpointServer(context);
        HandOverTransfer handOver = new HandOverTransfer(context, sequencer);
        parts =
                new Parts(
                        new Discovery(context),
                        new Election(context, receiver),
                        handOver,
                        receiver,
                        sequencer,
                        new Retransmitter(context, sequencer),
                        new ViewKeeper(context, sequencer),
                        joining,
                        checkpoints,
                        new DigestWatch(context, joining, checkpoints),
                        new Departure(context, sequencer, handOver),
                        new ForwardQueue(context, sequencer));
        lifecycle = new Lifecycle(context, parts);
        router = new MessageRouter(context, parts, lifecycle);
        context.setListener(lifecycle);
        context.recover(recovered);
    }

    /** A message arrived; {@code host} and {@code port} are where it came from. */
    public void receive(long nowNanos, Channel channel, String host, int port, Envelope envelope) {
        context.setTime(nowNanos);
        router.receive(channel, host, port, envelope);
    }

    /** Time passed; call at {@link #nextDeadlineNanos} or earlier. */
    public void tick(long nowNanos, long wallNanos) {
        context.setTime(nowNanos);
        context.setWallTime(wallNanos);
        lifecycle.tick();
    }

    /** When {@link #tick} is due next. */
    public long nextDeadlineNanos() {
        return lifecycle.nextDeadlineNanos();
    }

    /**
     * Asks to have {@code command} sequenced; not kept when the answer is NO_LEADER or BUSY. Sent
     * by {@link #flush}.
     *
     * @throws IllegalStateException when the command is larger than {@link #commandBytesMax}
     */
    public Proposed propose(long nowNanos, long wallNanos, byte[] command) {
        Check.that(command.length <= commandBytesMax(), "a command must fit into one datagram");
        context.setTime(nowNanos);
        context.setWallTime(wallNanos);
        if (context.isLeader()) {
            if (!parts.sequencer().isOpen()) {
                return Proposed.BUSY;
            }
            parts.sequencer().sequence(context.id(), Entry.Kind.COMMAND, command);
            return Proposed.SEQUENCED;
        }
        return parts.forwards().offer(command);
    }

    /** Largest command in bytes: it must fit into one datagram. */
    public int commandBytesMax() {
        return parts.sequencer().commandBytesMax();
    }

    /**
     * Sends what gathered since the last flush in as few datagrams as it fits; call once per loop
     * turn.
     */
    public void flush(long nowNanos) {
        context.setTime(nowNanos);
        context.flushAppended();
        parts.forwards().flush();
        parts.receiver().flush();
        parts.sequencer().flush();
    }

    /**
     * Entries up to that of {@code index} and {@code term} are persisted under the durability in
     * force. A report about an entry that was truncated meanwhile is ignored.
     */
    public void onPersisted(long nowNanos, long index, long term) {
        context.setTime(nowNanos);
        context.held().setPersisted(index, term);
        parts.receiver().acknowledge();
        boolean viewPending = !context.isViewCommitted();
        parts.sequencer().advanceCommit();
        if (viewPending && context.isViewCommitted()) {
            lifecycle.progress();
        }
    }

    /** The application has applied {@code index}; {@code digest} is its state's digest there. */
    public void onApplied(long nowNanos, long index, long digest) {
        context.setTime(nowNanos);
        context.held().setApplied(index, digest);
        parts.digests().onApplied(index, digest);
        if (index == context.configuration().index()) {
            parts.receiver().acknowledge(); // The leader waits for it before it changes more.
        }
        int keep = context.config().logKeep();
        if (context.log().baseIndex() + 2L * keep < index) {
            context.held().trim(keep);
        }
    }

    /**
     * Has every checkpoint that was fetched looked at before it replaces anything (G34): one that
     * the application cannot read is refused, as if it had never come.
     */
    public void checkCheckpoints(Predicate<byte[]> isReadable) {
        parts.joining().checkCheckpoints(isReadable);
    }

    /** A link to that node is up: it said hello. */
    public void onLinkUp(long nowNanos, NodeInfo peer) {
        context.setTime(nowNanos);
        context.peers().onLinkUp(peer);
        parts.joining().onLinkUp();
        lifecycle.progress();
    }

    /** The last link to that node was closed or reset by its kernel. */
    public void onLinkDown(long nowNanos, long nodeId) {
        context.setTime(nowNanos);
        context.peers().onLinkDown(nodeId);
    }

    /** A dial failed; {@code refused} when its kernel answered that nobody listens there. */
    public void onDialFailed(long nowNanos, long nodeId, boolean refused) {
        context.setTime(nowNanos);
        context.peers().onDialFailed(nodeId, refused);
        context.peers().evaluate();
        lifecycle.progress();
    }

    /**
     * What {@link Effect.MakeCheckpoint} asked for.
     *
     * @param digest of the state the bytes were made from, at {@code index}
     */
    public void onCheckpointMade(
            long nowNanos, NodeInfo forNode, long index, long digest, byte[] bytes) {
        context.setTime(nowNanos);
        if (parts.digests().isSame(index, digest) && !isInDoubt()) {
            parts.checkpoints().onMade(forNode, index, bytes);
        } // Else the state changed by itself since, and gives no checkpoints.
    }

    /** The term of the entry at {@code index}, which was applied last. */
    public long termAt(long index) {
        return context.log().termAt(index);
    }

    /** The group's own state after the entry at {@code index}, for a checkpoint there. */
    public byte[] groupState(long index) {
        return ConfigurationCodec.encode(context.configurationAt(index));
    }

    /** Whether the application's state may differ from the group's: it is not to be kept (G22). */
    public boolean isInDoubt() {
        return parts.digests().isInDoubt();
    }

    /** How many traders are connected here; told to others in HELLO. */
    public void onTraders(int count) {
        parts.discovery().setTraders(count);
    }

    /** Leaves the group: hands over first when leading. {@link Effect.Left} follows. */
    public void leave(long nowNanos) {
        context.setTime(nowNanos);
        parts.departure().begin();
    }

    /** An operator asks for an election (G12). */
    public void callElection(long nowNanos) {
        context.setTime(nowNanos);
        if (context.isLeader()) {
            parts.election().beginHandOverRound("an operator asked");
            lifecycle.progress();
        } else if (context.leader() != 0) {
            context.sendLink(context.leader(), new Message.RoundStart(context.term(), 0, true));
        }
    }

    /**
     * An operator changes policy and timing for the whole group; false when there is no leader to
     * record it.
     */
    public boolean changeSettings(
            long nowNanos, long wallNanos, ElectionPolicy policy, Timing timing) {
        context.setTime(nowNanos);
        context.setWallTime(wallNanos);
        if (context.isLeader()) {
            lifecycle.changeSettings(policy, timing);
            return true;
        } else if (context.leader() != 0 && context.peers().isLinkUp(context.leader())) {
            context.sendLink(context.leader(), new Message.ChangeSettings(policy, timing));
            return true;
        }
        return false;
    }

    /**
     * An operator decides that this node, which is cut off, goes on without the others (G24): it
     * founds a new generation from all it holds. What it cannot know to be committed it keeps,
     * since an answer may have been given for it. Observed as CONTINUED, with value 1; with 0 and
     * the reason when this node is not in a state to be continued.
     */
    public void continueAlone(long nowNanos, long wallNanos) {
        context.setTime(nowNanos);
        context.setWallTime(wallNanos);
        lifecycle.continueAlone();
    }

    /** What the inputs so far want done, in order; the list is emptied. */
    public List<Effect> takeEffects() {
        return context.takeEffects();
    }

    /** A picture of now; costs little, but is not for every message. */
    public GroupStatus status(long nowNanos) {
        context.setTime(nowNanos);
        return StatusPicture.of(context, parts);
    }
}
