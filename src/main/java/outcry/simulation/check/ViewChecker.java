package outcry.simulation.check;

import static outcry.simulation.world.InvariantViolation.unless;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import outcry.group.Entry;
import outcry.group.MembershipView;
import outcry.group.NodeInfo;
import outcry.group.log.ConfigurationCodec;
import outcry.simulation.world.VirtualJournal;
import outcry.simulation.world.VirtualProcess;
import outcry.simulation.world.WorldWatch;

/**
 * G23: a leader changes one voter at a time, after an entry of its own term and the view before are
 * committed; it removes one only while it hears a majority of the others. It may take its last
 * change back at any time.
 */
public final class ViewChecker implements WorldWatch {
    private record Place(long generation, long term, long index) {}

    private record Voter(long id, int birth) {}

    private final TreeSet<Place> seen =
            new TreeSet<>(
                    Comparator.comparingLong(Place::generation)
                            .thenComparing(Place::term)
                            .thenComparing(Place::index));
    private final Hearing hearing;

    public ViewChecker(Hearing hearing) {
        this.hearing = hearing;
    }

    /** Hears of each entry from its leader first: nobody else can have it earlier. */
    @Override
    public void appended(VirtualProcess process, List<Entry> entries) {
        VirtualJournal journal = process.journal();
        MembershipView before = journal.latestView();
        long beforeIndex = journal.viewIndexAt(journal.lastIndex());
        Entry last = journal.entry(journal.lastIndex());
        for (Entry entry : entries) {
            if (entry.kind() == Entry.Kind.VIEW) {
                MembershipView view = ConfigurationCodec.decodeView(entry.payload());
                boolean isNew =
                        seen.add(new Place(process.generation(), entry.term(), entry.index()));
                boolean isFirstOfTerm = last == null || last.term() != entry.term();
                if (isNew && before != null) {
                    check(process, entry, isFirstOfTerm, view, before, beforeIndex);
                }
                before = view;
                beforeIndex = entry.index();
            }
            last = entry;
        }
    }

    private void check(
            VirtualProcess process,
            Entry entry,
            boolean isFirstOfTerm,
            MembershipView view,
            MembershipView before,
            long beforeIndex) {
        int added = without(view, before);
        int removed = without(before, view);
        String who = process.node().name() + " in term " + entry.term();
        unless(
                added + removed <= 1,
                () -> "G23: " + who + " changes " + (added + removed) + " voters at once");
        MembershipView twoBefore = process.journal().viewAt(beforeIndex - 1);
        boolean takesBack = twoBefore != null && isSame(view, twoBefore);
        if (isFirstOfTerm || added + removed == 0 || takesBack) {
            return;
        }
        // A leader that found its own market spoilt applies nothing, but leads until another does.
        long applied =
                process.replica().isSpoiled()
                        ? process.status().commitIndex()
                        : process.replica().appliedIndex();
        Entry lastApplied = process.journal().entry(applied);
        unless(
                lastApplied == null || lastApplied.term() == entry.term(),
                () -> "G23: " + who + " changes the view before it has committed anything");
        unless(
                applied >= beforeIndex,
                () -> "G23: " + who + " changes the view before the last change is committed");
        unless(
                removed == 0
                        || hearing.heard(
                                        process,
                                        view,
                                        Hearing.freshNanos(process.status().timing()))
                                >= view.majority(),
                () -> "G23: " + who + " removes a voter, but hears too few of those who stay");
    }

    private static boolean isSame(MembershipView one, MembershipView other) {
        return without(one, other) == 0 && without(other, one) == 0;
    }

    /** How many voters of {@code view} are none of {@code other}. */
    private static int without(MembershipView view, MembershipView other) {
        TreeSet<Voter> others =
                new TreeSet<>(Comparator.comparingLong(Voter::id).thenComparing(Voter::birth));
        for (NodeInfo voter : other.voters()) {
            others.add(new Voter(voter.id(), voter.birth()));
        }
        int without = 0;
        for (NodeInfo voter : view.voters()) {
            without += others.contains(new Voter(voter.id(), voter.birth())) ? 0 : 1;
        }
        return without;
    }
}
