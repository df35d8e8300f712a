package outcry.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

class CheckpointBenchTest {
    @Test
    void everyStepIsReportedWithItsMedianAndItsLongest() {
        CheckpointReport report = CheckpointBench.run(new StreamPlan(2, 300, 1, 1), 3);
        JsonObject json = report.toJson();
        assertEquals(300, json.get("orders").getAsInt());
        assertTrue(json.get("bytes").getAsInt() > 300 * 29, "an order is at least 29 bytes");
        for (String step : new String[] {"pause", "pauseCpu", "write", "restore"}) {
            double median = json.get(step + "Millis").getAsDouble();
            assertTrue(median >= 0 && median <= json.get(step + "MillisMax").getAsDouble(), step);
        }
        assertTrue(report.toText().startsWith("300 resting orders"), report.toText());
    }

    @Test
    void theNumbersAreThoseOfTheRounds() {
        long milli = 1_000_000;
        CheckpointReport report =
                new CheckpointReport(
                        1,
                        29,
                        new long[] {5 * milli, milli, 3 * milli},
                        new long[] {2 * milli, milli, 4 * milli},
                        new long[] {milli / 10, milli / 5, milli / 2},
                        new long[] {0, 7 * milli, 9 * milli});
        JsonObject json = report.toJson();
        assertEquals(3.0, json.get("pauseMillis").getAsDouble());
        assertEquals(5.0, json.get("pauseMillisMax").getAsDouble());
        assertEquals(2.0, json.get("pauseCpuMillis").getAsDouble());
        assertEquals(0.2, json.get("writeMillis").getAsDouble());
        assertEquals(9.0, json.get("restoreMillisMax").getAsDouble());
        assertTrue(report.toText().contains("3.0 ms trading stands still (at most 5.0)"));
    }
}
