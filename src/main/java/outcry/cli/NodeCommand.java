package outcry.cli;

import java.util.concurrent.Callable;
import outcry.cli.headless.HeadlessNode;
import outcry.node.NodeConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs one node of the exchange. */
@Command(
        name = "node",
        description = "Runs one node of the exchange, with a window or without.",
        footer = {
            "",
            "Without a window, standard output carries one JSON object a line, and standard input"
                + " takes crash, leave, elect, freeze SECONDS, status, and continue (without the"
                + " others, on a node that is cut off). Ctrl-C and SIGTERM leave the group."
        })
final class NodeCommand implements Callable<Integer> {
    private final WindowOpener windows;
    private final Folders folders;

    @Mixin private StandardOptions standard;
    @Mixin private GroupOptions group;
    @Mixin private NodeOptions node;

    @Option(names = "--headless", description = "no window; loads nothing of the desktop")
    private boolean headless;

    @Option(names = "--while-process", hidden = true, paramLabel = "PID")
    private long processId;

    NodeCommand(WindowOpener windows, Folders folders) {
        this.windows = windows;
        this.folders = folders;
    }

    @Override
    public Integer call() throws CommandFailed, InterruptedException {
        try (NodeName name = NodeName.choose(node, group, folders)) {
            NodeConfig config = node.config(group, name.text(), folders);
            LogFile.open(folders, group.group() + "-" + config.name());
            if (!headless) {
                windows.node(config);
                return ExitStatus.DONE;
            }
            endWith(processId);
            return HeadlessNode.run(config, System.in, System.out);
        }
    }

    /** A demo's nodes end with the demo, even when that is killed and cannot end them. */
    private static void endWith(long processId) {
        if (processId > 0) {
            Runnable end = () -> Runtime.getRuntime().halt(ExitStatus.FAILED);
            ProcessHandle.of(processId)
                    .ifPresentOrElse(process -> process.onExit().thenRun(end), end);
        }
    }
}
