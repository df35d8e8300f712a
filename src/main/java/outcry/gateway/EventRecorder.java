package outcry.gateway;

import java.util.Arrays;
import outcry.market.CancelReason;
import outcry.market.OrderType;
import outcry.market.Phase;
import outcry.market.Role;
import outcry.market.RoundState;
import outcry.market.Side;
import outcry.market.TimeInForce;

/** Records events into arrays it uses again; {@link #take} copies what was heard. */
final class EventRecorder implements MarketEvents.Recorder {
    /** Arrays longer than this, from describing a whole state, are not kept. */
    private static final int KEPT_MAX = 64 * 1024;

    private long[] numbers = new long[256];
    private int numberCount;
    private Object[] objects = new Object[16];
    private int objectCount;

    @Override
    public MarketEvents take() {
        MarketEvents events =
                MarketEvents.of(
                        Arrays.copyOf(numbers, numberCount), Arrays.copyOf(objects, objectCount));
        Arrays.fill(objects, 0, objectCount, null);
        if (numbers.length > KEPT_MAX) {
            numbers = new long[256];
        }
        if (objects.length > KEPT_MAX) {
            objects = new Object[16];
        }
        numberCount = 0;
        objectCount = 0;
        return events;
    }

    @Override
    public void accountOpened(int account, String name, byte[] salt, byte[] hash) {
        add(EventHeader.of(EventHeader.ACCOUNT_OPENED, account, 0));
        addObject(name);
        addObject(salt.clone());
        addObject(hash.clone());
    }

    @Override
    public void instrumentListed(
            int instrument, String symbol, String name, long tick, long lot, long pool) {
        add(EventHeader.of(EventHeader.INSTRUMENT_LISTED, 0, instrument));
        add(tick);
        add(lot);
        add(pool);
        addObject(symbol);
        addObject(name);
    }

    @Override
    public void accepted(
            long orderId,
            int account,
            int instrument,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            long price,
            long quantity) {
        long header = EventHeader.of(EventHeader.ACCEPTED, account, instrument);
        add(EventHeader.withTerms(EventHeader.withSide(header, side), type, timeInForce));
        add(orderId);
        add(price);
        add(quantity);
    }

    @Override
    public void rested(
            long orderId, int account, int instrument, Side side, long price, long quantity) {
        addOrder(EventHeader.RESTED, orderId, account, instrument, side, price, quantity);
    }

    @Override
    public void traded(
            long tradeId,
            int instrument,
            long price,
            long quantity,
            long makerOrderId,
            long takerOrderId,
            int makerAccount,
            int takerAccount,
            Side aggressor,
            long makerLeaves,
            long takerLeaves) {
        long header = EventHeader.of(EventHeader.TRADED, makerAccount, instrument);
        add(EventHeader.withSide(header, aggressor));
        add(tradeId);
        add(price);
        add(quantity);
        add(makerOrderId);
        add(takerOrderId);
        add(takerAccount);
        add(makerLeaves);
        add(takerLeaves);
    }

    @Override
    public void cancelled(
            long orderId,
            int account,
            int instrument,
            Side side,
            long price,
            long quantity,
            CancelReason why,
            boolean wasResting) {
        long header = EventHeader.of(EventHeader.CANCELLED, account, instrument);
        add(EventHeader.withCancel(EventHeader.withSide(header, side), why, wasResting));
        add(orderId);
        add(price);
        add(quantity);
    }

    @Override
    public void cashChanged(int account, long available, long reserved) {
        add(EventHeader.of(EventHeader.CASH_CHANGED, account, 0));
        add(available);
        add(reserved);
    }

    @Override
    public void sharesChanged(int account, int instrument, long available, long reserved) {
        add(EventHeader.of(EventHeader.SHARES_CHANGED, account, instrument));
        add(available);
        add(reserved);
    }

    @Override
    public void poolChanged(int instrument, long left) {
        add(EventHeader.of(EventHeader.POOL_CHANGED, 0, instrument));
        add(left);
    }

    @Override
    public void waiting(long orderId, int account, int instrument, Side side, long stop) {
        add(EventHeader.withSide(EventHeader.of(EventHeader.WAITING, account, instrument), side));
        add(orderId);
        add(stop);
    }

