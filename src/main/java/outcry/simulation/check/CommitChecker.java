package outcry.simulation.check;

import static outcry.simulation.world.InvariantViolation.unless;

import java.util.List;
import java.util.TreeMap;
import outcry.group.Entry;
import outcry.group.MembershipView;
import outcry.group.NodeInfo;
import outcry.market.Request;
import outcry.market.Verdict;
import outcry.simulation.world.VirtualProcess;
import outcry.simulation.world.World;
import outcry.simulation.world.WorldWatch;

/**
 * What is applied first anywhere must at that moment be persisted on a majority of the voters of a
 * view that some process of the generation works with (invariant 3 as it is meant to be kept), and
 * entries of one index and term are one entry wherever they are appended (log matching).
 */
public final class CommitChecker implements WorldWatch {
    private final TreeMap<Long, Long> appliedByGeneration = new TreeMap<>();
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
                    "1: two entries for index " + entry.index() + " in term " + entry.term());
        }
    }

    @Override
    public void applied(VirtualProcess process, Entry entry, Request request, Verdict verdict) {
        long before = appliedByGeneration.getOrDefault(process.generation(), 0L);
        if (entry.index() <= before) {
            return; // judged when it was applied first
        }
        appliedByGeneration.put(process.generation(), entry.index());
        boolean viewKnown = false;
        for (VirtualProcess other : world.processes()) {
            MembershipView view =
                    other.generation() == process.generation()
                            ? other.journal().latestView()
                            : null;
            if (view != null) {
                viewKnown = true;
                if (copies(view, process.generation(), entry) >= view.majority()) {
                    return; // a majority holds it
                }
            }
        }
        unless(
                !viewKnown,
                "3: entry "
                        + entry.index()
                        + " is applied by "
                        + process.node().name()
                        + " but not persisted on a majority");
    }

    private int copies(MembershipView view, long generation, Entry entry) {
        int copies = 0;
        for (NodeInfo voter : view.voters()) {
            for (VirtualProcess process : world.processes()) {
                boolean isVoter =
                        process.info().id() == voter.id()
                                && process.info().birth() == voter.birth()
                                && process.generation() == generation;
                if (isVoter && holds(process, entry)) {
                    copies++;
                }
            }
        }
        return copies;
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
