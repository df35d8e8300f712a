package outcry.simulation.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import outcry.group.Channel;
import outcry.group.ElectionPolicy;
import outcry.group.Envelope;
import outcry.group.GroupConfig;
import outcry.group.GroupMember;
import outcry.group.GroupStatus;
import outcry.group.KeptState;
import outcry.group.NodeInfo;
import outcry.group.Observation;
import outcry.group.Recovered;
import outcry.group.Timing;
import outcry.market.Request;
import outcry.node.log.NodeLog;

/**
 * One run of a node: the shell round a group member and its copy of the market. Inputs come one at
 * a time; what the member wants done after each is carried out in order by {@link EffectCarrier}.
 *
 * <p>A process can stand still (nothing is lost but datagrams beyond a socket buffer) and can die
 * between any two effects.
 */
public final class VirtualProcess {
    private static final int SOCKET_BUFFER_DATAGRAMS = 400;
    private static final long RETRY_NANOS = 50_000_000L;
    private static final long SPIN_NANOS = 20_000L;
    private static final int SPINS_MAX = 5_000;

    private final World world;
    private final VirtualNode node;
    private final NodeInfo info;
    private final GroupMember member;
    private final VirtualClock clock;
    private final VirtualClock wallClock;
    private final ProcessLog log;
    private final VirtualJournal journal = new VirtualJournal();
    private final Replica replica = new Replica();
    private final PendingRequests pending = new PendingRequests();
    private final ProcessLinks links;
    private final EffectCarrier carrier;
    private final List<TraderConnection> traders = new ArrayList<>();
    private final ArrayDeque<Runnable> backlog = new ArrayDeque<>();
    private int backlogDatagrams;
    private boolean paused;
    private boolean crashed;
    private boolean leaving;
    private boolean retryDue;
    private long tickAtNanos = Long.MAX_VALUE;
    private int spins;

    VirtualProcess(World world, VirtualNode node, NodeInfo info, ProcessLog log, Chance chance) {
        this.world = world;
        this.node = node;
        this.info = info;
        this.log = log;
        // A process's monotonic clock may begin anywhere, below zero too.
        clock = new VirtualClock(chance.between(-(1L << 44), 1L << 44), node.clockPpm());
        wallClock =
                new VirtualClock(
                        world.settings().wallBaseNanos() + chance.between(-3, 3) * 1_000_000_000L,
                        node.clockPpm());
        links = new ProcessLinks(world, this);
        carrier = new EffectCarrier(world, this);
        WorldSettings settings = world.settings();
        member =
                new GroupMember(
                        new GroupConfig(
                                settings.group(),
                                info,
                                settings.policy(),
                                settings.timing(),
                                settings.foundingWaitNanos(),
                                settings.datagramBytesMax(),
                                settings.logKeep(),
                                chance.next()),
                        log.log().recovered(),
                        clockNanos());
        recover(log.log());
    }

    private void recover(NodeLog found) {
        Recovered recovered = found.recovered();
        journal.recover(recovered);
        carrier.recover(recovered);
        if (found.recoveredState() != null) {
            replica.restore(recovered.baseIndex(), found.recoveredState());
            member.onApplied(clockNanos(), recovered.baseIndex(), replica.digest());
        }
        found.notes().forEach(sentence -> note("says:", sentence));
    }

    public VirtualNode node() {
        return node;
    }

    public NodeInfo info() {
        return info;
    }

    public VirtualJournal journal() {
        return journal;
    }

    public Replica replica() {
        return replica;
    }

    /** The group's generation as this process last kept it; 0 before it belongs to one. */
    public long generation() {
        return carrier.generation();
    }

    /** Generation, term and vote that the log reported as kept last. */
    public KeptState kept() {
        return carrier.kept();
    }

    public boolean isCrashed() {
        return crashed;
    }

    public boolean isPaused() {
        return paused;
    }

    /** What the group member says of itself now. */
    public GroupStatus status() {
        return member.status(clockNanos());
    }

