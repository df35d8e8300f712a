package outcry.desktop.node.topology;

/** A line between this node and a member. */
public record Link(long from, long to, State state) {
    /** How good it is. */
    public enum State {
        /** Heard in time. */
        GOOD,
        /** Heard, but not lately. */
        QUIET,
        /** Suspected: silent for longer than the suspicion time. */
        SILENT,
        /** Gone: crashed, left or cut off. */
        CUT
    }
}
