package outcry.gateway;

import outcry.market.CancelReason;
import outcry.market.MarketListener;
import outcry.market.OrderType;
import outcry.market.Side;
import outcry.market.TimeInForce;

/** Tells a listener the events that are nothing but numbers. */
final class EventReplay {
    private EventReplay() {}

    /**
     * Tells {@code listener} the event whose header stands at {@code at}.
     *
     * @return where the next event begins
     */
    static int replay(MarketListener listener, long[] numbers, int at) {
        long header = numbers[at];
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
            default -> {
                return replayChange(listener, numbers, at);
            }
        }
    }

    private static int replayChange(MarketListener listener, long[] numbers, int at) {
        long header = numbers[at];
        int account = EventHeader.account(header);
        int instrument = EventHeader.instrument(header);
        Side side = EventHeader.side(header);
        switch (EventHeader.code(header)) {
            case EventHeader.WAITING -> {
                listener.waiting(numbers[at + 1], account, instrument, side, numbers[at + 2]);
                return at + 3;
            }
            case EventHeader.TRIGGERED -> {
                listener.triggered(numbers[at + 1], account, instrument);
                return at + 2;
            }
            case EventHeader.REFILLED -> {
                listener.refilled(
                        numbers[at + 1],
                        account,
                        instrument,
                        side,
                        numbers[at + 2],
                        numbers[at + 3]);
                return at + 4;
            }
            case EventHeader.WITHDRAWN -> {
                listener.withdrawn(
                        numbers[at + 1],
                        account,
                        instrument,
                        side,
                        numbers[at + 2],
                        numbers[at + 3]);
                return at + 4;
            }
            case EventHeader.REDUCED -> {
                listener.reduced(
                        numbers[at + 1],
                        account,
                        instrument,
                        side,
                        numbers[at + 2],
                        numbers[at + 3],
                        numbers[at + 4]);
                return at + 5;
            }
            case EventHeader.AMENDED -> {
                listener.amended(
                        numbers[at + 1],
                        account,
                        instrument,
                        side,
                        numbers[at + 2],
                        numbers[at + 3]);
                return at + 4;
            }
            case EventHeader.FEE_CHARGED -> {
                listener.feeCharged(account, instrument, numbers[at + 1], numbers[at + 2]);
                return at + 3;
            }
            default -> {
                return replayVenue(listener, numbers, at);
            }
        }
    }

    private static int replayVenue(MarketListener listener, long[] numbers, int at) {
        long header = numbers[at];
        int account = EventHeader.account(header);
        int instrument = EventHeader.instrument(header);
        switch (EventHeader.code(header)) {
            case EventHeader.UNCROSSED -> {
                listener.uncrossed(
                        numbers[at + 1],
                        instrument,
                        numbers[at + 2],
                        numbers[at + 3],
                        numbers[at + 4],
                        numbers[at + 5],
                        account,
                        (int) numbers[at + 6],
                        numbers[at + 7],
                        numbers[at + 8],
                        numbers[at + 9],
                        numbers[at + 10]);
                return at + 11;
            }
            case EventHeader.ROLE_CHANGED -> {
                listener.roleChanged(account, EventHeader.role(header));
                return at + 1;
            }
            case EventHeader.PHASE_CHANGED -> {
                listener.phaseChanged(instrument, EventHeader.phase(header));
                return at + 1;
            }
            case EventHeader.TERMS_CHANGED -> {
                listener.termsChanged(
                        instrument,
                        numbers[at + 1],
                        (int) numbers[at + 2],
                        (int) numbers[at + 3],
                        (int) numbers[at + 4]);
                return at + 5;
            }
            case EventHeader.ROUND_CHANGED -> {
                listener.roundChanged(numbers[at + 1], EventHeader.roundState(header));
                return at + 2;
            }
            case EventHeader.START_CHANGED -> {
                listener.startChanged(instrumentOrNone(header), numbers[at + 1]);
                return at + 2;
            }
            default -> throw new IllegalStateException("no event of header " + header);
        }
    }

    /** The instrument, or -1 when the event is about cash. */
    static int instrumentOrNone(long header) {
        return EventHeader.flag(header) ? -1 : EventHeader.instrument(header);
    }
}
