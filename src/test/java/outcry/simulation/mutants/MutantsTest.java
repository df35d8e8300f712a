package outcry.simulation.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Breaks one rule after the other on purpose, and sees the simulation notice: a simulation that
 * finds nothing proves something only if it would find what is there.
 *
 * <p>{@code -Dmutants.seeds=A..B} tries these seeds instead, until three show the mutant, and says
 * which, the rare ones among them; {@code -Dmutants.only=WORDS} takes only the mutants with these
 * words in their name.
 */
class MutantsTest {
    private static final String SEEDS = System.getProperty("mutants.seeds", "");
    private static final String ONLY = System.getProperty("mutants.only", "");

    /** Tried after the seeds known to show a mutant. */
    private static final long SEEDS_MAX = 40;

    private static final long PATIENCE_SECONDS = 600;
    private static final int NOTICED_SHOWN = 8;
    private static final int ENOUGH = 3;

    private static final ExecutorService THREADS =
            Executors.newFixedThreadPool(
                    Math.min(4, Runtime.getRuntime().availableProcessors()),
                    task -> {
                        Thread thread = new Thread(task, "mutants");
                        thread.setDaemon(true);
                        return thread;
                    });

    @AfterAll
    static void endThreads() {
        THREADS.shutdownNow();
    }

    @TestFactory
    Stream<DynamicTest> isNoticed() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Mutant mutant : Mutants.all()) {
            boolean isTried = !mutant.isRare() || !SEEDS.isEmpty();
            if (isTried && mutant.name().contains(ONLY)) {
                tests.add(test(mutant));
            }
        }
        return tests.stream();
    }

    private static DynamicTest test(Mutant mutant) {
        Future<String> verdict =
                MutantProgram.canCompile()
                        ? THREADS.submit(() -> SEEDS.isEmpty() ? notice(mutant) : survey(mutant))
                        : null;
        return DynamicTest.dynamicTest(
                mutant.rule() + " " + mutant.name(),
                () -> {
                    assumeTrue(verdict != null, "a Java runtime without a compiler: not tried");
                    String survived = verdict.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    if (!survived.isEmpty()) {
                        fail(survived);
                    }
                });
    }

    /** Empty when a failure of the kind expected comes; else what came instead. */
    private static String notice(Mutant mutant) throws IOException, ReflectiveOperationException {
        MutantProgram program = new MutantProgram(mutant);
        Set<Long> seeds = new LinkedHashSet<>(mutant.seeds());
        for (long seed = 1; seed <= SEEDS_MAX; seed++) {
            seeds.add(seed);
        }
        Set<String> others = new TreeSet<>();
        for (long seed : seeds) {
            MutantProgram.Outcome outcome = program.run(seed);
            if (outcome.rule() == null) {
                continue;
            }
            if (mutant.kinds().contains(outcome.rule())) {
                return "";
            }
            others.add(outcome.rule() + " in seed " + seed + ": " + outcome.what());
        }
        return "'"
                + mutant.name()
                + "' was not noticed as "
                + mutant.kinds()
                + " in seeds "
                + seeds
                + "; what failed otherwise: "
                + others;
    }

    private static String survey(Mutant mutant) throws IOException, ReflectiveOperationException {
        String[] ends = SEEDS.split("\\.\\.");
        MutantProgram program = new MutantProgram(mutant);
        List<String> noticed = new ArrayList<>();
        long last = Long.parseLong(ends[1]);
        int shown = 0;
        for (long seed = Long.parseLong(ends[0]); seed <= last && shown < ENOUGH; seed++) {
            MutantProgram.Outcome outcome = program.run(seed);
            if (outcome.rule() != null) {
                noticed.add(seed + " (" + outcome.rule() + ": " + outcome.what() + ")");
                shown += mutant.kinds().contains(outcome.rule()) ? 1 : 0;
            }
        }
        System.out.println(
                (shown > 0 ? "noticed: " : "SURVIVED: ")
                        + mutant.rule()
                        + " "
                        + mutant.name()
                        + ": "
                        + noticed.size()
                        + " failures\n    "
                        + String.join("\n    ", noticed.stream().limit(NOTICED_SHOWN).toList()));
        return shown > 0 ? "" : "'" + mutant.name() + "' survived";
    }

    @Test
    void everyMutantHasANameOfItsOwnAndSaysHowItIsNoticed() {
        Set<String> names = new TreeSet<>();
        for (Mutant mutant : Mutants.all()) {
            assertTrue(names.add(mutant.name()), mutant.name());
            assertTrue(!mutant.kinds().isEmpty(), mutant.name());
        }
        assertTrue(names.size() >= 20, "so few prove little");
    }

    @Test
    void everyMutantFitsTheSources() throws IOException {
        List<String> problems = new ArrayList<>();
        for (Mutant mutant : Mutants.all()) {
            try {
                mutant.sources();
            } catch (IllegalStateException e) {
                problems.add(e.getMessage());
            }
        }
        assertEquals(List.of(), problems);
    }

    @Test
    void withoutAMutationTheProgramLoadedApartHolds() throws Exception {
        assumeTrue(MutantProgram.canCompile(), "a Java runtime without a compiler: not tried");
        Mutant none =
                Mutant.of(
                        "none",
                        "",
                        "group/Entry.java",
                        "package outcry.group;",
                        "package outcry.group;");
        assertEquals(MutantProgram.Outcome.HELD, new MutantProgram(none).run(1));
    }
}
