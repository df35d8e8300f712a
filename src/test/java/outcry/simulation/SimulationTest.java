package outcry.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Runs the simulation over many seeds.
 *
 * <ul>
 *   <li>{@code -Dsimulation.seeds=A..B} runs other seeds than 1 to 300.
 *   <li>{@code -Dsimulation.seed=N} runs one and writes its full trace to {@code
 *       target/simulation-N.txt}.
 * </ul>
 */
class SimulationTest {
    private static final String SEEDS = System.getProperty("simulation.seeds", "1..300");
    private static final Long ONE_SEED = Long.getLong("simulation.seed");
    private static final int FAILURES_SHOWN = 3;

    @Test
    void everySeedKeepsTheInvariantsThroughFaultsAndConvergesAfterwards() throws IOException {
        if (ONE_SEED != null) {
            System.out.println(replay(ONE_SEED));
            return;
        }
        String[] ends = SEEDS.split("\\.\\.");
        List<SimulationFailure> failures = new ArrayList<>();
        Totals totals = new Totals();
        for (long seed = Long.parseLong(ends[0]); seed <= Long.parseLong(ends[1]); seed++) {
            try {
                totals.add(Simulation.run(seed));
            } catch (SimulationFailure failure) {
                failures.add(failure);
                System.out.println(failure.getMessage());
                System.out.println("replay it with -Dsimulation.seed=" + seed);
            }
            if (failures.size() == FAILURES_SHOWN) {
                break; // more would say nothing new
            }
        }
        System.out.println(totals);
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        totals.check();
    }

    @Test
    void theSameSeedGivesTheSameRun() {
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        SimulationResult one = Simulation.run(42, first::add);
        SimulationResult other = Simulation.run(42, second::add);
        assertEquals(one, other);
        assertEquals(first, second);
        assertNotEquals(one.traceHash(), Simulation.run(43).traceHash());
    }

    private static SimulationResult replay(long seed) throws IOException {
        Path file = Path.of("target", "simulation-" + seed + ".txt");
        Files.createDirectories(file.getParent());
        System.out.println("the trace goes to " + file);
        try (PrintWriter trace = new PrintWriter(Files.newBufferedWriter(file))) {
            return Simulation.run(seed, trace::println);
        }
    }

    /** What all runs together did: a simulation in which little happens proves little. */
    private static final class Totals {
        private long runs;
        private long steps;
        private long virtualSeconds;
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
        private long slowestMillis;

        void add(SimulationResult result) {
            runs++;
            steps += result.steps();
            virtualSeconds += result.virtualNanos() / 1_000_000_000;
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
            slowestMillis = Math.max(slowestMillis, result.convergedNanos() / 1_000_000);
        }

        void check() {
            boolean enough =
                    answers > 100 * runs
                            && crashes > runs / 2
                            && terms > 2 * runs
                            && repeated > 0
                            && gaps > 0
                            && retransmitted > 0
                            && truncated > 0
                            && restored > 0;
            assertTrue(runs < 100 || enough, "too little happened to mean anything: " + this);
        }

        @Override
        public String toString() {
            return runs
                    + " runs, "
                    + virtualSeconds
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
                    + " checkpoints restored, slowest "
                    + "convergence "
                    + slowestMillis
                    + " ms";
        }
    }
}
