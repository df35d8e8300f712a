package outcry.market;

import java.util.ArrayList;
import java.util.List;

/** Writes every event down as a line of text, so that two streams of events can be compared. */
class EventLog implements MarketListener {
    private final List<String> lines = new ArrayList<>();

    List<String> lines() {
        return lines;
    }

    void clear() {
        lines.clear();
    }

    @Override
    public void accountOpened(int account, String name, byte[] salt, byte[] hash) {
        add("account", account, name, salt.length, hash.length);
    }

    @Override
    public void instrumentListed(
            int instrument, String symbol, String name, long tick, long lot, long pool) {
        add("listed", instrument, symbol, name, tick, lot, pool);
    }

    @Override
    public void accepted(
            long orderId,
            int account,
            int instrument,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            long price,
            long quantity) {
        add("accepted", orderId, account, instrument, side, type, timeInForce, price, quantity);
    }

    @Override
    public void rested(
            long orderId, int account, int instrument, Side side, long price, long quantity) {
        add("rested", orderId, account, instrument, side, price, quantity);
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
        add(
                "traded",
                tradeId,
                instrument,
                price,
                quantity,
                makerOrderId,
                takerOrderId,
                makerAccount,
                takerAccount,
                aggressor,
                makerLeaves,
                takerLeaves);
    }

    @Override
    public void cancelled(
            long orderId,
            int account,
            int instrument,
            Side side,
            long price,
            long quantity,
            CancelReason why,
            boolean wasResting) {
        add("cancelled", orderId, account, instrument, side, price, quantity, why, wasResting);
    }

    @Override
    public void cashChanged(int account, long available, long reserved) {
        add("cash", account, available, reserved);
    }

    @Override
    public void sharesChanged(int account, int instrument, long available, long reserved) {
        add("shares", account, instrument, available, reserved);
    }

    @Override
    public void poolChanged(int instrument, long left) {
        add("pool", instrument, left);
    }

    private void add(String kind, Object... values) {
        StringBuilder line = new StringBuilder(kind);
        for (Object value : values) {
            line.append(' ').append(value);
        }
        lines.add(line.toString());
    }
}
