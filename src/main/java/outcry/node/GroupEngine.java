package outcry.node;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import outcry.group.Channel;
import outcry.group.Effect;
import outcry.group.ElectionPolicy;
import outcry.group.Entry;
import outcry.group.Envelope;
import outcry.group.GroupConfig;
import outcry.group.GroupMember;
import outcry.group.GroupStatus;
import outcry.group.NodeInfo;
import outcry.group.Observation;
import outcry.group.Recovered;
import outcry.group.Timing;
import outcry.node.log.NodeLog;
import outcry.node.net.GroupNetwork;

/**
 * Replication by the group protocol: gives the {@link GroupMember} what arrives and the time, and
 * carries its effects out in their order. Effects that follow a term or vote to be kept wait until
 * the log has it (G31); meanwhile the group goes on taking things in. Node's thread.
 */
final class GroupEngine implements Replication, GroupNetwork.Listener, Closeable {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int WAITING_MAX = 100_000;

    private final GroupMember group;
    private final GroupNetwork network;
    private final NodeLog log;
    private final ReplicatedState state;
    private final Consumer<Observation> observer;
    private final CheckpointMaker checkpoints;
    private long nowNanos;
    private final ArrayDeque<Effect> waiting = new ArrayDeque<>();
    private int waitingResets;

    /** Waits for a checkpoint that is not begun, or null. */
    private NodeInfo joining;

    private long appliedIndex;

    /** Up to this entry the state was shown what is to be applied. */
    private long foreseenIndex;

    private long leader;
    private boolean left;

    GroupEngine(
            GroupConfig config,
            GroupNetwork network,
            NodeLog log,
            ReplicatedState state,
            Consumer<Observation> observer) {
        this.network = network;
        this.log = log;
        this.state = state;
        this.observer = observer;
        checkpoints = new CheckpointMaker(network::wakeup);
        nowNanos = System.nanoTime();
        Recovered recovered = log.recovered();
        group = new GroupMember(config, recovered, nowNanos);
        group.checkCheckpoints(state::canRestore);
        network.begin(config.self(), this);
        network.setGeneration(recovered.kept().generation());
        if (log.recoveredState() != null) {
            appliedIndex = recovered.baseIndex();
            state.restore(appliedIndex, log.recoveredState());
            group.onApplied(nowNanos, appliedIndex, state.digest());
        }
        log.notes().forEach(note -> tell(config, note));
    }

    /** Waits for something to arrive or to become due, until {@code deadlineNanos} at most. */
    void await(long deadlineNanos) throws IOException {
        long now = System.nanoTime();
        long timeoutNanos = deadlineNanos - now;
        timeoutNanos = Math.min(timeoutNanos, group.nextDeadlineNanos() - now);
        timeoutNanos = Math.min(timeoutNanos, network.nextDeadlineNanos(now) - now);
        network.await(timeoutNanos);
    }

    /**
     * Takes in what has arrived, then the time: nobody is judged by a silence that ended in an
     * unread socket (G9).
     *
     * @param afterPause this process stood still, so everything is read first
     * @return false when more may be waiting
     */
    boolean receive(boolean afterPause) {
        // While the disk stands still, what arrives waits in the network, and is lost there.
        boolean drained = isOverfull() || network.receive(afterPause);
        nowNanos = System.nanoTime();
        network.tick(nowNanos);
        group.tick(nowNanos, wallNanos());
        return drained;
    }

    /** Carries out what all inputs since the last call want done. */
    void carryOut() {
        nowNanos = System.nanoTime();
        takeEffects();
        takeCheckpoint();
        do {
            while (!waiting.isEmpty() && log.isKept()) {
                carryOut(waiting.poll());
            }
            // What is persisted of a log about to be wiped is no news of the one that follows it.
            NodeLog.Position persisted = waitingResets > 0 ? null : log.takePersisted();
            if (persisted != null) {
                group.onPersisted(nowNanos, persisted.index(), persisted.term());
            }
            takeEffects();
        } while (!waiting.isEmpty() && log.isKept());
        boolean isDue = waiting.isEmpty() && log.wantsCheckpoint() && !group.isInDoubt();
        if (isDue && checkpoints.isReady(state::beforeCheckpoint)) {
            addCheckpoint();
        }
        makeCheckpoint();
        network.flush();
    }

