package outcry.group.membership;

import java.util.Arrays;
import java.util.function.Predicate;
import outcry.base.MalformedException;
import outcry.group.Context;
import outcry.group.MemberState;
import outcry.group.Message;
import outcry.group.Observation.Kind;
import outcry.group.Role;
import outcry.group.failure.Peer;
import outcry.group.log.Configuration;
import outcry.group.log.ConfigurationCodec;

/**
 * The learner's side of joining (G23): link to the leader, a checkpoint from the nearest member
 * when the log is too long, then the tail by the ordinary multicast, until a view entry makes it a
 * voter.
 */
public final class Joining {
    private static final long MILLI = 1_000_000;
    private static final long JOIN_RETRY_NANOS = 500 * MILLI;
    private static final long CHECKPOINT_RETRY_NANOS = 1_000 * MILLI;

    /** A checkpoint larger than this is refused. */
    private static final int CHECKPOINT_BYTES_MAX = 1 << 30;

    /** So much room is made before anything arrived. */
    private static final int CHECKPOINT_BYTES_FIRST = 256 * 1_024;

    /** Without a word from the group for this long, a node without data searches again. */
    private static final long GIVE_UP_NANOS = 10_000 * MILLI;

    private final Context context;
    private long joinDueNanos;
    private long heardGroupNanos;
    private boolean fetching;
    private long replaceFrom = -1;
    private long source;
    private long checkpointIndex;
    private Predicate<byte[]> isReadable = bytes -> true;
    private byte[] checkpoint;
    private int checkpointBytes;
    private int received;
    private int windowEnd;
    private long checkpointDueNanos;
    private String progress = "";

    public Joining(Context context) {
        this.context = context;
    }

    public void checkCheckpoints(Predicate<byte[]> newCheck) {
        isReadable = newCheck;
    }

    /** Begins to join the generation the node has entered. */
    public void start() {
        joinDueNanos = context.now();
        heardGroupNanos = context.now();
        stopFetching();
        progress = "looking for the leader";
        context.observe(
                Kind.JOINING, context.id(), 0, 0, context.self().name() + " joins the group");
    }

    /** Something of this generation was heard. */
    public void heardGroup() {
        heardGroupNanos = context.now();
    }

    public String progress() {
        return context.role() == Role.LEARNER || fetching ? progress : "";
    }

    public boolean isFetching() {
        return fetching;
    }

    /**
     * True when the group this learner wanted to join is gone and it holds nothing: it should
     * search again.
     */
    public boolean shouldGiveUp() {
        return isOrphan() && context.log().lastIndex() == 0 && !context.isRecovered();
    }

    /** Whether nobody who serves this learner's generation was heard for long. */
    public boolean isOrphan() {
        return context.role() == Role.LEARNER && context.now() - heardGroupNanos > GIVE_UP_NANOS;
    }

    /** A link came up: if it is the leader's, ask to join at once. */
    public void onLinkUp() {
        joinDueNanos = context.now();
        tick();
    }

    public void tick() {
        if (isOrphan() && context.explanation().isEmpty()) {
            context.explain(
                    context.isRecovered()
                            ? "No node that serves this exchange is heard. This node may lack some"
                                    + " of its trades and cannot go on alone. Start the other nodes"
                                    + " again."
                            : "No node that serves this exchange is heard. This node was still"
                                    + " joining and cannot go on alone. Start the other nodes"
                                    + " again, or found a new exchange by restarting this one.");
        }
        if (fetching && context.now() >= checkpointDueNanos) {
            // The source did not go on: ask anew, perhaps somebody else.
            fetch();
        }
        if (context.role() == Role.LEARNER && context.now() >= joinDueNanos) {
            joinDueNanos = context.now() + JOIN_RETRY_NANOS;
            long leader = knownLeader();
            if (leader == 0) {
                progress = "looking for the leader";
            } else if (!context.peers().isLinkUp(leader)) {
                progress = "connecting to the leader";
                context.peers().hurryDial(leader);
            } else if (!fetching) {
                progress = "receives the log: " + context.log().lastIndex() + " entries so far";
                context.sendLink(
                        leader,
                        new Message.Join(
                                context.self(),
                                context.log().lastTerm(),
                                context.log().lastIndex()));
            }
        }
    }

    public long nextDeadlineNanos() {
        if (fetching) {
            return Math.min(joinDueNanos, checkpointDueNanos);
        }
        return context.role() == Role.LEARNER ? joinDueNanos : Long.MAX_VALUE;
    }

    private long knownLeader() {
        if (context.leader() != 0) {
            return context.leader();
        }
        for (Peer peer : context.peers().all()) {
            if (peer.generation() == context.generation() && peer.role() == Role.LEADER) {
                return peer.info().id();
            }
        }
        return 0;
    }

    /**
     * The leader no longer holds the entries this node needs: a checkpoint comes first.
     *
     * @param verified up to here this log is known to equal the leader's; what is beyond may be a
     *     tail that nobody else has
     */
    public void onJoinFrom(Message.JoinFrom from, long verified) {
        boolean lacks = from.firstIndex() > verified + 1 || context.log().lastIndex() == 0;
        boolean follows = context.role() == Role.FOLLOWER || context.role() == Role.LEARNER;
        if (!fetching && lacks && follows) {
            fetch();
        }
    }

