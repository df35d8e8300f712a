package outcry.desktop.trader.connection;

import java.util.List;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import outcry.client.ConnectionStatus;
import outcry.client.ConnectionStatus.State;
import outcry.desktop.parts.Figures;
import outcry.desktop.parts.Glyph;
import outcry.desktop.parts.Tone;
import outcry.wire.trader.ServerMessage;

/** Where the connection stands, as chips; and whether, and why not, one can trade. */
public final class ConnectionModel {
    /** A feed that was silent for longer is old, whatever the session says (it may stand still). */
    private static final long STALE_NANOS = 1_000_000_000;

    private final LongSupplier nanoTime;
    private final ReadOnlyObjectWrapper<ConnectionStatus> status;
    private final ReadOnlyObjectWrapper<ChipText> feed = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ChipText> leader = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ChipText> members = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ChipText> latency = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper blocked = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper stale = new ReadOnlyStringWrapper("");
    private ServerMessage.Members group;
    private String leaderShown = "";
    private long termShown;
    private long leaderSince;
    private long stateSince;
    private String refusedLogin = "";

    public ConnectionModel(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.stateSince = nanoTime.getAsLong();
        this.status =
                new ReadOnlyObjectWrapper<>(
                        new ConnectionStatus(
                                State.SEARCHING, "", "", 0, "", 0, 0, 0, 0, List.of(), ""));
        refresh();
    }

    public void show(ConnectionStatus newest) {
        if (newest.state() != status.get().state()) {
            stateSince = nanoTime.getAsLong();
        }
        if (!newest.leader().equals(leaderShown) || newest.term() != termShown) {
            leaderShown = newest.leader();
            termShown = newest.term();
            leaderSince = nanoTime.getAsLong();
        }
        status.set(newest);
        refresh();
    }

    public void show(ServerMessage.Members newest) {
        group = newest;
        refresh();
    }

    /** The account could not be opened because of this; empty when it could. */
    public void showLogin(String refusal) {
        refusedLogin = refusal;
        refresh();
    }

    /** Time has passed: ages are said anew. */
    public void refresh() {
        feed.set(feedChip());
        leader.set(leaderChip());
        members.set(membersChip());
        latency.set(latencyChip());
        stale.set(staleText());
        blocked.set(blockedReason());
    }

    public ReadOnlyObjectProperty<ConnectionStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ChipText> feedProperty() {
        return feed.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ChipText> leaderProperty() {
        return leader.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ChipText> membersProperty() {
        return members.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ChipText> latencyProperty() {
        return latency.getReadOnlyProperty();
    }

    /** Why nothing can be sent now, in a sentence; empty when it can. */
    public ReadOnlyStringProperty blockedProperty() {
        return blocked.getReadOnlyProperty();
    }

    /** How old what is shown is, "1.4 s old", or that it stands still; empty when it is live. */
    public ReadOnlyStringProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** The connection's state, with the feed's age taken into account. */
    public State state() {
        ConnectionStatus now = status.get();
        return now.state() == State.LIVE && age() > STALE_NANOS ? State.STALE : now.state();
    }

    /** Since the connection is in its state, in nanoseconds. */
    public long inStateNanos() {
        return nanoTime.getAsLong() - stateSince;
    }

    /** Since the last message, in nanoseconds; 0 when there was none. */
    public long age() {
        long heard = status.get().lastHeardNanos();
        return heard == 0 ? 0 : Math.max(0, nanoTime.getAsLong() - heard);
    }

    private ChipText feedChip() {
        ConnectionStatus now = status.get();
        String seq = "seq " + Figures.count(now.index());
        return switch (state()) {
            case LIVE ->
                    new ChipText(
                            Glyph.LIVE, "LIVE", seq + " · " + Figures.duration(age()), Tone.GOOD);
            case STALE ->
                    new ChipText(
                            Glyph.STALE,
                            "STALE",
                            seq + " · " + Figures.duration(age()),
                            Tone.WARNING);
            case ELECTING -> new ChipText(Glyph.ELECTING, "ELECTING", seq, Tone.WARNING);
            case RECONNECTING ->
                    new ChipText(
                            Glyph.CONNECTING,
                            "RECONNECTING",
                            Figures.duration(age()),
                            Tone.WARNING);
            case CONNECTING -> new ChipText(Glyph.CONNECTING, "CONNECTING", now.node(), Tone.INFO);
            case SEARCHING ->
                    new ChipText(
                            Glyph.SEARCHING,
                            "SEARCHING",
                            Figures.duration(inStateNanos() / 1_000_000_000 * 1_000_000_000),
                            Tone.INFO);
            case CLOSED ->
                    new ChipText(Glyph.DISCONNECTED, "NOT LIVE", "disconnected", Tone.NEUTRAL);
        };
    }

    private ChipText leaderChip() {
        ConnectionStatus now = status.get();
        if (now.leader().isEmpty()) {
            return new ChipText(
                    Glyph.CROWN,
                    "no leader",
                    now.term() == 0 ? "" : "term " + now.term(),
                    now.term() == 0 ? Tone.NEUTRAL : Tone.WARNING);
        }
        long seconds = (nanoTime.getAsLong() - leaderSince) / 1_000_000_000;
        return new ChipText(
                Glyph.CROWN,
                now.leader(),
                "term " + now.term() + " · " + Figures.clock(seconds),
                Tone.NEUTRAL);
    }

    private ChipText membersChip() {
        if (group == null) {
            return new ChipText(Glyph.MEMBERS, "–", "up", Tone.NEUTRAL);
        }
        long live = group.members().stream().filter(m -> m.state().equals("live")).count();
        int all = group.members().size();
        return new ChipText(
                Glyph.MEMBERS, live + "/" + all, "up", live == all ? Tone.NEUTRAL : Tone.WARNING);
    }

    private ChipText latencyChip() {
        ConnectionStatus now = status.get();
        boolean measured = now.roundTripNanos() > 0 && !now.node().isEmpty();
        return new ChipText(
                Glyph.LATENCY,
                measured ? Figures.duration(now.roundTripNanos()) : "–",
                now.node().isEmpty() ? "RTT" : "to " + now.node(),
                Tone.NEUTRAL);
    }

    private String staleText() {
        State state = state();
        if (state == State.LIVE) {
            return "";
        }
        if (status.get().lastHeardNanos() == 0) {
            return "not connected";
        }
        return state == State.ELECTING ? "stands still" : Figures.duration(age()) + " old";
    }

    private String blockedReason() {
        if (!refusedLogin.isEmpty()) {
            return "Not logged in: " + refusedLogin;
        }
        return switch (state()) {
            case LIVE -> "";
            case STALE -> "Nothing can be sent: no data for " + Figures.duration(age()) + ".";
            case ELECTING -> "Nothing can be sent: the exchange is electing a leader.";
            case RECONNECTING -> "Nothing can be sent: moving to another node.";
            case CONNECTING -> "Nothing can be sent yet: connecting.";
            case SEARCHING -> "Nothing can be sent: no exchange found yet.";
            case CLOSED -> "Nothing can be sent: disconnected.";
        };
    }
}
