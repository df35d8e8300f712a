package outcry.group;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The members of a scenario and what is under way between them; nothing moves but by a step. */
final class ScenarioWorld {
    private static final long DELAY_NANOS = 1_000_000;
    private static final long WALL_BASE_NANOS = 1_800_000_000_000_000_000L;

    /** Messages of one kind, or of any when it is empty, from one member to another. */
    record Path(int from, int to, String kind) {
        boolean matches(UnderWay sent) {
            return sent.from == from
                    && sent.to == to
                    && (kind.isEmpty() || kind.equals(sent.message.getClass().getSimpleName()));
        }
    }

    private record UnderWay(
            long dueNanos,
            long order,
            int from,
            int to,
            int toIncarnation,
            Channel channel,
            Envelope envelope,
            Message message) {}

    /** The same thing done by one or more members. */
    private record Outcome(List<String> who, String what) {}

    private final ElectionPolicy policy;
    private final List<ScenarioMember> members = new ArrayList<>();
    private final List<UnderWay> underWay = new ArrayList<>();
    private final List<Path> losing = new ArrayList<>();
    private final Set<Integer> isolated = new TreeSet<>();
    private final Set<Integer> deaf = new TreeSet<>();
    private final Set<String> links = new TreeSet<>();
    private final Map<String, Long> delays = new HashMap<>();
    private final ArrayDeque<Runnable> reports = new ArrayDeque<>();
    private final ScenarioText text = new ScenarioText();
    private final List<Outcome> outcome = new ArrayList<>();
    private long nowNanos = 1_000_000_000;
    private long orderNext;
    private boolean running;
    private Function<Envelope, List<Envelope>> disturbance = envelope -> List.of();

    ScenarioWorld(int count, ElectionPolicy policy) {
        this.policy = policy;
        for (int number = 1; number <= count; number++) {
            members.add(new ScenarioMember(number));
        }
    }

    /** With every message also arrives what {@code newDisturbance} makes of it. */
    void disturb(Function<Envelope, List<Envelope>> newDisturbance) {
        disturbance = newDisturbance;
    }

    ScenarioText text() {
        return text;
    }

    /** What came of the last step, in the order in which it happened first. */
    List<String> takeOutcome() {
        List<String> taken = new ArrayList<>();
        for (Outcome done : outcome) {
            String words = String.join(" ", done.who) + " " + done.what;
            taken.add(words.replace(" : ", ": ").strip());
        }
        outcome.clear();
        return taken;
    }

    /**
     * Notes what a member does. Members that do the same share a note, as long as each one's notes
     * stay in the order in which it did things.
     */
    private void tell(Object who, String what) {
        String name = who.toString();
        for (int i = outcome.size() - 1; i >= 0 && !outcome.get(i).who.contains(name); i--) {
            if (outcome.get(i).what.equals(what)) {
                outcome.get(i).who.add(name);
                return;
            }
        }
        outcome.add(new Outcome(new ArrayList<>(List.of(name)), what));
    }

    // ---- Steps

    void setHost(int number, String host) {
        member(number).host = host;
    }

    void setDelay(int one, int other, long nanos) {
        delays.put(pair(one, other), nanos);
    }

    /** The first member founds, the others join, whoever the policy prefers leads. */
    void formGroup() {
        start(1);
        run(4_000_000_000L);
        for (int number = 2; number <= members.size(); number++) {
            start(number);
        }
        run(5_000_000_000L);
        members.forEach(member -> writeCounters(member.number));
        outcome.clear();
        writeState();
    }

