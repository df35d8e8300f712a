package outcry.fuzz;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import outcry.client.ClientConfig;
import outcry.wire.seal.GroupKey;

/**
 * Attacks three real nodes on loopback while a trader trades: first a quiet minute, then garbage,
 * truncated, replayed and bit-flipped datagrams and link frames, then quiet again. Prints how many
 * orders a second were answered in each phase, the live heap of every node, elections and crashes.
 *
 * <pre>
 * mvn -q -B -ntp test-compile
 * java -cp target/test-classes:target/classes:DEPENDENCIES outcry.fuzz.FuzzRun \
 *     [keyed|open] [SECONDS 600] [DATAGRAMS-PER-SECOND 80000] [ORDERS-PER-SECOND 0: all it takes]
 * </pre>
 *
 * <p>80,000 datagrams a second of such sizes are about what a gigabit card carries. Ends with
 * status 1 when a node crashed or they differ in the end.
 */
public final class FuzzRun {
    private static final String GROUP = "fuzz";
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long QUIET_SECONDS = 60;
    private static final int WARM_UP_SECONDS = 20;
    private static final long START_SECONDS_MAX = 60;

    private final boolean isKeyed;
    private final long attackSeconds;
    private final int datagramsPerSecond;
    private final int ordersPerSecond;
    private final Path folder;
    private final int discoveryPort;
    private final List<FuzzedNode> nodes = new ArrayList<>();

