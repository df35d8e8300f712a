package outcry.gateway.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import outcry.market.Role;
import outcry.wire.trader.ServerMessage;

/** One account: its secret's salted hash, its balances, its working orders in order of entry. */
public final class AccountModel {
    /** What an account has of one instrument. */
    private record Shares(String symbol, long available, long reserved) {}

    private final int number;
    private final String name;
    private final byte[] salt;
    private final byte[] hash;
    private final Map<Integer, Shares> holdings = new TreeMap<>();
    private final Map<Long, OrderModel> orders = new LinkedHashMap<>();
    private long cashAvailable;
    private long cashReserved;
    private Role role = Role.TRADER;

    AccountModel(int number, String name, byte[] salt, byte[] hash) {
        this.number = number;
        this.name = name;
        this.salt = salt;
        this.hash = hash;
    }

    public int number() {
        return number;
    }

    public String name() {
        return name;
    }

    public byte[] salt() {
        return salt.clone();
    }

    public byte[] hash() {
        return hash.clone();
    }

    /** Working orders, oldest first. */
    public Collection<OrderModel> orders() {
        return orders.values();
    }

    /** Balances as a message; instruments in the order of their listing, those of zero left out. */
    public ServerMessage.AccountState state(long id, long index) {
        List<ServerMessage.Holding> list = new ArrayList<>(holdings.size());
        for (Shares shares : holdings.values()) {
            list.add(
                    new ServerMessage.Holding(
                            shares.symbol(), shares.available(), shares.reserved()));
        }
        return new ServerMessage.AccountState(
                id, name, index, cashAvailable, cashReserved, list, role);
    }

    void setRole(Role newRole) {
        role = newRole;
    }

    void setCash(long available, long reserved) {
        cashAvailable = available;
        cashReserved = reserved;
    }

    void setShares(int instrument, String symbol, long available, long reserved) {
        if (available == 0 && reserved == 0) {
            holdings.remove(instrument);
        } else {
            holdings.put(instrument, new Shares(symbol, available, reserved));
        }
    }

    void add(OrderModel order) {
        orders.put(order.orderId(), order);
    }

    void remove(OrderModel order) {
        orders.remove(order.orderId());
    }

    /** The working order of this id, or null. */
    OrderModel order(long orderId) {
        return orders.get(orderId);
    }
}
