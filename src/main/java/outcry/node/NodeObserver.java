package outcry.node;

import outcry.group.Observation;

/** Hears what a node sees. Called on the node's thread: must return at once. */
public interface NodeObserver {
    /** Something worth seeing happened. */
    default void onObservation(Observation observation) {}

    /** A fresh picture, at most every 50 ms while something changes and every 250 ms else. */
    default void onStatus(NodeStatus status) {}

    /** The node stopped by itself because of {@code problem}; it is closed. */
    default void onFailure(String problem) {}
}
