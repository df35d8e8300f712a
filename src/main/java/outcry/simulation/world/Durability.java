package outcry.simulation.world;

/** What outlives what (G28). */
public enum Durability {
    /** Nothing outlives the process. */
    MEMORY,
    /** What was handed to the operating system outlives the process, but not the machine. */
    PROCESS,
    /** What counts as persisted outlives both. */
    DISK
}
