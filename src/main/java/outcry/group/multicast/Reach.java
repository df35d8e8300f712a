package outcry.group.multicast;

import java.util.Map;
import java.util.TreeMap;
import outcry.group.Context;
import outcry.group.MemberState;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.group.Observation.Kind;

/**
 * Whom the leader's multicasts reach (G21). Every acknowledgement says whether multicasts arrive;
 * whoever does not say so, or says nothing for a while, gets the same batches and heartbeats over
 * its link. Multicasting goes on meanwhile, so that it is noticed when it carries again.
 */
final class Reach {
    /** After so many heartbeats without a multicast it is taken not to carry. */
    static final int HEARTBEATS_MISSED = 3;

    /** So long a receiver may take to say that multicasts arrive before people are told. */
    private static final int HEARTBEATS_UNTOLD = 8;

    private final Context context;
    private final TreeMap<Long, Progress> progressById;

    Reach(Context context, TreeMap<Long, Progress> progressById) {
        this.context = context;
        this.progressById = progressById;
    }

    /** Sends to all whom multicasts are not known to reach. */
    void sendLinks(Message message) {
        for (Map.Entry<Long, Progress> receiver : progressById.entrySet()) {
            if (receiver.getValue().overLink && context.peers().isLinkUp(receiver.getKey())) {
                context.sendLink(receiver.getKey(), message);
            }
        }
    }

    void onAck(long nodeId, Progress progress, boolean byMulticast) {
        progress.heardAtNanos = context.now();
        if (byMulticast) {
            progress.overLink = false;
            if (progress.multicastOff) {
                progress.multicastOff = false;
                tell(nodeId, 1, "multicast reaches " + context.name(nodeId) + " again");
            }
        } else if (!progress.overLink) {
            useLink(progress);
        }
    }

    /** Looks who has been silent; once each heartbeat. */
    void tick() {
        long heartbeat = context.timing().heartbeatNanos();
        for (Map.Entry<Long, Progress> receiver : progressById.entrySet()) {
            Progress progress = receiver.getValue();
            if (!progress.overLink
                    && context.now() - progress.heardAtNanos > HEARTBEATS_MISSED * heartbeat) {
                useLink(progress);
            }
            if (progress.overLink
                    && !progress.multicastOff
                    && isHeard(receiver.getKey(), progress)
                    && context.now() - progress.overLinkSinceNanos
                            > HEARTBEATS_UNTOLD * heartbeat) {
                progress.multicastOff = true;
                tell(
                        receiver.getKey(),
                        0,
                        "multicast does not reach "
                                + context.name(receiver.getKey())
                                + ": multicast off, using links");
            }
        }
    }

    /** Whether it answers over its link, so that only multicast can be the trouble. */
    private boolean isHeard(long nodeId, Progress progress) {
        return progress.acked > 0
                && context.now() - progress.heardAtNanos
                        < HEARTBEATS_MISSED * context.timing().heartbeatNanos()
                && context.peers().state(nodeId) == MemberState.LIVE;
    }

    private void useLink(Progress progress) {
        progress.overLink = true;
        progress.overLinkSinceNanos = context.now();
    }

    private void tell(long nodeId, int carries, String text) {
        context.observe(Kind.MULTICAST, nodeId, carries, 0, text);
    }

    /** Whether multicasts reach every other voter, as far as is known. */
    boolean carries() {
        for (NodeInfo voter : context.view().voters()) {
            Progress progress = progressById.get(voter.id());
            if (progress != null && progress.multicastOff) {
                return false;
            }
        }
        return true;
    }
}
