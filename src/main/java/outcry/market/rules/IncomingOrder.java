package outcry.market.rules;

import outcry.market.OrderType;
import outcry.market.Side;
import outcry.market.TimeInForce;

/** The order being entered; one object, reused. */
final class IncomingOrder {
    long id;
    int account;
    int instrument;
    Side side;
    OrderType type;
    TimeInForce timeInForce;

    /** In cents; 0 for a market order. */
    long price;

    long quantity;

    /** What has not traded yet, in shares. */
    long leaves;

    void set(
            int account,
            int instrument,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            long price,
            long quantity) {
        this.id = 0;
        this.account = account;
        this.instrument = instrument;
        this.side = side;
        this.type = type;
        this.timeInForce = timeInForce;
        this.price = price;
        this.quantity = quantity;
        this.leaves = quantity;
    }

    boolean isBuy() {
        return side == Side.BUY;
    }

    boolean isMarket() {
        return type == OrderType.MARKET;
    }

    /** Whether what does not trade at once rests in the book. */
    boolean mayRest() {
        return type == OrderType.LIMIT && timeInForce == TimeInForce.GTC;
    }

    boolean crosses(long makerPrice) {
        return isMarket() || side.crosses(price, makerPrice);
    }
}
