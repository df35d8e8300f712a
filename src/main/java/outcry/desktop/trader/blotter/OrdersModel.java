package outcry.desktop.trader.blotter;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import outcry.desktop.trader.desk.Desk;
import outcry.desktop.trader.desk.EventLog;
import outcry.desktop.trader.desk.Words;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.market.Side;
import outcry.wire.trader.ServerMessage;

/** The account's orders through their lives, and its fills. JavaFX thread only. */
public final class OrdersModel {
    private static final int ROWS_KEPT = 2_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Desk desk;
    private final EventLog log;
    private final Supplier<Instant> clock;
    private final ObservableList<OrderRow> working = FXCollections.observableArrayList();
    private final ObservableList<OrderRow> ended = FXCollections.observableArrayList();
    private final ObservableList<OrderRow> rejected = FXCollections.observableArrayList();
    private final ObservableList<FillRow> fills = FXCollections.observableArrayList();
    private final Map<Long, OrderRow> byId = new HashMap<>();

    /** Ends of orders that were heard before the order itself was known here; bounded. */
    private final Map<Long, ServerMessage.OrderState> endsHeardEarly = new LinkedHashMap<>();

    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
    private String account = "";

    public OrdersModel(Desk desk, EventLog log, Supplier<Instant> clock) {
        this.desk = desk;
        this.log = log;
        this.clock = clock;
    }

    /** The window is about this account now; what was known of another is forgotten. */
    public void open(String newAccount) {
        account = newAccount;
        List.of(working, ended, rejected).forEach(ObservableList::clear);
        fills.clear();
        byId.clear();
        endsHeardEarly.clear();
        changed();
    }

    /**
     * Sends an order.
     *
     * @param onAnswer called once when the exchange has decided
     * @return whether it was sent
     */
    public boolean enter(Command.EnterOrder order, Runnable onAnswer) {
        OrderRow row =
                new OrderRow(
                        new OrderRow.Terms(
                                order.instrument(),
                                order.side(),
                                order.price(),
                                order.quantity(),
                                new ServerMessage.OrderTerms(
                                        order.type(),
                                        order.timeInForce(),
                                        order.stop(),
                                        false,
                                        order.display(),
                                        order.postOnly())),
                        TIME.format(clock.get()));
        long number =
                desk.submit(
                        order,
                        answer -> {
                            answered(row, order, answer);
                            onAnswer.run();
                        });
        if (number == 0) {
            return false;
        }
        working.add(0, row);
        changed();
        return true;
    }

    /** Asks for one order's cancel. */
    public void cancel(OrderRow row) {
        if (!row.isCancellable()) {
            return;
        }
        Command command = new Command.CancelOrder(account, row.orderId());
        long number =
                desk.submit(
                        command,
                        answer -> {
                            log.add(Words.outcome(command, answer));
                            if (!answer.answer().isAccepted()) {
                                row.setCancelling(false);
                            }
                        });
        row.setCancelling(number != 0);
    }

    /**
     * Asks for another price or quantity of a working order.
     *
     * @param price in cents, 0 to leave it
     * @param quantity shares that are to be open, 0 to leave them
     * @return whether it was sent
     */
    public boolean amend(
            OrderRow row, long price, long quantity, Consumer<ServerMessage.Answered> onAnswer) {
        if (!row.isAmendable()) {
            return false;
        }
        Command command = new Command.AmendOrder(account, row.orderId(), price, quantity);
        return desk.submit(
                        command,
                        answer -> {
                            log.add(Words.outcome(command, answer));
                            onAnswer.accept(answer);
                        })
                != 0;
    }

    /** Asks for the cancel of every order of the account. */
    public void cancelAll() {
        Command command = new Command.CancelAll(account, "");
        desk.submit(command, answer -> log.add(Words.outcome(command, answer)));
    }

    /** The leader or the connection is gone: what is unanswered is not known now. */
    public void connectionLost() {
        for (OrderRow row : working) {
            if (row.stage() == OrderState.SENT) {
                row.become(OrderState.UNKNOWN, row.open(), "");
            }
        }
    }

    /** One own order changed, here or from another window of the account. */
    public void onOrderState(ServerMessage.OrderState state) {
        if (!state.account().equals(account)) {
            return;
        }
        OrderRow row = byId.get(state.orderId());
        if (row == null) {
            if (!isOpen(state)) {
                // Over before this window knew of it; its answer may still be to come.
                endsHeardEarly.put(state.orderId(), state);
                if (endsHeardEarly.size() > ROWS_KEPT) {
                    endsHeardEarly.remove(endsHeardEarly.keySet().iterator().next());
                }
                return;
            }
            row = new OrderRow(termsOf(state), TIME.format(instant(state.timestampNanos())));
            row.accept(state.orderId(), state.index());
            byId.put(state.orderId(), row);
            working.add(0, row);
        }
        become(row, state);
        changed();
    }

