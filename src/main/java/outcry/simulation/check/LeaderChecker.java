package outcry.simulation.check;

import static outcry.simulation.world.InvariantViolation.unless;

import java.util.Comparator;
import java.util.TreeMap;
import outcry.group.Entry;
import outcry.group.KeptState;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.simulation.world.VirtualJournal;
import outcry.simulation.world.VirtualProcess;
import outcry.simulation.world.World;
import outcry.simulation.world.WorldWatch;

/**
 * Invariants 1 and 3: a term has one leader and a voter one vote in it, kept before it is sent,
 * never for a log that ends before its own; whoever leads was elected by enough voters, and holds
 * every entry that was committed, as far as anybody showed it, in an earlier term: a vote that
 * comes late makes a leader of a term that is long over, and that is no harm.
 */
public final class LeaderChecker implements WorldWatch {
    private record Term(long generation, long term) {}

    private record Ballot(long generation, long term, long voter, int birth) {}

    private static final Comparator<Ballot> BALLOTS =
            Comparator.comparingLong(Ballot::generation)
                    .thenComparing(Ballot::term)
                    .thenComparing(Ballot::voter)
                    .thenComparing(Ballot::birth);

    private final TreeMap<Term, VirtualProcess> leaders =
            new TreeMap<>(Comparator.comparingLong(Term::generation).thenComparing(Term::term));
    private final TreeMap<Ballot, Long> votes = new TreeMap<>(BALLOTS);
    private final TreeMap<Ballot, Message.VoteRequest> requests = new TreeMap<>(BALLOTS);
    private final HistoryChecker histories;
    private World world;

    public LeaderChecker(HistoryChecker histories) {
        this.histories = histories;
    }

    /** Told once, when the world is made. */
    public void watch(World newWorld) {
        world = newWorld;
    }

    /** Who leads, or led, in that term; null when nobody did so far. */
    VirtualProcess leader(long generation, long term) {
        return leaders.get(new Term(generation, term));
    }

    /** Terms that had a leader, in all generations. */
    public int terms() {
        return leaders.size();
    }

    @Override
    public void sent(VirtualProcess process, NodeInfo to, Message message) {
        if (message instanceof Message.VoteReply reply && reply.granted()) {
            vote(process, reply.term(), to.id());
            checkNotBehind(process, reply.term(), to);
        } else if (message instanceof Message.VoteRequest request) {
            vote(process, request.term(), process.info().id());
            requests.put(ballot(process.generation(), request.term(), process.info()), request);
        } else if (message instanceof Message.Data data && data.term() > 0) {
            // A retransmission or a tail: whoever sends it leads, too.
            lead(process, data.term());
        }
    }

    @Override
    public void multicast(VirtualProcess process, Message message) {
        if (message instanceof Message.Data data) {
            lead(process, data.term());
        } else if (message instanceof Message.Heartbeat beat) {
            lead(process, beat.term());
        }
    }

    private void vote(VirtualProcess process, long term, long candidate) {
        Ballot ballot =
                new Ballot(process.generation(), term, process.info().id(), process.info().birth());
        Long before = votes.putIfAbsent(ballot, candidate);
        unless(
                before == null || before == candidate,
                () -> "1: " + process.node().name() + " votes twice in term " + term);
        KeptState kept = process.kept();
        unless(
                kept.term() == term && kept.votedFor() == candidate,
                () ->
                        "G31: "
                                + process.node().name()
                                + " votes in term "
                                + term
                                + ", having kept only "
                                + kept);
    }

    /** Nobody votes for a log that ends before its own (G14). */
    private void checkNotBehind(VirtualProcess voter, long term, NodeInfo candidate) {
        Message.VoteRequest asked = requests.get(ballot(voter.generation(), term, candidate));
        Entry last = voter.journal().entry(voter.journal().lastIndex());
        unless(
                asked == null
                        || last == null
                        || asked.lastTerm() > last.term()
                        || asked.lastTerm() == last.term() && asked.lastIndex() >= last.index(),
                () ->
                        "3: "
                                + voter.node().name()
                                + " votes in term "
                                + term
                                + " for a log that ends at "
                                + (asked == null ? 0 : asked.lastIndex())
                                + ", before its own");
    }

    private static Ballot ballot(long generation, long term, NodeInfo node) {
        return new Ballot(generation, term, node.id(), node.birth());
    }

    private void lead(VirtualProcess process, long term) {
        VirtualProcess before = leaders.putIfAbsent(new Term(process.generation(), term), process);
        if (before == null) {
            checkComplete(process, term);
            new VoteCount(world, process, term).check(voter -> vote(process, term, voter));
        }
        unless(
                before == null || before == process,
                () ->
                        "1: "
                                + process.node().name()
                                + " leads in term "
                                + term
                                + ", in which "
                                + (before == null ? "" : before.node().name())
                                + " leads");
    }

    private long vote(VirtualProcess leader, long term, NodeInfo voter) {
        return votes.getOrDefault(ballot(leader.generation(), term, voter), 0L);
    }

    private void checkComplete(VirtualProcess process, long term) {
        History history = histories.history(process.generation());
        VirtualJournal journal = process.journal();
        for (long index = journal.baseIndex() + 1; index <= history.lastIndex(); index++) {
            long at = index;
            History.Fact fact = history.at(index);
            Entry applied = fact.entry();
            Entry held = journal.entry(index);
            unless(
                    fact.term() >= term || held != null && HistoryChecker.isSame(held, applied),
                    () ->
                            "3: "
                                    + process.node().name()
                                    + " leads in term "
                                    + term
                                    + " without the applied entry "
                                    + at
                                    + " of term "
                                    + applied.term()
                                    + ", applied in term "
                                    + fact.term());
        }
    }
}
