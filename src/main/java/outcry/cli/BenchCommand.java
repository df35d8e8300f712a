package outcry.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import outcry.base.MalformedException;
import outcry.cli.bench.MatchBench;
import outcry.cli.bench.MatchReport;
import outcry.cli.bench.StreamPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The project's own load generator. */
@Command(
        name = "bench",
        description = "Measures this program on this computer.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {BenchCommand.MatchCommand.class, BenchCheckpointCommand.class})
final class BenchCommand implements Callable<Integer> {
    @Mixin private StandardOptions standard;

    @Spec private CommandSpec command;

    @Override
    public Integer call() {
        throw new ParameterException(
                command.commandLine(), "bench needs a command: match or checkpoint");
    }

    /** Matching alone, without network and log. */
    @Command(
            name = "match",
            description =
                    "Applies a seeded stream of orders to the market, with accounts, reservations"
                            + " and digest: 45 %% new near the touch, 40 %% cancels, 10 %% that"
                            + " cross, 5 %% reductions. One thread; no network, no log.")
    static final class MatchCommand implements Callable<Integer> {
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
                defaultValue = "100000",
                description = "orders resting at first, in all books; default: ${DEFAULT-VALUE}")
        private int resting;

        @Option(
                names = "--operations",
                paramLabel = "N",
                defaultValue = "1000000",
                description = "operations measured; default: ${DEFAULT-VALUE}")
        private int operations;

        @Option(
                names = "--seed",
                paramLabel = "N",
                defaultValue = "1",
                description = "decides the stream; default: ${DEFAULT-VALUE}")
        private long seed;

        @Option(
                names = "--rounds",
                paramLabel = "N",
                defaultValue = "5",
                description = "measured rounds, the median counts; default: ${DEFAULT-VALUE}")
        private int rounds;

        @Option(
                names = "--stream",
                paramLabel = "FILE",
                description = "replay this stream instead of making one")
        private Path stream;

        @Option(
                names = "--write-stream",
                paramLabel = "FILE",
                description = "write the stream as text for other engines, and measure nothing")
        private Path written;

        @Option(names = "--json", description = "one JSON object")
        private boolean json;

        @Override
        public Integer call() throws CommandFailed {
            if (rounds < 1 || rounds > ROUNDS_MAX) {
                throw new ParameterException(
                        command.commandLine(), "1 to " + ROUNDS_MAX + " rounds, not " + rounds);
            }
            try {
                if (written != null) {
                    MatchBench.write(plan(), written);
                    return ExitStatus.DONE;
                }
                MatchReport report =
                        stream == null
                                ? MatchBench.run(plan(), rounds)
                                : MatchBench.run(stream, rounds);
                command.commandLine()
                        .getOut()
                        .print(json ? report.toJson() + System.lineSeparator() : report.toText());
                command.commandLine().getOut().flush();
                return ExitStatus.DONE;
            } catch (IOException | MalformedException e) {
                throw new CommandFailed(ExitStatus.FAILED, e.getMessage());
            }
        }

        private StreamPlan plan() {
            try {
                return new StreamPlan(instruments, resting, operations, seed);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(command.commandLine(), e.getMessage());
            }
        }
    }
}
