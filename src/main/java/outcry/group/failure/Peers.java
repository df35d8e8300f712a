package outcry.group.failure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import outcry.group.Channel;
import outcry.group.Context;
import outcry.group.Effect;
import outcry.group.Envelope;
import outcry.group.MemberState;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.group.Observation.Kind;
import outcry.group.Role;

/**
 * Every other node heard of, and the failure detector: pings all, keeps links to those of the same
 * generation, suspects the silent, and holds proofs of crash (G9–G11).
 *
 * <p>Suspicion may be wrong and must be harmless: it only ever starts an election or a removal that
 * a majority has to confirm.
 */
public final class Peers {
    /** More nodes than this on one network are not remembered. */
    private static final int PEERS_MAX = 64;

    private static final long MILLI = 1_000_000;
    private static final long PING_INTERVAL_MAX = 500 * MILLI;
    private static final long REDIAL_NANOS = 500 * MILLI;
    private static final long VERIFY_NANOS = 10 * MILLI;
    private static final long DIAL_TIMEOUT_NANOS = 5_000 * MILLI;
    private static final long FORGET_NANOS = 60_000 * MILLI;

    private final Context context;
    private final TreeMap<Long, Peer> peersById = new TreeMap<>();
    private long nextPingNanos;
    private long lastTickNanos;

    public Peers(Context context) {
        this.context = context;
        this.nextPingNanos = context.now();
        this.lastTickNanos = context.now();
    }

    public Collection<Peer> all() {
        return peersById.values();
    }

    public Peer get(long nodeId) {
        return peersById.get(nodeId);
    }

    /** Address and name of a node heard of, or null. */
    public NodeInfo info(long nodeId) {
        Peer peer = peersById.get(nodeId);
        return peer == null ? null : peer.info;
    }

    public MemberState state(long nodeId) {
        Peer peer = peersById.get(nodeId);
        return peer == null ? MemberState.STARTING : peer.state;
    }

    /**
     * Whether the node with this id and log is there: heard within the suspicion time and not
     * crashed.
     */
    public boolean isLive(NodeInfo node) {
        Peer peer = peersById.get(node.id());
        return peer != null && peer.info.birth() == node.birth() && isLiveState(peer.state);
    }

    /** Whether it is live and was heard within half the suspicion time. */
    public boolean isHeardNow(NodeInfo node) {
        return isLive(node)
                && context.now() - peersById.get(node.id()).lastHeardNanos
                        < context.timing().suspicionNanos() / 2;
    }

    public boolean isLinkUp(long nodeId) {
        Peer peer = peersById.get(nodeId);
        return peer != null && peer.linkUp;
    }

    /**
     * Whether this node holds proof that the voter's incarnation crashed (G10), and may use it
     * (G16).
     */
    public boolean provesCrash(NodeInfo voter) {
        Peer peer = peersById.get(voter.id());
        if (peer == null || !context.electorate().mayUseProofs(context.self())) {
            return false;
        }
        return peer.info.incarnation() == voter.incarnation() && isProven(peer);
    }

    /**
     * Proof of crash (G10), by an echo of the same view: who has another one may have committed
     * what this node lacks.
     */
    private boolean isProven(Peer peer) {
        return peer.isProvenCrashed(context.timing().suspicionNanos())
                && peer.echoedConfiguration == context.configuration().identity();
    }

    /** The voters of the latest view of whose crash this node holds proof. */
    public List<Long> provenCrashed() {
        List<Long> proven = new ArrayList<>();
        for (NodeInfo voter : context.view().voters()) {
            if (voter.id() != context.id() && provesCrash(voter)) {
                proven.add(voter.id());
            }
        }
        return proven;
    }

    /** Live voters of the latest view, this node included when it is one; ordered by id. */
    public List<NodeInfo> liveVoters() {
        return liveOf(context.view().voters());
    }