    /** Traders' requests taken and not answered yet. */
    public boolean hasPendingRequests() {
        return !pending.isEmpty();
    }

    /**
     * Lets {@code effects} more effects be carried out, then dies, if {@code allowed} even then.
     */
    public void crashAfter(int effects, boolean machine, BooleanSupplier allowed) {
        carrier.lightFuse(effects, machine, allowed);
    }

    /**
     * Lets the next work on the disk get {@code changes} changes done, then dies, if {@code
     * allowed} even then.
     */
    public void crashWhileWriting(int changes, boolean machine, BooleanSupplier allowed) {
        log.lightFuse(changes, machine, allowed);
    }

    /** Asks for an election, as an operator does. */
    public void callElection() {
        whenRunning(() -> member.callElection(clockNanos()));
    }

    /** Leaves the group and ends, as an operator wants. */
    public void leave() {
        leaving = true;
        whenRunning(() -> member.leave(clockNanos()));
    }

    /** Whether it was told to leave; it may end at any moment. */
    public boolean isLeaving() {
        return leaving;
    }

    /** Changes policy and timing of the group, as an operator does. */
    public void changeSettings(ElectionPolicy policy, Timing timing) {
        whenRunning(() -> member.changeSettings(clockNanos(), wallNanos(), policy, timing));
    }

    GroupMember member() {
        return member;
    }

    ProcessLinks links() {
        return links;
    }

    PendingRequests pending() {
        return pending;
    }

    /** This process's monotonic clock. */
    long clockNanos() {
        return clock.at(world.schedule().nowNanos());
    }

    long wallNanos() {
        return wallClock.at(world.schedule().nowNanos());
    }

    /** Hands an input over now, after a standstill, or, to a dead process, never. */
    void whenRunning(Runnable input) {
        if (crashed) {
            return; // nobody is there
        }
        if (paused) {
            backlog.add(input);
        } else {
            turn(input);
        }
    }

    void start() {
        turn(() -> member.tick(clockNanos(), wallNanos()));
    }

    void pause() {
        paused = true;
        note("pauses", "");
    }

    /** Goes on; whether a tick or the backlog comes first is the scheduler's whim. */
    void resume(boolean tickFirst) {
        if (crashed || !paused) {
            return; // it was killed, or woken already
        }
        paused = false;
        note("resumes", (long) backlog.size());
        if (tickFirst) {
            turn(() -> member.tick(clockNanos(), wallNanos()));
        }
        List<Runnable> waiting = new ArrayList<>(backlog);
        backlog.clear();
        backlogDatagrams = 0;
        for (Runnable input : waiting) {
            whenRunning(input);
        }
        whenRunning(() -> member.tick(clockNanos(), wallNanos()));
    }

    /** Dies at once: kernels close its connections, its memory is gone, nobody is told. */
    void crash(Chance chance, boolean machine) {
        crashed = true;
        note(machine ? "loses power" : "crashes", "");
        log.die(machine);
        links.abortAll(chance);
        for (TraderConnection trader : List.copyOf(traders)) {
            trader.closeByProcess(chance.percent(50));
        }
        traders.clear();
        backlog.clear();
    }

    void onDatagram(NodeInfo from, Channel channel, Envelope envelope) {
        if (paused && ++backlogDatagrams > SOCKET_BUFFER_DATAGRAMS) {
            return; // the socket buffer is full: the kernel drops
        }
        whenRunning(() -> receive(from, channel, envelope));
    }

    void onLinkMessage(VirtualLink.End end, Envelope envelope) {
        receive(end.peer(), Channel.LINK, envelope);
    }

    void onLinkUp(VirtualLink.End end) {
        note("link up", end.peer().name());
        links.onUp(end);
        member.onLinkUp(clockNanos(), end.peer());
    }

