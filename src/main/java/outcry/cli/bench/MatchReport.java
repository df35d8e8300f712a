package outcry.cli.bench;

import com.google.gson.JsonObject;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** What a measurement of matching found. */
public final class MatchReport {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double[] PERCENTILES = {50, 90, 99, 99.9, 99.99};

    private final String stream;
    private final int operations;
    private final double nanosPerOperation;
    private final double nanosAlone;
    private final Histogram latencies;
    private final double bytesPerOperation;
    private final int resting;
    private final LiveHeap restingHeap;
    private final long trades;
    private final long volume;

    MatchReport(
            String stream,
            int operations,
            double nanosPerOperation,
            double nanosAlone,
            Histogram latencies,
            double bytesPerOperation,
            int resting,
            LiveHeap restingHeap,
            long trades,
            long volume) {
        this.stream = stream;
        this.operations = operations;
        this.nanosPerOperation = nanosPerOperation;
        this.nanosAlone = nanosAlone;
        this.latencies = latencies;
        this.bytesPerOperation = bytesPerOperation;
        this.resting = resting;
        this.restingHeap = restingHeap;
        this.trades = trades;
        this.volume = volume;
    }

    /** For scripts. */
    public JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("stream", stream);
        json.addProperty("operations", operations);
        json.addProperty("operationsPerSecond", Math.round(NANOS_PER_SECOND / nanosPerOperation));
        json.addProperty("cpuNanosPerOperation", rounded(nanosPerOperation));
        json.addProperty("cpuNanosPerOperationAlone", rounded(nanosAlone));
        JsonObject percentiles = new JsonObject();
        for (double percentile : PERCENTILES) {
            percentiles.addProperty(name(percentile), latencies.getValueAtPercentile(percentile));
        }
        percentiles.addProperty("max", latencies.getMaxValue());
        json.add("latencyNanos", percentiles);
        json.addProperty("bytesPerOperation", rounded(bytesPerOperation));
        json.addProperty("bytesPerRestingOrder", rounded(perOrder(restingHeap.objectBytes())));
        json.addProperty("heapBytesPerRestingOrder", rounded(perOrder(restingHeap.heapBytes())));
        json.addProperty("collector", LiveHeap.collector());
        json.addProperty("trades", trades);
        json.addProperty("volume", volume);
        return json;
    }

    /** For people. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        line(text, "%s", stream);
        line(text, "%,.0f operations per CPU second", NANOS_PER_SECOND / nanosPerOperation);
        line(text, "%.1f ns of CPU per operation", nanosPerOperation);
        line(text, "%.1f ns of CPU per operation that comes alone", nanosAlone);
        for (double percentile : PERCENTILES) {
            line(
                    text,
                    "%,d ns latency p%s",
                    latencies.getValueAtPercentile(percentile),
                    name(percentile).substring(1));
        }
        line(text, "%,d ns latency at most", latencies.getMaxValue());
        line(text, "%.1f bytes allocated per operation", bytesPerOperation);
        line(text, "%.1f bytes per resting order", perOrder(restingHeap.objectBytes()));
        line(
                text,
                "%.1f bytes of heap per resting order (%s)",
                perOrder(restingHeap.heapBytes()),
                LiveHeap.collector());
        line(text, "%,d trades of %,d shares", trades, volume);
        return text.toString();
    }

    /** 0 when no orders rest. */
    private double perOrder(long bytes) {
        return resting == 0 ? 0 : (double) bytes / resting;
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static String name(double percentile) {
        return "p"
                + (percentile == Math.rint(percentile)
                        ? Long.toString((long) percentile)
                        : Double.toString(percentile));
    }
}
