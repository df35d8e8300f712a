package outcry.group;

/** The counters while they count; {@link #snapshot} for showing. */
public final class MutableCounters {
    private long elections;
    private long gaps;
    private long nacksSent;
    private long nacksAnswered;
    private long retransmitted;
    private long duplicates;
    private long heldBack;
    private long ignored;

    public void election() {
        elections++;
    }

    public void gap() {
        gaps++;
    }

    public void nackSent() {
        nacksSent++;
    }

    public void nackAnswered(int entries) {
        nacksAnswered++;
        retransmitted += entries;
    }

    public void duplicate() {
        duplicates++;
    }

    public void heldBack() {
        heldBack++;
    }

    /** A message from another generation, an older term or a stranger. */
    public void ignored() {
        ignored++;
    }

    Counters snapshot() {
        return new Counters(
                elections,
                gaps,
                nacksSent,
                nacksAnswered,
                retransmitted,
                duplicates,
                heldBack,
                ignored);
    }
}
