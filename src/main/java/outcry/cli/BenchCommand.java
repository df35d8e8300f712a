package outcry.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import outcry.base.MalformedException;
import outcry.cli.bench.MatchBench;
import outcry.cli.bench.MatchReport;
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
        private static final int RESTING = 100_000;

        @Mixin private StandardOptions standard;

        @Mixin private final BenchOptions options = new BenchOptions(RESTING);

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
                names = "--stream",
                paramLabel = "FILE",
                description = "replay this stream instead of making one")
        private Path stream;

        @Option(
                names = "--write-stream",
                paramLabel = "FILE",
                description = "write the stream as text for other engines, and measure nothing")
        private Path written;

        @Spec private CommandSpec command;

        @Override
        public Integer call() throws CommandFailed {
            if (stream != null && written != null) {
                throw UsageErrors.bad(
                        command,
                        "--write-stream",
                        "--stream and --write-stream exclude each other");
            }
            int rounds = options.rounds();
            if (written != null) {
                write();
                return ExitStatus.DONE;
            }
            MatchReport report =
                    stream == null
                            ? MatchBench.run(options.plan(operations, seed), rounds)
                            : replay(rounds);
            options.print(report.toJson(), report.toText());
            return ExitStatus.DONE;
        }

        private void write() throws CommandFailed {
            try {
                MatchBench.write(options.plan(operations, seed), written);
            } catch (IOException e) {
                throw new CommandFailed(
                        ExitStatus.FAILED,
                        "cannot write the stream to "
                                + written
                                + ", which is to be a file in a folder that is there: "
                                + reasonOf(e));
            }
        }

        private MatchReport replay(int rounds) throws CommandFailed {
            try {
                return MatchBench.run(stream, rounds);
            } catch (IOException | MalformedException e) {
                throw new CommandFailed(
                        ExitStatus.FAILED,
                        "cannot replay "
                                + stream
                                + ", which is to be a stream that --write-stream wrote: "
                                + reasonOf(e));
            }
        }

        private static String reasonOf(Exception e) {
            if (e instanceof NoSuchFileException) {
                return "there is no such file or folder";
            }
            if (e instanceof CharacterCodingException) {
                return "it is no text in UTF-8";
            }
            return e instanceof IOException ? "the system says: " + e.getMessage() : e.getMessage();
        }
    }
}