    void fill(int number, int count) {
        List<String> commands = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            commands.add("c" + i);
        }
        propose(number, commands);
        run(20_000_000);
        outcome.clear();
    }

    void start(int number) {
        ScenarioMember member = member(number);
        member.start(nowNanos, policy);
        tick(member);
    }

    /** No multicast reaches it. */
    void deafen(int number) {
        deaf.add(number);
    }

    /** A bit flips in its copy of the application. */
    void spoil(int number) {
        member(number).applied.add("spoiled");
    }

    void crash(int number) {
        ScenarioMember dead = member(number);
        dead.stop();
        underWay.removeIf(sent -> sent.from == number && sent.channel == Channel.LINK);
        for (ScenarioMember other : members) {
            if (links.remove(pair(number, other.number)) && other.isUp()) {
                other.group.onLinkDown(nowNanos, dead.info.id());
                carryOut(other);
            }
        }
    }

    void killLink(int one, int other) {
        if (links.remove(pair(one, other))) {
            underWay.removeIf(
                    sent ->
                            sent.channel == Channel.LINK
                                    && pair(sent.from, sent.to).equals(pair(one, other)));
            for (int number : List.of(one, other)) {
                ScenarioMember member = member(number);
                member.group.onLinkDown(nowNanos, number == one ? other : one);
                carryOut(member);
            }
        }
    }

    void continueAlone(int number) {
        member(number).group.continueAlone(nowNanos, wallNanos());
        carryOut(member(number));
    }

    void callElection(int number) {
        member(number).group.callElection(nowNanos);
        carryOut(member(number));
    }

    void leave(int number) {
        member(number).group.leave(nowNanos);
        carryOut(member(number));
    }

    void propose(int number, List<String> commands) {
        ScenarioMember member = member(number);
        for (String command : commands) {
            GroupMember.Proposed proposed =
                    member.group.propose(
                            nowNanos, wallNanos(), command.getBytes(StandardCharsets.UTF_8));
            if (proposed != GroupMember.Proposed.SEQUENCED) {
                tell(command, proposed.toString());
            }
        }
        carryOut(member);
    }

    void drop(Path path) {
        underWay.removeIf(path::matches);
    }

    void duplicate(Path path) {
        underWay.addAll(underWay.stream().filter(path::matches).toList());
    }

    void lose(Path path) {
        losing.add(path);
    }

    void isolate(int number) {
        isolated.add(number);
    }

    void heal() {
        losing.clear();
        isolated.clear();
        deaf.clear();
    }

    /** Delivers what is under way now, of one kind or, when it is empty, all. */
    void flush(String kind) {
        List<UnderWay> arriving = new ArrayList<>();
        for (UnderWay sent : underWay) {
            if (kind.isEmpty() || kind.equals(sent.message.getClass().getSimpleName())) {
                arriving.add(sent);
            }
        }
        underWay.removeAll(arriving);
        arriving.forEach(this::deliver);
    }

    void after(long nanos) {
        passTime(nowNanos + nanos);
    }

    void run(long nanos) {
        running = true;
        passTime(nowNanos + nanos);
        running = false;
    }

    void writeState() {
        for (ScenarioMember member : members) {
            if (member.isUp()) {
                GroupStatus status = member.group.status(nowNanos);
                tell(
                        member.number,
                        status.role()
                                + " t"
                                + status.term()
                                + " last "
                                + status.lastIndex()
                                + " commit "
                                + status.commitIndex());
            } else {
                tell(member.number, "down");
            }
        }
    }

    void writeLog(int number) {
        member(number)
                .log
                .forEach(
                        entry -> outcome.add(new Outcome(List.of(), ScenarioText.withTerm(entry))));
    }

    void writeCounters(int number) {
        Counters counters = member(number).group.status(nowNanos).counters();
        ScenarioMember member = member(number);
        Counters before = member.countersBefore;
        member.countersBefore = counters;
        write("gaps", counters.gaps() - before.gaps());
        write("held back", counters.heldBack() - before.heldBack());
        write("duplicates", counters.duplicates() - before.duplicates());
        write("nacks", counters.nacksSent() - before.nacksSent());
        write("answered", counters.nacksAnswered() - before.nacksAnswered());
    }

    private void write(String counter, long count) {
        if (count > 0) {
            outcome.add(new Outcome(List.of(counter), String.valueOf(count)));
        }
    }

    // ---- How time passes

    private void passTime(long endNanos) {
        while (true) {
            UnderWay next = running ? nextDue() : null;
            ScenarioMember due = nextDeadline();
            long messageNanos = next == null ? Long.MAX_VALUE : next.dueNanos;
            long tickNanos = due == null ? Long.MAX_VALUE : due.group.nextDeadlineNanos();
            if (Math.min(messageNanos, tickNanos) > endNanos) {
                nowNanos = endNanos;
                return;
            }
            nowNanos = Math.max(nowNanos, Math.min(messageNanos, tickNanos));
            if (messageNanos <= tickNanos) {
                underWay.remove(next);
                deliver(next);
            } else {
                tick(due);
            }
        }
    }

    private UnderWay nextDue() {
        return underWay.stream()
                .min(Comparator.comparingLong(UnderWay::dueNanos).thenComparing(UnderWay::order))
                .orElse(null);
    }

    private ScenarioMember nextDeadline() {
        ScenarioMember first = null;
        for (ScenarioMember member : members) {
            if (member.isUp()
                    && (first == null
                            || member.group.nextDeadlineNanos()
                                    < first.group.nextDeadlineNanos())) {
                first = member;
            }
        }
        return first;
    }

    private void tick(ScenarioMember member) {
        member.group.tick(nowNanos, wallNanos());
        // A member that asks for a tick at once gets it, but time goes on.
        nowNanos += member.group.nextDeadlineNanos() <= nowNanos ? 1_000 : 0;
        carryOut(member);
    }

    private void deliver(UnderWay sent) {
        ScenarioMember from = member(sent.from);
        ScenarioMember to = member(sent.to);
        boolean arrives =
                to.isUp()
                        && to.incarnation == sent.toIncarnation
                        && !isolated.contains(sent.from)
                        && !isolated.contains(sent.to);
        if (arrives) {
            to.group.receive(
                    nowNanos, sent.channel, from.host, from.info.datagramPort(), sent.envelope);
            carryOut(to);
            for (Envelope forged : disturbance.apply(sent.envelope)) {
                receiveForged(to, sent.channel, from, forged);
            }
        }
    }

    private void receiveForged(
            ScenarioMember to, Channel channel, ScenarioMember from, Envelope forged) {
        if (to.isUp()) {
            to.group.receive(nowNanos, channel, from.host, from.info.datagramPort(), forged);
            carryOut(to);
        }
    }

    // ---- Effects

    private void carryOut(ScenarioMember member) {
        List<Effect> effects = takeEffects(member);
        while (!effects.isEmpty()) {
            for (Effect effect : effects) {
                carryOut(member, effect);
            }
            effects = takeEffects(member);
        }
        while (!reports.isEmpty()) {
            reports.remove().run();
        }
    }

    private void carryOut(ScenarioMember member, Effect effect) {
        if (effect instanceof Effect.Send send) {
            write(member.number + "->" + send.to().name(), send.message());
            if (isMember(send.to().id())) {
                send(member, (int) send.to().id(), send.channel(), send.message());
            }
        } else if (effect instanceof Effect.Multicast multicast) {
            write(member.number + "->*", multicast.message());
            toAll(member, Channel.MULTICAST, multicast.message());
        } else if (effect instanceof Effect.Broadcast broadcast) {
            write(member.number + "->*", broadcast.message());
            toAll(member, Channel.BROADCAST, broadcast.message());
        } else if (effect instanceof Effect.Answer answer) {
            memberAt(answer.host(), answer.port())
                    .ifPresent(to -> send(member, to.number, Channel.DATAGRAM, answer.message()));
        } else if (effect instanceof Effect.Dial dial) {
            if (isMember(dial.to().id())) {
                reports.add(() -> dial(member, member((int) dial.to().id())));
            } else {
                reports.add(() -> member.group.onDialFailed(nowNanos, dial.to().id(), true));
            }
        } else if (effect instanceof Effect.CloseLink close && isMember(close.nodeId())) {
            closeLink(member, member((int) close.nodeId()));
        } else if (effect instanceof Effect.Observe observe) {
            if (text.isShown(observe.observation())) {
                tell(member.number, ScenarioText.of(observe.observation()));
            }
        } else if (effect instanceof Effect.Left) {
            member.stop();
        } else {
            keep(member, effect);
        }
    }

    private List<Effect> takeEffects(ScenarioMember member) {
        if (!member.isUp()) {
            return List.of();
        }
        member.group.flush(nowNanos);
        return member.group.takeEffects();
    }

    private void keep(ScenarioMember member, Effect effect) {
        if (effect instanceof Effect.PersistState persist) {
            member.generation = persist.state().generation();
        } else if (effect instanceof Effect.Append append) {
            member.log.addAll(append.entries());
            Entry last = append.entries().get(append.entries().size() - 1);
            member.group.onPersisted(nowNanos, last.index(), last.term());
        } else if (effect instanceof Effect.Truncate truncate) {
            member.truncate(truncate.fromIndex());
        } else if (effect instanceof Effect.Reset) {
            member.forget();
        } else if (effect instanceof Effect.Apply apply) {
            member.apply(apply.entry());
            if (apply.entry().kind() != Entry.Kind.SETTINGS) {
                tell(member.number, "applies " + ScenarioText.of(apply.entry()));
            }
            member.group.onApplied(nowNanos, apply.entry().index(), member.digest());
        } else if (effect instanceof Effect.MakeCheckpoint make) {
            long index = member.group.status(nowNanos).appliedIndex();
            member.group.onCheckpointMade(
                    nowNanos, make.forNode(), index, member.digest(), member.checkpoint());
        } else if (effect instanceof Effect.RestoreCheckpoint restore) {
            member.restore(restore.bytes());
            member.group.onPersisted(nowNanos, restore.index(), restore.term());
            tell(
                    member.number,
                    "restores " + member.applied.size() + " commands up to " + restore.index());
            member.group.onApplied(nowNanos, restore.index(), member.digest());
        }
        if (effect instanceof Effect.ReplaceState replace) {
            member.replace(replace.bytes());
            tell(member.number, "takes its copy anew up to " + replace.index());
            member.group.onApplied(nowNanos, replace.index(), member.digest());
        }
        // Trimmed: the scenario keeps what it was told to keep.
    }

    private void write(String path, Message message) {
        if (text.isShown(message, running)) {
            tell(path, ScenarioText.of(message));
        }
    }

    private void toAll(ScenarioMember from, Channel channel, Message message) {
        for (ScenarioMember to : members) {
            boolean heard = channel != Channel.MULTICAST || !deaf.contains(to.number);
            if (to != from && heard) {
                send(from, to.number, channel, message);
            }
        }
    }

    private void send(ScenarioMember from, int to, Channel channel, Message message) {
        boolean carried =
                member(to).isUp()
                        && (channel != Channel.LINK || links.contains(pair(from.number, to)));
        long due = nowNanos + delays.getOrDefault(pair(from.number, to), DELAY_NANOS);
        UnderWay sent =
                new UnderWay(
                        due,
                        orderNext++,
                        from.number,
                        to,
                        member(to).incarnation,
                        channel,
                        new Envelope(
                                "lab",
                                from.generation,
                                from.info.id(),
                                from.info.incarnation(),
                                from.info.birth(),
                                message),
                        message);
        if (carried && losing.stream().noneMatch(path -> path.matches(sent))) {
            underWay.add(sent);
        }
    }

    private void dial(ScenarioMember from, ScenarioMember to) {
        boolean reachable = !isolated.contains(from.number) && !isolated.contains(to.number);
        if (!from.isUp()) {
            return; // it crashed in the same step
        }
        if (!to.isUp() || !reachable) {
            from.group.onDialFailed(nowNanos, to.number, reachable);
            carryOut(from);
        } else {
            links.add(pair(from.number, to.number));
            to.group.onLinkUp(nowNanos, from.info);
            carryOut(to);
            from.group.onLinkUp(nowNanos, to.info);
            carryOut(from);
        }
    }

    private void closeLink(ScenarioMember member, ScenarioMember peer) {
        if (links.remove(pair(member.number, peer.number)) && !isolated.contains(member.number)) {
            reports.add(
                    () -> {
                        if (peer.isUp()) {
                            peer.group.onLinkDown(nowNanos, member.number);
                            carryOut(peer);
                        }
                    });
        }
    }

    /** Forged messages tell of others, too. */
    private boolean isMember(long id) {
        return id >= 1 && id <= members.size();
    }

    private ScenarioMember member(int number) {
        return members.get(number - 1);
    }

    private Optional<ScenarioMember> memberAt(String host, int datagramPort) {
        return members.stream()
                .filter(member -> member.isUp() && member.host.equals(host))
                .filter(member -> member.info.datagramPort() == datagramPort)
                .findFirst();
    }

    private long wallNanos() {
        return WALL_BASE_NANOS + nowNanos;
    }

    private static String pair(int one, int other) {
        return Math.min(one, other) + "-" + Math.max(one, other);
    }
}
