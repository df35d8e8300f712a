package outcry.cli;

import com.google.gson.JsonObject;
import outcry.cli.bench.StreamPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the measurements share: the market they begin with, how often, and how they report. */
@Command
final class BenchOptions {
    private static final int ROUNDS_MAX = 100;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--instruments",
            paramLabel = "N",
            defaultValue = "1",
            description = "how many are traded; default: ${DEFAULT-VALUE}")
    private int instruments;

    @Option(
            names = "--resting",
            paramLabel = "N",
            description = "orders resting at first, in all books; default: ${DEFAULT-VALUE}")
    private int resting;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "measured rounds, the median counts; default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--json", description = "one JSON object")
    private boolean json;

    /**
     * @param resting orders resting at first unless the user says otherwise
     */
    BenchOptions(int resting) {
        this.resting = resting;
    }

    /**
     * How often to measure.
     *
     * @throws ParameterException when the user asked for none or too many
     */
    int rounds() {
        if (rounds < 1 || rounds > ROUNDS_MAX) {
            throw new ParameterException(
                    command.commandLine(), "1 to " + ROUNDS_MAX + " rounds, not " + rounds);
        }
        return rounds;
    }

    /**
     * The stream asked for, with so many operations behind what fills the books.
     *
     * @throws ParameterException when a number is out of its range
     */
    StreamPlan plan(int operations, long seed) {
        try {
            return new StreamPlan(instruments, resting, operations, seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage());
        }
    }

    /** Prints what was found, as the user wants it. */
    void print(JsonObject forScripts, String forPeople) {
        command.commandLine()
                .getOut()
                .print(json ? forScripts + System.lineSeparator() : forPeople);
        command.commandLine().getOut().flush();
    }
}
