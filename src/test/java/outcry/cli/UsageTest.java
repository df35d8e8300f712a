package outcry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import outcry.client.ClientConfig;
import outcry.node.NodeConfig;
import picocli.CommandLine;

/** What a command line means, and what is said about one that means nothing. */
class UsageTest {
    @TempDir private Path home;

    private final Map<String, String> environment = new TreeMap<>();
    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();
    private ClientConfig trader;
    private NodeConfig node;
    private Folders folders;

    @BeforeEach
    void useFoldersOfTheTest() {
        folders =
                Folders.of(
                        "Linux", home, Map.of("XDG_STATE_HOME", home.resolve("state").toString()));
    }

    @Test
    void withoutAnythingATradersWindowOpens() {
        assertEquals(0, run());
        assertEquals("lab", trader.group());
        assertEquals(NodeConfig.DEFAULT_DISCOVERY_PORT, trader.discoveryPort());
    }

    @Test
    void aFlagBeatsTheEnvironmentBeatsTheFileBeatsTheDefault() throws IOException {
        Path file = home.resolve("my.properties");
        Files.writeString(file, "group = from-file\ninterface = from-file\njoin = a:1,b:2\n");
        environment.put("OUTCRY_GROUP", "from-environment");
        environment.put("OUTCRY_INTERFACE", "from-environment");
        environment.put("OUTCRY_CONFIG", file.toString());

        assertEquals(0, run("trader", "--group", "from-flag"));

        assertEquals("from-flag", trader.group());
        assertEquals("from-environment", trader.networkInterface());
        assertEquals(List.of("a:1", "b:2"), trader.join());
        assertEquals(NodeConfig.DEFAULT_DISCOVERY_PORT, trader.discoveryPort());
    }

    @Test
    void theUsualConfigurationFileIsReadWhenItIsThere() throws IOException {
        Files.createDirectories(folders.configFile().getParent());
        Files.writeString(folders.configFile(), "discovery-port = 1234\n");
        assertEquals(0, run("trader"));
        assertEquals(1234, trader.discoveryPort());
    }

    @Test
    void aNodesDataGoesWhereThePlatformKeepsData() {
        assertEquals(0, run("node", "--name", "n7"));
        assertEquals(home.resolve(".local/share/outcry/n7"), node.data());
        assertEquals("n7", node.name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--versoin | unknown option '--versoin' for outcry | did you mean '--version'?",
                "node --headles | unknown option '--headles' for outcry node | '--headless'?",
                "nod | unknown command or argument 'nod' for outcry | did you mean 'node'?",
                "node --election raft | --election takes rtt or lcr, not 'raft' | node --help",
                "trader --discovery-port x | takes a whole number, not 'x' | trader --help",
                "trader --discovery-port 0 | between 1 and 65534, not 0 | trader --help",
                "trader --join 10.0.0.1 | --join takes HOST:PORT such as | trader --help",
                "trader --connect :5 | --connect takes HOST:PORT such as | trader --help",
                "trader --group a/b | 1 to 32 of A-Z a-z 0-9 . _ -, not 'a/b' | --help",
                "trader --group | missing required parameter for option '--group' | --help",
                "node --durability tape | --durability takes disk, process or memory, not 'tape' |"
                        + " node --help",
                "node --founding-wait 0 | above 0 and at most 3600 seconds | node --help",
                "console --wait NaN --secret-file pom.xml | above 0 and at most 86400 | --help",
                "demo --nodes 2 | --nodes is 3 to 9 | demo --help",
                "demo --bots -1 | --bots is 0 to 100, not -1 | demo --help",
                "bench match --stream a --write-stream b | exclude each other | match --help",
                "simulate | either --seed N or --seeds A..B says what to run | simulate --help",
                "simulate --seed 1 --seeds 1..2 | either --seed N or --seeds | simulate --help",
                "simulate --seeds 1-9 | --seeds takes A..B such as 1..1000 | simulate --help",
                "simulate --seeds 9..1 | takes the lower seed first: 1..9 | simulate --help",
                "simulate --seed x | --seed takes N, not 'x' | simulate --help",
                "simulate --seed -3 | --seed is 0 or more, not -3 | simulate --help",
                "simulate --seeds 1..2 --trace | --trace goes with --seed | simulate --help",
                "simulate --seed 1 --json --trace | takes a file | simulate --help",
                "simulate --seeds 1..2 --threads 0 | --threads is 1 to 1024 | simulate --help",
                "trader --config nowhere | cannot read the configuration file nowhere | no such"
            })
    void aWrongCommandLineGetsOneLineAHintAndStatus2(String line, String problem, String hint) {
        assertEquals(2, run(line.strip().split(" ")));
        List<String> said = errors.toString().lines().toList();
        assertEquals(2, said.size(), errors.toString());
        assertTrue(said.get(0).startsWith("outcry: "), said.get(0));
        assertTrue(said.get(0).contains(problem.strip()), said.get(0));
        assertTrue(said.get(1).startsWith("hint: "), said.get(1));
        assertTrue(said.get(1).contains(hint.strip()), said.get(1));
    }

