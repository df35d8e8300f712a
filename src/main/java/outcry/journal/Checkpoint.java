package outcry.journal;

/**
 * The application's state after an entry, with the group's own state there.
 *
 * @param index of the last entry it contains
 * @param term of that entry
 * @param groupState opaque here
 * @param state opaque here
 */
public record Checkpoint(long index, long term, byte[] groupState, byte[] state) {}
