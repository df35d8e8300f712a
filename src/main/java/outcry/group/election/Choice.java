package outcry.group.election;

import outcry.group.Message;

/**
 * Phase 1 of an election (G13): a policy by which the live voters choose one of them. It gives
 * preference, never safety (G15).
 */
interface Choice {
    /** Nobody is chosen yet. */
    long NOBODY = 0;

    /** Begins a round; {@code handOver} while the leader still serves. */
    void begin(long round, boolean handOver);

    /** A message of this policy arrived; whether a round runs here or not. */
    void receive(long from, Message message);

    /**
     * The chosen node's id, or {@link #NOBODY}. {@code last} at the deadline: decide with what
     * there is.
     */
    long decide(boolean last);

    /** The round is over, or its term is. */
    void end();
}
