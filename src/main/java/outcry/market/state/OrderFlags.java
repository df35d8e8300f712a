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

    /** Has no price of its own: a market order, or a stop order that will be one. */
    public static final int MARKET = 32;

    /** All that an order that is kept can have. */
    public static final int KEPT = 63;

    private OrderFlags() {}

    /** Whether an order that is kept can have these bits together. */
    public static boolean arePossible(int flags) {
        boolean isMarketStop = (flags & (STOP | MARKET)) != MARKET;
        boolean isPlainStop = (flags & STOP) == 0 || (flags & (ICEBERG | POST_ONLY)) == 0;
        return (flags & ~KEPT) == 0 && isMarketStop && isPlainStop;
    }

    public static Side side(int flags) {
        return (flags & SELL) == 0 ? Side.BUY : Side.SELL;
    }

    public static TimeInForce timeInForce(int flags) {
        return (flags & DAY) == 0 ? TimeInForce.GTC : TimeInForce.DAY;
    }

    /** The type; an order that is kept is no market order. */
    public static OrderType type(int flags) {
        if ((flags & STOP) == 0) {
            return (flags & MARKET) == 0 ? OrderType.LIMIT : OrderType.MARKET;
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
