package outcry.market.state;

import outcry.market.OrderType;
import outcry.market.Side;
import outcry.market.TimeInForce;

/**
 * The terms of an order that is kept, in the bits of one number. Checkpoints hold these bits: none
 * is ever given another meaning.
 */
public final class OrderFlags {
    public static final int SELL = 1;

    /** Ends with the round. */
    public static final int DAY = 2;

    /** Shows a part of itself at a time. */
    public static final int ICEBERG = 4;

    public static final int POST_ONLY = 8;

    /** Waits for a trade at its stop price. */
    public static final int STOP = 16;

    /** Has no price of its own: a stop order that will be a market order. */
    public static final int MARKET = 32;

    private static final int ALL = 63;

    private OrderFlags() {}

    public static int of(
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            boolean isIceberg,
            boolean postOnly) {
        return (side == Side.SELL ? SELL : 0)
                | (timeInForce == TimeInForce.DAY ? DAY : 0)
                | (isIceberg ? ICEBERG : 0)
                | (postOnly ? POST_ONLY : 0)
                | (type.isStop() ? STOP : 0)
                | (type == OrderType.STOP ? MARKET : 0);
    }

    /** Whether an order that is kept can have these bits together. */
    public static boolean arePossible(int flags) {
        boolean isMarketStop = (flags & (STOP | MARKET)) != MARKET;
        boolean isPlainStop = (flags & STOP) == 0 || (flags & (ICEBERG | POST_ONLY)) == 0;
        return (flags & ~ALL) == 0 && isMarketStop && isPlainStop;
    }

    public static Side side(int flags) {
        return (flags & SELL) == 0 ? Side.BUY : Side.SELL;
    }

    public static TimeInForce timeInForce(int flags) {
        return (flags & DAY) == 0 ? TimeInForce.GTC : TimeInForce.DAY;
    }

    /** The type the order is kept as: limit, stop or stop-limit. */
    public static OrderType type(int flags) {
        if ((flags & STOP) == 0) {
            return OrderType.LIMIT;
        }
        return (flags & MARKET) == 0 ? OrderType.STOP_LIMIT : OrderType.STOP;
    }

    public static boolean isStop(int flags) {
        return (flags & STOP) != 0;
    }

    public static boolean isIceberg(int flags) {
        return (flags & ICEBERG) != 0;
    }

    public static boolean isPostOnly(int flags) {
        return (flags & POST_ONLY) != 0;
    }
}
