package outcry.group.membership;

import java.util.Arrays;
import java.util.TreeMap;
import outcry.group.Context;
import outcry.group.Effect;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.group.log.ConfigurationCodec;

/**
 * A member gives checkpoints to joining nodes, part by part as they ask for them (G23).
 *
 * <p>One of a follower waits until the leader's digest shows the follower's copy to be right at, or
 * after, its index: else a wrong copy spreads, until those who differ from the leader are the most
 * (G22).
 */
public final class CheckpointServer {
    /** Bytes of one part. */
    static final int PART_BYTES = 64 * 1_024;

    /** Parts sent for one request: what may be under way at once. */
    static final int PARTS_PER_REQUEST = 4;

    private static final int CACHED_MAX = 4;
    private static final long CACHED_NANOS = 15_000_000_000L;

    private static final class Cached {
        final long index;
        final long term;
        final byte[] groupState;
        final byte[] bytes;
        long usedNanos;
        boolean isRight;

        Cached(long index, long term, byte[] groupState, byte[] bytes, long usedNanos) {
            this.index = index;
            this.term = term;
            this.groupState = groupState;
            this.bytes = bytes;
            this.usedNanos = usedNanos;
        }
    }

    private final Context context;
    private final TreeMap<Long, Cached> cachedByNode = new TreeMap<>();

    public CheckpointServer(Context context) {
        this.context = context;
    }

    public void onRequest(NodeInfo from, Message.CheckpointRequest request) {
        Cached cached = cachedByNode.get(from.id());
        if (cached != null && cached.isRight && cached.index == request.index()) {
            cached.usedNanos = context.now();
            sendParts(from.id(), cached, request.offset());
        } else if (cached == null ? cachedByNode.size() < CACHED_MAX : cached.isRight) {
            context.emit(new Effect.MakeCheckpoint(from));
        }
        // Else: busy with others, or not sure yet; the node asks again, here or elsewhere.
    }

    /** The application's state at {@code index}, made for {@code node}. */
    public void onMade(NodeInfo node, long index, byte[] bytes) {
        long term = context.log().termAt(index);
        if (term < 0) {
            return; // Nothing applied yet, or overtaken by a restore: the node asks again.
        }
        byte[] groupState = ConfigurationCodec.encode(context.configurationAt(index));
        Cached cached = new Cached(index, term, groupState, bytes, context.now());
        cachedByNode.put(node.id(), cached);
        if (context.isLeader()) {
            release(node.id(), cached);
        }
    }

    /** The copy here was right when it had come to {@code index}, by the leader's digest. */
    void onRight(long index) {
        cachedByNode.forEach(
                (nodeId, cached) -> {
                    if (!cached.isRight && cached.index <= index) {
                        release(nodeId, cached);
                    }
                });
    }

    /** The copy here may be wrong. */
    void onDoubt() {
        cachedByNode.values().removeIf(cached -> !cached.isRight);
    }

    private void release(long nodeId, Cached cached) {
        cached.isRight = true;
        sendParts(nodeId, cached, 0);
    }

    /** Forgets checkpoints nobody asked for lately. */
    public void tick() {
        if (!cachedByNode.isEmpty()) {
            cachedByNode
                    .values()
                    .removeIf(cached -> context.now() - cached.usedNanos > CACHED_NANOS);
        }
    }

    private void sendParts(long nodeId, Cached cached, int fromOffset) {
        int offset = fromOffset;
        for (int part = 0; part < PARTS_PER_REQUEST; part++) {
            if (offset < 0
                    || offset > cached.bytes.length
                    || part > 0 && offset == cached.bytes.length) {
                return;
            }
            int end = Math.min(cached.bytes.length, offset + PART_BYTES);
            context.sendLink(
                    nodeId,
                    new Message.CheckpointPart(
                            cached.index,
                            cached.term,
                            cached.groupState,
                            offset,
                            cached.bytes.length,
                            Arrays.copyOfRange(cached.bytes, offset, end)));
            offset = end;
        }
    }
}
