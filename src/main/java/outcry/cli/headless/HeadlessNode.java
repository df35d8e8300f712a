package outcry.cli.headless;

import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tinylog.Logger;
import outcry.cli.CommandFailed;
import outcry.cli.ExitStatus;
import outcry.cli.LineSource;
import outcry.cli.Words;
import outcry.group.NodeInfo;
import outcry.node.Node;
import outcry.node.NodeConfig;

/**
 * A node as a process without a window. It runs until it is told to leave or to crash, by a line on
 * standard input or by a signal; the end of standard input means nothing.
 */
public final class HeadlessNode {
    private static final int LINE_CHARACTERS_MAX = 1_024;
    private static final long LEAVE_SECONDS_MAX = 8;
    private static final long FLUSH_MILLIS_MAX = 1_000;

    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final EventWriter writer;
    private final Node node;
    private final NodeCommands commands;

    private HeadlessNode(NodeConfig config, PrintStream out) throws CommandFailed {
        writer = new EventWriter(out);
        try {
            node =
                    Node.start(
                            config,
                            new NodeEvents(writer, () -> ended.complete(ExitStatus.FAILED)));
        } catch (IOException e) {
            throw new CommandFailed(ExitStatus.FAILED, e.getMessage());
        }
        commands = new NodeCommands(node, this::leave, this::crash);
        writer.start(ready(config, node.info()));
    }

    /**
     * Runs a node until its end.
     *
     * @return the exit status
     */
    public static int run(NodeConfig config, InputStream in, PrintStream out)
            throws CommandFailed, InterruptedException {
        HeadlessNode headless = new HeadlessNode(config, out);
        Thread input = new Thread(() -> headless.read(in), "commands");
        input.setDaemon(true);
        input.start();
        Thread onSignal = new Thread(headless::stopOnSignal, "leave");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            return headless.ended.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            headless.writer.close(FLUSH_MILLIS_MAX);
        }
    }

    private static JsonObject ready(NodeConfig config, NodeInfo info) {
        JsonObject event = NodeEvents.event("ready");
        event.addProperty("node", info.name());
        event.addProperty("id", Words.id(info.id()));
        event.addProperty("incarnation", info.incarnation());
        event.addProperty("group", config.group());
        event.addProperty("keyed", config.key() != null);
        event.addProperty("host", info.host());
        event.addProperty("traderPort", info.traderPort());
        event.addProperty("linkPort", info.linkPort());
        event.addProperty("datagramPort", info.datagramPort());
        event.addProperty("discoveryPort", config.discoveryPort());
        event.addProperty("term", 0);
        event.addProperty("index", 0);
        return event;
    }

    private void read(InputStream in) {
        LineSource lines =
                new LineSource(
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)),
                        LINE_CHARACTERS_MAX);
        try {
            for (LineSource.Line line = lines.next(); line != null; line = lines.next()) {
                JsonObject answer = commands.run(line.text().strip());
                if (answer != null) {
                    writer.offer(answer);
                }
            }
        } catch (IOException e) {
            Logger.warn("Standard input cannot be read any more: {}", e.getMessage());
        }
    }

    private void leave() {
        node.leave().whenComplete((nothing, problem) -> ended.complete(ExitStatus.DONE));
    }

    /** As kill -9 does: nobody is told, and nothing more is done. */
    private void crash() {
        node.crash();
        try {
            writer.close(FLUSH_MILLIS_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitStatus.FAILED);
    }

    /** SIGTERM and Ctrl-C leave the group before the process ends, and count as success. */
    private void stopOnSignal() {
        if (ended.isDone()) {
            return;
        }
        int status = ExitStatus.DONE;
        try {
            node.leave().get(LEAVE_SECONDS_MAX, TimeUnit.SECONDS);
            writer.close(FLUSH_MILLIS_MAX);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            Logger.warn("Stopped without a proper leave: {}", e.toString());
            status = ExitStatus.FAILED;
        }
        Runtime.getRuntime().halt(status);
    }
}
