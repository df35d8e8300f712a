package outcry.group;

import java.util.List;
import outcry.group.log.Narrowing;

/**
 * Who may elect a leader: the voters of the latest view, and for a while those of the view before.
 *
 * <p>Where an odd number of voters becomes an even one a majority is harder to have than before:
 * when one of three is removed the two others must agree, when one joins a single voter both must.
 * If another one is lost at that moment the new view can neither be committed nor elect anybody,
 * though a majority of the view before may be there. So until the change is <em>sealed</em> a
 * majority of the view before may elect as well; a leader elected by it takes the change back. Any
 * majority of the one view meets any of the other, so no two of them can miss each other.
 *
 * <p>A member seals what it knows to be committed, and keeps that over restarts. A leader seals its
 * own change only once a majority of the latest view has sealed it; from then on the change is
 * <em>settled</em>: those who have not sealed it are too few to elect beside it, now and after any
 * restart. Only a settled view is changed again, and only in a settled one may exactly half of the
 * voters elect by proof of crash (G16), since that half does not meet every majority of the view
 * before. (Raft's change of one server at a time, D. Ongaro, "Consensus: Bridging Theory and
 * Practice", 4.1, has no such way back.)
 */
public final class Electorate {
    private final HeldLog held;
    private final Runnable keep;
    private long sealedIndex;
    private long settledIndex;
    private boolean agreedToBeRemoved;

    /**
     * @param keep makes {@link #sealedIndex} durable before anything that follows is done
     */
    Electorate(HeldLog held, Runnable keep) {
        this.held = held;
        this.keep = keep;
    }

    /** Entries up to here bind this member, whatever a later log may say. */
    public long sealedIndex() {
        return sealedIndex;
    }

    /** Binds this member to the views up to {@code index}, also after a restart. */
    public void seal(long index) {
        boolean wasFree = unsealed() != 0;
        recover(index);
        if (wasFree && unsealed() == 0) {
            keep.run();
        }
    }

    /** Takes up what bound this member before its restart. */
    void recover(long index) {
        sealedIndex = Math.max(sealedIndex, index);
    }

    void reset() {
        sealedIndex = 0;
        settledIndex = 0;
    }

    /** Takes in that changes up to {@code index} are settled; that is so for ever. */
    public void settle(long index) {
        settledIndex = Math.max(settledIndex, index);
    }

    /** Whether no majority of an earlier view can elect beside the latest one any more. */
    public boolean isSettled() {
        return narrowingIndex() <= settledIndex;
    }

    /** Index of the latest narrowing; 0 when an odd number of voters makes it none. */
    public long narrowingIndex() {
        Narrowing narrowing = held.configurations().narrowing();
        return narrowing == null ? 0 : narrowing.index();
    }

    /** Index of the latest narrowing, when this member has not sealed it; else 0. */
    public long unsealed() {
        return narrowingIndex() > sealedIndex ? narrowingIndex() : 0;
    }

    /** The view before the latest, as long as its majority may elect too; or null. */
    public MembershipView viewBefore() {
        return unsealed() == 0 ? null : held.configurations().narrowing().before();
    }

    /** Whether this node with this log may vote, by the latest view or by the one before. */
    public boolean has(long nodeId, int birth) {
        MembershipView before = viewBefore();
        return isVoter(held.configurations().latest().view(), nodeId, birth)
                || before != null && isVoter(before, nodeId, birth);
    }

    private static boolean isVoter(MembershipView view, long nodeId, int birth) {
        NodeInfo voter = view.voter(nodeId);
        return voter != null && voter.birth() == birth;
    }

    /**
     * Whether {@code self} may use proofs of crash (G16). It must have been up since the latest
     * view was made, which names this run of it: then it cannot have missed what others committed.
     * And it must know a view of the same voters to be committed and settled: else a crashed voter
     * may come back with the view before, in which it needs fewer. Nor when it has {@linkplain
     * #agreeToBeRemoved agreed} to be removed.
     */
    public boolean mayUseProofs(NodeInfo self) {
        NodeInfo voter = held.configurations().latest().view().voter(self.id());
        return voter != null
                && !agreedToBeRemoved
                && voter.birth() == self.birth()
                && voter.incarnation() == self.incarnation()
                && isSettled()
                && held.configurations().hasSameVotersSince(held.commitIndex());
    }

    /**
     * From now on a leader may remove this run of this member, and die with that committed before
     * anybody hears of it: then no crash proves that nothing was committed without this member.
     */
    public void agreeToBeRemoved() {
        agreedToBeRemoved = true;
    }

    /** All who may vote: the larger of the two views. */
    public List<NodeInfo> voters() {
        MembershipView latest = held.configurations().latest().view();
        MembershipView before = viewBefore();
        return before == null || before.voters().size() < latest.voters().size()
                ? latest.voters()
                : before.voters();
    }
}
