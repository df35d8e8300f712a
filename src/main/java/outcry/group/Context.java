package outcry.group;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import outcry.base.Check;
import outcry.group.Observation.Kind;
import outcry.group.failure.Peers;
import outcry.group.log.Configuration;
import outcry.group.log.GroupLog;

/**
 * What the parts of one member share: its term, role, log and peers, and the list of effects. Used
 * by the packages below {@code group} only.
 */
public final class Context {
    /** Hears that the member's role or the log's view changed. */
    public interface Listener {
        void onRole(Role before, Role after);

        void onConfiguration();
    }

    private final GroupConfig config;
    private final Configuration first;
    private final HeldLog held;
    private final Electorate electorate;
    private final Peers peers;
    private final SplittableRandom random;
    private final LeftGenerations leftGenerations = new LeftGenerations();
    private final MutableCounters counters = new MutableCounters();
    private Listener listener;
    private List<Effect> effects = new ArrayList<>();

    private long nowNanos;
    private long wallNanos;
    private long generation;
    private long term;
    private long votedFor;
    private Role role = Role.SEARCHING;
    private long leader;
    private int leaderIncarnation;
    private long leaderSinceNanos;
    private String explanation = "";
    private final boolean mayFound;
    private long recoveredGeneration;

    Context(GroupConfig config, Recovered recovered, long nowNanos) {
        this.config = config;
        this.first = Configuration.first(config.policy(), config.timing());
        this.nowNanos = nowNanos;
        this.random = new SplittableRandom(config.seed());
        this.held = new HeldLog(first, this::emit, this::configurationChanged);
        this.electorate = new Electorate(held, this::persistState);
        this.peers = new Peers(this);
        this.mayFound = recovered.mayFound();
    }

    /** Takes up where the last run ended (G25); the listener hears what follows from it. */
    void recover(Recovered recovered) {
        KeptState kept = recovered.kept();
        if (kept.generation() == 0) {
            return;
        }
        generation = kept.generation();
        recoveredGeneration = generation;
        term = kept.term();
        votedFor = kept.votedFor();
        held.recover(recovered);
        electorate.recover(Math.max(kept.sealedIndex(), recovered.baseIndex()));
        setRole(isVoter() ? Role.CANDIDATE : Role.LEARNER);
    }

    void setListener(Listener newListener) {
        listener = newListener;
    }

    // ---- Time and chance

    void setTime(long newNowNanos) {
        nowNanos = newNowNanos;
    }

    void setWallTime(long newWallNanos) {
        wallNanos = newWallNanos;
    }

    public long now() {
        return nowNanos;
    }

    public long wall() {
        return wallNanos;
    }

    public SplittableRandom random() {
        return random;
    }

    public GroupConfig config() {
        return config;
    }

    public NodeInfo self() {
        return config.self();
    }

    public long id() {
        return config.self().id();
    }

    public int birth() {
        return config.self().birth();
    }

    public Peers peers() {
        return peers;
    }

    public MutableCounters counters() {
        return counters;
    }

    public long generation() {
        return generation;
    }

    /**
     * Whether this node was a part of its generation in an earlier run: then it waits for the
     * others, however long they are away, rather than begin anew without them.
     */
    public boolean isRecovered() {
        return recoveredGeneration != 0 && recoveredGeneration == generation;
    }

    /** Whether this node may found a group when it hears of none. */
    public boolean mayFound() {
        return mayFound;
    }

    /** The node's name, or its id in hexadecimal when it was never heard of. */
    public String name(long nodeId) {
        if (nodeId == id()) {
            return self().name();
        }
        NodeInfo node = peers.info(nodeId);
        if (node == null) {
            node = view().voter(nodeId);
        }
        return node == null ? Long.toHexString(nodeId) : node.name();
    }

    // ---- The log

    public GroupLog log() {
        return held.entries();
    }

    public Configuration configuration() {
        return held.configurations().latest();
    }

    public Configuration configurationAt(long index) {
        return held.configurations().at(index);
    }

    public MembershipView view() {
        return held.configurations().latest().view();
    }

    public Timing timing() {
        return held.configurations().latest().timing();
    }

