package outcry.desktop.trader.venue;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import outcry.desktop.trader.account.AccountModel;
import outcry.desktop.trader.desk.Desk;
import outcry.desktop.trader.desk.Dispatch;
import outcry.desktop.trader.desk.EventLog;
import outcry.market.Command;
import outcry.market.Phase;
import outcry.market.Role;
import outcry.market.RoundAction;
import outcry.wire.trader.ServerMessage;

/** The operator's desk: one command at a time, and whether the account may (M16). */
public final class OperatorModel {
    private final Dispatch dispatch;
    private final AccountModel account;
    private final ObjectProperty<OperatorAction> action =
            new SimpleObjectProperty<>(this, "action", OperatorAction.ROUND);
    private final ObjectProperty<RoundAction> roundAction =
            new SimpleObjectProperty<>(this, "roundAction", RoundAction.START);
    private final ObjectProperty<Phase> phase =
            new SimpleObjectProperty<>(this, "phase", Phase.CONTINUOUS);
    private final ObjectProperty<Role> role =
            new SimpleObjectProperty<>(this, "role", Role.OPERATOR);
    private final Map<OperatorField, StringProperty> texts = new EnumMap<>(OperatorField.class);
    private final ReadOnlyStringWrapper standing = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper sendable = new ReadOnlyBooleanWrapper();
    private String blocked = "";

    public OperatorModel(Desk desk, EventLog log, AccountModel account) {
        this.dispatch = new Dispatch(desk, log);
        this.account = account;
        for (OperatorField field : OperatorField.values()) {
            StringProperty text = new SimpleStringProperty(this, field.name(), "");
            text.addListener(o -> refresh());
            texts.put(field, text);
        }
        action.addListener(o -> refresh());
        roundAction.addListener(o -> refresh());
        phase.addListener(o -> refresh());
        role.addListener(o -> refresh());
        account.versionProperty().addListener(o -> refresh());
        refresh();
    }

    /** Why nothing can be sent now; empty when it can. */
    public void showBlocked(String reason) {
        blocked = reason;
        refresh();
    }

    /** The window is about another instrument now. */
    public void takeSymbol(String symbol) {
        text(OperatorField.INSTRUMENT).set(symbol);
    }

    /** The round is in another state: what fits it is suggested. */
    public void showRound(ServerMessage.Round round) {
        roundAction.set(
                switch (round.state()) {
                    case ENDED -> RoundAction.START;
                    case RUNNING -> RoundAction.END;
                    case PAUSED -> RoundAction.RESUME;
                });
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
        Command command = draft(new OperatorDraft(account.accountProperty().get(), this::typed));
        boolean isSent = dispatch.send(command, answer -> refresh());
        refresh();
        return isSent;
    }

    public ObjectProperty<OperatorAction> actionProperty() {
        return action;
    }

    public ObjectProperty<RoundAction> roundActionProperty() {
        return roundAction;
    }

    public ObjectProperty<Phase> phaseProperty() {
        return phase;
    }

    public ObjectProperty<Role> roleProperty() {
        return role;
    }

    public StringProperty text(OperatorField field) {
        return texts.get(field);
    }

    /** Whether the account may do this, and who can change that. */
    public ReadOnlyStringProperty standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** Why it cannot be sent, and what would be right; empty when it can. */
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

    private void refresh() {
        standing.set(
                account.isOperator()
                        ? account.accountProperty().get() + " is an operator."
                        : account.accountProperty().get()
                                + " is a trader. Only operators run the exchange; while there is"
                                + " none, anybody can appoint the first.");
        problem.set(findProblem());
        sendable.set(problem.get().isEmpty());
    }

    private String findProblem() {
        if (!blocked.isEmpty()) {
            return blocked;
        }
        if (dispatch.isSending()) {
            return "Waiting for the answer.";
        }
        if (!account.isOperator() && !action.get().isOpenToFirst()) {
            return "Only an operator can do this: an operator must appoint "
                    + account.accountProperty().get()
                    + " first.";
        }
        OperatorDraft draft = new OperatorDraft(account.accountProperty().get(), this::typed);
        draft(draft);
        return draft.problem();
    }

    private Command draft(OperatorDraft draft) {
        return draft.read(
                action.get(),
                new OperatorDraft.Choices(roundAction.get(), phase.get(), role.get()));
    }

    private String typed(OperatorField field) {
        return text(field).get();
    }
}
