package outcry.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The state of an exchange as {@link Exchange#describe} tells it. */
final class Picture implements MarketListener {
    /** A resting order. */
    record Resting(long id, int account, int instrument, Side side, long price, long quantity) {}

    private final List<String> accounts = new ArrayList<>();
    private final List<String> symbols = new ArrayList<>();
    private final Map<Integer, long[]> cash = new TreeMap<>();
    private final Map<String, long[]> shares = new TreeMap<>();
    final Map<Integer, Long> pools = new TreeMap<>();
    final List<Resting> resting = new ArrayList<>();

    String cash(String account) {
        long[] split = cash.get(accounts.indexOf(account));
        return split[0] + " + " + split[1];
    }

    String shares(String account, String symbol) {
        String key = accounts.indexOf(account) + "/" + symbols.indexOf(symbol);
        long[] split = shares.getOrDefault(key, new long[2]);
        return split[0] + " + " + split[1];
    }

    long pool(String symbol) {
        return pools.get(symbols.indexOf(symbol));
    }

    List<String> orders(String symbol) {
        List<String> lines = new ArrayList<>();
        for (Resting order : resting) {
            if (order.instrument() == symbols.indexOf(symbol)) {
                lines.add(
                        order.side()
                                + " "
                                + order.quantity()
                                + " @ "
                                + order.price()
                                + " "
                                + accounts.get(order.account()));
            }
        }
        return lines;
    }

    /** All cash there is. */
    long cashTotal() {
        return cash.values().stream().mapToLong(split -> split[0] + split[1]).sum();
    }

    /** All shares of an instrument there are, its pool included. */
    long sharesTotal(int instrument) {
        return pools.get(instrument)
                + shares.entrySet().stream()
                        .filter(entry -> entry.getKey().endsWith("/" + instrument))
                        .mapToLong(entry -> entry.getValue()[0] + entry.getValue()[1])
                        .sum();
    }

    /** The instrument's number, or -1. */
    int symbol(String symbol) {
        return symbols.indexOf(symbol);
    }

    /** The highest bid, or 0. */
    long bestBid(int instrument) {
        return resting.stream()
                .filter(order -> order.instrument() == instrument && order.side() == Side.BUY)
                .mapToLong(Resting::price)
                .max()
                .orElse(0);
    }

    /** The lowest ask, or the highest number there is. */
    long bestAsk(int instrument) {
        return resting.stream()
                .filter(order -> order.instrument() == instrument && order.side() == Side.SELL)
                .mapToLong(Resting::price)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    int accountCount() {
        return accounts.size();
    }

    int instrumentCount() {
        return symbols.size();
    }

    long[] cash(int account) {
        return cash.get(account);
    }

    long[] shares(int account, int instrument) {
        return shares.getOrDefault(account + "/" + instrument, new long[2]);
    }

    @Override
    public void accountOpened(int account, String name, byte[] salt, byte[] hash) {
        accounts.add(name);
    }

    @Override
    public void instrumentListed(
            int instrument, String symbol, String name, long tick, long lot, long pool) {
        symbols.add(symbol);
    }

    @Override
    public void rested(
            long orderId, int account, int instrument, Side side, long price, long quantity) {
        resting.add(new Resting(orderId, account, instrument, side, price, quantity));
    }

    @Override
    public void cashChanged(int account, long available, long reserved) {
        cash.put(account, new long[] {available, reserved});
    }

    @Override
    public void sharesChanged(int account, int instrument, long available, long reserved) {
        shares.put(account + "/" + instrument, new long[] {available, reserved});
    }

    @Override
    public void poolChanged(int instrument, long left) {
        pools.put(instrument, left);
    }
}
