package outcry.desktop.trader.connection;

import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import outcry.client.ConnectionStatus;
import outcry.client.ConnectionStatus.State;
import outcry.desktop.parts.Figures;
import outcry.desktop.parts.Glyph;
import outcry.desktop.parts.Tone;
import outcry.desktop.trader.connection.BannerText.Action;
import outcry.desktop.trader.desk.Desk;
import outcry.desktop.trader.desk.Tally;
import outcry.desktop.trader.desk.Words;

/**
 * What the banner says in each state that is not normal, and the story of a failover: who was lost,
 * for how long, who leads now, what became of the orders under way.
 */
public final class BannerModel {
    /** A loss sooner after the last one belongs to it: the first node moved to was lost as well. */
    private static final long CALM_NANOS = 3_000_000_000L;

    /** How long a change of leader that nobody had to wait for stays announced. */
    private static final long HANDOVER_SHOWN_NANOS = 10_000_000_000L;

    private final ConnectionModel connection;
    private final Desk desk;
    private final String networks;
    private final LongSupplier nanoTime;
    private final ReadOnlyObjectWrapper<BannerText> banner = new ReadOnlyObjectWrapper<>();

    /** What is told after a failover until it is dismissed; null when there is nothing to tell. */
    private Recovery recovery;

    private String handover = "";
    private long handoverSince;
    private boolean wasLive;
    private String leaderBefore = "";
    private String nodeBefore = "";
    private long termBefore;
    private long lostAt;
    private long liveSince;
    private String refusedLogin = "";

    private record Recovery(String lead, long outageNanos) {}

    /**
     * @param networks where nodes are looked for, in words
     */
    public BannerModel(
            ConnectionModel connection, Desk desk, String networks, LongSupplier nanoTime) {
        this.connection = connection;
        this.desk = desk;
        this.networks = networks;
        this.nanoTime = nanoTime;
        desk.tallyProperty().addListener(o -> refresh());
    }

    /**
     * The connection's status changed; call after the {@link ConnectionModel} was told.
     *
     * @param heardNanos monotonic time at which it changed
     */
    public void onConnection(ConnectionStatus status, long heardNanos) {
        boolean live = status.state() == State.LIVE;
        if (live) {
            becameLive(status, heardNanos);
        } else if (wasLive) {
            wasLive = false;
            if (lostAt == 0 || heardNanos - liveSince > CALM_NANOS) {
                lostAt = heardNanos;
            }
            recovery = null;
            handover = "";
        }
        refresh();
    }

    /** The account could not be opened because of this; empty when it could. */
    public void showLogin(String refusal) {
        refusedLogin = refusal;
        refresh();
    }

    /** The user has read what happened. */
    public void dismiss() {
        recovery = null;
        handover = "";
        refresh();
    }

    /** Time has passed. */
    public void refresh() {
        banner.set(now());
    }

    /** Null in the normal state. */
    public ReadOnlyObjectProperty<BannerText> bannerProperty() {
        return banner.getReadOnlyProperty();
    }

    private void becameLive(ConnectionStatus status, long heardNanos) {
        boolean first = termBefore == 0;
        boolean newLeader = status.term() != termBefore || !status.leader().equals(leaderBefore);
        if (!first && !wasLive && !newLeader && desk.tallyProperty().get().total() == 0) {
            announce("Now served by " + status.node() + " instead of " + nodeBefore, heardNanos);
        } else if (!first && !wasLive) {
            recovery = new Recovery(recoveryText(status, newLeader), heardNanos - lostAt);
        } else if (!first && newLeader) {
            announce(
                    "Leadership moved "
                            + leaderBefore
                            + " → "
                            + status.leader()
                            + " (term "
                            + status.term()
                            + ")",
                    heardNanos);
        }
        if (!wasLive) {
            liveSince = heardNanos;
        }
        wasLive = true;
        leaderBefore = status.leader();
        nodeBefore = status.node();
        termBefore = status.term();
    }

