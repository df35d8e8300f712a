package outcry.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import outcry.cli.demo.DemoStory;
import outcry.cli.demo.DemoWindows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A whole exchange on this computer. */
@Command(
        name = "demo",
        description =
                "A whole exchange on this computer, on loopback only: a window for every node and"
                        + " one for a trader. Without a display, a story of about a minute: the"
                        + " leader is killed, and everything acknowledged is accounted for.")
final class DemoCommand implements Callable<Integer> {
    private static final int NODES_MIN = 3;
    private static final int NODES_MAX = 9;
    private static final int BOTS_MAX = 100;

    private final WindowOpener windows;
    private final Folders folders;

    @Mixin private StandardOptions standard;

    @Spec private CommandSpec command;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            defaultValue = "3",
            description = "nodes, 3 to 9; default: ${DEFAULT-VALUE}")
    private int nodes;

    @Option(
            names = "--bots",
            paramLabel = "N",
            defaultValue = "10",
            description = "simulated traders, 0 to 100; default: ${DEFAULT-VALUE}")
    private int bots;

    @Option(names = "--headless", description = "the story without windows, on any computer")
    private boolean headless;

    DemoCommand(WindowOpener windows, Folders folders) {
        this.windows = windows;
        this.folders = folders;
    }

    @Override
    public Integer call() throws CommandFailed, InterruptedException, IOException {
        if (nodes < NODES_MIN || nodes > NODES_MAX) {
            throw UsageErrors.bad(
                    command,
                    "--nodes",
                    "--nodes is 3 to 9, so that a majority survives a crash, not " + nodes);
        }
        if (bots < 0 || bots > BOTS_MAX) {
            throw UsageErrors.bad(command, "--bots", "--bots is 0 to 100, not " + bots);
        }
        LogFile.open(folders, "demo");
        if (!headless && !windows.hasDisplay()) {
            System.out.println("There is no display, so this is the story without windows.");
        } else if (!headless) {
            DemoWindows.show(windows, Secret.read(null, folders), nodes, bots);
            return ExitStatus.DONE;
        }
        return DemoStory.tell(System.out, nodes, bots);
    }
}
