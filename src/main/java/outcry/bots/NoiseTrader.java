package outcry.bots;

import java.util.List;
import java.util.Random;
import outcry.market.Command;
import outcry.market.OrderType;
import outcry.market.Side;
import outcry.market.TimeInForce;
import outcry.wire.trader.ServerMessage;

/**
 * Trades without reason: limit orders near the touch, some of them crossing it, small market
 * orders, and cancels of its own orders; never more than a few working at a time.
 */
final class NoiseTrader implements Strategy {
    private static final int WORKING_MAX = 12;
    private static final int LOTS_MAX = 20;
    private static final int MARKET_PERCENT = 20;
    private static final int CANCEL_PERCENT = 25;

    /** How far from the touch a limit may be, as a share of the price. */
    private static final double REACH = 0.006;

    private final Random random;

    NoiseTrader(Random random) {
        this.random = random;
    }

    @Override
    public Command next(MarketView market) {
        int die = random.nextInt(100);
        String instrument = market.instruments().get(random.nextInt(market.instruments().size()));
        Side side = side(market, instrument);
        List<ServerMessage.OrderState> working = market.workingOrders();
        boolean mustCancel = working.size() >= WORKING_MAX;
        if (mustCancel || die < CANCEL_PERCENT && !working.isEmpty()) {
            long orderId = working.get(random.nextInt(working.size())).orderId();
            return new Command.CancelOrder(market.account(), orderId);
        }
        long quantity = market.lots(instrument, 1 + random.nextInt(LOTS_MAX));
        boolean crossing = market.best(instrument, side.opposite()) > 0;
        if (crossing && die < CANCEL_PERCENT + MARKET_PERCENT) {
            return new Command.EnterOrder(
                    market.account(),
                    instrument,
                    side,
                    OrderType.MARKET,
                    TimeInForce.IOC,
                    0,
                    quantity);
        }
        return new Command.EnterOrder(
                market.account(),
                instrument,
                side,
                OrderType.LIMIT,
                random.nextInt(10) == 0 ? TimeInForce.IOC : TimeInForce.GTC,
                price(market, instrument, side),
                quantity);
    }

    /** Any side it can afford; buying when it has no shares left, selling when it has no cash. */
    private Side side(MarketView market, String instrument) {
        if (market.sharesAvailable(instrument) < market.lots(instrument, LOTS_MAX)) {
            return Side.BUY;
        }
        boolean poor =
                market.cashAvailable()
                        < market.fairPrice(instrument) * market.lots(instrument, LOTS_MAX);
        return poor || random.nextBoolean() ? Side.SELL : Side.BUY;
    }

    private long price(MarketView market, String instrument, Side side) {
        long touch = market.best(instrument, side);
        long base = touch > 0 ? touch : market.fairPrice(instrument);
        // A third of the reach is on the far side of the touch, so that some orders cross.
        long reach = Math.max(3, Math.round(base * REACH));
        long behind = random.nextInt((int) Math.min(reach, Integer.MAX_VALUE)) - reach / 3;
        return market.onTick(instrument, side == Side.BUY ? base - behind : base + behind);
    }
}
