package outcry.cli.bench;

import outcry.market.MarketListener;
import outcry.market.Side;

/**
 * Counts trades and, for a generator, follows what rests.
 *
 * <p>One class for both: a second would make the just-in-time compiler call the listener through a
 * table wherever the market reports, which no program with one listener pays for.
 */
final class Tally implements MarketListener {
    private final RestingOrders resting;
    private long trades;
    private long volume;

    /**
     * A tally of nothing yet.
     *
     * @param resting follows what rests, or null
     */
    Tally(RestingOrders resting) {
        this.resting = resting;
    }

    long trades() {
        return trades;
    }

    /** Shares traded. */
    long volume() {
        return volume;
    }

    /** Counts from 0 again. */
    void clear() {
        trades = 0;
        volume = 0;
    }

    @Override
    public void rested(
            long orderId, int account, int instrument, Side side, long price, long quantity) {
        if (resting != null) {
            resting.add((int) orderId, account, quantity);
        }
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
        trades++;
        volume += quantity;
        if (resting != null) {
            resting.setOpen((int) makerOrderId, makerLeaves);
        }
    }
}
