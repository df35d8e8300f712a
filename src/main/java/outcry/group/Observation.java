package outcry.group;

/**
 * One thing worth seeing (G3). Windows, the headless output and metrics are made from observations
 * and {@link GroupStatus}, and from nothing else.
 *
 * @param kind what it is
 * @param atNanos the member's monotonic time
 * @param term the term at that moment
 * @param index the last log index at that moment
 * @param subject the node it is about, or 0
 * @param about that node's name, or "" when it is about none; names, not ids, are what people and
 *     scripts know (the observation may come before the status that shows the node)
 * @param value a number that belongs to the kind (round trip in nanoseconds, missing index, …), or
 *     0
 * @param other a second number (end of a gap, …), or 0
 * @param text a sentence for people
 */
public record Observation(
        Kind kind,
        long atNanos,
        long term,
        long index,
        long subject,
        String about,
        long value,
        long other,
        String text) {

    /** The kinds; {@link #word} is the name used on the headless output. */
    public enum Kind {
        FOUNDED("founded"),
        DISSOLVED("dissolved"),
        ROLE("role"),
        LEADER("leader"),
        TERM("term"),
        VOTE("vote"),
        VIEW("view"),
        SETTINGS("settings"),
        ROUND("election"),
        REPORT("report"),
        TOKEN("token"),
        CHOSEN("chosen"),
        CANVASS("canvass"),
        HAND_OVER("hand-over"),
        GAP("gap"),
        RETRANSMIT("retransmit"),
        TRUNCATED("truncated"),
        SUSPECTED("suspected"),
        CRASHED("crashed"),
        LIVE("live"),
        JOINING("joining"),
        SYNCING("syncing"),
        JOINED("joined"),
        LEFT("left"),
        CUT_OFF("cut-off"),
        CONFLICT("conflict"),
        CONTINUED("continued"),
        CLOCK_JUMP("clock-jump"),
        DIGEST("digest"),
        MULTICAST("multicast"),
        LINK("link"),
        JOURNAL("journal"),
        /** Somebody sends what cannot be right, or without the group's key. */
        FAULT("fault");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
