package outcry.group.multicast;

/** What the leader knows of one receiver of its log: a voter or a learner. */
public final class Progress {
    final int birth;
    long acked;
    long applied;
    long answeredFrom;
    long answeredAtNanos;

    /**
     * Whether everything goes to it over its link as well: until it says that multicast carries.
     */
    boolean overLink = true;

    /** Whether it was told that multicast does not carry to it. */
    boolean multicastOff;

    /** When it last acknowledged anything, or was first watched. */
    long heardAtNanos;

    /** Since when multicast is not known to carry. */
    long overLinkSinceNanos;

    Progress(int birth, long nowNanos) {
        this.birth = birth;
        heardAtNanos = nowNanos;
        overLinkSinceNanos = nowNanos;
    }

    /** Highest index it has persisted and that equals this leader's log. */
    public long acked() {
        return acked;
    }

    /** Highest index it has applied, which it knows to be committed. */
    public long applied() {
        return applied;
    }

    public int birth() {
        return birth;
    }
}
