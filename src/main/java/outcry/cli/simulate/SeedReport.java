package outcry.cli.simulate;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import outcry.simulation.SimulationFailure;
import outcry.simulation.SimulationResult;

/** What is said of a run of seeds: lines for people, or JSON objects, one on each line. */
public final class SeedReport {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final int FAILED_SHOWN = 20;

    private final SeedRange seeds;
    private final boolean json;

    public SeedReport(SeedRange seeds, boolean json) {
        this.seeds = seeds;
        this.json = json;
    }

    /** One line: what broke, and how to see it again. */
    public String failure(SimulationFailure failure) {
        String replay = "outcry simulate --seed " + failure.seed() + " --trace";
        if (!json) {
            return "seed "
                    + failure.seed()
                    + " broke "
                    + failure.rule()
                    + " at "
                    + failure.when()
                    + " s: "
                    + failure.what()
                    + " | replay: "
                    + replay;
        }
        JsonObject object = new JsonObject();
        object.addProperty("seed", failure.seed());
        object.addProperty("held", false);
        object.addProperty("rule", failure.rule());
        object.addProperty("seconds", failure.when());
        object.addProperty("what", failure.what());
        object.addProperty("replay", replay);
        return GSON.toJson(object);
    }

    /** One line about one seed that kept every rule. */
    public String success(SimulationResult result) {
        if (!json) {
            return "seed " + result.seed() + " held: " + result;
        }
        JsonObject object = new JsonObject();
        object.addProperty("seed", result.seed());
        object.addProperty("held", true);
        object.addProperty("traceHash", Long.toHexString(result.traceHash()));
        return GSON.toJson(object);
    }

    /** One line at the end, however the end came. */
    public String totals(SeedRuns runs, long nanos) {
        return json ? totalsJson(runs, nanos) : totalsText(runs, nanos);
    }

    private String totalsText(SeedRuns runs, long nanos) {
        StringBuilder text = new StringBuilder();
        text.append(runs.isComplete() ? "" : "stopped early: ");
        text.append(runs.done()).append(" of ").append(seeds.count());
        text.append(seeds.count() == 1 ? " seed (" : " seeds (").append(seeds).append(") in ");
        text.append(nanos / 1_000_000_000).append(" s: ");
        text.append(runs.failures() == 0 ? "all held" : runs.failures() + " failed: ");
        if (runs.failures() > 0) {
            text.append(
                    String.join(
                            " ",
                            runs.failed().stream()
                                    .limit(FAILED_SHOWN)
                                    .map(String::valueOf)
                                    .toList()));
            text.append(runs.failures() > FAILED_SHOWN ? " …" : "");
        }
        return text.append(System.lineSeparator()).append(runs.totals()).toString();
    }

    private String totalsJson(SeedRuns runs, long nanos) {
        JsonObject object = new JsonObject();
        object.addProperty("seeds", seeds.toString());
        object.addProperty("complete", runs.isComplete());
        object.addProperty("run", runs.done());
        object.addProperty("failed", runs.failures());
        JsonArray failed = new JsonArray();
        runs.failed().forEach(failed::add);
        object.add("failedSeeds", failed);
        object.addProperty("seconds", nanos / 1_000_000_000);
        object.addProperty("totals", runs.totals());
        return GSON.toJson(object);
    }

    /** For whoever waits. */
    public String progress(SeedRuns runs, long nanos) {
        long done = runs.done();
        long seconds = Math.max(1, nanos / 1_000_000_000);
        long left = done == 0 ? 0 : (long) ((double) seconds / done * (seeds.count() - done));
        return done
                + " of "
                + seeds.count()
                + " seeds, "
                + runs.failures()
                + " failed, "
                + done / seconds
                + " seeds/s"
                + (done == 0 ? "" : ", about " + duration(left) + " left");
    }

    private static String duration(long seconds) {
        return seconds < 120
                ? seconds + " s"
                : seconds < 7_200 ? seconds / 60 + " min" : seconds / 3_600 + " h";
    }
}
