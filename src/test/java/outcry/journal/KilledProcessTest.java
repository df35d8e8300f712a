package outcry.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * G28, G30: a process that writes its journal is killed at random moments, again and again; each
 * time the journal opens and holds everything the process had said it holds.
 *
 * <p>{@code mvn test -Dtest=KilledProcessTest -Djournal.kills=1000} kills that often; in the test
 * command it is 40 times.
 */
class KilledProcessTest {
    private static final int KILLS = Integer.getInteger("journal.kills", 40);
    private static final int LINES_MAX = 150;
    private static final long DELAY_NANOS_MAX = 4_000_000L;

    /** One kill in so many comes at any moment of the child's start and recovery. */
    private static final int EARLY = 8;

    private static final long EARLY_NANOS_MAX = 700_000_000L;

    /** The last the child said: up to here its entries are persisted, and this term is kept. */
    private record Said(long index, long term) {
        Said with(String line) {
            assertTrue(line != null && line.matches("(entry|term) [0-9]+"), "it said: " + line);
            String[] words = line.split(" ");
            long number = Long.parseLong(words[1]);
            return words[0].equals("entry") ? new Said(number, term) : new Said(index, number);
        }
    }

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void g28_whatAKilledProcessReportedAsPersistedIsThere(boolean synced) throws Exception {
        SplittableRandom random = new SplittableRandom(synced ? 1 : 2);
        Said said = new Said(0, 0);
        long begun = 0;
        for (int kill = 1; kill <= KILLS / 2; kill++) {
            said = killAtRandom(random, synced, said);
            begun = assertHolds(said, synced, "after kill " + kill);
        }
        System.out.println(
                KILLS / 2
                        + " kills, "
                        + (synced ? "synced" : "not synced")
                        + ": each time it opened; "
                        + said.index()
                        + " entries were reported, "
                        + begun
                        + " are there");
    }

    private Said killAtRandom(SplittableRandom random, boolean synced, Said before)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Appender.class.getName(),
                                folder.toString(),
                                String.valueOf(synced))
                        .redirectErrorStream(true)
                        .start();
        Said said = before;
        boolean isEarly = random.nextInt(EARLY) == 0;
        int lines = isEarly ? 0 : random.nextInt(1, LINES_MAX);
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < lines; i++) {
                said = said.with(out.readLine());
            }
            LockSupport.parkNanos(random.nextLong(isEarly ? EARLY_NANOS_MAX : DELAY_NANOS_MAX));
            process.toHandle().destroyForcibly(); // Leaves its output readable.
            // What it still said before it died counts as well; its last line may be half a one.
            String previous = out.readLine();
            for (String line = previous; line != null; line = out.readLine()) {
                if (line != previous) {
                    said = said.with(previous);
                }
                previous = line;
            }
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
        return said;
    }

    private long assertHolds(Said said, boolean synced, String when) throws IOException {
        try (Storage storage = Appender.open(folder, synced)) {
            if (said.index() == 0 && storage.recovery() instanceof Recovery.Empty) {
                return 0; // It had not begun.
            }
            Recovery.Whole whole = assertInstanceOf(Recovery.Whole.class, storage.recovery(), when);
            for (LogRecord.Entry entry : whole.entries()) {
                assertArrayEquals(Appender.body(entry.index()), entry.body());
            }
            assertTrue(
                    whole.lastIndex() >= said.index() && whole.state().term() >= said.term(),
                    () -> when + ": " + said + ", but held " + whole.lastIndex());
            return whole.lastIndex();
        }
    }
}
