package outcry.gateway;

import outcry.market.MarketListener;

/**
 * The market's events of one applied request (or of a whole described state), recorded once and
 * replayed on another thread. Immutable.
 *
 * <p>Each event is a header, as {@link EventHeader} packs it, and the numbers that follow; names
 * and secrets lie apart. An order's events take 32 bytes each, so that a described state of a
 * million orders stays small.
 */
public final class MarketEvents {
    private static final MarketEvents NONE = new MarketEvents(new long[0], new Object[0]);

    private final long[] numbers;
    private final Object[] objects;

    private MarketEvents(long[] numbers, Object[] objects) {
        this.numbers = numbers;
        this.objects = objects;
    }

    /** Hears events on the node's thread and makes {@link MarketEvents} of them. */
    public interface Recorder extends MarketListener {
        /** What was heard since the last call. */
        MarketEvents take();
    }

    /** A recorder for one thread, to be used again and again. */
    public static Recorder recorder() {
        return new EventRecorder();
    }

    /** Takes the arrays over; the caller must not touch them again. */
    static MarketEvents of(long[] numbers, Object[] objects) {
        return numbers.length == 0 ? NONE : new MarketEvents(numbers, objects);
    }

    /** Whether nothing was heard. */
    public boolean isEmpty() {
        return numbers.length == 0;
    }

    /** Tells {@code listener} all events in their order. Any thread, any number of times. */
    public void replay(MarketListener listener) {
        EventReplay replay = new EventReplay(listener, numbers, objects);
        while (replay.hasNext()) {
            replay.tell();
        }
    }
}
