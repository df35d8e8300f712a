package outcry.bots;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import outcry.market.Command;
import outcry.market.OrderType;
import outcry.market.Side;
import outcry.market.TimeInForce;

/**
 * Quotes both sides of one instrument after the other round its fair value: cancels its old quotes,
 * then enters new ones, several prices deep. Quotes no more than it can pay for or deliver.
 */
final class MarketMaker implements Strategy {
    private static final int DEPTH = 4;
    private static final int LOTS_MIN = 10;
    private static final int LOTS_MORE = 40;

    /** Half the spread, as a share of the price. */
    private static final double HALF_SPREAD = 0.002;

    private final Random random;
    private final Deque<Command> planned = new ArrayDeque<>();
    private int turn;

    MarketMaker(Random random) {
        this.random = random;
    }

    @Override
    public Command next(MarketView market) {
        if (planned.isEmpty()) {
            plan(market, market.instruments().get(turn++ % market.instruments().size()));
        }
        return planned.poll();
    }

    private void plan(MarketView market, String instrument) {
        long fair = market.fairPrice(instrument);
        long half = Math.max(1, Math.round(fair * HALF_SPREAD));
        planned.add(new Command.CancelAll(market.account(), instrument));
        for (int level = 0; level < DEPTH; level++) {
            long distance = half + level * Math.max(1, half / 2);
            quote(market, instrument, Side.BUY, fair - distance);
            quote(market, instrument, Side.SELL, fair + distance);
        }
    }

    private void quote(MarketView market, String instrument, Side side, long cents) {
        long price = market.onTick(instrument, cents);
        long quantity = market.lots(instrument, LOTS_MIN + random.nextInt(LOTS_MORE));
        // A share of what is there, because all levels reserve from it.
        boolean affordable =
                side == Side.BUY
                        ? market.cashAvailable() / price >= quantity * 2
                        : market.sharesAvailable(instrument) >= quantity * 2;
        if (affordable) {
            planned.add(
                    new Command.EnterOrder(
                            market.account(),
                            instrument,
                            side,
                            OrderType.LIMIT,
                            TimeInForce.GTC,
                            price,
                            quantity));
        }
    }
}