    /** Who may elect a leader besides the latest view's voters. */
    public Electorate electorate() {
        return electorate;
    }

    /** Whether this node, with its present log, is a voter of the latest view. */
    public boolean isVoter() {
        return isVoter(id(), birth());
    }

    public boolean isVoter(long nodeId, int nodeBirth) {
        NodeInfo voter = view().voter(nodeId);
        return voter != null && voter.birth() == nodeBirth;
    }

    /** Whether the last view entry of the log is committed. */
    public boolean isViewCommitted() {
        return held.configurations().latest().index() <= held.commitIndex();
    }

    /** Whether the log holds no command: nothing would be lost with it. */
    public boolean isPristine() {
        return log().isWithoutCommands();
    }

    /** Appends one entry; {@link #flushAppended} hands it to the journal. */
    public void append(Entry entry) {
        held.append(entry);
    }

    /** Removes entries that conflict with the leader's log (G19). */
    public void truncate(long fromIndex) {
        long lastIndex = log().lastIndex();
        held.truncate(fromIndex);
        observe(
                Kind.TRUNCATED,
                0,
                fromIndex,
                lastIndex,
                "removed entries "
                        + fromIndex
                        + " to "
                        + lastIndex
                        + " that the leader does not have");
    }

    /** Hands what was appended since the last call to the journal. */
    public void flushAppended() {
        held.flushAppended();
    }

    public long commitIndex() {
        return held.commitIndex();
    }

    public long persistedIndex() {
        return held.persistedIndex();
    }

    public long appliedIndex() {
        return held.appliedIndex();
    }

    public long digest() {
        return held.digest();
    }

    /** How far this member's log has come; for the shell's reports. */
    HeldLog held() {
        return held;
    }

    /** Whether so much waits for the journal that more must wait outside (G29). */
    public boolean isJournalBehind() {
        return held.isJournalBehind();
    }

    /** Raises the commit index and delivers what became committed; true when it rose. */
    public boolean commit(long index) {
        if (!isLeader()) {
            electorate.seal(index); // Before what is applied from now on is reported.
        }
        return held.commit(index);
    }

    /** While paused, what is committed is not given to the application. */
    public void pauseDelivery(boolean paused) {
        held.pauseDelivery(paused);
    }

    /** Replaces the application's state by that at {@code index}, which the log holds. */
    public void replaceState(long index, byte[] bytes) {
        electorate.seal(index);
        held.replaceState(index, bytes);
    }

    /** Starts over from a checkpoint of the application. */
    public void restore(
            long index, long checkpointTerm, Configuration configuration, byte[] bytes) {
        electorate.seal(index);
        held.restore(index, checkpointTerm, configuration, bytes);
    }

    /** Forgets everything of the present generation. */
    public void reset() {
        // Who never kept an entry or voted there, or was there alone, left nothing to be missed.
        boolean counted = votedFor != 0 || log().lastIndex() > 0;
        boolean alone = isVoter() && view().voters().size() == 1;
        if (counted && !alone) {
            leftGenerations.add(generation);
        }
        held.reset(first);
        electorate.reset();
        leader = 0;
        enterGeneration(0);
        setRole(Role.SEARCHING);
        configurationChanged();
    }

    /** Whether this node gave that generation up before. */
    public boolean hasLeft(long otherGeneration) {
        return leftGenerations.contains(otherGeneration);
    }

    /**
     * Begins a generation of this node's own with all it holds, and the vote of its first term:
     * what others of the generation before do from now on is no concern of it (G24).
     */
    void continueAlone(long newGeneration) {
        leftGenerations.add(generation);
        generation = newGeneration;
        term++;
        votedFor = id();
        electorate.recover(log().lastIndex());
        persistState();
    }

    private void persistState() {
        effects.add(
                new Effect.PersistState(
                        new KeptState(generation, term, votedFor, electorate.sealedIndex())));
    }

    /** Takes part in a generation from now on; terms begin anew with it. */
    public void enterGeneration(long newGeneration) {
        generation = newGeneration;
        term = 0;
        votedFor = 0;
        persistState();
    }

    // ---- Term, vote, role

    public long term() {
        return term;
    }

    public long votedFor() {
        return votedFor;
    }

    public Role role() {
        return role;
    }

