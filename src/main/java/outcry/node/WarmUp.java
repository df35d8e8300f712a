package outcry.node;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tinylog.Logger;
import outcry.group.Channel;
import outcry.group.Effect;
import outcry.group.ElectionPolicy;
import outcry.group.Entry;
import outcry.group.Envelope;
import outcry.group.GroupConfig;
import outcry.group.GroupMember;
import outcry.group.GroupStatus;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.group.Role;
import outcry.group.Timing;
import outcry.market.Command;
import outcry.market.Exchange;
import outcry.market.MarketListener;
import outcry.market.Request;
import outcry.wire.CommandCodec;
import outcry.wire.GroupCodec;

/**
 * Plays a few elections among three imagined members, without sockets, while a node still listens
 * for its group: the first real election of a process is then not also the one that loads and
 * compiles the code for it, which on a busy computer takes longer than the election.
 */
final class WarmUp {
    private static final AtomicBoolean HAS_BEGUN = new AtomicBoolean();
    private static final long MILLI = 1_000_000;
    private static final String GROUP = "warm-up";
    private static final int MEMBERS = 3;
    private static final int CRASHES = 3;
    private static final int COMMANDS = 50;

    /** More messages than any of these elections needs; then something is wrong and it ends. */
    private static final int MESSAGES_MAX = 200_000;

    private final Deque<Runnable> underWay = new ArrayDeque<>();
    private final List<Member> members = new ArrayList<>();
    private final TreeSet<String> links = new TreeSet<>();
    private long nowNanos = MILLI;
    private int delivered;

    private WarmUp() {}

    /**
     * Begins on a thread of its own, which ends by itself; only the first call in a process does.
     */
    static void begin() {
        if (HAS_BEGUN.compareAndSet(false, true)) {
            Thread thread = new Thread(WarmUp::playAll, "warm-up");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.start();
        }
    }

    private static void playAll() {
        try {
            for (ElectionPolicy policy : ElectionPolicy.values()) {
                play(policy, CRASHES);
            }
        } catch (RuntimeException e) {
            // Nothing depends on it but the speed of the first election.
            Logger.warn(e, "the warm-up ended early");
        }
    }

    /**
     * Founds a group, sequences commands, and lets its leader crash and come back {@code crashes}
     * times.
     *
     * @return how many different terms had a leader when looked at, after founding and each crash
     */
    static int play(ElectionPolicy policy, int crashes) {
        return new WarmUp().run(policy, crashes);
    }

    private int run(ElectionPolicy policy, int crashes) {
        for (int id = 1; id <= MEMBERS; id++) {
            members.add(new Member(id, 1, policy));
        }
        pass(2_000);
        TreeSet<Long> terms = new TreeSet<>();
        for (int crash = 1; crash <= crashes; crash++) {
            propose();
            Member leader = leader(terms);
            if (leader == null) {
                break;
            }
            crash(leader);
            pass(500);
            leader(terms);
            members.set(
                    (int) leader.info.id() - 1, new Member(leader.info.id(), crash + 1, policy));
            pass(1_500);
        }
        return terms.size();
    }

    private void propose() {
        Request request = new Request(1, 1, 0, new Command.DepositCash("a", 100));
        byte[] command = CommandCodec.encode(request);
        for (int i = 0; i < COMMANDS; i++) {
            Member member = members.get(i % MEMBERS);
            member.group.propose(nowNanos, nowNanos, command);
            member.carryOut();
        }
        deliver();
    }

    /** The leader, if there is one; its term is added to {@code terms}. */
    private Member leader(TreeSet<Long> terms) {
        for (Member member : members) {
            GroupStatus status = member.group.status(nowNanos);
            if (member.isUp && status.role() == Role.LEADER) {
                terms.add(status.term());
                return member;
            }
        }
        return null;
    }

    private void crash(Member dead) {
        dead.isUp = false;
        for (Member member : members) {
            if (member != dead && links.remove(link(dead, member))) {
                member.group.onLinkDown(nowNanos, dead.info.id());
                member.carryOut();
            }
        }
        deliver();
    }

    private void pass(long millis) {
        for (long until = nowNanos + millis * MILLI; nowNanos < until; nowNanos += 5 * MILLI) {
            for (Member member : members) {
                if (member.isUp && member.group.nextDeadlineNanos() <= nowNanos) {
                    member.group.tick(nowNanos, nowNanos);
                    member.carryOut();
                }
            }
            deliver();
        }
    }

