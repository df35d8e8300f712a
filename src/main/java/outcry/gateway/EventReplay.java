package outcry.gateway;

import outcry.market.MarketListener;
import outcry.market.Side;

/**
 * Reads recorded events one after the other and tells them to a listener: a header, then its
 * numbers in the order of the event's parameters. Used once, on one thread.
 */
final class EventReplay {
    private final MarketListener listener;
    private final long[] numbers;
    private final Object[] objects;
    private int nextNumber;
    private int nextObject;

    /** Reads {@code numbers} and, beside them, the names and secrets that are no numbers. */
    EventReplay(MarketListener listener, long[] numbers, Object[] objects) {
        this.listener = listener;
        this.numbers = numbers;
        this.objects = objects;
    }

    boolean hasNext() {
        return nextNumber < numbers.length;
    }

    /** Tells the next event. */
    void tell() {
        long header = number();
        int account = EventHeader.account(header);
        int instrument = EventHeader.instrument(header);
        Side side = EventHeader.side(header);
        switch (EventHeader.code(header)) {
            case EventHeader.ACCEPTED ->
                    listener.accepted(
                            number(),
                            account,
                            instrument,
                            side,
                            EventHeader.type(header),
                            EventHeader.timeInForce(header),
                            number(),
                            number());
            case EventHeader.RESTED ->
                    listener.rested(number(), account, instrument, side, number(), number());
            case EventHeader.TRADED -> tellTrade(account, instrument, side);
            case EventHeader.CANCELLED ->
                    listener.cancelled(
                            number(),
                            account,
                            instrument,
                            side,
                            number(),
                            number(),
                            EventHeader.cancelReason(header),
                            EventHeader.flag(header));
            case EventHeader.CASH_CHANGED -> listener.cashChanged(account, number(), number());
            case EventHeader.SHARES_CHANGED ->
                    listener.sharesChanged(account, instrument, number(), number());
            case EventHeader.WAITING ->
                    listener.waiting(number(), account, instrument, side, number());
            case EventHeader.TRIGGERED -> listener.triggered(number(), account, instrument);
            case EventHeader.FURTHER_TERMS ->
                    listener.furtherTerms(
                            number(), account, instrument, number(), EventHeader.flag(header));
            case EventHeader.REFILLED ->
                    listener.refilled(number(), account, instrument, side, number(), number());
            case EventHeader.WITHDRAWN ->
                    listener.withdrawn(number(), account, instrument, side, number(), number());
            case EventHeader.REDUCED ->
                    listener.reduced(
                            number(), account, instrument, side, number(), number(), number());
            case EventHeader.AMENDED ->
                    listener.amended(number(), account, instrument, side, number(), number());
            case EventHeader.FEE_CHARGED ->
                    listener.feeCharged(account, instrument, number(), number());
            case EventHeader.UNCROSSED -> tellAuctionTrade(account, instrument);
            default -> tellOfVenue(header, account, instrument);
        }
    }

    private void tellTrade(int makerAccount, int instrument, Side aggressor) {
        listener.traded(
                number(),
                instrument,
                number(),
                number(),
                number(),
                number(),
                makerAccount,
                (int) number(),
                aggressor,
                number(),
                number());
    }

    private void tellAuctionTrade(int buyAccount, int instrument) {
        listener.uncrossed(
                number(),
                instrument,
                number(),
                number(),
                number(),
                number(),
                buyAccount,
                (int) number(),
                number(),
                number(),
                number(),
                number());
    }

    /** What is rare: accounts, instruments and their terms, the round. */
    private void tellOfVenue(long header, int account, int instrument) {
        int instrumentOrNone = EventHeader.flag(header) ? -1 : instrument;
        switch (EventHeader.code(header)) {
            case EventHeader.ACCOUNT_OPENED ->
                    listener.accountOpened(
                            account, (String) object(), (byte[]) object(), (byte[]) object());
            case EventHeader.INSTRUMENT_LISTED ->
                    listener.instrumentListed(
                            instrument,
                            (String) object(),
                            (String) object(),
                            number(),
                            number(),
                            number());
            case EventHeader.POOL_CHANGED -> listener.poolChanged(instrument, number());
            case EventHeader.LAST_PRICE -> listener.lastPrice(instrument, number());
            case EventHeader.ROLE_CHANGED ->
                    listener.roleChanged(account, EventHeader.role(header));
            case EventHeader.PHASE_CHANGED ->
                    listener.phaseChanged(instrument, EventHeader.phase(header));
            case EventHeader.TERMS_CHANGED ->
                    listener.termsChanged(
                            instrument, number(), (int) number(), (int) number(), (int) number());
            case EventHeader.ROUND_CHANGED ->
                    listener.roundChanged(number(), EventHeader.roundState(header));
            case EventHeader.START_CHANGED -> listener.startChanged(instrumentOrNone, number());
            case EventHeader.CORRECTED ->
                    listener.corrected(account, instrumentOrNone, number(), (String) object());
            default -> throw new IllegalStateException("no event of header " + header);
        }
    }

    private long number() {
        return numbers[nextNumber++];
    }

    private Object object() {
        return objects[nextObject++];
    }
}
