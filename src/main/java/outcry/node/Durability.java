package outcry.node;

/** What an answer means besides "committed by a majority" (G28). */
public enum Durability {
    /** Replicated in the memory of a majority; nothing is written. */
    MEMORY
}