    /** Those of {@code voters} that are live, this node included when it is one with this log. */
    public List<NodeInfo> liveOf(List<NodeInfo> voters) {
        List<NodeInfo> live = new ArrayList<>();
        for (NodeInfo voter : voters) {
            if (voter.id() == context.id() ? voter.birth() == context.birth() : isLive(voter)) {
                live.add(voter);
            }
        }
        return live;
    }

    /**
     * Mean round trip to the other live voters in nanoseconds; {@code Long.MAX_VALUE} while one is
     * not measured.
     */
    public long meanRoundTripNanos() {
        long sum = 0;
        int count = 0;
        for (NodeInfo voter : liveVoters()) {
            if (voter.id() != context.id()) {
                Peer peer = peersById.get(voter.id());
                if (peer.roundTripNanos == 0) {
                    return Long.MAX_VALUE;
                }
                sum += peer.roundTripNanos;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    // ---- Inputs

    /**
     * Takes note of a message.
     *
     * @return its sender, or null when it is a stranger or an incarnation that is gone: ignore it
     */
    public Peer hear(Envelope envelope) {
        NodeInfo introduced = introduced(envelope.message());
        if (introduced != null && introduced.id() != envelope.sender()) {
            return null;
        }
        Peer peer = peersById.get(envelope.sender());
        if (peer == null) {
            if (introduced == null || peersById.size() >= PEERS_MAX) {
                return null;
            }
            peer = new Peer(introduced, context.now());
            peer.dialNotBeforeNanos = firstDial(introduced.id());
            peersById.put(introduced.id(), peer);
        }
        if (envelope.incarnation() < peer.info.incarnation()) {
            return null;
        }
        if (envelope.incarnation() > peer.info.incarnation()) {
            if (introduced == null) {
                return null;
            }
            peer.restarted(introduced, context.now());
            peer.dialNotBeforeNanos = firstDial(introduced.id());
        }
        if (introduced != null) {
            peer.info = introduced;
        }
        if (envelope.message() instanceof Message.Hello hello) {
            peer.role = hello.role();
        }
        peer.generation = envelope.generation();
        if (!isOld(peer, envelope.message())) {
            peer.lastHeardNanos = context.now();
            if (peer.isCrashed() && isLongAfter(peer)) {
                // It speaks: the refusal was no proof after all.
                peer.linkClosedHere();
            }
        }
        return peer;
    }

    /** What a crashed node sent before it died may still wait in a buffer for a moment. */
    private boolean isLongAfter(Peer peer) {
        return context.now() - peer.linkDownNanos > context.timing().suspicionNanos() / 2;
    }

    private static NodeInfo introduced(Message message) {
        if (message instanceof Message.Hello hello) {
            return hello.node();
        } else if (message instanceof Message.LinkHello hello) {
            return hello.node();
        } else if (message instanceof Message.Join join) {
            return join.node();
        }
        return null;
    }

    private boolean isOld(Peer peer, Message message) {
        long sentNanos;
        if (message instanceof Message.Data data) {
            sentNanos = data.sentNanos();
        } else if (message instanceof Message.Heartbeat heartbeat) {
            sentNanos = heartbeat.sentNanos();
        } else if (message instanceof Message.Ping ping) {
            sentNanos = ping.sentNanos();
        } else {
            return false;
        }
        return peer.isOld(sentNanos, context.now(), context.timing().suspicionNanos() / 2);
    }

    public void onPong(long nodeId, Message.Pong pong) {
        Peer peer = peersById.get(nodeId);
        long roundTrip = context.now() - pong.sentNanos();
        if (peer != null && roundTrip >= 0 && roundTrip < 10_000 * MILLI) {
            peer.measured(roundTrip);
        }
    }

    public void onLinkEcho(long nodeId, Message.LinkEcho echo) {
        Peer peer = peersById.get(nodeId);
        if (peer != null && peer.linkUp && echo.sentNanos() >= peer.echoedProbeNanos) {
            peer.echoedProbeNanos = echo.sentNanos();
            peer.echoedConfiguration = echo.configuration();
        }
    }

    public void onLinkUp(NodeInfo node) {
        Peer peer = peersById.get(node.id());
        if (peer == null) {
            if (peersById.size() >= PEERS_MAX) {
                return;
            }
            peer = new Peer(node, context.now());
            peersById.put(node.id(), peer);
        }
        if (node.incarnation() < peer.info.incarnation()) {
            return;
        }
        if (node.incarnation() > peer.info.incarnation()) {
            peer.restarted(node, context.now());
        }
        peer.linkOpened();
        peer.lastHeardNanos = context.now();
        context.observe(Kind.LINK, node.id(), 1, 0, "link to " + node.name() + " is up");
        // At once, so that a crash soon after can be proven (G10).
        context.sendLink(node.id(), new Message.LinkProbe(context.now()));
    }

    public void onLinkDown(long nodeId) {
        Peer peer = peersById.get(nodeId);
        if (peer == null || !peer.linkUp) {
            return;
        }
        peer.linkClosedByPeer(context.now());
        context.observe(
                Kind.LINK,
                nodeId,
                0,
                0,
                "link to " + peer.info.name() + " was closed by the other side");
        if (!peer.left) {
            dial(peer);
        }
    }

    public void onDialFailed(long nodeId, boolean refused) {
        Peer peer = peersById.get(nodeId);
        if (peer == null) {
            return;
        }
        peer.dialling = false;
        // While a process dies its kernel may still accept: ask again soon, that is how a crash is
        // proven.
        peer.dialNotBeforeNanos =
                context.now() + (peer.linkDown && !refused ? VERIFY_NANOS : REDIAL_NANOS);
        if (refused) {
            peer.refused(context.now());
        }
    }

    public void onLeaving(long nodeId) {
        Peer peer = peersById.get(nodeId);
        if (peer != null && !peer.left) {
            peer.left = true;
            context.observe(Kind.LEFT, nodeId, 0, 0, peer.info.name() + " says goodbye");
        }
    }

    /** This process stood still: silence before this moment says nothing about the others (G9). */
    private void forgiveSilence() {
        for (Peer peer : peersById.values()) {
            peer.lastHeardNanos = Math.max(peer.lastHeardNanos, context.now());
        }
    }

    // ---- Time

    public void tick() {
        long sinceLastTick = context.now() - lastTickNanos;
        if (sinceLastTick > context.timing().suspicionNanos() / 2) {
            context.observe(
                    Kind.CLOCK_JUMP,
                    context.id(),
                    sinceLastTick,
                    0,
                    "this process stood still for " + sinceLastTick / MILLI + " ms");
            forgiveSilence();
        }
        lastTickNanos = context.now();
        evaluate();
        boolean pingNow = context.now() >= nextPingNanos;
        if (pingNow) {
            nextPingNanos = context.now() + pingInterval();
        }
        peersById.values().removeIf(this::isForgotten);
        for (Peer peer : peersById.values()) {
            if (pingNow && peer.role != Role.LEFT && !peer.left) {
                context.emit(
                        new Effect.Send(
                                peer.info, Channel.DATAGRAM, new Message.Ping(context.now())));
                if (peer.linkUp) {
                    context.sendLink(peer.info.id(), new Message.LinkProbe(context.now()));
                }
            }
            keepLink(peer);
        }
    }

    public long nextDeadlineNanos() {
        long next = nextPingNanos;
        for (Peer peer : peersById.values()) {
            if (peer.linkDown && !peer.refused && !peer.dialling) {
                next = Math.min(next, peer.dialNotBeforeNanos);
            }
        }
        return next;
    }

    private long pingInterval() {
        return Math.min(PING_INTERVAL_MAX, context.timing().heartbeatNanos());
    }

    private boolean isForgotten(Peer peer) {
        return context.now() - peer.lastHeardNanos > FORGET_NANOS
                && !context.view().hasVoter(peer.info.id())
                && peer.info.id() != context.leader();
    }

    private void keepLink(Peer peer) {
        boolean sameGroup = context.generation() != 0 && peer.generation == context.generation();
        boolean dead =
                peer.left
                        || peer.isCrashed()
                        || peer.role == Role.LEFT
                        || peer.role == Role.SEARCHING;
        if (peer.dialling && context.now() - peer.dialNotBeforeNanos > DIAL_TIMEOUT_NANOS) {
            peer.dialling = false;
        }
        if (sameGroup
                && !dead
                && !peer.linkUp
                && !peer.dialling
                && context.now() >= peer.dialNotBeforeNanos) {
            dial(peer);
        }
    }

    private void dial(Peer peer) {
        peer.dialling = true;
        peer.dialNotBeforeNanos = context.now();
        context.emit(new Effect.Dial(peer.info));
    }

    /**
     * The lower id dials at once, the higher one only when that did not happen: mostly one link per
     * pair.
     */
    private long firstDial(long nodeId) {
        return context.now() + (context.id() < nodeId ? 0 : REDIAL_NANOS);
    }

    /** Dials that node now, whoever's turn it is. */
    public void hurryDial(long nodeId) {
        Peer peer = peersById.get(nodeId);
        if (peer != null && !peer.linkUp && !peer.dialling) {
            dial(peer);
        }
    }

    /** Looks anew at everybody's state, and observes what changed. */
    public void evaluate() {
        for (Peer peer : peersById.values()) {
            MemberState next = stateOf(peer);
            if (next == peer.state) {
                continue;
            }
            MemberState before = peer.state;
            peer.state = next;
            switch (next) {
                case SUSPECTED -> {
                    context.observe(
                            Kind.SUSPECTED,
                            peer.info.id(),
                            context.now() - peer.lastHeardNanos,
                            0,
                            peer.info.name() + " is suspected: " + reason(peer));
                    if (peer.linkUp) {
                        // An old link can stay mute for seconds after a cable is back.
                        context.emit(new Effect.CloseLink(peer.info.id()));
                        peer.linkClosedHere();
                        peer.dialNotBeforeNanos = context.now();
                    }
                }
                case CRASHED ->
                        context.observe(
                                Kind.CRASHED,
                                peer.info.id(),
                                isProven(peer) ? 1 : 0,
                                0,
                                peer.info.name() + " crashed: " + reason(peer));
                case LIVE -> {
                    if (before != MemberState.STARTING) {
                        context.observe(
                                Kind.LIVE, peer.info.id(), 0, 0, peer.info.name() + " is live");
                    }
                }
                default -> {
                    // Joining, syncing and leaving are observed where they happen.
                }
            }
        }
    }

    private MemberState stateOf(Peer peer) {
        if (peer.left || peer.role == Role.LEFT) {
            return MemberState.LEFT;
        } else if (peer.isCrashed()) {
            return MemberState.CRASHED;
        } else if (context.now() - peer.lastHeardNanos > context.timing().suspicionNanos()) {
            return MemberState.SUSPECTED;
        } else if (peer.role == Role.SEARCHING
                && !context.isVoter(peer.info.id(), peer.info.birth())) {
            return MemberState.STARTING;
        } else if (peer.role == Role.LEARNER
                && !context.isVoter(peer.info.id(), peer.info.birth())) {
            return MemberState.JOINING;
        }
        return MemberState.LIVE;
    }

    private static boolean isLiveState(MemberState state) {
        return state == MemberState.LIVE
                || state == MemberState.JOINING
                || state == MemberState.SYNCING;
    }

    /** The state's reason in words (G11). */
    public String reason(Peer peer) {
        long silentMillis = (context.now() - peer.lastHeardNanos) / MILLI;
        return switch (peer.state) {
            case CRASHED -> "its link was closed and a new connection refused";
            case SUSPECTED ->
                    "silent for " + silentMillis / 1_000 + "." + silentMillis / 100 % 10 + " s";
            case LEFT -> "said goodbye";
            case JOINING -> "receives the log";
            case STARTING -> "has not joined yet";
            default -> "";
        };
    }
}
