package outcry.cli.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

/** Runs of seeds on several threads, and what is said of them. */
class SeedRunsTest {
    private static final long PATIENCE_MILLIS = 120_000;

    @Test
    void everySeedOfTheRangeIsRunOnceWhateverTheNumberOfThreads() throws InterruptedException {
        SeedRange seeds = SeedRange.parse("1..4");
        SeedRuns runs = new SeedRuns(seeds, failure -> {});
        runs.start(3);
        assertTrue(runs.await(PATIENCE_MILLIS));
        assertTrue(runs.isComplete());
        assertEquals(4, runs.done());
        assertEquals(0, runs.failures());
        JsonObject totals =
                JsonParser.parseString(new SeedReport(seeds, true).totals(runs, 5_000_000_000L))
                        .getAsJsonObject();
        assertEquals(4, totals.get("run").getAsLong());
        assertEquals(0, totals.get("failed").getAsLong());
        assertTrue(totals.get("complete").getAsBoolean());
        assertTrue(new SeedReport(seeds, false).totals(runs, 0).contains("4 of 4 seeds"));
    }

    @Test
    void stoppedEarlyItEndsWithTheTotalsSoFar() throws InterruptedException {
        SeedRange seeds = new SeedRange(1, 1_000_000);
        SeedRuns runs = new SeedRuns(seeds, failure -> {});
        runs.start(2);
        assertFalse(runs.await(100), "a million seeds take longer");
        runs.stop();
        assertTrue(runs.await(PATIENCE_MILLIS));
        assertFalse(runs.isComplete());
        assertTrue(new SeedReport(seeds, false).totals(runs, 0).startsWith("stopped early: "));
        assertTrue(new SeedReport(seeds, false).progress(runs, 0).contains(" of 1000000 seeds"));
    }

    @Test
    void aRangeHasTwoEndsInOrder() {
        assertEquals(new SeedRange(0, 0), SeedRange.parse("0..0"));
        assertThrows(IllegalArgumentException.class, () -> SeedRange.parse("5..4"));
        assertThrows(IllegalArgumentException.class, () -> SeedRange.parse("..4"));
        assertThrows(
                IllegalArgumentException.class, () -> SeedRange.parse("1..99999999999999999999"));
    }
}