    /** Why this node cannot go on, in a sentence for people; null while all is well. */
    String problem() {
        return log.failure();
    }

    /** Whether so much waits for a term or vote to be kept that nothing more is taken (G29). */
    private boolean isOverfull() {
        return waiting.size() > WAITING_MAX;
    }

    @Override
    public boolean propose(byte[] command) {
        if (isOverfull()) {
            return false;
        }
        return switch (group.propose(nowNanos, wallNanos(), command)) {
            case SEQUENCED, FORWARDED -> true;
            case NO_LEADER, BUSY -> false;
        };
    }

    void setTraders(int count) {
        group.onTraders(count);
    }

    void leave() {
        group.leave(System.nanoTime());
    }

    /** Whether this node has left the group and may close. */
    boolean hasLeft() {
        return left;
    }

    void elect() {
        group.callElection(System.nanoTime());
    }

    void continueAlone() {
        group.continueAlone(System.nanoTime(), wallNanos());
    }

    boolean changeSettings(ElectionPolicy policy, Timing timing) {
        return group.changeSettings(System.nanoTime(), wallNanos(), policy, timing);
    }

    GroupStatus status() {
        return group.status(System.nanoTime());
    }

    @Override
    public void onMessage(Channel channel, String host, int port, Envelope envelope) {
        group.receive(System.nanoTime(), channel, host, port, envelope);
    }

    @Override
    public void onLinkUp(NodeInfo peer) {
        group.onLinkUp(System.nanoTime(), peer);
        if (peer.id() == leader) {
            state.proposalsLost(false); // What was sent on the link before this one.
        }
    }

    @Override
    public void onLinkDown(long nodeId) {
        group.onLinkDown(System.nanoTime(), nodeId);
    }

    @Override
    public void onDialFailed(long nodeId, boolean refused) {
        group.onDialFailed(System.nanoTime(), nodeId, refused);
    }

    @Override
    public void onFault(String sentence) {
        observer.accept(
                new Observation(
                        Observation.Kind.FAULT,
                        System.nanoTime(),
                        0,
                        appliedIndex,
                        0,
                        "",
                        0,
                        0,
                        sentence));
    }

    @Override
    public void close() {
        checkpoints.close();
        network.close();
        log.close();
    }

    private void takeEffects() {
        group.flush(nowNanos);
        for (Effect effect : group.takeEffects()) {
            waitingResets += effect instanceof Effect.Reset ? 1 : 0;
            waiting.add(effect);
        }
    }

    private void takeCheckpoint() {
        CheckpointMaker.Made made = checkpoints.take();
        if (made != null && waitingResets == 0) {
            group.onCheckpointMade(
                    nowNanos, made.forNode(), made.index(), made.digest(), made.bytes());
        }
    }

    /** Begins the checkpoint a joining node waits for. */
    private void makeCheckpoint() {
        if (joining != null && waitingResets == 0 && checkpoints.isReady(state::beforeCheckpoint)) {
            checkpoints.begin(joining, appliedIndex, state.digest(), state.checkpoint());
            joining = null;
        }
    }

    private void addCheckpoint() {
        long term = group.termAt(appliedIndex);
        if (appliedIndex > 0 && term >= 0) {
            log.addCheckpoint(
                    new NodeLog.Position(appliedIndex, term),
                    group.groupState(appliedIndex),
                    state.checkpoint());
        }
    }

    private void tell(GroupConfig config, String note) {
        observer.accept(
                new Observation(
                        Observation.Kind.JOURNAL,
                        nowNanos,
                        0,
                        appliedIndex,
                        config.self().id(),
                        config.self().name(),
                        0,
                        0,
                        note));
    }

