package outcry.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Opens a trader's window. */
@Command(name = "trader", description = "Opens a trader's window (also without any command).")
final class TraderCommand implements Callable<Integer> {
    private final WindowOpener windows;

    @Mixin private StandardOptions standard;
    @Mixin private GroupOptions group;

    @Option(
            names = "--connect",
            paramLabel = "HOST:PORT",
            defaultValue = "",
            description = "one node's trader port to use, and no other; default: the best found")
    private String connect;

    TraderCommand(WindowOpener windows) {
        this.windows = windows;
    }

    @Override
    public Integer call() throws CommandFailed {
        windows.trader(group.client(connect));
        return ExitStatus.DONE;
    }
}
