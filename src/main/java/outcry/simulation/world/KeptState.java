package outcry.simulation.world;

/**
 * What a process keeps besides its log (G31).
 *
 * @param generation 0 while it belongs to none
 */
public record KeptState(long generation, long term, long votedFor) {}
