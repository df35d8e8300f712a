package outcry.gateway;

import java.util.ArrayDeque;
import java.util.Queue;
import outcry.market.Request;
import outcry.market.Verdict;

/**
 * What the node hands to its door, in order and bounded. When the door falls too far behind,
 * everything waiting is dropped and nothing is taken until a {@link Reset}: a door without gaps, or
 * none.
 */
final class Inbox {
    /** What the node tells. */
    sealed interface Item {}

    record Applied(
            long index, long timestampNanos, Request request, Verdict verdict, MarketEvents events)
            implements Item {}

    /** All read models begin anew with this state. */
    record Reset(long index, MarketEvents description) implements Item {}

    private final int itemsMax;
    private final Queue<Item> items = new ArrayDeque<>();
    private boolean needsReset = true;

    Inbox(int itemsMax) {
        this.itemsMax = itemsMax;
    }

    /** False when it was not taken: a reset is needed. */
    synchronized boolean offer(Applied item) {
        if (needsReset) {
            return false;
        }
        if (items.size() >= itemsMax) {
            requireReset();
            return false;
        }
        return items.add(item);
    }

    synchronized void reset(Reset item) {
        items.clear();
        items.add(item);
        needsReset = false;
    }

    synchronized boolean needsReset() {
        return needsReset;
    }

    /** Drops what waits and takes nothing more until the next reset. */
    synchronized void requireReset() {
        items.clear();
        needsReset = true;
    }

    /** The next item, or null. */
    synchronized Item poll() {
        return items.poll();
    }

    synchronized boolean isEmpty() {
        return items.isEmpty();
    }
}
