package outcry.desktop.node.replication;

import outcry.desktop.parts.Figures;

/**
 * A place, or a run of places, in the order of the log.
 *
 * @param first index of the first entry
 * @param last index of the last entry, not below {@code first}
 */
public record Slot(long first, long last, Kind kind) {
    /** What is known of the entries. */
    public enum Kind {
        /** In the log and known to be on a majority. */
        COMMITTED,
        /** In the log, not known to be on a majority yet. */
        LOGGED,
        /** Not received; asked for by NACK. */
        MISSING,
        /** Received too early: waits in the holdback queue. */
        HELD
    }

    /** {@code 18 205}, or {@code 18 205–18 217} for a run. */
    public String text() {
        String text = Figures.count(first);
        return first == last ? text : text + "–" + Figures.count(last);
    }
}
