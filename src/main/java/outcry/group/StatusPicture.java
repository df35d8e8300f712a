package outcry.group;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import outcry.group.failure.Peer;
import outcry.group.multicast.Progress;

/** Makes a {@link GroupStatus} of a member's parts. */
final class StatusPicture {
    private StatusPicture() {}

    static GroupStatus of(Context context, Parts parts) {
        NodeInfo leader =
                context.leader() == context.id()
                        ? context.self()
                        : context.peers().info(context.leader());
        return new GroupStatus(
                context.config().group(),
                context.generation(),
                context.self(),
                context.role(),
                context.term(),
                leader,
                context.leaderSinceNanos(),
                view(context),
                members(context, parts),
                context.log().lastIndex(),
                context.commitIndex(),
                context.appliedIndex(),
                context.appliedIndex(),
                context.digest(),
                context.configuration().policy(),
                context.timing(),
                context.counters().snapshot(),
                parts.receiver().holdbackRanges(),
                context.explanation(),
                parts.joining().progress(),
                context.isLeader()
                        ? parts.sequencer().multicastCarries()
                        : parts.receiver().multicastCarries());
    }

    /**
     * The last view known to be committed and settled: who acts on what is shown, say by stopping
     * the other of two nodes, relies on what a failure cannot take back any more. Without a leader
     * after a start the latest of the log, which tells whom this node waits for.
     */
    private static MembershipView view(Context context) {
        long index =
                context.electorate().isSettled()
                        ? context.commitIndex()
                        : Math.min(
                                context.commitIndex(), context.electorate().narrowingIndex() - 1);
        MembershipView sure = context.configurationAt(index).view();
        return sure.viewId() == 0 && context.leader() == 0 ? context.view() : sure;
    }

    private static List<MemberStatus> members(Context context, Parts parts) {
        List<MemberStatus> members = new ArrayList<>();
        TreeSet<Long> ids = new TreeSet<>();
        ids.add(context.id());
        for (NodeInfo voter : context.view().voters()) {
            ids.add(voter.id());
        }
        for (Peer peer : context.peers().all()) {
            if (peer.generation() == context.generation() && peer.generation() != 0) {
                ids.add(peer.info().id());
            }
        }
        for (long id : ids) {
            members.add(id == context.id() ? self(context, parts) : other(context, parts, id));
        }
        return members;
    }

    private static MemberStatus self(Context context, Parts parts) {
        MemberState state =
                switch (context.role()) {
                    case SEARCHING -> MemberState.STARTING;
                    case LEARNER ->
                            parts.joining().isFetching()
                                    ? MemberState.SYNCING
                                    : MemberState.JOINING;
                    case LEFT -> MemberState.LEFT;
                    case CANDIDATE ->
                            context.explanation().isEmpty()
                                    ? MemberState.LIVE
                                    : MemberState.CUT_OFF;
                    default -> parts.digests().isInDoubt() ? MemberState.SYNCING : MemberState.LIVE;
                };
        String reason =
                state == MemberState.CUT_OFF || parts.digests().isInDoubt()
                        ? context.explanation()
                        : parts.joining().progress();
        return new MemberStatus(
                context.self(),
                context.isVoter(),
                context.role(),
                state,
                reason,
                0,
                0,
                context.persistedIndex());
    }

    /**
     * A former leader that lives leads no more, whatever its last HELLO said; a dead one died as
     * one.
     */
    private static Role lastRole(Peer peer) {
        boolean deposed = peer.role() == Role.LEADER && peer.state() == MemberState.LIVE;
        return deposed ? Role.FOLLOWER : peer.role();
    }

    private static MemberStatus other(Context context, Parts parts, long id) {
        Peer peer = context.peers().get(id);
        NodeInfo voter = context.view().voter(id);
        if (peer == null) {
            return new MemberStatus(
                    voter,
                    true,
                    Role.FOLLOWER,
                    MemberState.STARTING,
                    "not heard yet by this node",
                    0,
                    0,
                    0);
        }
        Progress progress = parts.sequencer().progress(id);
        Role role = id == context.leader() ? Role.LEADER : lastRole(peer);
        return new MemberStatus(
                peer.info(),
                context.isVoter(id, peer.info().birth()),
                role,
                peer.state(),
                context.peers().reason(peer),
                peer.roundTripNanos(),
                context.now() - peer.lastHeardNanos(),
                progress == null ? 0 : progress.acked());
    }
}