    void onLinkClosed(VirtualLink.End end, boolean wasUp) {
        links.onClosed(end);
        if (!wasUp && end.peer() != null) {
            links.fail(end.peer(), false);
        } else if (wasUp && !links.hasLinkTo(end.peer().id())) {
            note("link down", end.peer().name());
            member.onLinkDown(clockNanos(), end.peer().id());
        }
    }

    void onDialFailed(long nodeId, boolean refused) {
        note(refused ? "dial refused" : "dial fails", nodeId);
        member.onDialFailed(clockNanos(), nodeId, refused);
    }

    void onRequests(TraderConnection connection, List<Request> requests) {
        if (!traders.contains(connection)) {
            traders.add(connection);
            member.onTraders(traders.size());
        }
        for (Request request : requests) {
            pending.add(connection, request);
        }
    }

    /** The market is gone: whoever traded here must find another node. */
    void closeTraders() {
        for (TraderConnection trader : List.copyOf(traders)) {
            trader.closeByProcess(false);
            onHungUp(trader);
        }
    }

    void onHungUp(TraderConnection connection) {
        pending.forget(connection);
        if (traders.remove(connection)) {
            member.onTraders(traders.size());
        }
    }

    void onObservation(Observation observation) {
        note("sees", observation);
        world.watch().observed(this, observation);
        if (observation.kind() == Observation.Kind.LEADER) {
            pending.onLeaderChanged();
        }
    }

    void note(String what, Object detail) {
        note(what, "", detail);
    }

    /**
     * @param whom the name of another node, or empty
     */
    void note(String what, String whom, Object detail) {
        world.trace().note(world.schedule().nowNanos(), node.name(), what, whom, detail);
    }

    NodeLog log() {
        return log.log();
    }

    /** Called when a fuse has burnt down, or when it has left. */
    void die(boolean machine) {
        world.crash(node, machine);
    }

    private void receive(NodeInfo from, Channel channel, Envelope envelope) {
        note("<- ", from.name(), envelope.message());
        world.watch().received(this, from, envelope.message());
        member.receive(clockNanos(), channel, from.host(), from.datagramPort(), envelope);
    }

    private void turn(Runnable input) {
        input.run();
        if (crashed) {
            return; // it died while it wrote
        }
        pending.propose(
                world.schedule().nowNanos(),
                bytes -> member.propose(clockNanos(), wallNanos(), bytes));
        carrier.carryOutAll();
        if (!crashed && log().failure() != null) {
            note("stops:", log().failure()); // Before it could promise what it cannot keep.
            die(false);
        }
        if (!crashed) {
            log.plan(this);
            planRetry();
            planTick();
        }
    }

    private void planRetry() {
        if (!pending.isEmpty() && !retryDue) {
            retryDue = true;
            world.schedule()
                    .after(
                            RETRY_NANOS,
                            () -> {
                                retryDue = false;
                                whenRunning(() -> {});
                            });
        }
    }

    private void planTick() {
        long deadline = member.nextDeadlineNanos();
        if (deadline == Long.MAX_VALUE) {
            return; // it waits for a message only
        }
        long now = world.schedule().nowNanos();
        long dueNanos = Math.max(clock.whenItShows(deadline), now + SPIN_NANOS);
        if (dueNanos < tickAtNanos || tickAtNanos <= now) {
            tickAtNanos = dueNanos;
            world.schedule().at(dueNanos, () -> tickPlannedFor(dueNanos));
        }
    }

    private void tickPlannedFor(long plannedNanos) {
        if (plannedNanos != tickAtNanos || crashed || paused) {
            return; // an earlier one was planned later, or nobody is there to tick
        }
        tickAtNanos = Long.MAX_VALUE;
        boolean wasDue = member.nextDeadlineNanos() <= clockNanos();
        turn(() -> member.tick(clockNanos(), wallNanos()));
        spins = wasDue && !crashed && member.nextDeadlineNanos() <= clockNanos() ? spins + 1 : 0;
        InvariantViolation.unless(
                spins < SPINS_MAX, () -> node.name() + " asks for ticks without letting time pass");
    }
}