    @Override
    public void furtherTerms(
            long orderId, int account, int instrument, long display, boolean postOnly) {
        long header = EventHeader.of(EventHeader.FURTHER_TERMS, account, instrument);
        add(EventHeader.withFlag(header, postOnly));
        add(orderId);
        add(display);
    }

    @Override
    public void triggered(long orderId, int account, int instrument) {
        add(EventHeader.of(EventHeader.TRIGGERED, account, instrument));
        add(orderId);
    }

    @Override
    public void refilled(
            long orderId, int account, int instrument, Side side, long price, long shown) {
        addOrder(EventHeader.REFILLED, orderId, account, instrument, side, price, shown);
    }

    @Override
    public void withdrawn(
            long orderId, int account, int instrument, Side side, long price, long shown) {
        addOrder(EventHeader.WITHDRAWN, orderId, account, instrument, side, price, shown);
    }

    @Override
    public void reduced(
            long orderId,
            int account,
            int instrument,
            Side side,
            long price,
            long shown,
            long open) {
        addOrder(EventHeader.REDUCED, orderId, account, instrument, side, price, shown);
        add(open);
    }

    @Override
    public void amended(
            long orderId, int account, int instrument, Side side, long price, long open) {
        addOrder(EventHeader.AMENDED, orderId, account, instrument, side, price, open);
    }

    @Override
    public void uncrossed(
            long tradeId,
            int instrument,
            long price,
            long quantity,
            long buyOrderId,
            long sellOrderId,
            int buyAccount,
            int sellAccount,
            long buyPrice,
            long sellPrice,
            long buyLeaves,
            long sellLeaves) {
        add(EventHeader.of(EventHeader.UNCROSSED, buyAccount, instrument));
        add(tradeId);
        add(price);
        add(quantity);
        add(buyOrderId);
        add(sellOrderId);
        add(sellAccount);
        add(buyPrice);
        add(sellPrice);
        add(buyLeaves);
        add(sellLeaves);
    }

    @Override
    public void feeCharged(int account, int instrument, long orderId, long cents) {
        add(EventHeader.of(EventHeader.FEE_CHARGED, account, instrument));
        add(orderId);
        add(cents);
    }

    @Override
    public void roleChanged(int account, Role role) {
        add(EventHeader.withWord(EventHeader.of(EventHeader.ROLE_CHANGED, account, 0), role));
    }

    @Override
    public void phaseChanged(int instrument, Phase phase) {
        add(EventHeader.withWord(EventHeader.of(EventHeader.PHASE_CHANGED, 0, instrument), phase));
    }

    @Override
    public void termsChanged(int instrument, long reference, int band, int makerFee, int takerFee) {
        add(EventHeader.of(EventHeader.TERMS_CHANGED, 0, instrument));
        add(reference);
        add(band);
        add(makerFee);
        add(takerFee);
    }

    @Override
    public void lastPrice(int instrument, long price) {
        add(EventHeader.of(EventHeader.LAST_PRICE, 0, instrument));
        add(price);
    }

    @Override
    public void roundChanged(long number, RoundState state) {
        add(EventHeader.withWord(EventHeader.of(EventHeader.ROUND_CHANGED, 0, 0), state));
        add(number);
    }

    @Override
    public void startChanged(int instrument, long amount) {
        add(headerOf(EventHeader.START_CHANGED, 0, instrument));
        add(amount);
    }

    @Override
    public void corrected(int account, int instrument, long amount, String why) {
        add(headerOf(EventHeader.CORRECTED, account, instrument));
        add(amount);
        addObject(why);
    }

    /** An event of one order: its id and two numbers more. */
    private void addOrder(
            int code,
            long orderId,
            int account,
            int instrument,
            Side side,
            long first,
            long second) {
        add(EventHeader.withSide(EventHeader.of(code, account, instrument), side));
        add(orderId);
        add(first);
        add(second);
    }

    /** The header of an event about an instrument or, when it is negative, about cash. */
    private static long headerOf(int code, int account, int instrument) {
        return EventHeader.withFlag(
                EventHeader.of(code, account, Math.max(0, instrument)), instrument < 0);
    }

    private void add(long number) {
        if (numberCount == numbers.length) {
            numbers = Arrays.copyOf(numbers, numberCount * 2);
        }
        numbers[numberCount++] = number;
    }

    private void addObject(Object object) {
        if (objectCount == objects.length) {
            objects = Arrays.copyOf(objects, objectCount * 2);
        }
        objects[objectCount++] = object;
    }
}
