package outcry.group;

/**
 * One entry of the log. Entries are shared, never copied: {@code payload} must not be changed.
 *
 * @param index from 1, without gaps
 * @param term the term of the leader that made it
 * @param timestampNanos the leader's wall time, nanoseconds since 1970, never less than its
 *     predecessor's
 * @param origin the node the command came in by
 * @param payload a command, opaque to the group; or the encoded view or settings
 */
public record Entry(
        long index, long term, long timestampNanos, long origin, Kind kind, byte[] payload) {
    /** What an entry is about. */
    public enum Kind {
        /** For the application. */
        COMMAND,
        /** A membership view (also a new leader's first entry). */
        VIEW,
        /** Election policy and timing of the group. */
        SETTINGS
    }
}
