package outcry.group;

import java.util.List;

/** What nodes say to each other. One record per message; who sends what when is told at each. */
public sealed interface Message {

    // ---- Finding each other (broadcast; answers by datagram)

    /**
     * Everybody, every 500 ms and in answer to {@link WhoIsLeader} (G4, G5); travels as JSON.
     * {@code leader} is 0 when unknown; {@code pristine} when the group holds no command yet.
     */
    record Hello(
            int version,
            NodeInfo node,
            Role role,
            long term,
            long leader,
            long viewId,
            int viewSize,
            long commitIndex,
            int traders,
            boolean pristine,
            boolean keyed)
            implements Message {

        /** The same of a group that wants a key. */
        public Hello asKeyed() {
            return new Hello(
                    version,
                    node,
                    role,
                    term,
                    leader,
                    viewId,
                    viewSize,
                    commitIndex,
                    traders,
                    pristine,
                    true);
        }
    }

    /** Anyone asks; the leader alone answers with a Hello, at once. Travels as JSON. */
    record WhoIsLeader() implements Message {}

    /**
     * Every node to every other, and traders to nodes; answered at once by {@link Pong} (G8, G13).
     */
    record Ping(long sentNanos) implements Message {}

    record Pong(long sentNanos) implements Message {}

    // ---- Links

    /** First message on a link, from either side: who I am. */
    record LinkHello(NodeInfo node) implements Message {}

    /** Are you there, on this link? (G10) */
    record LinkProbe(long sentNanos) implements Message {}

    /**
     * Answer to LinkProbe. {@code configuration} names the latest one that the answering node has:
     * an echo is part of a proof of crash only for an asker with the same one, since who lacks a
     * view, or was dropped from it, cannot know what was committed without it.
     */
    record LinkEcho(long sentNanos, long configuration) implements Message {}

    // ---- Ordered multicast (G18–G20)

    /**
     * Leader to all: consecutive entries from {@code firstIndex}; by multicast, by datagram as a
     * retransmission, over the link to whoever is far behind.
     *
     * @param previousTerm term of the entry before the first (log matching)
     * @param sentNanos the sender's monotonic clock, for telling old datagrams from new ones (G9)
     */
    record Data(
            long term,
            long firstIndex,
            long previousTerm,
            long commitIndex,
            long sentNanos,
            List<Entry> entries)
            implements Message {}

    /**
     * Leader to all, every heartbeat interval and when the commit index moves while idle (G9).
     *
     * @param settled whether the view is settled ({@link Electorate})
     */
    record Heartbeat(
            long term,
            long viewId,
            long lastIndex,
            long lastTerm,
            long commitIndex,
            boolean settled,
            long digestIndex,
            long digest,
            long sentNanos,
            long count)
            implements Message {}

    /** Follower to leader: these indexes are missing here. */
    record Nack(long term, long fromIndex, long toIndex) implements Message {}

    /**
     * Follower to leader: everything up to {@code index} is persisted here and equals the leader's
     * log.
     *
     * @param byMulticast whether multicasts of the leader arrived here lately (G21)
     */
    record Ack(long term, long index, long appliedIndex, boolean byMulticast) implements Message {}

    /** Follower to leader over the link: my copy had this digest at that index, unlike yours. */
    record Doubt(long term, long index, long digest) implements Message {}

    /** Leader to that follower: mine had this one. */
    record DoubtAnswer(long term, long index, long digest) implements Message {}

    // ---- Commands (G26)

    /** Follower to leader over the link: commands of its traders, in order. */
    record Forward(List<byte[]> commands) implements Message {}

    /**
     * Leader (or no longer) to follower: {@code count} forwarded commands were not sequenced; send
     * them again later.
     */
    record NotSequenced(int count, boolean busy) implements Message {}

    /** Any voter to the leader: an operator wants these settings for the whole group. */
    record ChangeSettings(ElectionPolicy policy, Timing timing) implements Message {}

    // ---- Choosing (G13), over links

    /** Whoever starts a round tells all voters; {@code handOver} when the leader still serves. */
    record RoundStart(long term, long round, boolean handOver) implements Message {}

    /** rtt: my mean round trip to the other voters. */
    record RttReport(long term, long round, long meanNanos) implements Message {}

    /** lcr: a UID on its way round the ring, to the left neighbour. */
    record RingToken(long term, long round, String address, long uid) implements Message {}

    /** lcr: the chosen one, told round the ring. */
    record RingElected(long term, long round, long chosen) implements Message {}

    // ---- Confirming (G14), over links

    /**
     * Chosen node to all voters: how far are you, and would you vote for me in {@code term}?
     * (pre-vote)
     */
    record Canvass(long term, long lastTerm, long lastIndex) implements Message {}

    /**
     * Answer to Canvass.
     *
     * @param sealedIndex views up to there bind the sender: it does not vote by an earlier one
     */
    record CanvassReply(
            long term,
            long currentTerm,
            long lastTerm,
            long lastIndex,
            long sealedIndex,
            boolean granted)
            implements Message {}

    /**
     * Chosen node to whoever is ahead: the log after ({@code previousIndex}, {@code previousTerm}),
     * please.
     */
    record FetchTail(long previousIndex, long previousTerm) implements Message {}

    /**
     * The tail asked for; {@code matches} is false when the log differs at that place: ask further
     * back.
     */
    record Tail(long previousIndex, long previousTerm, boolean matches, List<Entry> entries)
            implements Message {}

    record VoteRequest(long term, long lastTerm, long lastIndex, boolean handOver)
            implements Message {}

    /**
     * Answer to VoteRequest. {@code provenCrashed} are the voters of whose crash the sender holds
     * proof (G10, G16); empty when it may not use proofs. Views up to {@code sealedIndex} bind it.
     */
    record VoteReply(long term, boolean granted, long sealedIndex, List<Long> provenCrashed)
            implements Message {}

    /** Leader to the chosen one, which has the whole log: stand at once (planned hand-over). */
    record HandOver(long term) implements Message {}

    // ---- Joining and leaving (G23), over links

    /** Learner to leader: I want to be a voter; my log ends here. */
    record Join(NodeInfo node, long lastTerm, long lastIndex) implements Message {}

    /**
     * Leader to learner: fetch a checkpoint first, then I send the tail. {@code source} is the
     * nearest member's id.
     */
    record JoinFrom(long term, long firstIndex, long lastIndex) implements Message {}

    /**
     * Learner to the nearest member: parts of a checkpoint from {@code offset} on. {@code index} is
     * 0 the first time, afterwards the index of the checkpoint being fetched.
     */
    record CheckpointRequest(long index, int offset) implements Message {}

    /**
     * One part of a checkpoint of the application at {@code index}; the group's own state is in
     * {@code groupState}.
     */
    record CheckpointPart(
            long index, long term, byte[] groupState, int offset, int totalBytes, byte[] bytes)
            implements Message {}

    /** A member says goodbye before it closes. */
    record Leaving() implements Message {}

    /** Leader to a voter that left: the view without you is committed. */
    record LeaveDone() implements Message {}
}
