package outcry.group.election;

import java.util.List;
import outcry.group.Context;
import outcry.group.Message;
import outcry.group.failure.Peer;

/** How a member answers those who stand: how far its log is, its newest entries, its vote (G14). */
final class Voter {
    private static final int TAIL_BYTES_MAX = 64 * 1_024;

    private final Context context;

    Voter(Context context) {
        this.context = context;
    }

    /** Whether the leader this member follows is the run it knows, and live. */
    boolean isLeaderLive() {
        Peer leader = context.peers().get(context.leader());
        return leader != null
                && leader.info().incarnation() == context.leaderIncarnation()
                && context.peers().isLive(leader.info());
    }

    void onCanvass(long from, Message.Canvass canvass) {
        if (from == context.leader() && !context.isLeader()) {
            context.loseLeader(); // It stepped down, or it would not ask.
        }
        boolean granted =
                canvass.term() > context.term()
                        && isUpToDate(canvass.lastTerm(), canvass.lastIndex())
                        && !servesLeader();
        context.sendLink(
                from,
                new Message.CanvassReply(
                        canvass.term(),
                        context.term(),
                        context.log().lastTerm(),
                        context.log().lastIndex(),
                        context.electorate().sealedIndex(),
                        granted));
    }

    private boolean isUpToDate(long lastTerm, long lastIndex) {
        return lastTerm > context.log().lastTerm()
                || lastTerm == context.log().lastTerm() && lastIndex >= context.log().lastIndex();
    }

    /** Whether this node leads, or hears its leader: then an election would only disturb. */
    private boolean servesLeader() {
        return context.isLeader() || context.leader() != 0 && isLeaderLive();
    }

    void onFetchTail(long from, Message.FetchTail fetch) {
        boolean matches = context.log().termAt(fetch.previousIndex()) == fetch.previousTerm();
        context.sendLink(
                from,
                new Message.Tail(
                        fetch.previousIndex(),
                        fetch.previousTerm(),
                        matches,
                        matches
                                ? context.log()
                                        .slice(
                                                fetch.previousIndex() + 1,
                                                context.log().lastIndex(),
                                                TAIL_BYTES_MAX)
                                : List.of()));
    }

    /** Answers; true when the vote was given. */
    boolean onVoteRequest(long from, Message.VoteRequest request) {
        if (request.term() > context.term()) {
            if (servesLeader() && !request.handOver()) {
                context.counters().ignored();
                return false; // The sender missed that the leader is well; it will hear it.
            }
            context.adoptTerm(request.term());
        }
        boolean granted =
                request.term() == context.term()
                        && !context.isLeader()
                        && (context.votedFor() == 0 || context.votedFor() == from)
                        && isUpToDate(request.lastTerm(), request.lastIndex());
        if (granted) {
            context.voteFor(from);
        }
        context.sendLink(
                from,
                new Message.VoteReply(
                        context.term(),
                        granted,
                        context.electorate().sealedIndex(),
                        granted ? context.peers().provenCrashed() : List.of()));
        return granted;
    }
}
