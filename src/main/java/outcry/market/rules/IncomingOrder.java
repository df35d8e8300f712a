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
    /** Beside the flags of orders that are kept: what does not trade at once is cancelled. */
    private static final int IMMEDIATE = 64;

    /** It trades whole or not at all. */
    private static final int WHOLE = 128;

    /** The command does not name a side, a type and a time in force. */
    private static final int INCOMPLETE = 256;

    private static final int SPECIAL = OrderFlags.STOP | OrderFlags.ICEBERG | OrderFlags.POST_ONLY;
    private static final CancelReason[] ENDS = CancelReason.values();
    private static final int NONE = -1;
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

    /** Whether it is what the command asks for: its trades are the answer's. */
    boolean isAsked;

    /** What has not traded yet, in shares. */
    long leaves;

    /** As {@link OrderFlags} has them, and those above. */
    private int flags;

    /** Why it must not trade further: the number of a {@link CancelReason}, or none. */
    private int end;

    void set(int account, int instrument, Command.EnterOrder command) {
        this.id = 0;
        this.slot = OrderBooks.NONE;
        this.account = account;
        this.instrument = instrument;
        this.flags = flags(command);
        this.stop = command.stop();
        this.display = command.display();
        this.isAsked = true;
        setAmounts(command.price(), command.quantity());
    }

    /** An order that was kept, with its terms but for what {@link #setAmounts} gives it anew. */
    void set(OrderBooks books, int slot, boolean isAsked) {
        this.id = books.id(slot);
        this.slot = slot;
        this.account = books.account(slot);
        this.instrument = books.instrument(slot);
        this.flags = books.flags(slot);
        this.stop = OrderFlags.isStop(flags) ? books.extra(slot) : 0;
        this.display = OrderFlags.isIceberg(flags) ? books.extra(slot) : 0;
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
        flags &= ~OrderFlags.STOP;
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
        return (flags & INCOMPLETE) == 0;
    }

    Side side() {
        return OrderFlags.side(flags);
    }

    OrderType type() {
        return OrderFlags.type(flags);
    }

    TimeInForce timeInForce() {
        if ((flags & IMMEDIATE) != 0) {
            return isFillOrKill() ? TimeInForce.FOK : TimeInForce.IOC;
        }
        return OrderFlags.timeInForce(flags);
    }

    boolean isBuy() {
        return (flags & OrderFlags.SELL) == 0;
    }

    /** Whether it takes any price, now or once it is triggered. */
    boolean isMarket() {
        return (flags & OrderFlags.MARKET) != 0;
    }

    /** Whether it waits for a trade at its stop price. */
    boolean isStop() {
        return (flags & OrderFlags.STOP) != 0;
    }

    boolean isPostOnly() {
        return (flags & OrderFlags.POST_ONLY) != 0;
    }

    /** Whether it neither waits nor hides anything, and may trade at once. */
    boolean isPlain() {
        return (flags & SPECIAL) == 0;
    }

    boolean isFillOrKill() {
        return (flags & WHOLE) != 0;
    }

    /** Whether what does not trade at once may stay. */
    boolean mayStay() {
        return (flags & IMMEDIATE) == 0;
    }

    /** Whether what does not trade at once rests in the book. */
    boolean mayRest() {
        return (flags & (IMMEDIATE | OrderFlags.STOP | OrderFlags.MARKET)) == 0;
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
        return flags & OrderFlags.KEPT;
    }

    /** What is kept beside its price. */
    long extra() {
        return isStop() ? stop : display;
    }

    private static int flags(Command.EnterOrder command) {
        Side side = command.side();
        OrderType type = command.type();
        TimeInForce time = command.timeInForce();
        if (side == null || type == null || time == null) {
            return INCOMPLETE;
        }
        return (side == Side.SELL ? OrderFlags.SELL : 0)
                | (type == OrderType.LIMIT ? 0 : flags(type))
                | (time == TimeInForce.GTC ? 0 : flags(time))
                | (command.display() != 0 ? OrderFlags.ICEBERG : 0)
                | (command.postOnly() ? OrderFlags.POST_ONLY : 0);
    }

    private static int flags(OrderType type) {
        return (type.hasPrice() ? 0 : OrderFlags.MARKET) | (type.isStop() ? OrderFlags.STOP : 0);
    }

    private static int flags(TimeInForce time) {
        return switch (time) {
            case GTC -> 0;
            case DAY -> OrderFlags.DAY;
            case IOC -> IMMEDIATE;
            case FOK -> IMMEDIATE | WHOLE;
        };
    }
}
