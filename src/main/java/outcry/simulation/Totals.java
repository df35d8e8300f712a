package outcry.simulation;

/**
 * What many runs did together: a simulation in which little happens proves little. Not safe for
 * several threads at once.
 */
public final class Totals {
    private long runs;
    private long steps;
    private long virtualNanos;
    private long entries;
    private long answers;
    private long repeated;
    private long early;
    private long crashes;
    private long terms;
    private long lost;
    private long gaps;
    private long retransmitted;
    private long truncated;
    private long restored;
    private long recovered;
    private long damaged;
    private long multicasts;
    private long spoilt;
    private long slowestNanos;

    /** Adds a run that kept every invariant. */
    public void add(SimulationResult result) {
        runs++;
        steps += result.steps();
        virtualNanos += result.virtualNanos();
        entries += result.entries();
        answers += result.answers();
        repeated += result.repeated();
        early += result.early();
        crashes += result.crashes();
        terms += result.terms();
        lost += result.lost();
        gaps += result.gaps();
        retransmitted += result.retransmitted();
        truncated += result.truncated();
        restored += result.restored();
        recovered += result.recovered();
        damaged += result.damaged();
        multicasts += result.multicasts();
        spoilt += result.spoilt();
        slowestNanos = Math.max(slowestNanos, result.convergedNanos());
    }

    /** Runs added. */
    public long runs() {
        return runs;
    }

    /** Whether so much happened, of every kind, that all of it being well means something. */
    public boolean isEnough() {
        return answers > 100 * runs
                && crashes > runs / 2
                && terms > 2 * runs
                && repeated > 0
                && gaps > 0
                && retransmitted > 0
                && truncated > 0
                && restored > 0
                && recovered > runs / 10
                && damaged > 0
                && multicasts > 0
                && spoilt > 0;
    }

    @Override
    public String toString() {
        return runs
                + " runs, "
                + virtualNanos / 1_000_000_000
                + " s of virtual time, "
                + steps
                + " steps: "
                + entries
                + " entries, "
                + answers
                + " answers, "
                + repeated
                + " repeated, "
                + early
                + " early, "
                + crashes
                + " crashes, "
                + terms
                + " terms, "
                + lost
                + " datagrams lost, "
                + gaps
                + " gaps, "
                + retransmitted
                + " retransmitted, "
                + truncated
                + " truncations, "
                + restored
                + " checkpoints restored, "
                + recovered
                + " logs found again, "
                + damaged
                + " lost, multicast off or on "
                + multicasts
                + " times, "
                + spoilt
                + " markets found spoilt, slowest convergence "
                + slowestNanos / 1_000_000
                + " ms";
    }
}
