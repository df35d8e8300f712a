package outcry.gateway;

import outcry.market.CancelReason;
import outcry.market.MarketListener;
import outcry.market.OrderType;
import outcry.market.Side;
import outcry.market.TimeInForce;

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
        int object = 0;
        int at = 0;
        while (at < numbers.length) {
            long header = numbers[at];
            switch (EventHeader.code(header)) {
                case EventHeader.ACCOUNT_OPENED -> {
                    listener.accountOpened(
                            EventHeader.account(header),
                            (String) objects[object],
                            (byte[]) objects[object + 1],
                            (byte[]) objects[object + 2]);
                    object += 3;
                    at += 1;
                }
                case EventHeader.INSTRUMENT_LISTED -> {
                    listener.instrumentListed(
                            EventHeader.instrument(header),
                            (String) objects[object],
                            (String) objects[object + 1],
                            numbers[at + 1],
                            numbers[at + 2],
                            numbers[at + 3]);
                    object += 2;
                    at += 4;
                }
                default -> at = replayNumbers(listener, header, at);
            }
        }
    }

    private int replayNumbers(MarketListener listener, long header, int at) {
        int account = EventHeader.account(header);
        int instrument = EventHeader.instrument(header);
        Side side = EventHeader.side(header);
        switch (EventHeader.code(header)) {
            case EventHeader.ACCEPTED -> {
                OrderType type = EventHeader.type(header);
                TimeInForce timeInForce = EventHeader.timeInForce(header);
                listener.accepted(
                        numbers[at + 1],
                        account,
                        instrument,
                        side,
                        type,
                        timeInForce,
                        numbers[at + 2],
                        numbers[at + 3]);
                return at + 4;
            }
            case EventHeader.RESTED -> {
                listener.rested(
                        numbers[at + 1],
                        account,
                        instrument,
                        side,
                        numbers[at + 2],
                        numbers[at + 3]);
                return at + 4;
            }
            case EventHeader.TRADED -> {
                listener.traded(
                        numbers[at + 1],
                        instrument,
                        numbers[at + 2],
                        numbers[at + 3],
                        numbers[at + 4],
                        numbers[at + 5],
                        account,
                        (int) numbers[at + 6],
                        side,
                        numbers[at + 7],
                        numbers[at + 8]);
                return at + 9;
            }
            case EventHeader.CANCELLED -> {
                CancelReason why = EventHeader.cancelReason(header);
                listener.cancelled(
                        numbers[at + 1],
                        account,
                        instrument,
                        side,
                        numbers[at + 2],
                        numbers[at + 3],
                        why,
                        EventHeader.flag(header));
                return at + 4;
            }
            case EventHeader.CASH_CHANGED -> {
                listener.cashChanged(account, numbers[at + 1], numbers[at + 2]);
                return at + 3;
            }
            case EventHeader.SHARES_CHANGED -> {
                listener.sharesChanged(account, instrument, numbers[at + 1], numbers[at + 2]);
                return at + 3;
            }
            case EventHeader.POOL_CHANGED -> {
                listener.poolChanged(instrument, numbers[at + 1]);
                return at + 2;
            }
            default -> throw new IllegalStateException("no event of header " + header);
        }
    }
}
