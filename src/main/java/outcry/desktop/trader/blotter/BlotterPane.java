package outcry.desktop.trader.blotter;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import outcry.desktop.parts.Glyph;
import outcry.desktop.trader.account.AccountModel;

/** Working orders, fills, ended and rejected orders, positions: a tab each. */
public final class BlotterPane extends StackPane {
    private final TabPane tabs = new TabPane();
    private final Button cancelAll = new Button("Cancel all", Glyph.CANCELLED.node());

    /**
     * @param blocked why nothing can be sent; empty when it can
     * @param amend opens the form that changes an order
     */
    public BlotterPane(
            OrdersModel orders,
            AccountModel account,
            ObservableValue<String> blocked,
            Consumer<OrderRow> amend) {
        tabs.setId("blotter");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs()
                .addAll(
                        tab("Working", orders.working(), BlotterTables.working(orders, amend)),
                        tab("Fills", orders.fills(), BlotterTables.fills(orders.fills())),
                        tab(
                                "Rejected",
                                orders.rejected(),
                                BlotterTables.over(
                                        "rejected", orders.rejected(), "Nothing was rejected.")),
                        tab(
                                "Positions",
                                account.positions(),
                                BlotterTables.positions(account.positions())),
                        tab(
                                "Ended",
                                orders.ended(),
                                BlotterTables.over(
                                        "ended", orders.ended(), "No order has ended yet.")));
        cancelAll.setId("cancel-all");
        cancelAll.getStyleClass().add("tool");
        cancelAll.setTooltip(new Tooltip("Cancels every working order (Ctrl+Backspace)."));
        cancelAll.setOnAction(e -> orders.cancelAll());
        cancelAll
                .disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> !blocked.getValue().isEmpty() || orders.working().isEmpty(),
                                blocked,
                                orders.working()));
        getStyleClass().add("blotter");
        getChildren().add(tabs);
    }

    /** Cancels every working order; belongs into the panel's header. */
    public Button cancelAllButton() {
        return cancelAll;
    }

    /** Puts the keyboard into the table in sight. */
    public void focusTable() {
        tabs.getSelectionModel().getSelectedItem().getContent().requestFocus();
    }

    private static Tab tab(String title, ObservableList<?> rows, Node content) {
        Tab tab = new Tab();
        tab.setContent(content);
        tab.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> rows.isEmpty() ? title : title + " " + rows.size(), rows));
        return tab;
    }
}
