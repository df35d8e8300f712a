package outcry.group;

import java.util.TreeSet;

/**
 * The generations this node gave up. It must never return to one: its votes and entries there are
 * forgotten, but its birth is the same.
 */
final class LeftGenerations {
    private static final int MAX = 64;

    private final TreeSet<Long> generations = new TreeSet<>();

    void add(long generation) {
        if (generations.size() < MAX) {
            generations.add(generation);
        }
    }

    /** Also when there were too many to remember. */
    boolean contains(long generation) {
        return generations.contains(generation) || generations.size() >= MAX;
    }
}
