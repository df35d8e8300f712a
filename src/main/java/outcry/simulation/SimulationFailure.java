package outcry.simulation;

import java.util.List;

/** A run in which an invariant broke, with all that is needed to find out why. */
public final class SimulationFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param when virtual time in words
     * @param lines the last lines of the trace
     */
    SimulationFailure(
            long seed, String when, Climate climate, List<String> lines, RuntimeException cause) {
        super(
                "seed "
                        + seed
                        + " at "
                        + when
                        + " s: "
                        + cause.getMessage()
                        + "\n"
                        + climate
                        + "\n"
                        + String.join("\n", lines),
                cause);
    }
}
