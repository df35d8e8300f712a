package outcry.simulation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import outcry.simulation.world.InvariantViolation;

/** A run in which an invariant broke, with all that is needed to find out why. */
public final class SimulationFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The rule of a failure that is an exception out of the code under test. */
    public static final String EXCEPTION = "exception";

    private static final Pattern RULE = Pattern.compile("(G?[0-9]+): (.*)", Pattern.DOTALL);

    private final long seed;
    private final String when;

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
        this.seed = seed;
        this.when = when;
    }

    public long seed() {
        return seed;
    }

    /** Virtual time at which it broke, in seconds, as it stands in front of a trace's lines. */
    public String when() {
        return when;
    }

    /**
     * The number of the invariant that broke ("3"), the rule ("G18"), or {@link #EXCEPTION}.
     *
     * @see #what()
     */
    public String rule() {
        Matcher matcher = RULE.matcher(complaint());
        return getCause() instanceof InvariantViolation && matcher.matches()
                ? matcher.group(1)
                : EXCEPTION;
    }

    /** What broke, on one line. */
    public String what() {
        if (!(getCause() instanceof InvariantViolation)) {
            return getCause().toString().lines().findFirst().orElse("");
        }
        Matcher matcher = RULE.matcher(complaint());
        String all = matcher.matches() ? matcher.group(2) : complaint();
        return all.lines().findFirst().orElse("");
    }

    private String complaint() {
        return String.valueOf(getCause().getMessage());
    }
}