    @Test
    void aWrongValueFromElsewhereSaysFromWhere() {
        environment.put("OUTCRY_GROUP", "a/b");
        assertEquals(2, run("trader"));
        assertTrue(errors.toString().contains("(from OUTCRY_GROUP)"), errors.toString());
    }

    @Test
    void g33_aKeyFileGivesNodesAndTradersTheSameKeyHoweverItEnds() throws IOException {
        Path file = home.resolve("exchange.key");
        Files.writeString(file, "sixteen bytes ok\r\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertEquals(0, run("trader", "--key-file", file.toString()));
        assertNotNull(trader.key());
        assertEquals("", errors.toString());
        environment.put("OUTCRY_KEY_FILE", file.toString());
        assertEquals(0, run("node", "--name", "n7"));
        assertNotNull(node.key());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertEquals(0, run("trader"));
        assertTrue(errors.toString().contains("chmod 600 " + file), errors.toString());
        assertEquals(0, run("trader", "--key-file="));
        assertNull(trader.key());
    }

    @Test
    void g33_aKeyFileThatCannotBeAKeyIsRefusedWithWhatWouldBeRight() throws IOException {
        Path file = home.resolve("exchange.key");
        assertEquals(2, run("trader", "--key-file", file.toString()));
        assertTrue(errors.toString().contains("there is no key file " + file), errors.toString());
        Files.writeString(file, "fifteen bytes.." + System.lineSeparator());
        environment.put("OUTCRY_KEY_FILE", file.toString());
        assertEquals(2, run("node", "--name", "n7"));
        assertTrue(errors.toString().contains("only 15 bytes"), errors.toString());
        assertTrue(errors.toString().contains("(from OUTCRY_KEY_FILE)"), errors.toString());
        assertTrue(errors.toString().contains("16 to 4096 bytes"), errors.toString());
        Files.writeString(file, "x".repeat(5_000));
        assertEquals(2, run("trader"));
        assertTrue(errors.toString().contains("too many bytes"), errors.toString());
        assertEquals(2, run("trader", "--key-file", home.toString()));
        assertTrue(errors.toString().contains("cannot read the key file"), errors.toString());
    }

    @Test
    void aStreamThatCannotBeReplayedOrWrittenIsNamedWithWhatWouldBeRight() throws IOException {
        Path file = home.resolve("stream.txt");
        assertStream("--stream", file, "there is no such file or folder");
        assertStream("--stream", home, "the system says: ");
        Files.write(file, new byte[] {'#', (byte) 0xff});
        assertStream("--stream", file, "it is no text in UTF-8");
        Files.writeString(file, "hello\n");
        assertStream("--stream", file, "a stream begins with");
        assertStream("--write-stream", home, "the system says: ");
        assertStream("--write-stream", home.resolve("no/stream.txt"), "no such file or folder");
    }

    private void assertStream(String option, Path file, String reason) {
        errors.getBuffer().setLength(0);
        assertEquals(1, run("bench", "match", "--resting=9", option, file.toString()));
        List<String> said = errors.toString().lines().toList();
        assertEquals(1, said.size(), errors.toString());
        assertTrue(said.get(0).startsWith("outcry: cannot "), said.get(0));
        assertTrue(said.get(0).contains(file + ", which is to be "), said.get(0));
        assertTrue(said.get(0).contains(reason), said.get(0));
    }

    @Test
    void anUnknownSettingInTheFileIsNotPassedOver() throws IOException {
        Path file = home.resolve("my.properties");
        Files.writeString(file, "gruop = lab\n");
        assertEquals(2, run("trader", "--config=" + file));
        assertTrue(errors.toString().contains("unknown setting 'gruop'"), errors.toString());
        assertTrue(errors.toString().contains("did you mean 'group'?"), errors.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "trader", "node", "demo", "console", "status", "simulate"})
    void helpAndVersionAreEverywhere(String command) {
        String[] prefix = command.isEmpty() ? new String[0] : new String[] {command};
        assertEquals(0, run(append(prefix, "--help")));
        assertTrue(output.toString().startsWith("Usage: outcry"), output.toString());
        assertEquals(0, run(append(prefix, "--version")));
        assertTrue(output.toString().contains("outcry " + Version.number()), output.toString());
        assertEquals("", errors.toString());
    }

    private static String[] append(String[] words, String word) {
        String[] longer = java.util.Arrays.copyOf(words, words.length + 1);
        longer[words.length] = word;
        return longer;
    }

    private int run(String... arguments) {
        WindowOpener windows =
                new WindowOpener() {
                    @Override
                    public boolean hasDisplay() {
                        return true;
                    }

                    @Override
                    public void trader(ClientConfig config, String name, String secret) {
                        trader = config;
                    }

                    @Override
                    public void node(NodeConfig config) {
                        node = config;
                    }

                    @Override
                    public void demo(
                            List<NodeConfig> nodes,
                            ClientConfig config,
                            String account,
                            String secret) {
                        trader = config;
                    }
                };
        CommandLine commandLine = Outcry.commandLine(windows, folders);
        commandLine.setOut(new PrintWriter(output, true));
        commandLine.setErr(new PrintWriter(errors, true));
        return Outcry.run(commandLine, environment, folders, arguments);
    }
}
