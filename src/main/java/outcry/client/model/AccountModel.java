package outcry.client.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import outcry.wire.trader.ServerMessage;

/**
 * One account: cash, holdings, working orders, fills, positions. Money in cents.
 *
 * <p>Fills and so positions are those this program has heard of; what traded while no node served
 * it shows in the holdings only.
 */
public final class AccountModel {
    /**
     * Cash and shares.
     *
     * @param index the log index it is for; 0 before anything is known
     */
    public record Balance(
            long index,
            long cashAvailable,
            long cashReserved,
            List<ServerMessage.Holding> holdings) {
        public Balance {
            holdings = List.copyOf(holdings);
        }
    }

    private record FillKey(long tradeId, long orderId) {}

    private final String account;
    private final int fillsMax;
    private final Map<Long, ServerMessage.OrderState> working = new TreeMap<>();
    private final Deque<ServerMessage.OwnFill> fills = new ArrayDeque<>();
    private final Set<FillKey> fillsKnown = new HashSet<>();
    private final Map<String, PositionBook> positions = new TreeMap<>();
    private Balance balance = new Balance(0, 0, 0, List.of());

    /**
     * @param fillsMax fills kept to be shown; older ones count in the positions only
     */
    public AccountModel(String account, int fillsMax) {
        this.account = account;
        this.fillsMax = fillsMax;
    }

    public String account() {
        return account;
    }

    /**
     * Takes in a message of the feed; others than this account's are ignored.
     *
     * @return whether anything changed
     */
    public boolean onFeed(ServerMessage message) {
        if (message instanceof ServerMessage.AccountState state
                && state.account().equals(account)) {
            balance =
                    new Balance(
                            state.index(),
                            state.cashAvailable(),
                            state.cashReserved(),
                            state.holdings());
            return true;
        } else if (message instanceof ServerMessage.Orders orders
                && orders.account().equals(account)) {
            working.clear();
            orders.orders().forEach(this::onOrder);
            return true;
        } else if (message instanceof ServerMessage.OrderState order
                && order.account().equals(account)) {
            onOrder(order);
            return true;
        }
        return message instanceof ServerMessage.OwnFill fill
                && fill.account().equals(account)
                && onFill(fill);
    }

    private void onOrder(ServerMessage.OrderState order) {
        boolean isKept = order.state().equals("resting") || order.state().equals("waiting");
        boolean isOver = order.open() == 0 || !isKept;
        if (isOver) {
            working.remove(order.orderId());
        } else {
            working.put(order.orderId(), order);
        }
    }

    private boolean onFill(ServerMessage.OwnFill fill) {
        FillKey key = new FillKey(fill.tradeId(), fill.orderId());
        if (!fillsKnown.add(key)) {
            return false;
        }
        fills.addFirst(fill);
        if (fills.size() > fillsMax) {
            ServerMessage.OwnFill oldest = fills.removeLast();
            fillsKnown.remove(new FillKey(oldest.tradeId(), oldest.orderId()));
        }
        positions
                .computeIfAbsent(fill.instrument(), symbol -> new PositionBook())
                .fill(fill.side(), fill.price(), fill.quantity(), fill.fee());
        return true;
    }

    public Balance balance() {
        return balance;
    }

    /** Shares of an instrument, available and reserved; zeros when it holds none. */
    public ServerMessage.Holding holding(String instrument) {
        for (ServerMessage.Holding holding : balance.holdings()) {
            if (holding.instrument().equals(instrument)) {
                return holding;
            }
        }
        return new ServerMessage.Holding(instrument, 0, 0);
    }

    /** The orders in the book, oldest first. */
    public List<ServerMessage.OrderState> workingOrders() {
        return List.copyOf(working.values());
    }

    /** The latest fills, newest first. */
    public List<ServerMessage.OwnFill> fills() {
        return List.copyOf(fills);
    }

    /**
     * What trading has come to, by instrument.
     *
     * @param lastPrice the last price of an instrument in cents, 0 when there is none
     */
    public List<Position> positions(ToLongFunction<String> lastPrice) {
        List<Position> list = new ArrayList<>();
        positions.forEach(
                (symbol, book) -> list.add(book.position(symbol, lastPrice.applyAsLong(symbol))));
        return List.copyOf(list);
    }

    /** Cash and all shares at the last prices, in cents. */
    public long equity(ToLongFunction<String> lastPrice) {
        long equity = balance.cashAvailable() + balance.cashReserved();
        for (ServerMessage.Holding holding : balance.holdings()) {
            long price = lastPrice.applyAsLong(holding.instrument());
            equity += price * (holding.available() + holding.reserved());
        }
        return equity;
    }
}
