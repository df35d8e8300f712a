package outcry.node;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tinylog.Logger;
import outcry.gateway.Gateway;
import outcry.group.GroupStatus;
import outcry.group.MemberStatus;
import outcry.group.Observation;
import outcry.group.Role;
import outcry.node.net.GroupNetwork;

/**
 * Keeps the latest picture of the node for other threads, and tells the observer and the traders'
 * door of news. Pictures are taken at most every 50 ms while something changes, at once when leader
 * or membership change, and every 250 ms else. Node's thread, except {@link #latest}.
 */
final class StatusBoard {
    private static final long MILLI = 1_000_000;
    private static final long BUSY_INTERVAL_NANOS = 50 * MILLI;
    private static final long IDLE_INTERVAL_NANOS = 250 * MILLI;

    /** What is worth a picture at once. */
    private static final Set<Observation.Kind> GROUP_NEWS =
            EnumSet.of(
                    Observation.Kind.ROLE,
                    Observation.Kind.LEADER,
                    Observation.Kind.VIEW,
                    Observation.Kind.SUSPECTED,
                    Observation.Kind.CRASHED,
                    Observation.Kind.LIVE,
                    Observation.Kind.LEFT,
                    Observation.Kind.CUT_OFF,
                    Observation.Kind.CONFLICT);

    /** What traders are told of as soon as it changes. */
    private record GroupNews(
            Role role,
            long term,
            long leader,
            long viewId,
            String explanation,
            List<String> states) {
        private static GroupNews of(GroupStatus group) {
            return new GroupNews(
                    group.role(),
                    group.term(),
                    group.leader() == null ? 0 : group.leader().id(),
                    group.view().viewId(),
                    group.explanation(),
                    group.members().stream()
                            .map(member -> member.node().name() + member.state() + member.role())
                            .toList());
        }
    }

    private final GroupNetwork network;
    private final Gateway gateway;
    private final NodeObserver observer;
    private final Namesakes namesakes = new Namesakes();
    private volatile NodeStatus latest;
    private GroupNews toldNews;
    private boolean isChanged = true;
    private boolean hasGroupNews = true;
    private boolean isUntold;
    private long takenAtNanos;
    private long toldAtNanos;

    StatusBoard(GroupNetwork network, Gateway gateway, NodeObserver observer, long nowNanos) {
        this.network = network;
        this.gateway = gateway;
        this.observer = observer;
        takenAtNanos = nowNanos - IDLE_INTERVAL_NANOS;
        toldAtNanos = takenAtNanos;
    }

    /** The latest picture. Any thread; null before the first. */
    NodeStatus latest() {
        return latest;
    }

    /** Passes an observation on. */
    void observed(Observation observation) {
        isChanged = true;
        hasGroupNews |= GROUP_NEWS.contains(observation.kind());
        try {
            observer.onObservation(observation);
        } catch (RuntimeException e) {
            // A window's mistake must not stop the exchange.
            Logger.error(e, "an observer failed");
        }
    }

    private String multicast(GroupStatus group) {
        String name = network.multicastName();
        return group.multicast() ? name : "off, using links (tries " + name + ")";
    }

    /** Something changed that is worth a picture soon. */
    void changed() {
        isChanged = true;
    }

    /** When {@link #refresh} is due. */
    long nextDeadlineNanos() {
        if (isUntold || isChanged) {
            return toldAtNanos + BUSY_INTERVAL_NANOS;
        }
        return takenAtNanos + IDLE_INTERVAL_NANOS;
    }

    /** Takes a picture when one is due. */
    void refresh(long nowNanos, GroupEngine engine, MarketReplica market) {
        long ageNanos = nowNanos - takenAtNanos;
        if (hasGroupNews
                || ageNanos >= IDLE_INTERVAL_NANOS
                || isChanged && ageNanos >= BUSY_INTERVAL_NANOS) {
            engine.setTraders(gateway.traders());
            GroupStatus group = engine.status();
            namesakes.look(group, nowNanos).forEach(this::observed);
            take(nowNanos, group, market.applied(), true);
            network.setPeers(peers(latest.group()));
            hasGroupNews = false;
            GroupNews news = GroupNews.of(latest.group());
            if (!news.equals(toldNews)) {
                toldNews = news;
                gateway.groupChanged();
            }
        }
        if (isUntold && nowNanos - toldAtNanos >= BUSY_INTERVAL_NANOS) {
            tell(nowNanos);
        }
    }

    /** The last picture, of a node that has stopped. */
    void stopped(long nowNanos) {
        if (latest != null) {
            take(nowNanos, latest.group(), latest.applied(), false);
            tell(nowNanos);
        }
    }

    /** The node stopped by itself. */
    void failed(String problem) {
        try {
            observer.onFailure(problem);
        } catch (RuntimeException e) {
            Logger.error(e, "an observer failed");
        }
    }

    private void take(long nowNanos, GroupStatus group, long applied, boolean running) {
        int traders = running ? gateway.traders() : 0;
        latest =
                new NodeStatus(
                        group,
                        running,
                        traders,
                        applied,
                        multicast(group),
                        network.isKeyed(),
                        network.faults(),
                        running ? namesakes.warning() : "");
        takenAtNanos = nowNanos;
        isChanged = false;
        isUntold = true;
    }

    private void tell(long nowNanos) {
        isUntold = false;
        toldAtNanos = nowNanos;
        try {
            observer.onStatus(latest);
        } catch (RuntimeException e) {
            Logger.error(e, "an observer failed");
        }
    }

    private static List<String> peers(GroupStatus group) {
        List<String> peers = new ArrayList<>();
        for (MemberStatus member : group.members()) {
            if (member.node().id() != group.self().id()) {
                peers.add(member.node().host() + ":" + member.node().datagramPort());
            }
        }
        return peers;
    }
}
