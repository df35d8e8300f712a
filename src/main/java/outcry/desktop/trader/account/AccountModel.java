package outcry.desktop.trader.account;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import outcry.desktop.parts.Figures;
import outcry.desktop.parts.Sweep;
import outcry.wire.trader.ServerMessage;

/** Cash and holdings of the account, and what they are worth. Unknown until the exchange told. */
public final class AccountModel {
    /** Trades remembered, so that a fill told twice, after a reconnect, counts once. */
    private static final int FILLS_REMEMBERED = 10_000;

    private final ToLongFunction<String> lastPrice;
    private final Map<String, Position> bySymbol = new LinkedHashMap<>();
    private final ObservableList<Position> positions = FXCollections.observableArrayList();
    private final Set<String> fillsSeen = new LinkedHashSet<>();
    private final ReadOnlyStringWrapper account = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper cashAvailable = new ReadOnlyStringWrapper("–");
    private final ReadOnlyStringWrapper cashReserved = new ReadOnlyStringWrapper("–");
    private final ReadOnlyStringWrapper equity = new ReadOnlyStringWrapper("–");
    private final ReadOnlyStringWrapper profit = new ReadOnlyStringWrapper("0.00");

    /** Counts the reports, so that whoever depends on balances can look again. */
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();

    private ServerMessage.AccountState state;

    /**
     * @param lastPrice an instrument's last price in cents, 0 when unknown
     */
    public AccountModel(ToLongFunction<String> lastPrice) {
        this.lastPrice = lastPrice;
    }

    /** The window is about this account now; what was known of another is forgotten. */
    public void open(String name) {
        account.set(name);
        state = null;
        bySymbol.clear();
        positions.clear();
        fillsSeen.clear();
        refreshPrices();
    }

    public void show(ServerMessage.AccountState newest) {
        if (!newest.account().equals(account.get())) {
            return;
        }
        state = newest;
        Set<String> held = new HashSet<>();
        for (ServerMessage.Holding holding : newest.holdings()) {
            held.add(holding.instrument());
            position(holding.instrument()).showHolding(holding.available(), holding.reserved());
        }
        for (Position position : bySymbol.values()) {
            if (!held.contains(position.symbol())) {
                position.showHolding(0, 0);
            }
        }
        refreshPrices();
    }

    public void addFill(ServerMessage.OwnFill fill) {
        if (!fill.account().equals(account.get())
                || !fillsSeen.add(fill.tradeId() + "/" + fill.orderId())) {
            return;
        }
        if (fillsSeen.size() > FILLS_REMEMBERED) {
            fillsSeen.remove(fillsSeen.iterator().next());
        }
        position(fill.instrument()).addFill(fill.side(), fill.price(), fill.quantity());
        refreshPrices();
    }

    /** Values positions at the present prices. */
    public void refreshPrices() {
        long worth = 0;
        long gained = 0;
        for (Position position : bySymbol.values()) {
            position.showLast(lastPrice.applyAsLong(position.symbol()));
            worth = Sweep.addClamped(worth, position.valueCents());
            gained += position.profitCents();
        }
        positions.removeIf(Position::isEmpty);
        for (Position position : bySymbol.values()) {
            if (!position.isEmpty() && !positions.contains(position)) {
                positions.add(position);
            }
        }
        profit.set(Figures.gain(gained));
        if (state == null) {
            cashAvailable.set("–");
            cashReserved.set("–");
            equity.set("–");
        } else {
            long cash = Sweep.addClamped(state.cashAvailable(), state.cashReserved());
            cashAvailable.set(Figures.money(state.cashAvailable()));
            cashReserved.set(Figures.money(state.cashReserved()));
            equity.set(Figures.money(Sweep.addClamped(cash, worth)));
        }
        version.set(version.get() + 1);
    }

    /** Whether the exchange has told the balances. */
    public boolean isKnown() {
        return state != null;
    }

    /** Cents that can be spent. */
    public long cashAvailableCents() {
        return state == null ? 0 : state.cashAvailable();
    }

    /** Shares that can be sold. */
    public long sharesAvailable(String symbol) {
        Position position = bySymbol.get(symbol);
        return position == null ? 0 : position.available();
    }

    public ObservableList<Position> positions() {
        return positions;
    }

    public ReadOnlyStringProperty accountProperty() {
        return account.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty cashAvailableProperty() {
        return cashAvailable.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty cashReservedProperty() {
        return cashReserved.getReadOnlyProperty();
    }

    /** Cash and shares at their last prices. */
    public ReadOnlyStringProperty equityProperty() {
        return equity.getReadOnlyProperty();
    }

    /** Gained or lost in the fills this window has seen. */
    public ReadOnlyStringProperty profitProperty() {
        return profit.getReadOnlyProperty();
    }

    /** Changes whenever balances may have changed. */
    public ReadOnlyLongProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    private Position position(String symbol) {
        return bySymbol.computeIfAbsent(symbol, Position::new);
    }
}
