package outcry.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import outcry.cli.status.GroupReport;
import outcry.cli.status.Survey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the group as its nodes see it. */
@Command(name = "status", description = "The group as its nodes see it, each asked for itself.")
final class StatusCommand implements Callable<Integer> {
    @Mixin private StandardOptions standard;
    @Mixin private GroupOptions group;

    @Spec private CommandSpec command;

    @Option(names = "--json", description = "one JSON object instead of a table")
    private boolean json;

    @Option(
            names = "--connect",
            paramLabel = "HOST:PORT",
            defaultValue = "",
            description = "ask this trader's port only; default: every node found")
    private String connect;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "how long to listen for a first node; default: ${DEFAULT-VALUE}")
    private double waitSeconds;

    @Override
    public Integer call() throws CommandFailed, InterruptedException {
        Survey.Findings findings;
        try {
            findings =
                    Survey.ask(
                            group.client(connect), ConsoleCommand.waitNanos(command, waitSeconds));
        } catch (IOException e) {
            throw new CommandFailed(ExitStatus.FAILED, e.getMessage());
        }
        if (findings.nodes().isEmpty() && !findings.trouble().isEmpty()) {
            throw new CommandFailed(ExitStatus.NO_EXCHANGE, findings.trouble());
        }
        if (findings.nodes().isEmpty()) {
            throw new CommandFailed(
                    ExitStatus.NO_EXCHANGE,
                    "no node of the exchange '"
                            + group.group()
                            + "' answers: is one running, on this network and with this --group"
                            + " and --discovery-port?");
        }
        GroupReport report = new GroupReport(findings.nodes());
        System.out.print(json ? report.toJson() + System.lineSeparator() : report.toTable());
        System.out.flush();
        return report.hasLeader() ? ExitStatus.DONE : ExitStatus.NO_LEADER;
    }
}
