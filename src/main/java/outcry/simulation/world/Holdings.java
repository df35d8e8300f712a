package outcry.simulation.world;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import outcry.market.MarketListener;

/**
 * What all accounts and pools hold together, added up from the market's events alone; each balance
 * is checked for being negative on the way (M3).
 */
public final class Holdings implements MarketListener {
    private final List<Long> cash = new ArrayList<>();
    private final List<String> symbols = new ArrayList<>();
    private final List<Long> pools = new ArrayList<>();
    private final SortedMap<String, Long> sharesByHolder = new TreeMap<>();
    private final SortedMap<String, Long> sharesBySymbol = new TreeMap<>();
    private long cashTotal;

    /** Cash of all accounts, available and reserved, in cents. */
    public long cashTotal() {
        return cashTotal;
    }

    /** Shares by instrument: of all accounts, available and reserved, and in the pool. */
    public SortedMap<String, Long> sharesBySymbol() {
        return sharesBySymbol;
    }

    @Override
    public void accountOpened(int account, String name, byte[] salt, byte[] hash) {
        cash.add(0L);
    }

    @Override
    public void instrumentListed(
            int instrument, String symbol, String name, long tick, long lot, long pool) {
        symbols.add(symbol);
        pools.add(pool);
        sharesBySymbol.merge(symbol, pool, Long::sum);
    }

    @Override
    public void cashChanged(int account, long available, long reserved) {
        checkNotNegative("cash", available, reserved);
        cashTotal += available + reserved - cash.set(account, available + reserved);
    }

    @Override
    public void sharesChanged(int account, int instrument, long available, long reserved) {
        checkNotNegative("shares", available, reserved);
        String symbol = symbols.get(instrument);
        Long before = sharesByHolder.put(account + "/" + symbol, available + reserved);
        sharesBySymbol.merge(
                symbol, available + reserved - (before == null ? 0 : before), Long::sum);
    }

    @Override
    public void poolChanged(int instrument, long left) {
        checkNotNegative("pool", left, 0);
        sharesBySymbol.merge(
                symbols.get(instrument), left - pools.set(instrument, left), Long::sum);
    }

    private static void checkNotNegative(String what, long available, long reserved) {
        InvariantViolation.unless(
                available >= 0 && reserved >= 0,
                () ->
                        "5: "
                                + what
                                + " became negative: available "
                                + available
                                + ", reserved "
                                + reserved);
    }
}
