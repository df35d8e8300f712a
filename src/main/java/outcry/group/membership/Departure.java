package outcry.group.membership;

import outcry.group.Context;
import outcry.group.Effect;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.group.Observation.Kind;
import outcry.group.Role;
import outcry.group.election.HandOverTransfer;
import outcry.group.failure.Peer;
import outcry.group.multicast.Progress;
import outcry.group.multicast.Sequencer;

/**
 * This node leaves on purpose: a leader hands over first, a voter waits until the view without it
 * is committed (G23).
 */
public final class Departure {
    private static final long MILLI = 1_000_000;
    private static final long PATIENCE_NANOS = 3_000 * MILLI;
    private static final long RETRY_NANOS = 100 * MILLI;

    private final Context context;
    private final Sequencer sequencer;
    private final HandOverTransfer handOver;
    private boolean leaving;
    private long deadlineNanos;
    private long retryNanos;

    public Departure(Context context, Sequencer sequencer, HandOverTransfer handOver) {
        this.context = context;
        this.sequencer = sequencer;
        this.handOver = handOver;
    }

    public boolean isRunning() {
        return leaving;
    }

    public void begin() {
        if (!leaving && context.role() != Role.LEFT) {
            leaving = true;
            context.electorate().agreeToBeRemoved();
            deadlineNanos = context.now() + PATIENCE_NANOS;
            retryNanos = context.now();
            context.observe(
                    Kind.LEFT, context.id(), 0, 0, context.self().name() + " leaves the group");
            tick();
        }
    }

    public void tick() {
        if (!leaving || context.role() == Role.LEFT) {
            return;
        }
        boolean alone = context.view().voters().size() <= 1;
        if (!context.isVoter() || alone || context.now() >= deadlineNanos) {
            finish();
        } else if (context.now() >= retryNanos) {
            retryNanos = context.now() + RETRY_NANOS;
            if (context.isLeader()) {
                handOver.begin(successor());
            } else if (context.leader() != 0) {
                context.sendLink(context.leader(), new Message.Leaving());
            }
        }
    }

    public long nextDeadlineNanos() {
        return leaving && context.role() != Role.LEFT ? retryNanos : Long.MAX_VALUE;
    }

    /** The live voter that holds most of the log; this node's id when there is none. */
    private long successor() {
        long best = context.id();
        long bestAcked = -1;
        for (NodeInfo voter : context.peers().liveVoters()) {
            Progress progress = sequencer.progress(voter.id());
            if (voter.id() != context.id() && progress != null && progress.acked() > bestAcked) {
                best = voter.id();
                bestAcked = progress.acked();
            }
        }
        return best;
    }

    public void finish() {
        if (!leaving) {
            return;
        }
        for (Peer peer : context.peers().all()) {
            if (peer.isLinkUp()) {
                context.sendLink(peer.info().id(), new Message.Leaving());
            }
        }
        context.setRole(Role.LEFT);
        context.emit(new Effect.Left());
    }
}
