package outcry.desktop.trader.desk;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import outcry.market.Command;
import outcry.wire.trader.ServerMessage;

/**
 * A form's way to the exchange: one command at a time, so that nothing is sent twice, and a
 * sentence about what became of the last. JavaFX thread only.
 */
public final class Dispatch {
    private final Desk desk;
    private final EventLog log;
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
    private boolean sending;

    public Dispatch(Desk desk, EventLog log) {
        this.desk = desk;
        this.log = log;
    }

    /**
     * Sends a command unless one is under way.
     *
     * @param onAnswer called once, after this returned, when the exchange has decided
     * @return whether it was sent
     */
    public boolean send(Command command, Consumer<ServerMessage.Answered> onAnswer) {
        if (sending) {
            return false;
        }
        sending = true; // Before the desk is asked: whoever looks meanwhile must see it.
        sending = desk.submit(command, answer -> answered(command, answer, onAnswer)) != 0;
        return sending;
    }

    /** Whether a command is under way. */
    public boolean isSending() {
        return sending;
    }

    /** What became of the last command; empty before. */
    public ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    private void answered(
            Command command,
            ServerMessage.Answered answer,
            Consumer<ServerMessage.Answered> onAnswer) {
        sending = false;
        outcome.set(Words.outcome(command, answer));
        log.add(outcome.get());
        onAnswer.accept(answer);
    }
}
