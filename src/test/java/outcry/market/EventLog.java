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

    @Override
    public void waiting(long orderId, int account, int instrument, Side side, long stop) {
        add("waiting", orderId, account, instrument, side, stop);
    }

    @Override
    public void triggered(long orderId, int account, int instrument) {
        add("triggered", orderId, account, instrument);
    }

    @Override
    public void uncrossed(
            long tradeId,
            int instrument,
            long price,
            long quantity,
            long buyOrderId,
            long sellOrderId,
            int buyAccount,
            int sellAccount,
            long buyPrice,
            long sellPrice,
            long buyLeaves,
            long sellLeaves) {
        add(
                "uncrossed",
                tradeId,
                instrument,
                price,
                quantity,
                buyOrderId,
                sellOrderId,
                buyAccount,
                sellAccount,
                buyPrice,
                sellPrice,
                buyLeaves,
                sellLeaves);
    }

    @Override
    public void refilled(
            long orderId, int account, int instrument, Side side, long price, long shown) {
        add("refilled", orderId, account, instrument, side, price, shown);
    }

    @Override
    public void withdrawn(
            long orderId, int account, int instrument, Side side, long price, long shown) {
        add("withdrawn", orderId, account, instrument, side, price, shown);
    }

    @Override
    public void reduced(
            long orderId,
            int account,
            int instrument,
            Side side,
            long price,
            long shown,
            long open) {
        add("reduced", orderId, account, instrument, side, price, shown, open);
    }

    @Override
    public void amended(
            long orderId, int account, int instrument, Side side, long price, long open) {
        add("amended", orderId, account, instrument, side, price, open);
    }

    @Override
    public void feeCharged(int account, int instrument, long orderId, long cents) {
        add("fee", account, instrument, orderId, cents);
    }

    @Override
    public void roleChanged(int account, Role role) {
        add("role", account, role);
    }

    @Override
    public void phaseChanged(int instrument, Phase phase) {
        add("phase", instrument, phase);
    }

    @Override
    public void termsChanged(int instrument, long reference, int band, int makerFee, int takerFee) {
        add("terms", instrument, reference, band, makerFee, takerFee);
    }

    @Override
    public void roundChanged(long number, RoundState state) {
        add("round", number, state);
    }

    @Override
    public void startChanged(int instrument, long amount) {
        add("start", instrument, amount);
    }

    @Override
    public void corrected(int account, int instrument, long amount, String why) {
        add("corrected", account, instrument, amount, why);
    }

    private void add(String kind, Object... values) {
        StringBuilder line = new StringBuilder(kind);
        for (Object value : values) {
            line.append(' ').append(value);
        }
        lines.add(line.toString());
    }
}
