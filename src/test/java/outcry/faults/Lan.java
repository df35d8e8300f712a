package outcry.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A local network of this test's own: machines 1 to n, each a network namespace with one Ethernet
 * interface, on one switch in a namespace apart. Nothing of the computer's own network is touched.
 *
 * <p>What is cut is dropped without a word, as a pulled cable does it: a classifier on the
 * machine's interface hands the packets to a device that is down. A machine's own multicast, looped
 * back to itself, passes.
 */
final class Lan implements AutoCloseable {
    /** The machines' addresses are this and their number. */
    static final String NET = "10.77.0.";

    /** Where a fault takes hold, seen from the machine. */
    enum Direction {
        IN("ingress"),
        OUT("egress");

        private final String hook;

        Direction(String hook) {
            this.hook = hook;
        }
    }

    private static final String PREFIX = "outcry-";
    private static final long COMMAND_SECONDS_MAX = 60;
    private static final int CUT_PRIORITY = 1;
    private static final int LOSS_PRIORITY = 900;
    private static final long RANDOM_RANGE = 1L << 32;

    /** Classic BPF: everything matches but what this machine looped back to itself. */
    private static final String EVERYTHING =
            "4,32 0 0 4294963204,21 1 0 5,6 0 0 4294967295,6 0 0 0";

    private final String name;
    private final int machines;

    private Lan(String name, int machines) {
        this.name = name;
        this.machines = machines;
    }

    /** Why this computer cannot have such a network, or null when it can. */
    static String whyNot() {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            return "network namespaces are a matter of Linux";
        }
        try (Lan trial = open("trial", 1)) {
            trial.cut(1, Direction.IN);
            return null;
        } catch (IOException e) {
            return "no network namespaces for this user here: " + e.getMessage();
        }
    }

    /**
     * @param label distinguishes the networks of one process
     */
    static Lan open(String label, int machines) throws IOException {
        removeOfDeadProcesses();
        Lan lan = new Lan(PREFIX + ProcessHandle.current().pid() + "-" + label, machines);
        try {
            lan.setUp();
            return lan;
        } catch (IOException e) {
            lan.close();
            throw e;
        }
    }

    /** What to put before a command so that it runs on that machine. */
    List<String> on(int machine) {
        return List.of("nsenter", "--net=/run/netns/" + machineName(machine));
    }

    String address(int machine) {
        return NET + machine;
    }

    /** Pulls the cable for packets of one direction. */
    void cut(int machine, Direction direction) throws IOException {
        drop(machine, direction, CUT_PRIORITY, EVERYTHING);
    }

    /** Loses that part of what arrives at the machine, packet by packet. */
    void lose(int machine, double part) throws IOException {
        long limit = Math.min(RANDOM_RANGE - 1, (long) (part * RANDOM_RANGE));
        String code =
                "6,32 0 0 4294963204,21 3 0 5,32 0 0 4294963256,53 1 0 "
                        + limit
                        + ",6 0 0 4294967295,6 0 0 0";
        drop(machine, Direction.IN, LOSS_PRIORITY, code);
    }

    /** Undoes all cuts and losses. */
    void heal() throws IOException {
        for (int machine = 1; machine <= machines; machine++) {
            StringBuilder script = new StringBuilder();
            for (Direction direction : Direction.values()) {
                for (int priority : new int[] {CUT_PRIORITY, LOSS_PRIORITY}) {
                    script.append("tc filter del dev eth0 ").append(direction.hook);
                    script.append(" prio ").append(priority).append(" 2>/dev/null || true\n");
                }
            }
            inside(machineName(machine), script.toString());
        }
    }

    @Override
    public void close() throws IOException {
        for (int machine = 1; machine <= machines; machine++) {
            shell("ip netns del " + machineName(machine) + " 2>/dev/null || true");
        }
        shell("ip netns del " + name + " 2>/dev/null || true");
    }

    private void setUp() throws IOException {
        shell("ip netns add " + name);
        inside(
                name,
                "ip link set lo up\n"
                        + "ip link add br0 type bridge stp_state 0 forward_delay 0"
                        + " mcast_snooping 0\n"
                        + "ip link set br0 up");
        for (int machine = 1; machine <= machines; machine++) {
            String at = machineName(machine);
            shell("ip netns add " + at);
            shell(
                    String.format(
                            "ip link add v%d netns %s type veth peer name eth0 netns %s"
                                    + " address 02:77:00:00:00:%02x",
                            machine, name, at, machine));
            inside(name, "ip link set v" + machine + " master br0 up");
            inside(
                    at,
                    "ip link set lo up\n"
                            + "ip addr add "
                            + address(machine)
                            + "/24 brd + dev eth0\n"
                            + "ip link set eth0 gso_max_segs 1 up\n" // One packet is one frame.
                            + "ip link add null type ifb\n" // Stays down: where drops go.
                            + "tc qdisc add dev eth0 clsact");
        }
    }

    private void drop(int machine, Direction direction, int priority, String bytecode)
            throws IOException {
        String filter = " dev eth0 " + direction.hook + " prio " + priority;
        inside(
                machineName(machine),
                "tc filter del"
                        + filter
                        + " 2>/dev/null || true\n"
                        + "tc filter add"
                        + filter
                        + " protocol all bpf bytecode '"
                        + bytecode
                        + "' action mirred egress redirect dev null");
    }

    private String machineName(int machine) {
        return name + "-" + machine;
    }

    /** A test that was killed could not remove its network. */
    private static void removeOfDeadProcesses() throws IOException {
        for (String line : shell("ip netns list").split("\n")) {
            String found = line.split(" ")[0];
            if (found.matches(PREFIX + "[0-9]+-.*")) {
                long pid = Long.parseLong(found.split("-")[1]);
                if (ProcessHandle.of(pid).isEmpty()) {
                    shell("ip netns del " + found + " 2>/dev/null || true");
                }
            }
        }
    }

    private static void inside(String namespace, String script) throws IOException {
        shell("nsenter --net=/run/netns/" + namespace + " sh -e -c \"" + script + "\"");
    }

    /** Runs commands of the shell as the user of the test; what they print. */
    static String shell(String script) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-e", "-c", script));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().merge("PATH", "/usr/sbin:/sbin", (path, more) -> path + ":" + more);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(COMMAND_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("'" + script + "' does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        if (process.exitValue() != 0) {
            throw new IOException("'" + script + "' failed: " + output.strip());
        }
        return output;
    }
}