    /** All orders that work now, after a reconnect: what is missing has ended unseen. */
    public void onOrders(ServerMessage.Orders orders) {
        Set<Long> still = new HashSet<>();
        for (ServerMessage.OrderState state : orders.orders()) {
            still.add(state.orderId());
            onOrderState(state);
        }
        for (OrderRow row : new ArrayList<>(working)) {
            boolean older = row.orderId() != 0 && row.acceptedIndex() <= orders.index();
            if (older && !still.contains(row.orderId())) {
                move(row, OrderState.ENDED_UNSEEN, row.open(), "filled or cancelled meanwhile");
            }
        }
        changed();
    }

    /** An own fill that was not told before. */
    public void onFill(ServerMessage.OwnFill fill) {
        fills.add(0, new FillRow(fill, TIME.format(instant(fill.timestampNanos()))));
        if (fills.size() > ROWS_KEPT) {
            fills.remove(ROWS_KEPT, fills.size());
        }
    }

    /** Own shares that rest, by price in cents, of one side of an instrument. */
    public Map<Long, Long> ownAt(String symbol, Side side) {
        Map<Long, Long> own = new HashMap<>();
        for (OrderRow row : working) {
            OrderRow.Terms terms = row.terms();
            boolean isInBook = row.orderId() != 0 && row.stage() != OrderState.WAITING;
            if (isInBook && terms.symbol().equals(symbol) && terms.side() == side) {
                own.merge(terms.price(), row.open(), Long::sum);
            }
        }
        return own;
    }

    /** Cancels the orders of an instrument at a price. */
    public void cancelAt(String symbol, long price) {
        for (OrderRow row : List.copyOf(working)) {
            boolean isThere = row.terms().symbol().equals(symbol) && row.terms().price() == price;
            if (isThere && row.stage() != OrderState.WAITING) {
                cancel(row);
            }
        }
    }

    /** Orders that may still trade, newest first. */
    public ObservableList<OrderRow> working() {
        return working;
    }

    /** Orders that were accepted and have ended, newest first. */
    public ObservableList<OrderRow> ended() {
        return ended;
    }

    public ObservableList<OrderRow> rejected() {
        return rejected;
    }

    public ObservableList<FillRow> fills() {
        return fills;
    }

    /** Changes whenever an order has changed. */
    public ReadOnlyLongProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    private void answered(OrderRow row, Command.EnterOrder order, ServerMessage.Answered answered) {
        Answer answer = answered.answer();
        log.add(Words.outcome(order, answered));
        if (!answer.isAccepted()) {
            move(row, OrderState.REJECTED, row.open(), Words.refusal(answered));
            changed();
            return;
        }
        row.accept(answer.orderId(), answer.index());
        showAccepted(row, answer);
        OrderRow heardBefore = byId.put(answer.orderId(), row);
        ServerMessage.OrderState end = endsHeardEarly.remove(answer.orderId());
        if (end != null) {
            become(row, end);
        } else if (heardBefore != null) {
            // The feed was faster than the answer: this row takes the place of that one.
            row.show(heardBefore.terms());
            working.remove(heardBefore);
            ended.remove(heardBefore);
            move(row, heardBefore.stage(), heardBefore.open(), heardBefore.detailProperty().get());
        }
        changed();
    }

    private void showAccepted(OrderRow row, Answer answer) {
        long unfilled = row.terms().quantity() - answer.filled();
        if (answer.resting() > 0) {
            boolean waits = row.terms().further().type().isStop();
            OrderState stage = waits ? OrderState.WAITING : restingStage(row, answer.resting());
            move(row, stage, answer.resting(), "");
        } else if (unfilled == 0) {
            move(row, OrderState.FILLED, 0, "");
        } else {
            move(row, OrderState.CANCELLED, unfilled, "the rest did not find a counterpart");
        }
    }

    private void become(OrderRow row, ServerMessage.OrderState state) {
        row.show(termsOf(state));
        switch (state.state()) {
            case "waiting" -> move(row, OrderState.WAITING, state.open(), "");
            case "filled" -> move(row, OrderState.FILLED, 0, "");
            case "cancelled" ->
                    move(row, OrderState.CANCELLED, state.open(), words(state.reason()));
            default -> move(row, restingStage(row, state.open()), state.open(), "");
        }
    }

    private static OrderState restingStage(OrderRow row, long open) {
        return open < row.terms().quantity() ? OrderState.PARTLY_FILLED : OrderState.RESTING;
    }

    private void move(OrderRow row, OrderState stage, long open, String why) {
        row.become(stage, open, why);
        if (stage.isWorking()) {
            return;
        }
        if (working.remove(row)) {
            ObservableList<OrderRow> list = stage == OrderState.REJECTED ? rejected : ended;
            list.add(0, row);
            if (list.size() > ROWS_KEPT) {
                byId.remove(list.remove(list.size() - 1).orderId());
            }
        }
    }

    private void changed() {
        version.set(version.get() + 1);
    }

    private static boolean isOpen(ServerMessage.OrderState state) {
        return state.open() > 0
                && !state.state().equals("filled")
                && !state.state().equals("cancelled");
    }

    private static OrderRow.Terms termsOf(ServerMessage.OrderState state) {
        return new OrderRow.Terms(
                state.instrument(), state.side(), state.price(), state.quantity(), state.terms());
    }

    private static String words(String reason) {
        return reason.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private static Instant instant(long nanosSince1970) {
        return Instant.ofEpochSecond(0, nanosSince1970);
    }
}
