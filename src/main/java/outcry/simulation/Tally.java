package outcry.simulation;

import java.util.EnumMap;
import java.util.Map;
import outcry.group.Observation;
import outcry.simulation.world.VirtualProcess;
import outcry.simulation.world.WorldWatch;

/** Counts what processes observed, so that a run can show that something happened in it. */
final class Tally implements WorldWatch {
    private final Map<Observation.Kind, Long> counts = new EnumMap<>(Observation.Kind.class);
    private long restored;

    @Override
    public void observed(VirtualProcess process, Observation observation) {
        counts.merge(observation.kind(), 1L, Long::sum);
    }

    @Override
    public void restored(VirtualProcess process, long index) {
        restored++;
    }

    long of(Observation.Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    long restored() {
        return restored;
    }
}
