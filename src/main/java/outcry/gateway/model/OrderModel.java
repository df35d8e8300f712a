package outcry.gateway.model;

import java.util.Locale;
import outcry.market.CancelReason;
import outcry.market.OrderType;
import outcry.market.Side;
import outcry.market.TimeInForce;
import outcry.wire.trader.ServerMessage;

/** One order from its acceptance on, as its owner is told of it. */
public final class OrderModel {
    /** What became of an order so far. */
    public enum State {
        /** Taken in; its first trades are being made. */
        ACCEPTED,
        /** Kept outside the book until its stop price is reached. */
        WAITING,
        RESTING,
        FILLED,
        CANCELLED
    }

    private final long orderId;
    private final AccountModel account;
    private final InstrumentModel instrument;
    private final Side side;
    private final TimeInForce timeInForce;
    private OrderType type;
    private long stop;
    private boolean triggered;
    private long display;
    private boolean postOnly;
    private long price;
    private long quantity;
    private long open;
    private State state = State.ACCEPTED;
    private CancelReason cancelReason;
    private long index;
    private long timestampNanos;

    OrderModel(
            long orderId,
            AccountModel account,
            InstrumentModel instrument,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            long price,
            long quantity) {
        this.orderId = orderId;
        this.account = account;
        this.instrument = instrument;
        this.side = side;
        this.type = type;
        this.timeInForce = timeInForce;
        this.price = price;
        this.quantity = quantity;
        this.open = quantity;
    }

    public long orderId() {
        return orderId;
    }

    public AccountModel account() {
        return account;
    }

    public Side side() {
        return side;
    }

    public ServerMessage.OrderState toMessage() {
        return new ServerMessage.OrderState(
                orderId,
                account.name(),
                instrument.symbol(),
                side,
                price,
                quantity,
                open,
                word(state),
                cancelReason == null ? "" : word(cancelReason),
                index,
                timestampNanos,
                new ServerMessage.OrderTerms(
                        type, timeInForce, stop, triggered, display, postOnly));
    }

    /** Its part in a trade, without the fee, which is told later. */
    public ServerMessage.OwnFill fill(ServerMessage.Trade trade, boolean maker) {
        return new ServerMessage.OwnFill(
                account.name(),
                trade.instrument(),
                orderId,
                trade.tradeId(),
                side,
                trade.price(),
                trade.quantity(),
                maker,
                trade.index(),
                trade.timestampNanos());
    }

    InstrumentModel instrument() {
        return instrument;
    }

    long price() {
        return price;
    }

    long open() {
        return open;
    }

    boolean isResting() {
        return state == State.RESTING;
    }

    void setFurtherTerms(long newDisplay, boolean newPostOnly) {
        display = newDisplay;
        postOnly = newPostOnly;
    }

    void rest() {
        state = State.RESTING;
    }

    void await(long newStop) {
        state = State.WAITING;
        stop = newStop;
    }

    /** Its stop price was reached: it is a market or a limit order now, and entered. */
    void trigger() {
        triggered = true;
        type = type == OrderType.STOP ? OrderType.MARKET : OrderType.LIMIT;
        enter();
    }

    /** It is entered: its stop price was reached, or its terms have changed. */
    void enter() {
        state = State.ACCEPTED;
    }

    /** Its price and what is open of it are others from now on. */
    void amend(long newPrice, long newOpen) {
        price = newPrice;
        quantity += newOpen - open;
        open = newOpen;
    }

    /** What is open after a trade; nothing means filled. */
    void trade(long leaves) {
        open = leaves;
        if (leaves == 0) {
            state = State.FILLED;
        }
    }

    void cancel(CancelReason why) {
        open = 0;
        state = State.CANCELLED;
        cancelReason = why;
    }

    /** Notes when the last change happened. */
    void changedAt(long newIndex, long newTimestampNanos) {
        index = newIndex;
        timestampNanos = newTimestampNanos;
    }

    boolean isWorking() {
        return open > 0;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
