package outcry.simulation.world;

import java.util.ArrayDeque;
import java.util.function.BooleanSupplier;
import outcry.group.Channel;
import outcry.group.Effect;
import outcry.group.Envelope;
import outcry.group.KeptState;
import outcry.group.Message;
import outcry.group.Recovered;
import outcry.market.Request;
import outcry.market.Verdict;
import outcry.node.log.NodeLog;
import outcry.wire.GroupCodec;

/** Carries out what one process's group member wants done, in order, one effect at a time. */
final class EffectCarrier {
    /** A HELLO is one datagram of less than this (G4). */
    private static final int HELLO_BYTES_MAX = 1_200;

    private final World world;
    private final VirtualProcess process;
    private final ArrayDeque<Effect> waiting = new ArrayDeque<>();
    private int waitingResets;
    private KeptState asked = KeptState.NOTHING;
    private KeptState kept = asked;
    private int fuse = -1;
    private boolean crashesMachine;
    private BooleanSupplier crashAllowed;

    EffectCarrier(World world, VirtualProcess process) {
        this.world = world;
        this.process = process;
    }

    /** Takes up what the last run kept. */
    void recover(Recovered recovered) {
        asked = recovered.kept();
        kept = asked;
    }

    long generation() {
        return asked.generation();
    }

    KeptState kept() {
        return kept;
    }

    void lightFuse(int effects, boolean machine, BooleanSupplier allowed) {
        fuse = effects;
        crashesMachine = machine;
        crashAllowed = allowed;
    }

    /**
     * Carries out effects, and those which these lead to, until there are none, or the next ones
     * must wait for the log, or the process dies. The same order as a node's.
     */
    void carryOutAll() {
        takeEffects();
        do {
            while (!waiting.isEmpty() && isKept()) {
                if (burnsDown()) {
                    process.die(crashesMachine);
                }
                if (process.isCrashed()) {
                    return; // the rest dies with it
                }
                carryOut(waiting.poll());
            }
            takePersisted();
            takeEffects();
        } while (!waiting.isEmpty() && isKept());
        if (waiting.isEmpty() && process.log().wantsCheckpoint()) {
            addCheckpoint();
        }
    }

    private void takeEffects() {
        process.member().flush(process.clockNanos());
        for (Effect effect : process.member().takeEffects()) {
            waitingResets += effect instanceof Effect.Reset ? 1 : 0;
            waiting.add(effect);
        }
    }

    private boolean isKept() {
        boolean isKept = process.log().isKept();
        kept = isKept ? asked : kept;
        return isKept;
    }

    private void takePersisted() {
        // What is persisted of a log about to be wiped is no news of the one that follows it.
        NodeLog.Position persisted = waitingResets > 0 ? null : process.log().takePersisted();
        if (persisted != null) {
            process.journal().persisted(persisted);
            process.member().onPersisted(process.clockNanos(), persisted.index(), persisted.term());
        }
    }

    private void addCheckpoint() {
        long index = process.replica().appliedIndex();
        long term = process.member().termAt(index);
        if (index > 0 && term >= 0) {
            byte[] state = process.replica().checkpoint(); // As it is now, whenever it is written.
            process.log()
                    .addCheckpoint(
                            new NodeLog.Position(index, term),
                            process.member().groupState(index),
                            () -> state);
        }
    }

    private boolean burnsDown() {
        return fuse >= 0 && fuse-- == 0 && crashAllowed.getAsBoolean();
    }

    private void carryOut(Effect effect) {
        if (effect instanceof Effect.Send send) {
            send(send);
        } else if (effect instanceof Effect.Multicast multicast) {
            toAll(Channel.MULTICAST, multicast.message());
        } else if (effect instanceof Effect.Broadcast broadcast) {
            toAll(Channel.BROADCAST, broadcast.message());
        } else if (effect instanceof Effect.Answer answer) {
            VirtualNode to = world.nodeAtDatagramPort(answer.host(), answer.port());
            if (to != null) {
                sendDatagram(to, Channel.DATAGRAM, answer.message());
            }
        } else if (effect instanceof Effect.Dial dial) {
            process.links().dial(dial.to());
        } else if (effect instanceof Effect.CloseLink close) {
            process.links().close(close.nodeId());
        } else if (effect instanceof Effect.Observe observe) {
            process.onObservation(observe.observation());
        } else if (effect instanceof Effect.NotSequenced) {
            process.pending().onLeaderChanged();
        } else if (effect instanceof Effect.Left) {
            process.die(false);
        } else {
            keep(effect);
        }
    }

