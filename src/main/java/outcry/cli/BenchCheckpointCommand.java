package outcry.cli;

import java.util.concurrent.Callable;
import outcry.cli.bench.CheckpointBench;
import outcry.cli.bench.CheckpointReport;
import outcry.cli.bench.StreamPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Checkpoints of a full market. */
@Command(
        name = "checkpoint",
        description =
                "Takes checkpoints of a market full of resting orders, as a node does while it"
                        + " trades: how long trading stands still for one, how long it takes to"
                        + " write it out beside trading, and to restore it.")
final class BenchCheckpointCommand implements Callable<Integer> {
    private static final int ROUNDS_MAX = 100;

    @Mixin private StandardOptions standard;

    @Spec private CommandSpec command;

    @Option(
            names = "--instruments",
            paramLabel = "N",
            defaultValue = "1",
            description = "how many are traded; default: ${DEFAULT-VALUE}")
    private int instruments;

    @Option(
            names = "--resting",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "orders resting, in all books; default: ${DEFAULT-VALUE}")
    private int resting;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "checkpoints taken; default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--json", description = "one JSON object")
    private boolean json;

    @Override
    public Integer call() {
        if (rounds < 1 || rounds > ROUNDS_MAX) {
            throw new ParameterException(
                    command.commandLine(), "1 to " + ROUNDS_MAX + " rounds, not " + rounds);
        }
        CheckpointReport report = CheckpointBench.run(plan(), rounds);
        command.commandLine()
                .getOut()
                .print(json ? report.toJson() + System.lineSeparator() : report.toText());
        command.commandLine().getOut().flush();
        return ExitStatus.DONE;
    }

    private StreamPlan plan() {
        try {
            return new StreamPlan(instruments, resting, 1, 1);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage());
        }
    }
}
