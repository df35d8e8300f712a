package outcry.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Opens a trader's window. */
@Command(name = "trader", description = "Opens a trader's window (also without any command).")
final class TraderCommand implements Callable<Integer> {
    private final WindowOpener windows;
    private final Folders folders;

    @Mixin private StandardOptions standard;
    @Mixin private GroupOptions group;
    @Mixin private AccountOptions account;

    TraderCommand(WindowOpener windows, Folders folders) {
        this.windows = windows;
        this.folders = folders;
    }

    @Override
    public Integer call() throws CommandFailed {
        LogFile.open(folders, "trader");
        windows.trader(group.client(account.connect()), account.account(), account.secret(folders));
        return ExitStatus.DONE;
    }
}
