package outcry.cli.bench;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.Locale;

/** What a measurement of checkpoints found: of each step the median and the longest. */
public final class CheckpointReport {
    private static final double NANOS_PER_MILLI = 1e6;

    private final int orders;
    private final int bytes;
    private final long[] pauses;
    private final long[] busy;
    private final long[] writes;
    private final long[] restores;

    /**
     * In nanoseconds, a number for each round.
     *
     * @param busy the CPU time of each pause; on a busy computer the pause is longer
     */
    CheckpointReport(
            int orders, int bytes, long[] pauses, long[] busy, long[] writes, long[] restores) {
        this.orders = orders;
        this.bytes = bytes;
        this.pauses = sorted(pauses);
        this.busy = sorted(busy);
        this.writes = sorted(writes);
        this.restores = sorted(restores);
    }

    /** For scripts. */
    public JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("orders", orders);
        json.addProperty("bytes", bytes);
        json.addProperty("rounds", pauses.length);
        json.addProperty("pauseMillis", median(pauses));
        json.addProperty("pauseMillisMax", longest(pauses));
        json.addProperty("pauseCpuMillis", median(busy));
        json.addProperty("pauseCpuMillisMax", longest(busy));
        json.addProperty("writeMillis", median(writes));
        json.addProperty("writeMillisMax", longest(writes));
        json.addProperty("restoreMillis", median(restores));
        json.addProperty("restoreMillisMax", longest(restores));
        return json;
    }

    /** For people. */
    public String toText() {
        return String.format(Locale.ROOT, "%,d resting orders, %,d bytes%n", orders, bytes)
                + line("ms trading stands still", pauses)
                + line("ms of CPU in that", busy)
                + line("ms to write it out beside trading", writes)
                + line("ms to restore it", restores);
    }

    private static String line(String what, long[] nanos) {
        return String.format(
                Locale.ROOT, "%.1f %s (at most %.1f)%n", median(nanos), what, longest(nanos));
    }

    private static long[] sorted(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double median(long[] sorted) {
        return millis(sorted[sorted.length / 2]);
    }

    private static double longest(long[] sorted) {
        return millis(sorted[sorted.length - 1]);
    }

    private static double millis(long nanos) {
        return Math.round(nanos / NANOS_PER_MILLI * 10) / 10.0;
    }
}
