package outcry.wire.trader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import outcry.market.Reason;

/** The help page for authors of bots tells the truth. */
class TradersPortHelpTest {
    private static final Set<String> TYPES_OF_BOTH_SIDES = Set.of("order");

    private final String page = page();

    @Test
    void everyExampleIsALineAsItIsSent() {
        for (String line : examples()) {
            boolean fromClient = isClient(line);
            String again =
                    fromClient
                            ? TraderCodec.encode(TraderCodec.decodeClient(line))
                            : TraderCodec.encode(assertKnown(TraderCodec.decodeServer(line), line));
            // What may be left out is written in full.
            String full =
                    line.replace("\"price\":\"market\",\"quantity\":10}", marketOrderInFull())
                            .replaceFirst(
                                    "(\"type\":\"query\",\"id\":\\d+),\"topic\"",
                                    "$1,\"minIndex\":0,\"topic\"");
            assertEquals(full, again);
        }
    }

    @Test
    void everyTypeOfLineHasAnExample() {
        Set<String> shown = new TreeSet<>();
        for (String line : examples()) {
            shown.add(line.replaceFirst("\\{\"type\":\"(\\w+)\".*", "$1"));
        }
        Set<String> expected =
                new TreeSet<>(
                        List.of(
                                "hello",
                                "welcome",
                                "login",
                                "logged_in",
                                "heartbeat",
                                "answer",
                                "query",
                                "account",
                                "orders",
                                "book",
                                "trades",
                                "instruments",
                                "members",
                                "node",
                                "subscribe",
                                "subscribed",
                                "unsubscribe",
                                "level",
                                "order",
                                "fill",
                                "problem"));
        expected.addAll(CommandFields.TYPES);
        assertEquals(expected, shown);
    }

    @Test
    void everyReasonIsListed() {
        for (Reason reason : Reason.values()) {
            assertTrue(page.contains('`' + JsonFields.word(reason) + '`'), reason.name());
        }
    }

    @Test
    void theBotIsShort() {
        String bot = page.substring(page.indexOf("```python"));
        long lines = bot.substring(0, bot.indexOf("```\n")).lines().count() - 1;
        assertTrue(lines <= 24, lines + " lines");
    }

    private List<String> examples() {
        List<String> examples = page.lines().filter(line -> line.startsWith("{\"type\"")).toList();
        assertTrue(examples.size() > 30);
        return examples;
    }

    /** The page's lines of a node's door. */
    List<String> serverExamples() {
        return examples().stream().filter(line -> !isClient(line)).toList();
    }

    private static boolean isClient(String line) {
        String type = line.replaceFirst("\\{\"type\":\"(\\w+)\".*", "$1");
        boolean command =
                CommandFields.TYPES.contains(type)
                        && (!TYPES_OF_BOTH_SIDES.contains(type) || line.contains("\"session\""));
        return command
                || Arrays.asList("hello", "login", "query", "subscribe", "unsubscribe")
                        .contains(type);
    }

    private static String marketOrderInFull() {
        return "\"price\":\"market\",\"quantity\":10,\"timeInForce\":\"ioc\"}";
    }

    private static ServerMessage assertKnown(ServerMessage message, String line) {
        assertNotNull(message, line);
        return message;
    }

    private static String page() {
        try (InputStream in =
                TradersPortHelpTest.class.getResourceAsStream("/outcry/help/traders-port.md")) {
            assertNotNull(in);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
