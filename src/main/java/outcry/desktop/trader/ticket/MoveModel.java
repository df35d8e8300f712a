package outcry.desktop.trader.ticket;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import outcry.desktop.parts.Figures;
import outcry.desktop.trader.account.AccountModel;
import outcry.desktop.trader.desk.Desk;
import outcry.desktop.trader.desk.Dispatch;
import outcry.desktop.trader.desk.EventLog;
import outcry.market.Command;
import outcry.market.RoundState;
import outcry.wire.trader.ServerMessage;

/** Moving cash and shares in and out of the account, and shares out of an instrument's pool. */
public final class MoveModel {
    /** Names of instruments (M2). */
    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9._-]{1,32}");

    private final Dispatch dispatch;
    private final AccountModel account;
    private final ObjectProperty<Move> move = new SimpleObjectProperty<>(Move.DEPOSIT_CASH);
    private final StringProperty amount = new SimpleStringProperty("");
    private final StringProperty symbol = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper pool = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper sendable = new ReadOnlyBooleanWrapper(false);
    private String blocked = "";
    private boolean inRound;

    public MoveModel(Desk desk, EventLog log, AccountModel account) {
        this.dispatch = new Dispatch(desk, log);
        this.account = account;
        move.addListener(o -> refresh());
        amount.addListener(o -> refresh());
        symbol.addListener(o -> refresh());
        account.versionProperty().addListener(o -> refresh());
        refresh();
    }

    /** Why nothing can be sent now; empty when it can. */
    public void showBlocked(String reason) {
        if (!reason.equals(blocked)) {
            blocked = reason;
            refresh();
        }
    }

    /** While a round goes on only an operator moves cash and shares in and out. */
    public void showRound(ServerMessage.Round now) {
        boolean goesOn = now.state() != RoundState.ENDED;
        if (goesOn != inRound) {
            inRound = goesOn;
            refresh();
        }
    }

    /** The window's chosen instrument; null when there is none. */
    public void showInstrument(ServerMessage.Instrument instrument) {
        if (instrument == null) {
            pool.set("");
            return;
        }
        pool.set(
                "Pool of "
                        + instrument.symbol()
                        + ": "
                        + (instrument.pool() == 0
                                ? "nothing left to take"
                                : Figures.count(instrument.pool()) + " left"));
    }

    /** The window is about another instrument now. */
    public void takeSymbol(String chosen) {
        symbol.set(chosen);
    }

    /**
     * Sends it, unless something is wrong with it or one is under way.
     *
     * @return whether it was sent
     */
    public boolean send() {
        refresh();
        if (!sendable.get()) {
            return false;
        }
        boolean isSent = dispatch.send(command(), this::answered);
        refresh();
        return isSent;
    }

    public ObjectProperty<Move> moveProperty() {
        return move;
    }

    public StringProperty amountProperty() {
        return amount;
    }

    public StringProperty symbolProperty() {
        return symbol;
    }

    /** How much is left in the chosen instrument's pool, in words. */
    public ReadOnlyStringProperty poolProperty() {
        return pool.getReadOnlyProperty();
    }

    /** Why it cannot be sent, and what would help; empty when it can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty sendableProperty() {
        return sendable.getReadOnlyProperty();
    }

    /** What became of the last one. */
    public ReadOnlyStringProperty outcomeProperty() {
        return dispatch.outcomeProperty();
    }

    private void answered(ServerMessage.Answered answer) {
        if (answer.answer().isAccepted()) {
            amount.set("");
        }
        refresh();
    }

    private Command command() {
        String name = account.accountProperty().get();
        String instrument = instrument();
        long number = number().orElseThrow();
        return switch (move.get()) {
            case DEPOSIT_CASH -> new Command.DepositCash(name, number);
            case WITHDRAW_CASH -> new Command.WithdrawCash(name, number);
            case DEPOSIT_SHARES -> new Command.DepositShares(name, instrument, number);
            case WITHDRAW_SHARES -> new Command.WithdrawShares(name, instrument, number);
            case TAKE_FROM_POOL -> new Command.TakeFromPool(name, instrument, number);
            case RETURN_TO_POOL -> new Command.ReturnToPool(name, instrument, number);
        };
    }

    private OptionalLong number() {
        return move.get().isCash()
                ? Figures.parseMoney(amount.get())
                : Figures.parseCount(amount.get());
    }

    private String instrument() {
        return symbol.get().strip().toUpperCase(Locale.ROOT);
    }

    private void refresh() {
        problem.set(dispatch.isSending() ? "Waiting for the answer." : findProblem());
        sendable.set(problem.get().isEmpty());
    }

    private String findProblem() {
        if (!blocked.isEmpty()) {
            return blocked;
        }
        if (inRound && !account.isOperator()) {
            return "A round goes on: only an operator's correction moves cash and shares now.";
        }
        boolean cash = move.get().isCash();
        if (!cash && !SYMBOL.matcher(instrument()).matches()) {
            return "A symbol is 1 to 32 of A–Z, 0–9 and . _ -";
        }
        if (amount.get().isBlank()) {
            return cash ? "Enter an amount, such as 1000.00." : "Enter how many shares.";
        }
        OptionalLong number = number();
        if (number.isEmpty() || number.getAsLong() == 0) {
            return cash
                    ? "That is no amount above 0, such as 1000.00."
                    : "Shares are a whole number of at least 1.";
        }
        return tooMuch(number.getAsLong());
    }

    private String tooMuch(long number) {
        if (move.get() == Move.WITHDRAW_CASH && number > account.cashAvailableCents()) {
            return "You have " + Figures.money(account.cashAvailableCents()) + " free.";
        }
        boolean gives = move.get() == Move.WITHDRAW_SHARES || move.get() == Move.RETURN_TO_POOL;
        long shares = account.sharesAvailable(instrument());
        return gives && number > shares
                ? "You have " + Figures.count(shares) + " " + instrument() + " free."
                : "";
    }
}
