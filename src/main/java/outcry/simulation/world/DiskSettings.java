package outcry.simulation.world;

/**
 * How nodes keep their log; small sizes make segments end and checkpoints come often.
 *
 * @param segmentBytes size of one file of the log, at least 4 KiB
 * @param checkpointAfterBytes the log grows by this much between two checkpoints
 */
public record DiskSettings(Durability durability, int segmentBytes, long checkpointAfterBytes) {}
