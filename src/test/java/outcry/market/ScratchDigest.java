package outcry.market;

import outcry.market.state.Digest;

/**
 * The digest computed from nothing but what {@link Exchange#describe} tells, the slow way: the
 * incremental one must always be the same.
 */
final class ScratchDigest implements MarketListener {
    private final Digest digest = new Digest();
    private int lastInstrument = -1;
    private Side lastSide;
    private long lastPrice;
    private long lastOrder;

    static long of(Exchange exchange, long nextOrderId, long nextTradeId, long session, long last) {
        ScratchDigest scratch = new ScratchDigest();
        exchange.describe(scratch);
        scratch.digest.addSession(session, last);
        return scratch.digest.value(nextOrderId, nextTradeId);
    }

    @Override
    public void accountOpened(int account, String name, byte[] salt, byte[] hash) {
        digest.addAccount(account, name, salt, hash);
    }

    @Override
    public void instrumentListed(
            int instrument, String symbol, String name, long tick, long lot, long pool) {
        digest.addInstrument(instrument, symbol, name, tick, lot);
        digest.addPool(instrument, pool);
    }

    @Override
    public void cashChanged(int account, long available, long reserved) {
        digest.addCash(account, available, reserved);
    }

    @Override
    public void sharesChanged(int account, int instrument, long available, long reserved) {
        digest.addShares(account, instrument, available, reserved);
    }

    @Override
    public void rested(
            long orderId, int account, int instrument, Side side, long price, long quantity) {
        boolean sameQueue = instrument == lastInstrument && side == lastSide && price == lastPrice;
        digest.addOrder(orderId, account, instrument, side.ordinal(), price, quantity);
        digest.addQueued(orderId, sameQueue ? lastOrder : 0);
        lastInstrument = instrument;
        lastSide = side;
        lastPrice = price;
        lastOrder = orderId;
    }
}
