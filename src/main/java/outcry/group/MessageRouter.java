package outcry.group;

import outcry.group.discovery.Discovery;
import outcry.group.failure.Peer;

/**
 * Decides whether a message counts, and gives it to the part it is for. Whatever does not count is
 * ignored and counted.
 */
final class MessageRouter {
    private final Context context;
    private final Parts parts;
    private final Lifecycle lifecycle;

    MessageRouter(Context context, Parts parts, Lifecycle lifecycle) {
        this.context = context;
        this.parts = parts;
        this.lifecycle = lifecycle;
    }

    void receive(Channel channel, String host, int port, Envelope received) {
        if (!received.group().equals(context.config().group())
                || received.sender() == context.id()) {
            return; // Another exchange on this network, or this node's own datagram come back.
        }
        if (context.role() == Role.LEFT) {
            return;
        }
        Message message = received.message();
        if (!TermRule.isPlausible(message, context.term())) {
            context.counters().ignored();
            return;
        }
        if (message instanceof Message.WhoIsLeader) {
            if (context.isLeader()) {
                context.emit(new Effect.Answer(host, port, parts.discovery().hello()));
            }
            return;
        }
        if (message instanceof Message.Ping ping) {
            context.emit(new Effect.Answer(host, port, new Message.Pong(ping.sentNanos())));
            if (received.sender() == 0) {
                return; // A trader's probe.
            }
        }
        Envelope envelope = withHostSeen(channel, host, received);
        Peer peer = context.peers().hear(envelope);
        if (peer == null) {
            context.counters().ignored();
            return;
        }
        message = envelope.message();
        if (message instanceof Message.Hello hello) {
            onHello(peer, envelope, hello);
        } else if (message instanceof Message.Pong pong) {
            context.peers().onPong(envelope.sender(), pong);
        } else if (message instanceof Message.LinkProbe probe) {
            context.sendLink(
                    envelope.sender(),
                    new Message.LinkEcho(probe.sentNanos(), context.configuration().identity()));
        } else if (message instanceof Message.LinkEcho echo) {
            context.peers().onLinkEcho(envelope.sender(), echo);
        } else if (!(message instanceof Message.Ping)) {
            if (context.generation() == 0 || envelope.generation() != context.generation()) {
                context.counters().ignored();
                return;
            }
            parts.joining().heardGroup();
            route(channel, peer, envelope, message);
        }
    }

    /** A node is where its datagrams come from, whatever it believes its address to be. */
    private static Envelope withHostSeen(Channel channel, String host, Envelope envelope) {
        if (channel != Channel.LINK
                && envelope.message() instanceof Message.Hello hello
                && !host.isEmpty()) {
            Message.Hello seen =
                    new Message.Hello(
                            hello.version(),
                            hello.node().withHost(host),
                            hello.role(),
                            hello.term(),
                            hello.leader(),
                            hello.viewId(),
                            hello.viewSize(),
                            hello.commitIndex(),
                            hello.traders(),
                            hello.pristine(),
                            hello.keyed());
            return new Envelope(
                    envelope.group(),
                    envelope.generation(),
                    envelope.sender(),
                    envelope.incarnation(),
                    envelope.birth(),
                    seen);
        }
        return envelope;
    }

    private void onHello(Peer peer, Envelope envelope, Message.Hello hello) {
        boolean serving =
                hello.role() == Role.LEADER
                        || hello.role() == Role.FOLLOWER
                        || hello.role() == Role.CANDIDATE;
        if (envelope.generation() == context.generation() && serving) {
            parts.joining().heardGroup();
        }
        Discovery.Advice advice = parts.discovery().onHello(envelope, hello);
        if (advice == Discovery.Advice.JOIN && context.role() == Role.SEARCHING) {
            lifecycle.join(envelope.generation());
        } else if (advice == Discovery.Advice.DISSOLVE
                || serving && isOtherGroup(envelope, hello)) {
            lifecycle.dissolveInto(envelope.generation());
        } else if (hello.role() == Role.LEADER
                && envelope.generation() != 0
                && envelope.generation() == context.generation()
                && context.peers().isLinkUp(envelope.sender())) {
            onLeaderHello(peer, envelope, hello);
        }
    }

    /**
     * Where multicast does not carry (G21), whom a leader does not count among its receivers hears
     * of it by this alone: a learner that follows one of before, or who was removed while away.
     */
    private void onLeaderHello(Peer peer, Envelope envelope, Message.Hello hello) {
        if (!context.isLeader() && isFromLeader(peer, envelope, hello.term())) {
            parts.receiver().onHello(hello.commitIndex());
        }
    }

    /**
     * Whether another generation trades while nothing was heard for long of the one this learner
     * tried to join. An empty one is no reason: it gives itself up when that one is heard again.
     */
    private boolean isOtherGroup(Envelope envelope, Message.Hello hello) {
        return envelope.generation() != 0
                && envelope.generation() != context.generation()
                && !hello.pristine()
                && !context.hasLeft(envelope.generation())
                && parts.joining().isOrphan();
    }