    /**
     * Fetches a checkpoint in place of this member's own copy, made at {@code fromIndex} or later;
     * the log stays (G22).
     */
    public void resynchronise(long fromIndex) {
        replaceFrom = fromIndex;
        fetch();
    }

    private void fetch() {
        source = nearestMember();
        if (source == 0) {
            stopFetching();
            return;
        }
        fetching = true;
        checkpoint = null;
        checkpointIndex = 0;
        received = 0;
        windowEnd = 0;
        checkpointDueNanos = context.now() + CHECKPOINT_RETRY_NANOS;
        progress = "asks " + context.name(source) + " for a checkpoint";
        context.observe(
                Kind.SYNCING, source, 0, 0, "fetches a checkpoint from " + context.name(source));
        context.sendLink(source, new Message.CheckpointRequest(0, 0));
    }

    private long nearestMember() {
        Peer best = null;
        for (Peer peer : context.peers().all()) {
            boolean serves =
                    peer.isLinkUp()
                            && peer.state() == MemberState.LIVE
                            && (peer.role() == Role.LEADER || peer.role() == Role.FOLLOWER);
            if (serves && (best == null || roundTrip(peer) < roundTrip(best))) {
                best = peer;
            }
        }
        return best == null ? 0 : best.info().id();
    }

    private static long roundTrip(Peer peer) {
        return peer.roundTripNanos() == 0 ? Long.MAX_VALUE : peer.roundTripNanos();
    }

    /** One part arrived; true when the checkpoint is complete and was restored. */
    public boolean onPart(long from, Message.CheckpointPart part) {
        if (!fetching || from != source) {
            return false;
        }
        boolean isPart = part.totalBytes() >= 0 && part.totalBytes() <= CHECKPOINT_BYTES_MAX;
        if (!isPart || context.isLeader()) {
            stopFetching();
            context.counters().ignored();
            return false;
        }
        if (checkpoint == null && part.offset() == 0) {
            checkpoint = new byte[Math.min(part.totalBytes(), CHECKPOINT_BYTES_FIRST)];
            checkpointBytes = part.totalBytes();
            checkpointIndex = part.index();
            windowEnd = CheckpointServer.PART_BYTES * CheckpointServer.PARTS_PER_REQUEST;
        }
        if (checkpoint == null
                || part.index() != checkpointIndex
                || part.offset() != received
                || part.totalBytes() != checkpointBytes
                || part.bytes().length > checkpointBytes - received) {
            return false; // Of another checkpoint, or a part that came before.
        }
        makeRoom(part.bytes().length);
        System.arraycopy(part.bytes(), 0, checkpoint, received, part.bytes().length);
        received += part.bytes().length;
        checkpointDueNanos = context.now() + CHECKPOINT_RETRY_NANOS;
        progress = "checkpoint: " + received / 1_024 + " of " + checkpointBytes / 1_024 + " KiB";
        if (received == checkpointBytes) {
            return install(part);
        } else if (received >= windowEnd) {
            windowEnd = received + CheckpointServer.PART_BYTES * CheckpointServer.PARTS_PER_REQUEST;
            context.sendLink(source, new Message.CheckpointRequest(checkpointIndex, received));
        }
        return false;
    }

    /** Room grows with what arrives, never with what is announced (G34). */
    private void makeRoom(int count) {
        if (received + count > checkpoint.length) {
            long doubled = Math.max(2L * checkpoint.length, received + count);
            checkpoint = Arrays.copyOf(checkpoint, (int) Math.min(checkpointBytes, doubled));
        }
    }

    private boolean install(Message.CheckpointPart part) {
        byte[] bytes = Arrays.copyOf(checkpoint, received);
        long replace = replaceFrom;
        stopFetching();
        if (replace >= 0 && context.log().termAt(part.index()) == part.term()) {
            boolean replaces = part.index() >= replace && isReadable.test(bytes);
            if (replaces) {
                context.replaceState(part.index(), bytes);
            }
            return replaces; // Else it is asked for again.
        }
        if (part.index() <= context.commitIndex()) {
            return false; // The log went past it meanwhile; nothing is missing.
        }
        if (context.log().termAt(part.index()) == part.term()) {
            // This log holds all of it (log matching); what comes after it must not be dropped.
            context.commit(part.index());
            return true;
        }
        try {
            Configuration configuration = ConfigurationCodec.decode(part.groupState());
            if (configuration.index() > part.index() || !isReadable.test(bytes)) {
                throw new MalformedException("it contradicts itself or ends too early");
            }
            context.restore(part.index(), part.term(), configuration, bytes);
            progress = "checkpoint restored; receives the entries after " + part.index();
            joinDueNanos = context.now();
            return true;
        } catch (MalformedException malformed) {
            context.counters().ignored();
            context.observe(
                    Kind.SYNCING,
                    source,
                    -1,
                    0,
                    "the checkpoint cannot be read: " + malformed.getMessage());
            return false;
        }
    }

    public void stopFetching() {
        fetching = false;
        replaceFrom = -1;
        checkpoint = null;
    }
}
