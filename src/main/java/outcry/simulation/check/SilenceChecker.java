package outcry.simulation.check;

import static outcry.simulation.world.InvariantViolation.unless;

import java.util.HashMap;
import java.util.Map;
import outcry.group.GroupStatus;
import outcry.group.MembershipView;
import outcry.group.Message;
import outcry.group.Role;
import outcry.group.Timing;
import outcry.simulation.world.VirtualProcess;
import outcry.simulation.world.WorldWatch;

/** G17: who hears no majority for a suspicion time leads no more. */
public final class SilenceChecker implements WorldWatch {
    private record Reign(long term, long sinceNanos) {}

    private final Map<VirtualProcess, Reign> reigns = new HashMap<>();
    private final Hearing hearing;

    public SilenceChecker(Hearing hearing) {
        this.hearing = hearing;
    }

    @Override
    public void multicast(VirtualProcess process, Message message) {
        if (message instanceof Message.Heartbeat beat) {
            Reign reign = reigns.get(process);
            if (reign == null || reign.term() != beat.term()) {
                reigns.put(process, new Reign(beat.term(), hearing.now()));
            } else {
                check(process, reign);
            }
        }
    }

    private void check(VirtualProcess process, Reign reign) {
        long limitNanos = Hearing.limitNanos(Timing.REALISTIC);
        if (isHeard(process, reign, limitNanos)) {
            return; // a closer look would cost more
        }
        GroupStatus status = process.status();
        limitNanos = Hearing.limitNanos(status.timing());
        unless(
                status.role() != Role.LEADER || isHeard(process, reign, limitNanos),
                () ->
                        "G17: "
                                + process.node().name()
                                + " still leads in term "
                                + reign.term()
                                + ", although it hears no majority of its view");
    }

    private boolean isHeard(VirtualProcess process, Reign reign, long limitNanos) {
        MembershipView view = process.journal().latestView();
        boolean isNew = hearing.now() - reign.sinceNanos() <= limitNanos;
        // With exactly half of them it may be about to remove one who is silent (G23).
        return isNew
                || view == null
                || 2 * hearing.heard(process, view, limitNanos) >= view.voters().size();
    }
}
