package outcry.desktop.node;

import java.time.Clock;
import java.util.List;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import outcry.desktop.node.book.BookFeed;
import outcry.desktop.node.book.NodeBookModel;
import outcry.desktop.node.events.EventsModel;
import outcry.desktop.node.members.MembersModel;
import outcry.desktop.node.replication.ReplicationModel;
import outcry.desktop.node.run.NodeLife;
import outcry.desktop.node.run.NodePhase;
import outcry.desktop.node.settings.FactsModel;
import outcry.desktop.node.settings.SettingsModel;
import outcry.desktop.node.topology.TopologyModel;
import outcry.desktop.parts.Figures;
import outcry.group.Observation;
import outcry.node.NodeStatus;

/**
 * All that a node window shows, and the one place where news of the node reaches its parts. While a
 * node is silent or gone nothing moves: the parts keep the last picture and {@link #oldProperty}
 * says that it is old.
 */
final class NodeModel {
    final NodeLife life;
    final StripModel strip = new StripModel();
    final NoticeModel notice = new NoticeModel();
    final EndModel end = new EndModel();
    final TopologyModel topology = new TopologyModel();
    final MembersModel members = new MembersModel();
    final ReplicationModel replication = new ReplicationModel();
    final EventsModel events;
    final SettingsModel settings;
    final FactsModel facts;
    final NodeBookModel book;

    private final LongSupplier clock;
    private final ReadOnlyStringWrapper old = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private boolean disposed;

    /**
     * @param clock the monotonic clock of life and observations
     */
    NodeModel(NodeLife life, BookFeed.Starter feeds, LongSupplier clock, Clock wallClock) {
        this.life = life;
        this.clock = clock;
        this.events = new EventsModel(clock, wallClock);
        this.settings = new SettingsModel(life);
        this.facts = new FactsModel(life.config());
        this.book = new NodeBookModel(life.config(), feeds);
        life.statusProperty().addListener((o, before, status) -> showStatus(status));
        life.phaseProperty().addListener((o, before, phase) -> phaseChanged(phase));
        life.onObservations(this::observed);
        showLife();
    }

    /** Why what is shown is old, such as "old: 1.4 s"; empty while it is live. */
    ReadOnlyStringProperty oldProperty() {
        return old.getReadOnlyProperty();
    }

    /** Traders, multicast and age of the last report, for the status bar. */
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Lets the clocks go on: to be called a few times a second. */
    void tick() {
        life.tick();
        showLife();
    }

    /** The window is gone: what still runs leaves in order, behind the scenes. */
    void dispose() {
        disposed = true;
        book.disconnect();
        if (life.phase() == NodePhase.STARTING) {
            life.crash(); // As soon as it is up; nobody has heard of it yet.
        } else {
            life.leave();
        }
    }

    private void showStatus(NodeStatus status) {
        if (status == null) {
            topology.clear();
            members.clear();
            replication.clear();
            settings.clear();
            facts.clear();
        } else {
            topology.show(status.group());
            members.show(status.group());
            replication.show(status.group());
            settings.show(status.group());
            facts.show(status);
        }
        showLife();
    }

    private void showLife() {
        strip.show(life, clock.getAsLong());
        notice.show(life);
        end.show(life);
        boolean silent = life.silentProperty().get();
        if (silent || life.phase().isOver()) {
            topology.stop();
        }
        old.set(
                silent
                        ? "old: " + Figures.duration(life.ageNanos())
                        : life.phase().isOver() ? "not live" : "");
        summary.set(summarize());
    }

    private String summarize() {
        NodeStatus status = life.statusProperty().get();
        if (status == null || !life.phase().isUp()) {
            return "no node running";
        }
        return status.traders()
                + (status.traders() == 1 ? " trader" : " traders")
                + "  ·  multicast "
                + status.multicast()
                + "  ·  "
                + reported();
    }

    /** A node reports every 250 ms, so only more than two missed reports are worth a number. */
    private String reported() {
        long age = life.ageNanos();
        return age < 600_000_000L ? "live" : "reported " + Figures.duration(age) + " ago";
    }

    private void phaseChanged(NodePhase phase) {
        if (disposed) {
            return;
        }
        String name = life.config().name();
        switch (phase) {
            case STARTING -> events.note("starting " + name);
            case RUNNING -> book.connect(life.port().info());
            case LEAVING -> events.note("asked to leave");
            case LEFT -> events.note(name + " has left");
            case CRASHED -> events.note(name + " was crashed from this window");
            case FAILED -> events.note(life.problemProperty().get());
        }
        if (phase.isOver()) {
            book.disconnect();
        }
        showLife();
    }

    private void observed(List<Observation> batch, long lost) {
        events.add(batch, lost);
        topology.observe(batch, clock.getAsLong());
    }
}