    private void deliver() {
        for (Runnable next = underWay.poll(); next != null; next = underWay.poll()) {
            if (++delivered > MESSAGES_MAX) {
                throw new IllegalStateException("imagined members do not come to rest");
            }
            next.run();
        }
    }

    private static String link(Member one, Member other) {
        return Math.min(one.info.id(), other.info.id())
                + "-"
                + Math.max(one.info.id(), other.info.id());
    }

    /** An imagined node: the real protocol and market, nothing else. */
    private final class Member {
        private final NodeInfo info;
        private final GroupMember group;
        private final Exchange exchange = new Exchange();
        private long generation;
        private boolean isUp = true;

        Member(long id, int incarnation, ElectionPolicy policy) {
            info = new NodeInfo(id, "w" + id, incarnation, incarnation, "127.0.0." + id, 1, 2, 3);
            group =
                    new GroupMember(
                            new GroupConfig(
                                    GROUP,
                                    info,
                                    policy,
                                    Timing.REALISTIC,
                                    200 * MILLI,
                                    GroupConfig.DEFAULT_DATAGRAM_BYTES_MAX,
                                    id),
                            nowNanos);
        }

        void carryOut() {
            group.flush(nowNanos);
            List<Effect> effects = group.takeEffects();
            while (!effects.isEmpty()) {
                effects.forEach(this::carryOut);
                group.flush(nowNanos);
                effects = group.takeEffects();
            }
        }

        private void carryOut(Effect effect) {
            if (effect instanceof Effect.Send send) {
                sendTo(send.to().id(), send.channel(), send.message());
            } else if (effect instanceof Effect.Multicast multicast) {
                sendAll(Channel.MULTICAST, multicast.message());
            } else if (effect instanceof Effect.Broadcast broadcast) {
                sendAll(Channel.BROADCAST, broadcast.message());
            } else if (effect instanceof Effect.Answer answer) {
                for (Member member : members) {
                    if (member.info.host().equals(answer.host())) {
                        sendTo(member.info.id(), Channel.DATAGRAM, answer.message());
                    }
                }
            } else if (effect instanceof Effect.Dial dial) {
                underWay.add(() -> dial(dial.to()));
            } else if (effect instanceof Effect.CloseLink close) {
                links.remove(link(this, members.get((int) close.nodeId() - 1)));
            } else if (effect instanceof Effect.PersistState persist) {
                generation = persist.state().generation();
            } else if (effect instanceof Effect.Append append) {
                Entry last = append.entries().get(append.entries().size() - 1);
                group.onPersisted(nowNanos, last.index(), last.term());
            } else if (effect instanceof Effect.Apply apply) {
                apply(apply.entry());
            }
            // What else there is, checkpoints for one, does not happen in so short a play.
        }

        private void apply(Entry entry) {
            if (entry.kind() == Entry.Kind.COMMAND) {
                Request request = CommandCodec.decode(entry.payload());
                exchange.apply(entry.index(), entry.timestampNanos(), request, MarketListener.NONE);
            }
            group.onApplied(nowNanos, entry.index(), exchange.digest());
        }

        private void dial(NodeInfo to) {
            Member other = members.get((int) to.id() - 1);
            if (other.isUp && other.info.incarnation() == to.incarnation()) {
                links.add(link(this, other));
                group.onLinkUp(nowNanos, other.info);
                carryOut();
                other.group.onLinkUp(nowNanos, info);
                other.carryOut();
            } else {
                group.onDialFailed(nowNanos, to.id(), true);
                carryOut();
            }
        }

        private void sendAll(Channel channel, Message message) {
            for (Member member : members) {
                if (member != this) {
                    sendTo(member.info.id(), channel, message);
                }
            }
        }

        private void sendTo(long id, Channel channel, Message message) {
            byte[] bytes =
                    GroupCodec.encode(
                            new Envelope(
                                    GROUP,
                                    generation,
                                    info.id(),
                                    info.incarnation(),
                                    info.birth(),
                                    message));
            Member to = members.get((int) id - 1);
            underWay.add(() -> to.receive(this, channel, bytes));
        }

        private void receive(Member from, Channel channel, byte[] bytes) {
            boolean connected = channel != Channel.LINK || links.contains(link(this, from));
            if (isUp && connected && members.contains(this)) {
                Envelope envelope = GroupCodec.decode(GROUP, bytes, 0, bytes.length);
                group.receive(nowNanos, channel, from.info.host(), 2, envelope);
                carryOut();
            }
        }
    }
}
