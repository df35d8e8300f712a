package outcry.group;

/** What a node is in its group at the moment. */
public enum Role {
    /** Listens for a group to join, or to found. */
    SEARCHING,
    /** Receives the log, does not count for quorum yet. */
    LEARNER,
    FOLLOWER,
    /** No leader is known; an election runs, or waits for a majority. */
    CANDIDATE,
    LEADER,
    /** Left on purpose. */
    LEFT
}