    private FuzzRun(String[] arguments) throws IOException {
        isKeyed = arguments.length == 0 || arguments[0].equals("keyed");
        attackSeconds = number(arguments, 1, 600);
        datagramsPerSecond = number(arguments, 2, 80_000);
        ordersPerSecond = number(arguments, 3, 0);
        folder = Files.createTempDirectory("outcry-fuzz");
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
            discoveryPort = Math.min(socket.getLocalPort(), 65_000);
        }
    }

    /** See the class comment for the arguments. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        FuzzRun run = new FuzzRun(arguments);
        boolean isWell = false;
        try {
            isWell = run.run();
        } finally {
            run.clear(isWell);
        }
        System.out.println(isWell ? "no crash, equal digests" : "NOT WELL");
        System.exit(isWell ? 0 : 1);
    }

    private static int number(String[] arguments, int at, int otherwise) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
    }

    private boolean run() throws IOException, InterruptedException {
        byte[] secret = "the key of this fuzzer's group".getBytes(StandardCharsets.UTF_8);
        Path keyFile = Files.write(folder.resolve("key"), secret);
        GroupKey key = isKeyed ? GroupKey.of(secret, GROUP) : null;
        List<String> options =
                new ArrayList<>(
                        List.of(
                                "--group=" + GROUP,
                                "--interface=lo",
                                "--discovery-port=" + discoveryPort));
        if (isKeyed) {
            options.add("--key-file=" + keyFile);
        }
        for (int i = 1; i <= 3; i++) {
            FuzzedNode node = FuzzedNode.start("n" + i, folder.resolve("n" + i), options);
            nodes.add(node);
            await(node::isReady, "n" + i + " is ready");
        }
        await(this::isGroup, "three voters");
        ClientConfig client = new ClientConfig(GROUP, "lo", List.of(), discoveryPort, "", key);
        try (Ammunition ammunition = new Ammunition(GROUP, discoveryPort);
                Load load = new Load(client, ordersPerSecond)) {
            load.start();
            measure("warm-up", load, WARM_UP_SECONDS);
            double quiet = measure("quiet", load, QUIET_SECONDS);
            double attacked = attack(load, ammunition);
            double after = measure("quiet again", load, QUIET_SECONDS);
            say("throughput under attack / quiet: %.2f", 2 * attacked / (quiet + after));
        }
        return isWell();
    }

    private double attack(Load load, Ammunition ammunition)
            throws IOException, InterruptedException {
        List<InetSocketAddress> datagramTargets = new ArrayList<>();
        List<InetSocketAddress> linkTargets = new ArrayList<>();
        for (FuzzedNode node : nodes) {
            datagramTargets.add(new InetSocketAddress("127.0.0.1", node.port("datagramPort")));
            linkTargets.add(new InetSocketAddress("127.0.0.1", node.port("linkPort")));
        }
        datagramTargets.add(ammunition.multicastTo());
        datagramTargets.add(new InetSocketAddress("127.255.255.255", discoveryPort));
        long beganNanos = System.nanoTime();
        try (DatagramAttack datagrams =
                        new DatagramAttack(ammunition, datagramTargets, datagramsPerSecond, 1);
                LinkAttack links = new LinkAttack(ammunition, GROUP, linkTargets, 2)) {
            datagrams.start();
            links.start();
            double first = measure("attack, first half", load, attackSeconds / 2);
            double second = measure("attack, second half", load, attackSeconds / 2);
            double seconds = (System.nanoTime() - beganNanos) / 1e9;
            say(
                    "attacked with %,.0f datagrams/s (%.0f Mbit/s), %,.0f links/s, %,.0f frames/s",
                    datagrams.sent() / seconds,
                    datagrams.sentBytes() * 8 / seconds / 1e6,
                    links.links() / seconds,
                    links.frames() / seconds);
            return (first + second) / 2;
        }
    }

    /** Lets time pass; answers a second. */
    private double measure(String phase, Load load, long seconds)
            throws IOException, InterruptedException {
        load.takeTimes();
        long before = load.answered();
        long refusedBefore = load.refused();
        long leadersBefore = leaders();
        long beganNanos = System.nanoTime();
        long endNanos = beganNanos + seconds * SECOND_NANOS;
        while (System.nanoTime() - endNanos < 0) {
            LockSupport.parkNanos(SECOND_NANOS / 10);
        }
        double perSecond = (load.answered() - before) * 1e9 / (System.nanoTime() - beganNanos);
        long[] times = load.takeTimes();
        StringBuilder heaps = new StringBuilder();
        for (FuzzedNode node : nodes) {
            heaps.append(String.format(Locale.ROOT, " %.1f", node.liveHeapMiB()));
            String problem = node.problem();
            if (!problem.isEmpty()) {
                say("PROBLEM: %s", problem);
            }
        }
        say(
                "%-19s %7.0f answers/s, median %.1f ms, 99%% %.1f ms, refused %d, leaders seen %d,"
                        + " live heap MiB%s",
                phase,
                perSecond,
                times.length == 0 ? -1 : times[times.length / 2] / 1e6,
                times.length == 0 ? -1 : times[times.length * 99 / 100] / 1e6,
                load.refused() - refusedBefore,
                leaders() - leadersBefore,
                heaps);
        return perSecond;
    }

    private long leaders() {
        return nodes.stream().mapToLong(FuzzedNode::leaders).sum();
    }

    private boolean isGroup() {
        if (!haveAnswered()) {
            return false;
        }
        for (FuzzedNode node : nodes) {
            JsonObject status = node.status();
            if (status.getAsJsonArray("members").size() != nodes.size()) {
                return false;
            }
        }
        return nodes.stream().map(FuzzedNode::leader).distinct().count() == 1;
    }

    private boolean isWell() throws IOException {
        await(() -> haveAnswered() && hasEqualDigests(), "equal digests");
        boolean isWell = haveAnswered() && hasEqualDigests();
        for (FuzzedNode node : nodes) {
            say("faults counted: %s", node.status().get("faults"));
            isWell &= node.problem().isEmpty();
        }
        return isWell;
    }

    /** Asks every node, and waits a while for what each says now. */
    private boolean haveAnswered() {
        nodes.forEach(FuzzRun::askQuietly);
        for (int i = 0; i < 100; i++) {
            if (nodes.stream().allMatch(node -> node.status() != null)) {
                return true;
            }
            LockSupport.parkNanos(SECOND_NANOS / 20);
        }
        return false;
    }

    private boolean hasEqualDigests() {
        return nodes.stream()
                        .map(FuzzedNode::status)
                        .map(status -> status.get("applied") + " " + status.get("digest"))
                        .distinct()
                        .count()
                == 1;
    }

    private static void askQuietly(FuzzedNode node) {
        try {
            node.ask();
        } catch (IOException e) {
            System.out.println("a node takes no commands any more: " + e.getMessage());
        }
    }

    private static void await(BooleanSupplier condition, String what) {
        long endNanos = System.nanoTime() + START_SECONDS_MAX * SECOND_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - endNanos > 0) {
                System.out.println("not in time: " + what);
                return;
            }
            LockSupport.parkNanos(SECOND_NANOS / 5);
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private void clear(boolean isWell) throws IOException {
        for (FuzzedNode node : nodes) {
            node.close();
        }
        if (isWell) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } else {
            say("the nodes' logs are in %s", folder);
        }
    }
}
