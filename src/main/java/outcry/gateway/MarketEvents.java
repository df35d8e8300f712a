package outcry.gateway;

import outcry.market.MarketListener;

/**
 * The market's events of one applied request (or of a whole described state), recorded once and
 * replayed on another thread. Immutable.
 */
public final class MarketEvents {
    private MarketEvents() {}

    /** Hears events on the node's thread and makes {@link MarketEvents} of them. */
    public interface Recorder extends MarketListener {
        /** What was heard since the last call. */
        MarketEvents take();
    }

    public static Recorder recorder() {
        return null;
    }

    public void replay(MarketListener listener) {}
}
