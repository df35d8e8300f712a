package outcry.cli.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import outcry.cli.ExitStatus;

/**
 * The demo without windows, told on standard output: an exchange is founded, grows, trades, loses
 * its leader, trades on, gets the lost node back; and everything acknowledged is accounted for.
 * Node processes never outlive it.
 */
public final class DemoStory {
    private static final long START_SECONDS_MAX = 30;
    private static final long CHANGE_SECONDS_MAX = 30;
    private static final long TRADE_SECONDS = 10;
    private static final String FIRST = "n1";

    private final PrintStream out;
    private final int nodeCount;
    private final TradingCrowd crowd;
    private final Scene scene = new Scene(this::tellOf);
    private final Map<String, NodeProcess> processes = new TreeMap<>();
    private final long startNanos = System.nanoTime();
    private volatile boolean isOver;
    private Stage stage;

    private DemoStory(PrintStream out, int nodeCount, TradingCrowd crowd) {
        this.out = out;
        this.nodeCount = nodeCount;
        this.crowd = crowd;
    }

    /**
     * Tells the story; takes about a minute.
     *
     * @param nodeCount at least 3, so that a majority survives the leader
     * @return the exit status: done only if all that was promised came true
     */
    public static int tell(PrintStream out, int nodeCount, int botCount)
            throws InterruptedException, IOException {
        try (TradingCrowd crowd = new TradingCrowd(botCount)) {
            return new DemoStory(out, nodeCount, crowd).tell();
        }
    }

    private int tell() throws InterruptedException, IOException {
        stage = Stage.prepare();
        Thread onEnd = new Thread(this::cleanUp, "clean up");
        Runtime.getRuntime().addShutdownHook(onEnd);
        try {
            play();
            say("All of it held.");
            return ExitStatus.DONE;
        } catch (DemoFailedException e) {
            say("FAILED: " + e.getMessage() + ".");
            logs();
            return ExitStatus.FAILED;
        } finally {
            cleanUp();
        }
    }

    private void play() throws InterruptedException, IOException, DemoFailedException {
        say(nodeCount + " nodes as processes of this computer, on loopback only.");
        found();
        try (RecordingLoad load = new RecordingLoad(stage.client())) {
            load.start();
            crowd.start(stage.client());
            trade(load, "Trading");
            Scene.Elected killed = killLeader(load);
            trade(load, "Trading goes on");
            restart(killed.leader());
            trade(load, "Trading with all nodes again");
            crowd.close();
            load.finish(CHANGE_SECONDS_MAX);
            say(
                    load.answered()
                            + " recorded commands, each with one answer: "
                            + load.orders()
                            + " orders, "
                            + load.trades()
                            + " trades.");
            settle(load);
        }
        isOver = true;
        for (NodeProcess process : processes.values()) {
            scene.mayEnd(process.name());
            process.leave();
        }
        say("The nodes left.");
    }

    private void found() throws InterruptedException, IOException, DemoFailedException {
        List<String> members = new ArrayList<>();
        for (int number = 1; number <= nodeCount; number++) {
            String name = "n" + number;
            start(name);
            members.add(name);
            scene.awaitView(FIRST, members, CHANGE_SECONDS_MAX);
            say(name + (number == 1 ? " founded the exchange." : " joined."));
        }
    }

    /** The last leaders, while the nodes leave one by one, are of no interest. */
    private void tellOf(Scene.Elected elected) {
        if (isOver) {
            return;
        }
        say(elected.leader() + " is elected, in term " + elected.term() + ".");
    }

    private void start(String name) throws InterruptedException, IOException, DemoFailedException {
        Path folder = Files.createDirectories(stage.folder().resolve(name));
        synchronized (processes) {
            processes.put(name, NodeProcess.start(name, stage, folder, scene));
        }
        scene.awaitReady(name, START_SECONDS_MAX);
    }

    private void trade(RecordingLoad load, String what)
            throws InterruptedException, DemoFailedException {
        long before = load.answered();
        long crowdBefore = crowd.answered();
        scene.watch(TRADE_SECONDS);
        say(
                what
                        + ": "
                        + (load.answered() - before)
                        + " recorded commands and "
                        + (crowd.answered() - crowdBefore)
                        + " of bots answered in "
                        + TRADE_SECONDS
                        + " s.");
    }

    private Scene.Elected killLeader(RecordingLoad load)
            throws InterruptedException, DemoFailedException {
        Scene.Elected old = scene.latestLeader();
        NodeProcess process = processes.get(old.leader());
        long killedNanos = System.nanoTime();
        load.mark(killedNanos);
        scene.mayEnd(old.leader());
        process.kill();
        say("kill -9 of the leader, " + old.leader() + ".");
        Scene.Elected next = scene.awaitLeader(old.term(), CHANGE_SECONDS_MAX);
        say("re-elected " + next.leader() + " in " + seconds(next.atNanos() - killedNanos) + ".");
        long firstAnswerNanos = load.firstAnswerNanos(CHANGE_SECONDS_MAX);
        say("First new command answered " + seconds(firstAnswerNanos) + " after the kill.");
        return old;
    }

    private void restart(String name)
            throws InterruptedException, IOException, DemoFailedException {
        processes.get(name).close();
        say(name + " starts again.");
        start(name);
        List<String> everybody = List.copyOf(processes.keySet());
        scene.awaitView(name, everybody.stream().sorted().toList(), CHANGE_SECONDS_MAX);
        say(name + " is back: " + String.join(", ", everybody) + ".");
    }

    private void settle(RecordingLoad load)
            throws InterruptedException, IOException, DemoFailedException {
        Map<String, String> addresses = new TreeMap<>();
        for (String name : processes.keySet()) {
            addresses.put(name, scene.traderAddress(name));
        }
        try (Audit audit = new Audit(stage.client(), addresses)) {
            Audit.Agreement agreement = audit.awaitEqualDigests(CHANGE_SECONDS_MAX);
            say(
                    "Digests are equal at index "
                            + agreement.index()
                            + ": "
                            + agreement.digest()
                            + ".");
            audit.compare(load);
            say("Every acknowledged order is accounted for on every node, once.");
        }
    }

    private void cleanUp() {
        synchronized (processes) {
            for (NodeProcess process : processes.values()) {
                scene.mayEnd(process.name());
                process.close();
            }
        }
        stage.clear();
    }

    /** What the nodes complained about, before it is removed with their folder. */
    private void logs() throws IOException {
        for (String name : processes.keySet()) {
            Path log = NodeProcess.log(stage.folder().resolve(name)).toPath();
            for (String line : Files.readAllLines(log)) {
                out.println(name + ": " + line);
            }
        }
    }

    private synchronized void say(String text) {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        out.printf(Locale.ROOT, "%6.2f s  %s%n", seconds, text);
        out.flush();
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }
}
