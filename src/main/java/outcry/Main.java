package outcry;

import java.util.List;
import outcry.cli.CommandFailed;
import outcry.cli.ExitStatus;
import outcry.cli.Outcry;
import outcry.cli.WindowOpener;
import outcry.client.ClientConfig;
import outcry.node.NodeConfig;

/** The program's entry: picks the command, and opens the desktop for those that have windows. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Outcry.run(new NoWindows(), arguments));
    }

    private static final class NoWindows implements WindowOpener {
        @Override
        public boolean hasDisplay() {
            return false;
        }

        @Override
        public void trader(ClientConfig config) throws CommandFailed {
            refuse();
        }

        @Override
        public void node(NodeConfig config) throws CommandFailed {
            refuse();
        }

        @Override
        public void demo(List<NodeConfig> nodes, ClientConfig trader) throws CommandFailed {
            refuse();
        }

        private static void refuse() throws CommandFailed {
            throw new CommandFailed(
                    ExitStatus.FAILED,
                    "this build has no windows: use 'outcry console' or 'outcry node --headless'");
        }
    }
}
