package outcry.cli.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import outcry.cli.CommandFailed;
import outcry.cli.WindowOpener;
import outcry.group.ElectionPolicy;
import outcry.group.Timing;
import outcry.node.Durability;
import outcry.node.NodeConfig;

/** The demo with windows: all nodes in this process, each with its window, and a trader's. */
public final class DemoWindows {
    /** The trader whose window is shown. */
    private static final String ACCOUNT = "you";

    private static final long FOUNDING_WAIT_SECONDS = 1;

    private DemoWindows() {}

    /** Shows the windows, and returns when they are closed. */
    public static void show(WindowOpener windows, String secret, int nodeCount, int botCount)
            throws IOException, CommandFailed {
        Stage stage = Stage.prepare();
        Runtime.getRuntime().addShutdownHook(new Thread(stage::clear, "clean up"));
        try (TradingCrowd crowd = new TradingCrowd(botCount);
                StartingMoney money = new StartingMoney(stage.client(), ACCOUNT, secret)) {
            List<NodeConfig> nodes = new ArrayList<>();
            for (int number = 1; number <= nodeCount; number++) {
                nodes.add(node("n" + number, stage));
            }
            crowd.start(stage.client());
            money.deposit();
            windows.demo(nodes, stage.client(), ACCOUNT, secret);
        } finally {
            stage.clear();
        }
    }

    private static NodeConfig node(String name, Stage stage) {
        return new NodeConfig(
                name,
                Stage.GROUP,
                Stage.INTERFACE,
                List.of(),
                stage.discoveryPort(),
                stage.folder().resolve(name),
                ElectionPolicy.RTT,
                Timing.REALISTIC,
                Durability.MEMORY,
                0,
                TimeUnit.SECONDS.toNanos(FOUNDING_WAIT_SECONDS));
    }
}
