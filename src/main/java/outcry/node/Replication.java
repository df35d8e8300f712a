package outcry.node;

/**
 * What makes one ordered log of many nodes' commands, as the application beside it sees it. The
 * group protocol is the implementation for a local network; nothing here tells which one it is.
 */
interface Replication {
    /**
     * Asks to have a command sequenced. What was taken may still be lost: it has happened when
     * {@link ReplicatedState#apply} brings it back, and {@link ReplicatedState#proposalsLost} tells
     * when to ask again. Node's thread.
     *
     * @return false when it was not taken now: ask again later
     */
    boolean propose(byte[] command);
}
