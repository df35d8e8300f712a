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
        assertTrue(
                totals.runs() < 100 || totals.isEnough(),
                "too little happened to mean anything: " + totals);
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
}
