package outcry.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import outcry.cli.console.Console;
import outcry.cli.console.ConsoleOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A trader in a terminal. */
@Command(
        name = "console",
        description =
                "A trader in a terminal: a command a line from standard input, one answer each on"
                        + " standard output. The command 'help' lists them.")
final class ConsoleCommand implements Callable<Integer> {
    private static final double WAIT_SECONDS_MAX = 86_400;

    private final Folders folders;

    @Mixin private StandardOptions standard;
    @Mixin private GroupOptions group;
    @Mixin private AccountOptions account;

    @Spec private CommandSpec command;

    @Option(names = "--json", description = "one JSON object for each answer")
    private boolean json;

    @Option(names = "--strict", description = "exit status 4 when any line was refused")
    private boolean strict;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "15",
            description =
                    "how long to be without an exchange or its leader before giving up;"
                            + " default: ${DEFAULT-VALUE}")
    private double waitSeconds;

    ConsoleCommand(Folders folders) {
        this.folders = folders;
    }

    @Override
    public Integer call() throws CommandFailed, InterruptedException {
        ConsoleOptions options =
                new ConsoleOptions(
                        group.client(account.connect()),
                        account.accountOrUser(),
                        account.secret(folders),
                        json,
                        strict,
                        !json && System.console() != null,
                        waitNanos(command, waitSeconds));
        PrintStream out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        return Console.run(options, System.in, out, System.err);
    }

    static long waitNanos(CommandSpec command, double seconds) {
        if (!(seconds > 0 && seconds <= WAIT_SECONDS_MAX)) {
            throw UsageErrors.bad(
                    command,
                    "--wait",
                    "--wait is above 0 and at most 86400 seconds, not " + seconds);
        }
        return (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    }
}
