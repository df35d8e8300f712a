package outcry.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import outcry.group.ElectionPolicy;
import outcry.group.Timing;
import outcry.node.Durability;
import outcry.node.NodeConfig;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options of one node. */
public final class NodeOptions {
    private static final double FOUNDING_WAIT_SECONDS_MAX = 3_600;

    @Spec(Target.MIXEE)
    private CommandSpec command;

    private String name = "";
    private Durability durability = Durability.DISK;
    private int traderPort;
    private long foundingWaitNanos;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "folder that keeps the node's identity and journal; default: one per name,"
                            + " where this platform keeps data")
    private Path data;

    @Option(
            names = "--archive",
            description =
                    "set aside, under another name in the data folder, what this node kept of the"
                            + " exchange, and join without it")
    private boolean archive;

    @Option(
            names = "--election",
            paramLabel = "rtt|lcr",
            defaultValue = "rtt",
            description =
                    "how a leader is chosen, when this node founds the group: lowest mean round"
                            + " trip, or the LCR ring; default: ${DEFAULT-VALUE}")
    private ElectionPolicy election = ElectionPolicy.RTT;

    @Option(
            names = "--timing",
            paramLabel = "realistic|lecture|slow",
            defaultValue = "realistic",
            description =
                    "how fast a silent node is noticed, when this node founds the group: after"
                            + " 1 s, 1.5 s or 12 s; default: ${DEFAULT-VALUE}")
    private Timing timing = Timing.REALISTIC;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "the node's name; default: the first of n1, n2, n3 that is free")
    void setName(String value) {
        if (!value.matches("[A-Za-z0-9._-]{1,32}")) {
            throw UsageErrors.bad(
                    command,
                    "--name",
                    "a node's name is 1 to 32 of A-Z a-z 0-9 . _ -, not '" + value + "'");
        }
        name = value;
    }

    @Option(
            names = "--durability",
            paramLabel = "disk|process|memory",
            defaultValue = "disk",
            description =
                    "what an answer means, besides that a majority holds it: disk, synced to disk;"
                            + " process, handed to the operating system; memory, nothing is"
                            + " written; default: ${DEFAULT-VALUE}")
    void setDurability(String value) {
        switch (value.toLowerCase(Locale.ROOT)) {
            case "disk" -> durability = Durability.DISK;
            case "process" -> durability = Durability.PROCESS;
            case "memory" -> durability = Durability.MEMORY;
            default ->
                    throw UsageErrors.bad(
                            command,
                            "--durability",
                            "--durability takes disk, process or memory, not '" + value + "'");
        }
    }

    @Option(
            names = "--trader-port",
            paramLabel = "N",
            defaultValue = "0",
            description = "TCP port of the traders' door; default: any free one")
    void setTraderPort(int value) {
        if (value < 0 || value > 65_535) {
            throw UsageErrors.bad(
                    command,
                    "--trader-port",
                    "a trader port is between 1 and 65535, or 0 for any, not " + value);
        }
        traderPort = value;
    }

    @Option(
            names = "--founding-wait",
            paramLabel = "SECONDS",
            defaultValue = "3",
            description = "silence after which a node founds its group; default: ${DEFAULT-VALUE}")
    void setFoundingWait(double seconds) {
        if (!(seconds > 0 && seconds <= FOUNDING_WAIT_SECONDS_MAX)) {
            throw UsageErrors.bad(
                    command,
                    "--founding-wait",
                    "--founding-wait is above 0 and at most 3600 seconds, not " + seconds);
        }
        foundingWaitNanos = (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    }

    /** The name asked for, or an empty string. */
    String name() {
        return name;
    }

    /** The settings of a node of the given name. */
    NodeConfig config(GroupOptions group, String chosenName, Folders folders) {
        return new NodeConfig(
                chosenName,
                group.group(),
                group.networkInterface(),
                group.join(),
                group.discoveryPort(),
                data == null ? folders.node(chosenName) : data,
                election,
                timing,
                durability,
                traderPort,
                foundingWaitNanos,
                group.key(),
                archive);
    }

    /** Whether the node's folder was named, so that its name needs no folder of its own. */
    boolean hasDataFolder() {
        return data != null;
    }
}
