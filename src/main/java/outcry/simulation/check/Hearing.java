package outcry.simulation.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import outcry.group.Entry;
import outcry.group.MembershipView;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.group.Observation;
import outcry.group.Timing;
import outcry.simulation.world.VirtualProcess;
import outcry.simulation.world.World;
import outcry.simulation.world.WorldWatch;

/**
 * When each process last heard each node, from what arrived there. A process that stood still is
 * forgiven what it did not hear meanwhile (G9).
 */
public final class Hearing implements WorldWatch {
    /** More than any process takes to notice, and than its clock may be off. */
    private static final long MARGIN_NANOS = 600_000_000L;

    /** What a process decides is seen when it is carried out, after what must be kept before. */
    private static final long WRITE_NANOS = 100_000_000L;

    private static final class Ears {
        private final TreeMap<Long, Long> heardNanos = new TreeMap<>();
        private long awakeSinceNanos;
        private long lastActiveNanos;
    }

    private final Map<VirtualProcess, Ears> ears = new HashMap<>();
    private World world;

    /** Told once, when the world is made. */
    public void watch(World newWorld) {
        world = newWorld;
    }

    @Override
    public void received(VirtualProcess process, NodeInfo from, Message message) {
        active(process).heardNanos.put(from.id(), now());
    }

    @Override
    public void observed(VirtualProcess process, Observation observation) {
        Ears own = active(process);
        if (observation.kind() == Observation.Kind.LINK && observation.value() == 1) {
            own.heardNanos.put(observation.subject(), now());
        }
    }

    @Override
    public void sent(VirtualProcess process, NodeInfo to, Message message) {
        active(process);
    }

    @Override
    public void appended(VirtualProcess process, List<Entry> entries) {
        active(process);
    }

    /** A moment before which silence says nothing: the process began or stood still. */
    long awakeSinceNanos(VirtualProcess process) {
        return active(process).awakeSinceNanos;
    }

    /** Longer than this nobody goes unheard without being suspected. */
    static long limitNanos(Timing timing) {
        return timing.suspicionNanos() + MARGIN_NANOS;
    }

    /** Who was heard within this may be counted on to stay for a while (G23). */
    static long freshNanos(Timing timing) {
        return timing.suspicionNanos() * 55 / 100 + WRITE_NANOS;
    }

    /** How many voters of {@code view} the process may count on: itself, and whom it heard. */
    int heard(VirtualProcess process, MembershipView view, long limitNanos) {
        Ears own = active(process);
        int heard = 0;
        for (NodeInfo voter : view.voters()) {
            long last = own.heardNanos.getOrDefault(voter.id(), Long.MIN_VALUE);
            boolean isHeard = now() - Math.max(last, own.awakeSinceNanos) <= limitNanos;
            heard += isHeard || voter.id() == process.info().id() ? 1 : 0;
        }
        return heard;
    }

    long now() {
        return world.schedule().nowNanos();
    }

    private Ears active(VirtualProcess process) {
        Ears own = ears.get(process);
        if (own == null) {
            own = new Ears();
            own.awakeSinceNanos = now();
            ears.put(process, own);
        } else if (hasStoodStill(process, now() - own.lastActiveNanos)) {
            own.awakeSinceNanos = now();
        }
        own.lastActiveNanos = now();
        return own;
    }

    /** Whether it may take such a pause for a standstill: for less than half a suspicion time. */
    private static boolean hasStoodStill(VirtualProcess process, long nanos) {
        return nanos > stillNanos(Timing.REALISTIC)
                && nanos > stillNanos(process.status().timing());
    }

    private static long stillNanos(Timing timing) {
        return timing.suspicionNanos() * 45 / 100;
    }
}
