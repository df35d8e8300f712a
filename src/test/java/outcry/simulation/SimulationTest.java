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
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import outcry.simulation.world.Chance;

/**
 * Runs the simulation over many seeds, several at a time.
 *
 * <ul>
 *   <li>{@code -Dsimulation.seeds=A..B} runs other seeds than 1 to 1000.
 *   <li>{@code -Dsimulation.seed=N} runs one and writes its full trace to {@code
 *       target/simulation-N.txt}.
 * </ul>
 */
class SimulationTest {
    private static final String SEEDS = System.getProperty("simulation.seeds", "1..1000");
    private static final Long ONE_SEED = Long.getLong("simulation.seed");
    private static final int THREADS = Math.min(8, Runtime.getRuntime().availableProcessors());
    private static final int FAILURES_SHOWN = 3;

    @Test
    void everySeedKeepsTheInvariantsThroughFaultsAndConvergesAfterwards() throws Exception {
        if (ONE_SEED != null) {
            System.out.println(replay(ONE_SEED));
            return;
        }
        String[] ends = SEEDS.split("\\.\\.");
        AtomicLong next = new AtomicLong(Long.parseLong(ends[0]));
        long last = Long.parseLong(ends[1]);
        Totals totals = new Totals();
        List<SimulationFailure> failures = new ArrayList<>();
        Callable<Void> work =
                () -> {
                    long seed = next.getAndIncrement();
                    while (seed <= last && count(failures) < FAILURES_SHOWN) {
                        runOne(seed, totals, failures);
                        seed = next.getAndIncrement();
                    }
                    return null;
                };
        onThreads(List.of(work), THREADS);
        System.out.println(totals);
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        assertTrue(
                totals.runs() < 100 || totals.isEnough(),
                "too little happened to mean anything: " + totals);
    }

    @Test
    void theSameSeedGivesTheSameRunByteForByte() {
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        SimulationResult one = Simulation.run(42, first::add);
        SimulationResult other = Simulation.run(42, second::add);
        assertEquals(one, other);
        assertEquals(first, second);
        assertEquals(one, Simulation.run(42), "whether somebody reads along changes nothing");
        assertNotEquals(one.traceHash(), Simulation.run(43).traceHash());
    }

    @Test
    void runsSideBySideDoNotInfluenceEachOther() throws Exception {
        List<SimulationResult> alone = new ArrayList<>();
        List<Callable<SimulationResult>> runs = new ArrayList<>();
        for (long seed = 1; seed <= 12; seed++) {
            long each = seed;
            alone.add(Simulation.run(each));
            runs.add(() -> Simulation.run(each));
        }
        assertEquals(alone, onThreads(runs, 1));
    }

    /** What everything is drawn from; were it different somewhere, so would be every run. */
    @Test
    void chanceIsTheSameOnEveryPlatform() {
        Chance chance = new Chance(1);
        assertEquals(-7_995_527_694_508_729_151L, chance.next());
        assertEquals(-4_689_498_862_643_123_097L, chance.next());
        SplittableRandom random = new SplittableRandom(1);
        List<Integer> drawn = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            drawn.add(random.nextInt(1_000));
        }
        assertEquals(List.of(926, 302, 881, 737, 211, 132), drawn);
    }

    private static void runOne(long seed, Totals totals, List<SimulationFailure> failures) {
        try {
            SimulationResult result = Simulation.run(seed);
            synchronized (failures) {
                totals.add(result);
            }
        } catch (SimulationFailure failure) {
            synchronized (failures) {
                failures.add(failure);
                System.out.println(failure.getMessage());
                System.out.println("replay it with -Dsimulation.seed=" + seed);
            }
        }
    }

    private static int count(List<SimulationFailure> failures) {
        synchronized (failures) {
            return failures.size();
        }
    }

    /** Runs each of them so many times side by side, all at once. */
    private static <T> List<T> onThreads(List<Callable<T>> works, int times)
            throws InterruptedException, ExecutionException {
        List<Callable<T>> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.addAll(works);
        }
        AtomicInteger number = new AtomicInteger();
        ExecutorService threads =
                Executors.newFixedThreadPool(
                        all.size(),
                        work -> new Thread(work, "simulation " + number.incrementAndGet()));
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(all)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
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
