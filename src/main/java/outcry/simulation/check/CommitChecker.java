package outcry.simulation.check;

import static outcry.simulation.world.InvariantViolation.unless;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import outcry.group.Entry;
import outcry.group.MembershipView;
import outcry.group.NodeInfo;
import outcry.group.Role;
import outcry.market.Request;
import outcry.market.Verdict;
import outcry.simulation.world.VirtualJournal;
import outcry.simulation.world.VirtualProcess;
import outcry.simulation.world.World;
import outcry.simulation.world.WorldWatch;

/**
 * What is applied first anywhere must at that moment be persisted on a majority of the voters of
 * the view in force there (invariant 3 as it is meant to be kept; who applies an entry first leads,
 * so that the view is the one that counts), and entries of one index and term are one entry
 * wherever they are appended (log matching).
 */
public final class CommitChecker implements WorldWatch {
    private final TreeMap<Long, Long> appliedByGeneration = new TreeMap<>();

    /** The generations that hold a command. */
    private final TreeSet<Long> trading = new TreeSet<>();

    private final TreeMap<Long, TreeMap<Long, TreeMap<Long, Entry>>> appended = new TreeMap<>();
    private World world;

    /** Told once, when the world is made. */
    public void watch(World newWorld) {
        world = newWorld;
    }

    @Override
    public void appended(VirtualProcess process, List<Entry> entries) {
        for (Entry entry : entries) {
            Entry known =
                    appended.computeIfAbsent(process.generation(), id -> new TreeMap<>())
                            .computeIfAbsent(entry.term(), term -> new TreeMap<>())
                            .putIfAbsent(entry.index(), entry);
            unless(
                    known == null || HistoryChecker.isSame(known, entry),
                    () -> "1: two entries for index " + entry.index() + " in term " + entry.term());
        }
    }

    @Override
    public void applied(VirtualProcess process, Entry entry, Request request, Verdict verdict) {
        long before = appliedByGeneration.getOrDefault(process.generation(), 0L);
        if (entry.index() <= before) {
            return; // judged when it was applied first
        }
        appliedByGeneration.put(process.generation(), entry.index());
        if (entry.kind() == Entry.Kind.COMMAND) {
            trading.add(process.generation());
        }
        Supplier<String> what =
                () -> "entry " + entry.index() + ", applied by " + process.node().name();
        unless(
                isOnMajority(process, entry),
                () -> "3: " + what.get() + ", is not persisted on a majority");
        Entry own = firstOfOwnTerm(process, entry);
        unless(
                own == null || isOnMajority(process, own),
                () ->
                        "3: "
                                + what.get()
                                + ", which leads, was committed before one of its own term was");
    }

    /** Whether a majority of the voters in force at {@code process} holds {@code entry}. */
    private boolean isOnMajority(VirtualProcess process, Entry entry) {
        MembershipView view = process.journal().latestView();
        return view == null || copies(view, process.generation(), entry) >= view.majority();
    }

    /**
     * At a leader that applies an entry of an earlier term: the first entry of its own term. What
     * earlier leaders left must not be committed by counting copies of it (Raft's figure 8).
     */
    private static Entry firstOfOwnTerm(VirtualProcess process, Entry applied) {
        VirtualJournal journal = process.journal();
        Entry last = journal.entry(journal.lastIndex());
        if (last == null
                || last.term() == applied.term()
                || process.status().role() != Role.LEADER) {
            return null;
        }
        Entry first = last;
        for (long index = last.index() - 1; index > applied.index(); index--) {
            Entry earlier = journal.entry(index);
            first = earlier.term() == last.term() ? earlier : first;
        }
        return first;
    }

    private int copies(MembershipView view, long generation, Entry entry) {
        int copies = 0;
        for (NodeInfo voter : view.voters()) {
            VirtualProcess last = lastRun(voter, generation);
            boolean counts = last == null ? hasGivenUp(voter, generation) : holds(last, entry);
            copies += counts ? 1 : 0;
        }
        return copies;
    }

    /**
     * Whether the voter left a generation that holds no command for another (G7): what it had
     * acknowledged there may still count with those it left, and is of no worth.
     */
    private boolean hasGivenUp(NodeInfo voter, long generation) {
        return !trading.contains(generation)
                && world.processes().stream()
                        .anyMatch(
                                process ->
                                        process.info().id() == voter.id()
                                                && process.info().birth() == voter.birth());
    }

    /** The last process with the voter's log: a node that kept it starts again with all of it. */
    private VirtualProcess lastRun(NodeInfo voter, long generation) {
        VirtualProcess last = null;
        for (VirtualProcess process : world.processes()) {
            boolean isVoter =
                    process.info().id() == voter.id()
                            && process.info().birth() == voter.birth()
                            && process.generation() == generation;
            last = isVoter ? process : last;
        }
        return last;
    }

    private static boolean holds(VirtualProcess process, Entry entry) {
        if (entry.index() <= process.journal().baseIndex()) {
            return true; // part of the state it has restored or applied
        }
        Entry held = process.journal().entry(entry.index());
        return held != null
                && HistoryChecker.isSame(held, entry)
                && entry.index() <= process.journal().persistedIndex();
    }
}