    /** Tells something that nobody has to act on; it goes away by itself. */
    private void announce(String text, long heardNanos) {
        handover = text;
        handoverSince = heardNanos;
    }

    private String recoveryText(ConnectionStatus status, boolean newLeader) {
        if (newLeader) {
            return status.leader() + " is leader (term " + status.term() + ").";
        }
        if (!status.node().equals(nodeBefore)) {
            return "Now served by " + status.node() + " instead of " + nodeBefore + ".";
        }
        return "Live again through " + status.node() + ".";
    }

    private BannerText now() {
        String told = connection.statusProperty().get().explanation();
        switch (connection.state()) {
            case LIVE:
                return live();
            case STALE:
                return warning(
                        Glyph.STALE,
                        "No data for "
                                + Figures.duration(connection.age())
                                + " – prices may be old");
            case ELECTING:
                return warning(Glyph.ELECTING, told.isEmpty() ? electing() : told);
            case RECONNECTING:
                return warning(Glyph.CONNECTING, told.isEmpty() ? reconnecting() : told);
            case CONNECTING:
                return info(Glyph.CONNECTING, told.isEmpty() ? connecting() : told);
            case SEARCHING:
                return info(Glyph.SEARCHING, told.isEmpty() ? searching() : told);
            default:
                return new BannerText(
                        Glyph.DISCONNECTED,
                        "Disconnected." + (told.isEmpty() ? "" : " " + told),
                        Tone.NEUTRAL,
                        Action.RECONNECT);
        }
    }

    private BannerText live() {
        if (!refusedLogin.isEmpty()) {
            return new BannerText(
                    Glyph.ALARM,
                    "Not logged in: " + refusedLogin + " Choose another name in the account panel.",
                    Tone.ALARM,
                    Action.NONE);
        }
        if (recovery != null) {
            return new BannerText(
                    Glyph.INFO,
                    recovery.lead()
                            + waitingOutcome()
                            + " Trading stood still for "
                            + Figures.duration(recovery.outageNanos())
                            + ".",
                    Tone.INFO,
                    Action.DISMISS);
        }
        if (!handover.isEmpty() && nanoTime.getAsLong() - handoverSince < HANDOVER_SHOWN_NANOS) {
            return new BannerText(Glyph.INFO, handover, Tone.NEUTRAL, Action.DISMISS);
        }
        return null;
    }

    private String waitingOutcome() {
        Tally tally = desk.tallyProperty().get();
        return tally.total() == 0
                ? " Nothing of yours was waiting."
                : " Your " + tally.subject() + " waiting: " + tally.outcomes() + ".";
    }

    private String electing() {
        String lead =
                leaderBefore.isEmpty()
                        ? "No leader – electing one ("
                        : "Leader " + leaderBefore + " is gone – electing a new one (";
        return lead + Figures.duration(outage()) + ")." + waiting();
    }

    private String reconnecting() {
        return nodeBefore
                + " is gone – moving to another node ("
                + Figures.duration(outage())
                + ")."
                + waiting();
    }

    private String connecting() {
        ConnectionStatus status = connection.statusProperty().get();
        return "Connecting to " + status.node() + " at " + status.address() + "." + waiting();
    }

    private String searching() {
        return "Searching on "
                + networks
                + " · "
                + connection.inStateNanos() / 1_000_000_000
                + " s"
                + waiting();
    }

    /** Since trading stopped; since the state began when there was no trading before. */
    private long outage() {
        return lostAt == 0 ? connection.inStateNanos() : nanoTime.getAsLong() - lostAt;
    }

    private String waiting() {
        int waiting = desk.waitingProperty().get();
        return waiting == 0 ? "" : " " + Words.count(waiting, "request") + " waiting.";
    }

    private static BannerText warning(Glyph glyph, String text) {
        return new BannerText(glyph, text, Tone.WARNING, Action.NONE);
    }

    private static BannerText info(Glyph glyph, String text) {
        return new BannerText(glyph, text, Tone.INFO, Action.NONE);
    }
}
