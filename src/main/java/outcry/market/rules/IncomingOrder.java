package outcry.market.rules;

import outcry.market.CancelReason;
import outcry.market.Command;
import outcry.market.OrderType;
import outcry.market.Side;
import outcry.market.TimeInForce;
import outcry.market.state.OrderBooks;
import outcry.market.state.OrderFlags;

/** The order being entered, amended or triggered; one object, reused. */
final class IncomingOrder {
    private static final OrderType[] TYPES = OrderType.values();
    private static final TimeInForce[] TIMES_IN_FORCE = TimeInForce.values();
    private static final CancelReason[] ENDS = CancelReason.values();
    private static final int NONE = -1;
    private static final int BUY = Side.BUY.ordinal();
    private static final int LIMIT = OrderType.LIMIT.ordinal();
    private static final int MARKET = OrderType.MARKET.ordinal();
    private static final int STOP = OrderType.STOP.ordinal();
    private static final int STOP_LIMIT = OrderType.STOP_LIMIT.ordinal();
    private static final int GTC = TimeInForce.GTC.ordinal();
    private static final int DAY = TimeInForce.DAY.ordinal();
    private static final int FOK = TimeInForce.FOK.ordinal();
    private static final int PAUSED = CancelReason.PAUSED.ordinal();

    long id;

    /** Of an order that was kept before and stands in no queue now; else none. */
    int slot;

    int account;
    int instrument;

    /** In cents; 0 for a market order. */
    long price;

    long quantity;

    /** What triggers a stop order, in cents; else 0. */
    long stop;

    /** What an iceberg shows at a time, in shares; else 0. */
    long display;

    boolean postOnly;

    /** Whether it is what the command asks for: its trades are the answer's. */
    boolean isAsked;

    /** What has not traded yet, in shares. */
    long leaves;

    // Numbers of enum values, or none: a collector keeps book of every reference that is stored.
    private int side;
    private int type;
    private int timeInForce;

    /** Why it must not trade further. */
    private int end;

    void set(int account, int instrument, Command.EnterOrder command) {
        this.id = 0;
        this.slot = OrderBooks.NONE;
        this.account = account;
        this.instrument = instrument;
        this.side = number(command.side());
        this.type = number(command.type());
        this.timeInForce = number(command.timeInForce());
        this.stop = command.stop();
        this.display = command.display();
        this.postOnly = command.postOnly();
        this.isAsked = true;
        setAmounts(command.price(), command.quantity());
    }

    /** An order that was kept, with its terms but for what {@link #setAmounts} gives it anew. */
    void set(OrderBooks books, int slot, boolean isAsked) {
        int flags = books.flags(slot);
        this.id = books.id(slot);
        this.slot = slot;
        this.account = books.account(slot);
        this.instrument = books.instrument(slot);
        this.side = OrderFlags.side(flags).ordinal();
        this.type = OrderFlags.type(flags).ordinal();
        this.timeInForce = OrderFlags.timeInForce(flags).ordinal();
        this.stop = OrderFlags.isStop(flags) ? books.extra(slot) : 0;
        this.display = OrderFlags.isIceberg(flags) ? books.extra(slot) : 0;
        this.postOnly = OrderFlags.isPostOnly(flags);
        this.isAsked = isAsked;
        setAmounts(books.price(slot), books.quantity(slot));
    }

    void setAmounts(long newPrice, long newQuantity) {
        price = newPrice;
        quantity = newQuantity;
        leaves = newQuantity;
        end = NONE;
    }

    /** Its stop price was reached: from now on it is a market or a limit order. */
    void trigger() {
        type = type == STOP ? MARKET : LIMIT;
        stop = 0;
    }

    /** It must not trade further, for this reason. */
    void end(CancelReason why) {
        end = why.ordinal();
    }

    boolean isEnded() {
        return end != NONE;
    }

    /** Whether the price band ended its trading. */
    boolean isPaused() {
        return end == PAUSED;
    }

    /** Why what did not trade is cancelled. */
    CancelReason reason() {
        if (end != NONE) {
            return ENDS[end];
        }
        return isMarket() ? CancelReason.MARKET_REMAINDER : CancelReason.IMMEDIATE_OR_CANCEL;
    }

    /** Whether the command names a side, a type and a time in force. */
    boolean hasTerms() {
        return (side | type | timeInForce) >= 0;
    }

    Side side() {
        return side == BUY ? Side.BUY : Side.SELL;
    }

    OrderType type() {
        return TYPES[type];
    }

    TimeInForce timeInForce() {
        return TIMES_IN_FORCE[timeInForce];
    }

    boolean isBuy() {
        return side == BUY;
    }

    /** Whether it takes any price, now or once it is triggered. */
    boolean isMarket() {
        return type == MARKET || type == STOP;
    }

    /** Whether it waits for a trade at its stop price. */
    boolean isStop() {
        return type == STOP || type == STOP_LIMIT;
    }

    boolean isFillOrKill() {
        return timeInForce == FOK;
    }

    /** Whether what does not trade at once may stay. */
    boolean mayStay() {
        return timeInForce == GTC || timeInForce == DAY;
    }

    /** Whether what does not trade at once rests in the book. */
    boolean mayRest() {
        return type == LIMIT && mayStay();
    }

    /** Whether it may be kept, in the book or waiting for its stop price. */
    boolean mayBeKept() {
        return mayRest() || isStop();
    }

    boolean crosses(long makerPrice) {
        return isBuy() ? limit() >= makerPrice : limit() <= makerPrice;
    }

    /** The worst price it takes. */
    long limit() {
        if (isMarket()) {
            return isBuy() ? OrderBooks.HIGHEST_PRICE : OrderBooks.LOWEST_PRICE;
        }
        return price;
    }

    /** The terms it is kept with. */
    int flags() {
        return OrderFlags.of(side(), type(), timeInForce(), display > 0, postOnly);
    }

    /** What is kept beside its price. */
    long extra() {
        return isStop() ? stop : display;
    }

    private static int number(Enum<?> value) {
        return value == null ? NONE : value.ordinal();
    }
}