    private void carryOut(Effect effect) {
        if (effect instanceof Effect.Send send) {
            network.send(send.to(), send.channel(), send.message());
        } else if (effect instanceof Effect.Answer answer) {
            network.answer(answer.host(), answer.port(), answer.message());
        } else if (effect instanceof Effect.Multicast multicast) {
            network.multicast(multicast.message());
        } else if (effect instanceof Effect.Broadcast broadcast) {
            network.broadcast(broadcast.message());
        } else if (effect instanceof Effect.Dial dial) {
            network.dial(dial.to());
        } else if (effect instanceof Effect.CloseLink close) {
            network.closeLink(close.nodeId());
        } else if (effect instanceof Effect.Observe observe) {
            observe(observe.observation());
        } else if (effect instanceof Effect.Left) {
            left = true;
        } else {
            carryOutOnLog(effect);
        }
    }

    private void carryOutOnLog(Effect effect) {
        if (effect instanceof Effect.Append append) {
            log.append(append.entries());
        } else if (effect instanceof Effect.Apply apply) {
            apply(apply.entry());
        } else if (effect instanceof Effect.PersistState persist) {
            log.keep(persist.state());
            network.setGeneration(persist.state().generation());
        } else if (effect instanceof Effect.Truncate truncate) {
            log.truncate(truncate.fromIndex());
        } else if (effect instanceof Effect.Reset) {
            waitingResets--;
            log.reset();
            appliedIndex = 0;
            foreseenIndex = 0;
            giveUpCheckpoint();
            state.reset();
        } else if (effect instanceof Effect.MakeCheckpoint make) {
            // Else the group has left this state behind, or the node asks again.
            if (waitingResets == 0 && !checkpoints.isBusy()) {
                joining = make.forNode();
            }
        } else if (effect instanceof Effect.RestoreCheckpoint restore) {
            log.install(
                    new NodeLog.Position(restore.index(), restore.term()),
                    restore.groupState(),
                    restore.bytes());
            restore(restore.index(), restore.bytes());
        } else if (effect instanceof Effect.ReplaceState replace) {
            log.addCheckpoint(
                    new NodeLog.Position(replace.index(), replace.term()),
                    replace.groupState(),
                    replace::bytes);
            restore(replace.index(), replace.bytes());
            state.proposalsLost(false); // Answered by the copy before, perhaps.
        } else if (effect instanceof Effect.NotSequenced notSequenced) {
            state.proposalsLost(notSequenced.busy());
        } else if (!(effect instanceof Effect.Trimmed)) {
            // What the journal no longer needs follows from checkpoints, not from Trimmed.
            throw new AssertionError("no way to carry out " + effect);
        }
    }

    private void restore(long index, byte[] checkpoint) {
        giveUpCheckpoint();
        state.restore(index, checkpoint);
        appliedIndex = index;
        foreseenIndex = index;
        group.onApplied(nowNanos, appliedIndex, state.digest());
    }

    /** What is made for a joining node is of a state that is given up: the node asks again. */
    private void giveUpCheckpoint() {
        joining = null;
        checkpoints.abandon();
    }

    private void apply(Entry entry) {
        if (entry.kind() == Entry.Kind.COMMAND) {
            if (entry.index() > foreseenIndex && waiting.peek() instanceof Effect.Apply) {
                foresee(entry);
            }
            state.apply(entry.index(), entry.timestampNanos(), entry.payload());
        }
        appliedIndex = entry.index();
        group.onApplied(nowNanos, appliedIndex, state.digest());
    }

    /** Shows the state what is to be applied next: this entry and those that follow it at once. */
    private void foresee(Entry entry) {
        List<byte[]> commands = new ArrayList<>(ReplicatedState.FORESEEN_MAX);
        commands.add(entry.payload());
        foreseenIndex = entry.index();
        for (Effect effect : waiting) {
            if (!(effect instanceof Effect.Apply apply)
                    || apply.entry().kind() != Entry.Kind.COMMAND
                    || commands.size() == ReplicatedState.FORESEEN_MAX) {
                break;
            }
            commands.add(apply.entry().payload());
            foreseenIndex = apply.entry().index();
        }
        if (commands.size() > 1) {
            state.foresee(commands);
        }
    }

    private void observe(Observation observation) {
        if (observation.kind() == Observation.Kind.LEADER) {
            leader = observation.subject();
            state.proposalsLost(false); // With the leader before, perhaps.
        }
        observer.accept(observation);
    }

    private static long wallNanos() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000 * NANOS_PER_MILLI + now.getNano();
    }
}
