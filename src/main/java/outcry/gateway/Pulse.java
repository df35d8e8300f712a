package outcry.gateway;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import outcry.gateway.model.MarketModel;
import outcry.wire.trader.ClientMessage.Topic;
import outcry.wire.trader.ServerMessage;
import outcry.wire.trader.TraderCodec;

/**
 * What is sent by the clock: a heartbeat to everyone, and those feeds of which only the latest
 * state counts, at most every 100 ms.
 */
final class Pulse {
    private static final long BEAT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long CONFLATION_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Backend backend;
    private final Feeds feeds;
    private final AtomicBoolean groupChanged = new AtomicBoolean();
    private boolean membersDue;
    private boolean instrumentsDue;
    private long beatNanos;
    private long membersNanos;
    private long instrumentsNanos;
    private long term;
    private String leader = "";

    Pulse(Backend backend, Feeds feeds, long nowNanos) {
        this.backend = backend;
        this.feeds = feeds;
        this.beatNanos = nowNanos;
        this.membersNanos = nowNanos - CONFLATION_NANOS;
        this.instrumentsNanos = membersNanos;
    }

    /** Any thread; true when it was not noted before. */
    boolean noteGroupChanged() {
        return !groupChanged.getAndSet(true);
    }

    /** How long the loop may sleep, at least 1 ms. */
    long waitMillis(boolean ready) {
        long now = System.nanoTime();
        long wait = beatNanos + BEAT_NANOS - now;
        if (membersDue) {
            wait = Math.min(wait, membersNanos + CONFLATION_NANOS - now);
        }
        if (instrumentsDue && ready) {
            wait = Math.min(wait, instrumentsNanos + CONFLATION_NANOS - now);
        }
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(wait) + 1);
    }

    boolean isBeatDue(long nowNanos) {
        return nowNanos - beatNanos >= BEAT_NANOS;
    }

    /** Sends what is due; {@code model} is null while there is none. */
    void sendDue(long nowNanos, MarketModel model, Collection<Connection> connections) {
        boolean leaderChanged = false;
        if (groupChanged.getAndSet(false)) {
            membersDue = true;
            ServerMessage.Members members = backend.members();
            leaderChanged = members.term() != term || !members.leader().equals(leader);
        }
        if (leaderChanged || isBeatDue(nowNanos)) {
            beat(nowNanos, model, connections);
        }
        if (membersDue && nowNanos - membersNanos >= CONFLATION_NANOS) {
            membersDue = false;
            membersNanos = nowNanos;
            if (feeds.hasReaders(Topic.MEMBERS, Feeds.WHOLE)) {
                feeds.send(Topic.MEMBERS, Feeds.WHOLE, backend.members());
            }
            if (feeds.hasReaders(Topic.STATUS, Feeds.WHOLE)) {
                feeds.send(Topic.STATUS, Feeds.WHOLE, backend.nodeState());
            }
        }
        instrumentsDue |= feeds.takeInstrumentsChanged();
        if (instrumentsDue && model != null && nowNanos - instrumentsNanos >= CONFLATION_NANOS) {
            instrumentsDue = false;
            instrumentsNanos = nowNanos;
            if (feeds.hasReaders(Topic.INSTRUMENTS, Feeds.WHOLE)) {
                feeds.send(Topic.INSTRUMENTS, Feeds.WHOLE, model.instruments(0));
            }
        }
    }

    private void beat(long nowNanos, MarketModel model, Collection<Connection> connections) {
        beatNanos = nowNanos;
        ServerMessage.Members members = backend.members();
        term = members.term();
        leader = members.leader();
        byte[] line =
                TraderCodec.line(
                        new ServerMessage.Heartbeat(
                                model == null ? 0 : model.index(),
                                term,
                                leader,
                                members.explanation()));
        for (Connection connection : connections.toArray(Connection[]::new)) {
            if (connection.isOpen() && connection.conversation().isGreeted()) {
                connection.conversation().feed(line);
            }
        }
    }
}
