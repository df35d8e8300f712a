package outcry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program from outside: processes on loopback, their standard streams and exit statuses. */
class ProcessTest {
    @TempDir private Path home;

    private final List<ChildProcess> children = new ArrayList<>();
    private int discoveryPort;

    @BeforeEach
    void choosePort() throws IOException {
        discoveryPort = FreePorts.neighbours();
    }

    @AfterEach
    void endAll() throws InterruptedException {
        for (ChildProcess child : children) {
            child.close();
            child.exitStatus();
        }
    }

    @Test
    void aHeadlessNodeLoadsNoJavaFx() throws Exception {
        Path loaded = home.resolve("loaded.log");
        ChildProcess node =
                node("n1", List.of("-Xlog:class+load:file=" + loaded + ":none:filecount=0"));
        node.awaitEvent("leader");
        node.type("leave");
        assertEquals(ExitStatus.DONE, node.exitStatus());
        String classes = Files.readString(loaded);
        assertTrue(classes.contains("outcry.node.Node "), "the log of loaded classes is there");
        assertFalse(classes.contains("javafx."));
        assertFalse(classes.contains("outcry.desktop."));
    }

    @Test
    void aNodeOutlivesItsInputAndLeavesOnSigterm() throws Exception {
        ChildProcess node = node("n1", List.of());
        node.endInput();
        JsonObject leader = node.awaitEvent("leader");
        assertEquals("n1", leader.get("leader").getAsString());
        assertTrue(node.isAlive());
        node.terminate();
        assertEquals(ExitStatus.DONE, node.exitStatus());
        List<String> lines = node.allLines();
        assertTrue(lines.get(0).startsWith("{\"event\":\"ready\""), lines.get(0));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("{\"event\":\"left\"")));
    }

    @Test
    void aNodeTakesCommandsAndSaysWhatIsWrongWithThem() throws Exception {
        ChildProcess node = node("n1", List.of());
        node.awaitEvent("view");
        node.type("status");
        JsonObject status = node.awaitEvent("status");
        assertEquals("leader", status.get("role").getAsString());
        node.type("freze 5");
        String text = node.awaitEvent("error").get("text").getAsString();
        assertTrue(text.contains("did you mean 'freeze'?"), text);
        node.type("crash");
        assertEquals(ExitStatus.FAILED, node.exitStatus());
        assertTrue(
                node.allLines().stream().noneMatch(line -> line.startsWith("{\"event\":\"left\"")));
    }

    @Test
    void theConsoleSpeaksGroup12sWords() throws Exception {
        node("n1", List.of()).awaitEvent("leader");
        ChildProcess console = console();
        for (String line :
                List.of("client1 b A 100", "client2 s A 100", "client1 i", "client2 i", "exit")) {
            console.type(line);
        }
        assertEquals(ExitStatus.DONE, console.exitStatus());
        assertEquals(
                List.of(
                        "Transaction Successful. 4900 of A left in the pool.",
                        "Transaction failed, INSUFFICIENT_SHARES: not enough shares: 0 of \"A\""
                                + " available",
                        "client1 holds A 100, B 0.",
                        "client2 holds A 0, B 0.",
                        "Goodbye."),
                console.allLines());
    }

    @Test
    void aQuestionSeesWhatStandsBeforeItAndNothingAfter() throws Exception {
        node("n1", List.of()).awaitEvent("leader");
        ChildProcess console = console();
        int count = 50;
        for (int i = 0; i < count; i++) {
            console.type("deposit A 1");
            console.type("i");
        }
        console.endInput();
        assertEquals(ExitStatus.DONE, console.exitStatus());
        List<String> answers = console.allLines();
        assertEquals(2 * count, answers.size());
        for (int i = 0; i < count; i++) {
            assertEquals("ada holds A " + (i + 1) + ", B 0.", answers.get(2 * i + 1));
        }
    }

    @Test
    void strictRefusalNoExchangeAndNoNodesHaveTheirStatuses() throws Exception {
        ChildProcess nobody = console("--wait", "1");
        nobody.type("deposit 1");
        assertEquals(ExitStatus.NO_EXCHANGE, nobody.exitStatus());
        assertEquals(1, nobody.allLines().size());
        assertEquals(ExitStatus.NO_EXCHANGE, start("status", "--wait", "1").exitStatus());

        node("n1", List.of()).awaitEvent("leader");
        ChildProcess strict = console("--strict");
        strict.type("withdraw 5");
        strict.endInput();
        assertEquals(ExitStatus.REJECTED, strict.exitStatus());
        assertTrue(strict.allLines().get(0).startsWith("Refused, INSUFFICIENT_CASH"));
    }

    @Test
    void everyLineGetsOneAnswerInOrderThoughTheLeaderIsKilled() throws Exception {
        Map<String, ChildProcess> nodes = new TreeMap<>();
        for (String name : List.of("n1", "n2", "n3")) {
            nodes.put(name, node(name, List.of()));
            int size = nodes.size();
            nodes.get("n1")
                    .awaitEvent("view", view -> view.getAsJsonArray("members").size() == size);
        }
        ChildProcess console = console("--json");
        int before = 200;
        int after = 200;
        for (int i = 0; i < before; i++) {
            console.type("deposit 0.01");
        }
        console.awaitLines(1);
        nodes.get(leader()).kill();
        for (int i = 0; i < after; i++) {
            console.type("deposit 0.01");
        }
        console.type("account");
        console.endInput();
        assertEquals(ExitStatus.DONE, console.exitStatus());

        List<String> answers = console.allLines();
        assertEquals(before + after + 1, answers.size());
        for (int i = 0; i < answers.size(); i++) {
            JsonObject answer = JsonParser.parseString(answers.get(i)).getAsJsonObject();
            assertEquals(i + 1, answer.get("line").getAsInt());
            assertTrue(answer.get("ok").getAsBoolean(), answers.get(i));
        }
        JsonObject account = JsonParser.parseString(answers.get(before + after)).getAsJsonObject();
        assertEquals("4.00", account.getAsJsonObject("cash").get("available").getAsString());

        JsonArray survivors = status().getAsJsonArray("nodes");
        assertEquals(2, survivors.size());
        assertEquals(digest(survivors.get(0)), digest(survivors.get(1)));
    }

    private String leader() throws Exception {
        return status().get("leader").getAsString();
    }

    private JsonObject status() throws Exception {
        ChildProcess status = start("status", "--json");
        assertEquals(ExitStatus.DONE, status.exitStatus());
        return JsonParser.parseString(status.allLines().get(0)).getAsJsonObject();
    }

    private static String digest(JsonElement node) {
        JsonObject fields = node.getAsJsonObject();
        return fields.get("applied").getAsLong() + ":" + fields.get("digest").getAsString();
    }

    private ChildProcess node(String name, List<String> javaOptions) throws IOException {
        List<String> arguments =
                arguments("node", "--headless", "--name", name, "--founding-wait", "1");
        ChildProcess child = new ChildProcess(home, javaOptions, arguments);
        children.add(child);
        return child;
    }

    private ChildProcess console(String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of("console", "--account", "ada"));
        words.addAll(List.of(options));
        return start(words.toArray(String[]::new));
    }

    private ChildProcess start(String... words) throws IOException {
        ChildProcess child = new ChildProcess(home, List.of(), arguments(words));
        children.add(child);
        return child;
    }

    private List<String> arguments(String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--interface", "lo", "--discovery-port", "" + discoveryPort));
        return arguments;
    }
}
