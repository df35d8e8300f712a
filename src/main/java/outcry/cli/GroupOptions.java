package outcry.cli;

import java.nio.file.Path;
import java.util.List;
import outcry.client.ClientConfig;
import outcry.node.NodeConfig;
import outcry.wire.seal.GroupKey;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options of every command: which exchange, and by which way to it. */
public final class GroupOptions {
    private static final int PORT_MAX = 65_535;
    private static final String GROUP_PATTERN = "[A-Za-z0-9._-]{1,32}";

    @Spec(Target.MIXEE)
    private CommandSpec command;

    private String group = "lab";
    private int discoveryPort = NodeConfig.DEFAULT_DISCOVERY_PORT;
    private List<String> join = List.of();

    @Option(
            names = "--interface",
            paramLabel = "NAME|ADDRESS",
            defaultValue = "",
            description = "network interface to use; default: every usable one")
    private String networkInterface = "";

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description =
                    "the group's key, the same file for all its nodes and traders: others are"
                            + " ignored; default: none, the group is open to its network")
    private Path keyFile;

    private GroupKey key;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "configuration file, lines like 'group = lab'")
    private Path config;

    @Option(
            names = "--group",
            paramLabel = "NAME",
            defaultValue = "lab",
            description = "name of the exchange; default: ${DEFAULT-VALUE}")
    void setGroup(String value) {
        if (!value.matches(GROUP_PATTERN)) {
            throw UsageErrors.bad(
                    command,
                    "--group",
                    "a group's name is 1 to 32 of A-Z a-z 0-9 . _ -, not '" + value + "'");
        }
        group = value;
    }

    @Option(
            names = "--discovery-port",
            paramLabel = "N",
            defaultValue = "" + NodeConfig.DEFAULT_DISCOVERY_PORT,
            description =
                    "UDP port by which all nodes and traders find each other;"
                            + " multicast uses the next one; default: ${DEFAULT-VALUE}")
    void setDiscoveryPort(int value) {
        if (value < 1 || value > PORT_MAX - 1) {
            throw UsageErrors.bad(
                    command,
                    "--discovery-port",
                    "a discovery port is between 1 and " + (PORT_MAX - 1) + ", not " + value);
        }
        discoveryPort = value;
    }

    @Option(
            names = "--join",
            paramLabel = "HOST:PORT",
            split = ",",
            description =
                    "discovery ports of some nodes, separated by commas, where a network filters"
                            + " broadcasts")
    void setJoin(List<String> values) {
        for (String value : values) {
            requireHostAndPort(command, "--join", value);
        }
        join = List.copyOf(values);
    }

    public String group() {
        return group;
    }

    public String networkInterface() {
        return networkInterface;
    }

    public List<String> join() {
        return join;
    }

    public int discoveryPort() {
        return discoveryPort;
    }

    /** What members of the group prove themselves with, or null in an open group. */
    public GroupKey key() {
        if (key == null && keyFile != null && !keyFile.toString().isEmpty()) {
            try {
                key = KeyFile.read(keyFile, group);
            } catch (KeyFile.BadKeyException e) {
                throw UsageErrors.bad(command, "--key-file", e.getMessage());
            }
            String warning = KeyFile.warning(keyFile);
            if (!warning.isEmpty()) {
                command.commandLine().getErr().println("outcry: " + warning);
                command.commandLine().getErr().flush();
            }
        }
        return key;
    }

    /**
     * @param connect {@code host:port} of the one trader's port to use, empty for the best found
     */
    public ClientConfig client(String connect) {
        if (!connect.isEmpty()) {
            requireHostAndPort(command, "--connect", connect);
        }
        return new ClientConfig(group, networkInterface, join, discoveryPort, connect, key());
    }

    static void requireHostAndPort(CommandSpec command, String option, String value) {
        int colon = value.lastIndexOf(':');
        String port = value.substring(colon + 1);
        if (colon < 1 || !port.matches("[0-9]{1,5}") || !isPort(Integer.parseInt(port))) {
            throw UsageErrors.bad(
                    command,
                    option,
                    option + " takes HOST:PORT such as 192.168.1.20:17700, not '" + value + "'");
        }
    }

    private static boolean isPort(int number) {
        return number >= 1 && number <= PORT_MAX;
    }
}
