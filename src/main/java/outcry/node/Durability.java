package outcry.node;

/** What an answer means besides "committed by a majority" (G28). */
public enum Durability {
    /** Synced to the disks of a majority: survives the loss of power everywhere at once. */
    DISK,
    /**
     * Handed to the operating systems of a majority: survives the death of every process at once,
     * not that of every machine.
     */
    PROCESS,
    /** Replicated in the memory of a majority; nothing is written. */
    MEMORY
}
