package outcry.desktop.trader.desk;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import outcry.client.TraderSession;
import outcry.market.Command;
import outcry.wire.trader.ServerMessage;

/**
 * Hands commands to the session and brings the answers back to the JavaFX thread, on which all of
 * this happens. Knows what is unanswered: after a failover the session sends it again with the same
 * number, so it is never sent twice from here.
 */
public final class Desk {
    private final TraderSession session;
    private final EventLog log;
    private final Executor windowThread;
    private final Map<Long, Command> waiting = new LinkedHashMap<>();

    /** Requests that were unanswered when the leader or the connection was lost, and still are. */
    private final Set<Long> uncertain = new LinkedHashSet<>();

    private final ReadOnlyIntegerWrapper waitingCount =
            new ReadOnlyIntegerWrapper(this, "waiting", 0);
    private final ReadOnlyObjectWrapper<Tally> tally =
            new ReadOnlyObjectWrapper<>(this, "tally", Tally.NOTHING);

    /**
     * @param windowThread runs what it is given on the JavaFX thread, later
     */
    public Desk(TraderSession session, EventLog log, Executor windowThread) {
        this.session = session;
        this.log = log;
        this.windowThread = windowThread;
    }

    /**
     * Sends a command; the answer comes on the JavaFX thread, once, after this returned.
     *
     * @return the request's number, or 0 when it was not sent because too many are unanswered
     */
    public long submit(Command command, Consumer<ServerMessage.Answered> onAnswer) {
        long number;
        try {
            number =
                    session.submit(
                            command,
                            answer -> windowThread.execute(() -> answered(answer, onAnswer)));
        } catch (IllegalStateException e) {
            log.add("Not sent: " + e.getMessage());
            return 0;
        }
        waiting.put(number, command);
        waitingCount.set(waiting.size());
        return number;
    }

    /** Brings an answer of another kind to the JavaFX thread, in order with the commands'. */
    public void onWindowThread(Runnable action) {
        windowThread.execute(action);
    }

    /** Commands sent and not answered yet. */
    public ReadOnlyIntegerProperty waitingProperty() {
        return waitingCount.getReadOnlyProperty();
    }

    /**
     * The leader or the connection is gone: whatever is unanswered now is uncertain until its
     * answer comes.
     */
    public void connectionLost() {
        if (uncertain.isEmpty()) {
            tally.set(Tally.NOTHING);
        }
        for (Map.Entry<Long, Command> request : waiting.entrySet()) {
            if (uncertain.add(request.getKey())) {
                tally.set(tally.get().plusWaiting(request.getValue()));
            }
        }
    }

    /** What became of the requests that were uncertain at the last loss. */
    public ReadOnlyObjectProperty<Tally> tallyProperty() {
        return tally.getReadOnlyProperty();
    }

    private void answered(
            ServerMessage.Answered answer, Consumer<ServerMessage.Answered> onAnswer) {
        Command command = waiting.remove(answer.number());
        waitingCount.set(waiting.size());
        if (uncertain.remove(answer.number())) {
            tally.set(tally.get().plusAnswer(answer.answer()));
            log.add(
                    "Request "
                            + answer.number()
                            + " was unanswered at the failover: "
                            + Words.outcome(command, answer));
        }
        onAnswer.accept(answer);
    }
}
