package outcry.desktop.trader.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import outcry.client.model.Position;
import outcry.desktop.parts.Figures;
import outcry.desktop.parts.Sweep;
import outcry.market.Role;
import outcry.wire.trader.ServerMessage;

/** Cash and holdings of the account, and what they are worth. Unknown until the exchange told. */
public final class AccountModel {
    private static final int FILLS_KEPT = 2_000;

    private final ToLongFunction<String> lastPrice;
    private final Map<String, PositionRow> rows = new HashMap<>();
    private final ObservableList<PositionRow> positions = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper account = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper cashAvailable = new ReadOnlyStringWrapper("–");
    private final ReadOnlyStringWrapper cashReserved = new ReadOnlyStringWrapper("–");
    private final ReadOnlyStringWrapper equity = new ReadOnlyStringWrapper("–");
    private final ReadOnlyStringWrapper profit = new ReadOnlyStringWrapper("0.00");

    /** Counts the reports, so that whoever depends on balances can look again. */
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();

    private outcry.client.model.AccountModel told = new outcry.client.model.AccountModel("", 1);
    private boolean known;
    private Role role = Role.TRADER;

    /**
     * @param lastPrice an instrument's last price in cents, 0 when unknown
     */
    public AccountModel(ToLongFunction<String> lastPrice) {
        this.lastPrice = lastPrice;
    }

    /** The window is about this account now; what was known of another is forgotten. */
    public void open(String name) {
        told = new outcry.client.model.AccountModel(name, FILLS_KEPT);
        known = false;
        role = Role.TRADER;
        rows.clear();
        positions.clear();
        account.set(name);
        refresh();
    }

    public void show(ServerMessage.AccountState newest) {
        if (told.onFeed(newest)) {
            known = true;
            role = newest.role();
            refresh();
        }
    }

    /**
     * Takes in a fill.
     *
     * @return false when it is another account's, or was told before
     */
    public boolean addFill(ServerMessage.OwnFill fill) {
        boolean fresh = told.onFeed(fill);
        if (fresh) {
            refresh();
        }
        return fresh;
    }

    /** Values everything at the present prices. */
    public void refresh() {
        Map<String, Position> traded = new TreeMap<>();
        told.positions(lastPrice).forEach(position -> traded.put(position.instrument(), position));
        long worth = 0;
        long gained = 0;
        List<PositionRow> shown = new ArrayList<>();
        for (ServerMessage.Holding holding : told.balance().holdings()) {
            traded.putIfAbsent(
                    holding.instrument(), new Position(holding.instrument(), 0, 0, 0, 0));
        }
        for (Position position : traded.values()) {
            String symbol = position.instrument();
            long price = lastPrice.applyAsLong(symbol);
            ServerMessage.Holding holding = told.holding(symbol);
            PositionRow row = rows.computeIfAbsent(symbol, PositionRow::new);
            row.show(holding, position, price);
            shown.add(row);
            worth = Sweep.addClamped(worth, PositionRow.valueOf(holding, price));
            gained += position.realised() + position.unrealised();
        }
        if (!positions.equals(shown)) {
            positions.setAll(shown);
        }
        showSums(worth, gained);
        version.set(version.get() + 1);
    }

    /** Whether the exchange has told the balances. */
    public boolean isKnown() {
        return known;
    }

    /** Whether the account runs the exchange; false until the exchange told. */
    public boolean isOperator() {
        return role == Role.OPERATOR;
    }

    /** Cents that can be spent. */
    public long cashAvailableCents() {
        return told.balance().cashAvailable();
    }

    /** Shares that can be sold. */
    public long sharesAvailable(String symbol) {
        return told.holding(symbol).available();
    }

    public ObservableList<PositionRow> positions() {
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

    private void showSums(long worth, long gained) {
        outcry.client.model.AccountModel.Balance balance = told.balance();
        long cash = Sweep.addClamped(balance.cashAvailable(), balance.cashReserved());
        profit.set(Figures.gain(gained));
        cashAvailable.set(known ? Figures.money(balance.cashAvailable()) : "–");
        cashReserved.set(known ? Figures.money(balance.cashReserved()) : "–");
        equity.set(known ? Figures.money(Sweep.addClamped(cash, worth)) : "–");
    }
}
