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
    long id;

    /** Of an order that was kept before and stands in no queue now; else none. */
    int slot;

    int account;
    int instrument;
    Side side;
    OrderType type;
    TimeInForce timeInForce;

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

    /** Why it must not trade further, or null. */
    CancelReason end;

    void set(int account, int instrument, Command.EnterOrder command) {
        this.id = 0;
        this.slot = OrderBooks.NONE;
        this.account = account;
        this.instrument = instrument;
        this.side = command.side();
        this.type = command.type();
        this.timeInForce = command.timeInForce();
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
        this.side = OrderFlags.side(flags);
        this.type = OrderFlags.type(flags);
        this.timeInForce = OrderFlags.timeInForce(flags);
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
        end = null;
    }

    /** Its stop price was reached: from now on it is a market or a limit order. */
    void trigger() {
        type = type == OrderType.STOP ? OrderType.MARKET : OrderType.LIMIT;
        stop = 0;
    }

    boolean isBuy() {
        return side == Side.BUY;
    }

    boolean isMarket() {
        return !type.hasPrice();
    }

    /** Whether what does not trade at once rests in the book. */
    boolean mayRest() {
        return type == OrderType.LIMIT && timeInForce.mayStay();
    }

    /** Whether it may be kept, in the book or waiting for its stop price. */
    boolean mayBeKept() {
        return mayRest() || type.isStop();
    }

    boolean crosses(long makerPrice) {
        return isMarket() || side.crosses(price, makerPrice);
    }

    /** The terms it is kept with. */
    int flags() {
        return OrderFlags.of(side, type, timeInForce, display > 0, postOnly);
    }

    /** What is kept beside its price. */
    long extra() {
        return type.isStop() ? stop : display;
    }
}
