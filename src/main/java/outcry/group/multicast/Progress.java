package outcry.group.multicast;

/** What the leader knows of one receiver of its log: a voter or a learner. */
public final class Progress {
    final int birth;
    long acked;
    long applied;
    long answeredFrom;
    long answeredAtNanos;

    Progress(int birth) {
        this.birth = birth;
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
