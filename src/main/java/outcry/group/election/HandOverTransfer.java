package outcry.group.election;

import outcry.group.Context;
import outcry.group.Message;
import outcry.group.Observation.Kind;
import outcry.group.multicast.Progress;
import outcry.group.multicast.Sequencer;

/**
 * The leader passes the lead to a chosen voter: it sequences nothing new until that voter holds the
 * whole log, then tells it to stand. When nothing comes of it in time, the leader simply goes on.
 */
public final class HandOverTransfer {
    private static final long PATIENCE_MIN = 500_000_000L;

    private final Context context;
    private final Sequencer sequencer;
    private long target;
    private boolean told;
    private long deadlineNanos;

    public HandOverTransfer(Context context, Sequencer sequencer) {
        this.context = context;
        this.sequencer = sequencer;
    }

    public boolean isRunning() {
        return target != 0;
    }

    public void begin(long newTarget) {
        if (target != 0 || newTarget == context.id() || !context.view().hasVoter(newTarget)) {
            return;
        }
        target = newTarget;
        told = false;
        deadlineNanos =
                context.now() + Math.max(PATIENCE_MIN, 2 * context.timing().heartbeatNanos());
        sequencer.pause(true);
        context.observe(
                Kind.HAND_OVER, target, 0, 0, "hands the lead over to " + context.name(target));
        advance();
    }

    /** Tells the target as soon as it has everything; gives up at the deadline. */
    public void advance() {
        if (target == 0) {
            return;
        }
        Progress progress = sequencer.progress(target);
        if (!told && progress != null && progress.acked() == context.log().lastIndex()) {
            told = true;
            context.sendLink(target, new Message.HandOver(context.term()));
        }
        if (context.now() >= deadlineNanos) {
            context.observe(
                    Kind.HAND_OVER,
                    target,
                    1,
                    0,
                    "the hand-over to "
                            + context.name(target)
                            + " did not happen in time; goes on leading");
            stop();
        }
    }

    public long nextDeadlineNanos() {
        return target == 0 ? Long.MAX_VALUE : deadlineNanos;
    }

    public void stop() {
        target = 0;
        sequencer.pause(false);
    }
}