    public boolean isLeader() {
        return role == Role.LEADER;
    }

    public long leader() {
        return leader;
    }

    /** The incarnation that leads: a leader that started again leads no more. */
    public int leaderIncarnation() {
        return leaderIncarnation;
    }

    public long leaderSinceNanos() {
        return leaderSinceNanos;
    }

    /**
     * Moves to a later term, without a vote in it yet. A leader or follower of the old one stops
     * being it.
     */
    public void adoptTerm(long newTerm) {
        Check.that(newTerm > term, "terms only grow");
        term = newTerm;
        votedFor = 0;
        persistState();
        observe(Kind.TERM, 0, newTerm, 0, "term " + newTerm);
        loseLeader();
    }

    /** Gives this term's one vote. */
    public void voteFor(long candidate) {
        Check.that(votedFor == 0 || votedFor == candidate, "one vote a term");
        if (votedFor == 0) {
            votedFor = candidate;
            persistState();
            observe(
                    Kind.VOTE,
                    candidate,
                    term,
                    0,
                    "votes for " + name(candidate) + " in term " + term);
        }
    }

    /** The leader of the present term is gone or unknown. */
    public void loseLeader() {
        leader = 0;
        leaderSinceNanos = 0;
        if (role == Role.LEADER || role == Role.FOLLOWER) {
            setRole(isVoter() ? Role.CANDIDATE : Role.LEARNER);
        }
    }

    /** Recognises the leader of the present term. */
    public void follow(long newLeader) {
        Check.that(role != Role.LEADER, "a leader does not follow in its own term");
        setRole(isVoter() ? Role.FOLLOWER : Role.LEARNER);
        if (leader != newLeader) {
            leader = newLeader;
            leaderIncarnation = peers.info(newLeader).incarnation();
            leaderSinceNanos = nowNanos;
            explain("");
            observe(Kind.LEADER, newLeader, term, 0, name(newLeader) + " leads in term " + term);
        }
    }

    /** This node leads the present term. */
    public void lead() {
        leader = id();
        leaderSinceNanos = nowNanos;
        explain("");
        setRole(Role.LEADER);
        observe(Kind.LEADER, id(), term, 0, self().name() + " leads in term " + term);
    }

    public void setRole(Role newRole) {
        if (newRole != role) {
            Role before = role;
            role = newRole;
            observe(
                    Kind.ROLE,
                    id(),
                    newRole.ordinal(),
                    0,
                    self().name() + " is " + newRole.name().toLowerCase(java.util.Locale.ROOT));
            if (listener != null) {
                listener.onRole(before, newRole);
            }
        }
    }

    public String explanation() {
        return explanation;
    }

    /** What a state that is not normal means and what to do; empty when all is well. */
    public void explain(String sentence) {
        explanation = sentence;
    }

    // ---- Effects

    public void emit(Effect effect) {
        effects.add(effect);
    }

    public void sendLink(long nodeId, Message message) {
        send(nodeId, Channel.LINK, message);
    }

    public void sendDatagram(long nodeId, Message message) {
        send(nodeId, Channel.DATAGRAM, message);
    }

    private void send(long nodeId, Channel channel, Message message) {
        NodeInfo to = peers.info(nodeId);
        if (to != null) {
            effects.add(new Effect.Send(to, channel, message));
        }
    }

    /** Over the link to every other node that may vote. */
    public void sendVoters(Message message) {
        for (NodeInfo voter : electorate.voters()) {
            if (voter.id() != id()) {
                sendLink(voter.id(), message);
            }
        }
    }

    public void observe(Kind kind, long subject, long value, long other, String text) {
        effects.add(
                new Effect.Observe(
                        new Observation(
                                kind,
                                nowNanos,
                                term,
                                log().lastIndex(),
                                subject,
                                subject == 0 ? "" : name(subject),
                                value,
                                other,
                                text)));
    }

    List<Effect> takeEffects() {
        if (effects.isEmpty()) {
            return List.of();
        }
        List<Effect> taken = effects;
        effects = new ArrayList<>();
        return taken;
    }

    private void configurationChanged() {
        if (listener != null) {
            listener.onConfiguration();
        }
    }
}
