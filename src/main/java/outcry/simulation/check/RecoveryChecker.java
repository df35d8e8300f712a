package outcry.simulation.check;

import static outcry.simulation.world.InvariantViolation.unless;

import java.util.List;
import outcry.group.Entry;
import outcry.group.KeptState;
import outcry.simulation.world.VirtualJournal;
import outcry.simulation.world.VirtualProcess;
import outcry.simulation.world.WorldWatch;

/**
 * What a node was told is kept is found by its next run (G28, G31), unless something happened to
 * its disk; then it says so and begins with a new log (G30).
 */
public final class RecoveryChecker implements WorldWatch {
    private long recovered;
    private long damaged;

    /** Starts at which a log was found again. */
    public long recovered() {
        return recovered;
    }

    /** Starts at which what was kept could not be used. */
    public long damaged() {
        return damaged;
    }

    @Override
    public void restarted(VirtualProcess before, VirtualProcess now, List<String> notes) {
        if (before.kept().generation() == 0) {
            return; // it belonged to no group yet
        }
        boolean isSameLog = before.info().birth() == now.info().birth();
        String who = now.node().name();
        if (!isSameLog) {
            damaged++;
            unless(
                    now.node().mayLackLog() || !before.journal().isSettled(),
                    () -> "G28: " + who + " finds nothing of its log");
            return;
        }
        recovered++;
        checkState(who, before, now);
        if (before.journal().isSettled()) {
            checkLog(who, before.journal(), now.journal());
        }
    }

    private static void checkState(String who, VirtualProcess before, VirtualProcess now) {
        KeptState old = before.kept();
        KeptState found = now.kept();
        boolean isThere =
                found.generation() != old.generation()
                        || found.term() > old.term()
                        || found.term() == old.term()
                                && (old.votedFor() == 0 || found.votedFor() == old.votedFor());
        unless(isThere, () -> "G31: " + who + " kept " + old + " and finds " + found);
        unless(
                found.generation() == old.generation() || !before.journal().isSettled(),
                () -> "G31: " + who + " finds another generation than it kept");
    }

    private static void checkLog(String who, VirtualJournal old, VirtualJournal found) {
        for (long i = old.baseIndex() + 1; i <= old.persistedIndex(); i++) {
            long index = i;
            Entry held = found.entry(index);
            unless(
                    index <= found.baseIndex()
                            || held != null && HistoryChecker.isSame(held, old.entry(index)),
                    () ->
                            "G28: "
                                    + who
                                    + " starts without entry "
                                    + index
                                    + ", which its log had reported as persisted");
        }
    }
}
