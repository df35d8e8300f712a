package outcry.desktop.node.run;

/** Where a window's node is between start and end. */
public enum NodePhase {
    /** Sockets are being bound. */
    STARTING,
    RUNNING,
    /** Was asked to leave and is handing over. */
    LEAVING,
    /** Left in order. */
    LEFT,
    /** Was crashed from this window. */
    CRASHED,
    /** Could not start, or stopped by itself; the problem says why. */
    FAILED;

    /** Whether a node exists, so that something can be asked of it. */
    public boolean isUp() {
        return this == RUNNING || this == LEAVING;
    }

    /** Whether the run is over and a new one may begin. */
    public boolean isOver() {
        return this == LEFT || this == CRASHED || this == FAILED;
    }
}