    private void route(Channel channel, Peer peer, Envelope envelope, Message message) {
        long from = envelope.sender();
        if (message instanceof Message.Data data) {
            if (isFromLeader(peer, envelope, data.term())) {
                parts.receiver().onData(channel, data);
            }
        } else if (message instanceof Message.Heartbeat heartbeat) {
            if (isFromLeader(peer, envelope, heartbeat.term())) {
                if (heartbeat.settled() && heartbeat.viewId() == context.view().viewId()) {
                    context.electorate().settle(heartbeat.commitIndex());
                }
                if (context.role() == Role.FOLLOWER) {
                    parts.digests().onHeartbeat(heartbeat); // Before it makes more be applied.
                }
                parts.receiver().onHeartbeat(channel, heartbeat);
            }
        } else if (message instanceof Message.Ack ack) {
            onAck(envelope, ack);
        } else if (message instanceof Message.Nack nack) {
            if (context.isLeader() && nack.term() == context.term()) {
                parts.retransmitter().onNack(from, nack);
            }
        } else if (message instanceof Message.Doubt doubt) {
            onDoubt(from, doubt);
        } else if (channel != Channel.LINK) {
            context.counters().ignored(); // Whatever else there is travels over links only.
        } else if (message instanceof Message.Forward forward) {
            parts.forwards().onForward(from, forward);
        } else if (message instanceof Message.NotSequenced refused) {
            context.emit(new Effect.NotSequenced(refused.busy()));
        } else {
            routeMembership(envelope, message);
            lifecycle.progress();
        }
    }

    private void onDoubt(long from, Message.Doubt doubt) {
        long right = parts.digests().onDoubt(from, doubt, parts.handOver().isRunning());
        if (right != 0) {
            parts.handOver().begin(right);
        }
        lifecycle.progress();
    }

    private void routeMembership(Envelope envelope, Message message) {
        long from = envelope.sender();
        if (message instanceof Message.Join join) {
            if (context.isLeader()) {
                parts.views().onJoin(join);
            }
        } else if (message instanceof Message.JoinFrom joinFrom) {
            if (joinFrom.term() >= context.term()) {
                parts.joining().onJoinFrom(joinFrom, parts.receiver().verified());
            }
        } else if (message instanceof Message.CheckpointRequest request) {
            if (!parts.digests().isInDoubt()) {
                parts.checkpoints().onRequest(context.peers().info(from), request);
            }
        } else if (message instanceof Message.CheckpointPart part) {
            if (parts.joining().onPart(from, part)) {
                if (!context.held().isPaused()) {
                    parts.digests().onReplaced();
                }
                parts.receiver().onRestored();
            }
        } else if (message instanceof Message.DoubtAnswer answer) {
            if (from == context.leader()) {
                parts.digests().onAnswer(answer);
            }
        } else if (message instanceof Message.Leaving) {
            context.peers().onLeaving(from);
            if (context.isLeader()) {
                parts.views().onLeaving(from);
            }
        } else if (message instanceof Message.LeaveDone) {
            parts.departure().finish();
        } else if (message instanceof Message.ChangeSettings settings) {
            if (context.isLeader()) {
                lifecycle.changeSettings(settings.policy(), settings.timing());
            }
        } else if (message instanceof Message.RoundStart && context.isLeader()) {
            // An operator asked at another node.
            parts.election().beginHandOverRound("an operator asked at " + context.name(from));
        } else if (message instanceof Message.HandOver && parts.digests().isInDoubt()) {
            context.counters().ignored(); // Who cannot serve must not lead.
        } else {
            parts.election().receive(from, envelope.birth(), message);
        }
    }

    /**
     * Whether a batch or heartbeat is from the leader of the present term; recognises a new one.
     */
    private boolean isFromLeader(Peer peer, Envelope envelope, long term) {
        if (term < context.term()) {
            context.counters().ignored();
            // So that a leader of an older term learns that it is deposed; or that a learner, a
            // voter once, has voted in a later term and can follow only a leader of a later one.
            context.sendDatagram(
                    envelope.sender(),
                    new Message.Ack(context.term(), 0, context.appliedIndex(), false));
            return false;
        }
        if (term > context.term()) {
            context.adoptTerm(term);
        }
        if (context.isLeader()) {
            context.counters()
                    .ignored(); // There is one leader a term, and it is this node: forged.
            return false;
        }
        if (context.leader() != envelope.sender()) {
            if (context.leader() != 0) {
                context.counters().ignored();
                return false;
            }
            context.peers().evaluate();
            // Not for what waited in a buffer since before its sender fell silent or crashed.
            if (peer.lastHeardNanos() == context.now() && context.peers().isLive(peer.info())) {
                context.follow(envelope.sender());
            }
        }
        return true;
    }

    private void onAck(Envelope envelope, Message.Ack ack) {
        long from = envelope.sender();
        if (ack.term() > context.term()) {
            // A linked one counts too: one that was removed while it was down, with a vote in a
            // later term and a view in which it still votes, follows no leader of an older term.
            if (context.isVoter(from, envelope.birth())
                    || parts.sequencer().progress(from) != null
                    || context.peers().isLinkUp(from)) {
                context.adoptTerm(ack.term());
            }
            return;
        }
        if (!context.isLeader() || ack.term() < context.term()) {
            context.counters().ignored();
            return;
        }
        boolean viewPending = !context.isViewCommitted();
        parts.sequencer().onAck(from, envelope.birth(), ack);
        if (viewPending && context.isViewCommitted()
                || !context.electorate().isSettled()
                || parts.handOver().isRunning()) {
            lifecycle.progress();
        }
    }
}
