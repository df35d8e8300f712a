package outcry;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import outcry.cli.CommandFailed;
import outcry.cli.ExitStatus;
import outcry.cli.Folders;
import outcry.cli.Outcry;
import outcry.cli.WindowOpener;
import outcry.client.ClientConfig;
import outcry.desktop.app.Desktop;
import outcry.desktop.app.DesktopException;
import outcry.desktop.app.Windows;
import outcry.desktop.node.NodeWindow;
import outcry.desktop.trader.TraderWindow;
import outcry.node.NodeConfig;

/**
 * The program's entry: picks the command, and opens the desktop for those that have windows. The
 * only class that may know every package.
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Outcry.run(new DesktopOpener(Folders.ofThisUser().settings()), arguments));
    }

    /** Loads the desktop when a method here first needs it. */
    private record DesktopOpener(Path settingsFolder) implements WindowOpener {
        @Override
        public boolean hasDisplay() {
            return Desktop.hasDisplay();
        }

        @Override
        public void trader(ClientConfig config, String account, String secret)
                throws CommandFailed {
            Launch.windows(
                    settingsFolder, windows -> TraderWindow.open(windows, config, account, secret));
        }

        @Override
        public void node(NodeConfig config) throws CommandFailed {
            Launch.windows(settingsFolder, windows -> NodeWindow.open(windows, config));
        }

        @Override
        public void demo(List<NodeConfig> nodes, ClientConfig trader, String account, String secret)
                throws CommandFailed {
            Launch.windows(
                    settingsFolder,
                    windows -> {
                        nodes.forEach(node -> NodeWindow.open(windows, node));
                        TraderWindow.open(windows, trader, account, secret);
                        windows.spread();
                    });
        }
    }

    /** Apart, because the handler of an exception loads its class with the one that has it. */
    private static final class Launch {
        static void windows(Path settingsFolder, Consumer<Windows> first) throws CommandFailed {
            try {
                Desktop.launch(settingsFolder, first);
            } catch (DesktopException e) {
                throw new CommandFailed(ExitStatus.FAILED, e.getMessage());
            }
        }
    }
}
