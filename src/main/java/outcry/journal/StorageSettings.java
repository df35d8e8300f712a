package outcry.journal;

import outcry.base.Check;

/**
 * How the log is kept.
 *
 * @param isSynced whether a write counts only when it is durable; else when the operating system
 *     has taken it
 * @param segmentBytes size of one segment file
 */
public record StorageSettings(boolean isSynced, int segmentBytes) {
    /** Of one segment, unless a test wants another: some hundred thousand orders. */
    public static final int DEFAULT_SEGMENT_BYTES = 16 * 1024 * 1024;

    /** Less would not hold one batch. */
    public static final int SEGMENT_BYTES_MIN = 4 * 1024;

    public StorageSettings {
        Check.that(
                segmentBytes >= SEGMENT_BYTES_MIN && segmentBytes <= Segments.SEGMENT_BYTES_MAX,
                "a segment has 4 KiB to 256 MiB");
    }
}