    private void keep(Effect effect) {
        if (effect instanceof Effect.PersistState persist) {
            asked = persist.state();
            process.log().keep(asked);
            world.watch().stateKept(process, asked);
        } else if (effect instanceof Effect.Append append) {
            world.watch().appended(process, append.entries());
            process.journal().append(append.entries());
            process.log().append(append.entries());
        } else if (effect instanceof Effect.Truncate truncate) {
            process.note("truncates", truncate.fromIndex());
            InvariantViolation.unless(
                    truncate.fromIndex() > process.replica().appliedIndex(),
                    "2: an applied entry is truncated");
            process.journal().truncate(truncate.fromIndex());
            process.log().truncate(truncate.fromIndex());
        } else if (effect instanceof Effect.Trimmed trimmed) {
            process.journal().trim(trimmed.index());
        } else {
            apply(effect);
        }
    }

    private void apply(Effect effect) {
        if (effect instanceof Effect.Apply apply) {
            Request request = Replica.request(apply.entry());
            process.note("applies", apply.entry());
            Verdict verdict = process.replica().apply(apply.entry(), request);
            world.watch().applied(process, apply.entry(), request, verdict);
            if (request != null) {
                process.pending().onApplied(request, verdict);
            }
            process.member()
                    .onApplied(
                            process.clockNanos(),
                            apply.entry().index(),
                            process.replica().digest());
        } else if (effect instanceof Effect.MakeCheckpoint make) {
            if (waitingResets == 0) { // Else the group has left this state behind.
                process.member()
                        .onCheckpointMade(
                                process.clockNanos(),
                                make.forNode(),
                                process.replica().appliedIndex(),
                                process.replica().digest(),
                                process.replica().checkpoint());
            }
        } else if (effect instanceof Effect.RestoreCheckpoint restore) {
            process.note("restores", restore.index());
            process.replica().restore(restore.index(), restore.bytes());
            process.journal().restart(restore.index(), restore.groupState());
            process.log()
                    .install(
                            new NodeLog.Position(restore.index(), restore.term()),
                            restore.groupState(),
                            restore.bytes());
            world.watch().restored(process, restore.index());
            process.member()
                    .onApplied(process.clockNanos(), restore.index(), process.replica().digest());
        } else if (effect instanceof Effect.ReplaceState replace) {
            process.note("replaces its market", replace.index());
            process.log()
                    .addCheckpoint(
                            new NodeLog.Position(replace.index(), replace.term()),
                            replace.groupState(),
                            replace::bytes);
            process.replica().restore(replace.index(), replace.bytes());
            world.watch().restored(process, replace.index());
            process.pending().onLeaderChanged(); // Answered by the copy before, perhaps.
            process.member()
                    .onApplied(process.clockNanos(), replace.index(), process.replica().digest());
        } else if (effect instanceof Effect.Reset) {
            process.note("forgets", "");
            waitingResets--;
            process.log().reset();
            asked = KeptState.NOTHING; // What it gives up now may be there after a crash, or not.
            kept = asked;
            process.closeTraders();
            process.replica().reset();
            process.journal().restart(0, new byte[0]);
        } else {
            throw new IllegalStateException("unknown effect " + effect);
        }
    }

    private void send(Effect.Send send) {
        world.watch().sent(process, send.to(), send.message());
        if (send.channel() == Channel.LINK) {
            process.note("-> ", send.to().name(), send.message());
            process.links()
                    .send(send.to().id(), envelope(send.message(), GroupCodec.MESSAGE_BYTES_MAX));
        } else {
            VirtualNode to = world.nodeAtDatagramPort(send.to().host(), send.to().datagramPort());
            if (to != null) {
                sendDatagram(to, send.channel(), send.message());
            }
        }
    }

    private void toAll(Channel channel, Message message) {
        world.watch().multicast(process, message);
        Envelope envelope = datagram(message); // Encoded once, as a real multicast is.
        for (VirtualNode node : world.nodes()) {
            if (node != process.node()) {
                world.network().send(process, node, channel, envelope);
            }
        }
    }

    private void sendDatagram(VirtualNode to, Channel channel, Message message) {
        world.network().send(process, to, channel, datagram(message));
    }

    private Envelope datagram(Message message) {
        return envelope(
                message,
                message instanceof Message.Hello
                        ? HELLO_BYTES_MAX
                        : world.settings().datagramBytesMax());
    }

    private Envelope envelope(Message message, int bytesMax) {
        Envelope envelope =
                new Envelope(
                        world.settings().group(),
                        generation(),
                        process.info().id(),
                        process.info().incarnation(),
                        process.info().birth(),
                        message);
        return world.overTheWire(envelope, bytesMax);
    }
}
