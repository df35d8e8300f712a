package outcry.wire.trader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import outcry.base.MalformedException;
import outcry.fuzz.Nonsense;
import outcry.fuzz.RandomOrders;
import outcry.wire.trader.ClientMessage.Topic;

/**
 * Lines made of right ones with a seed. Each is refused with a sentence, or means exactly what
 * stands in it, as another reader of JSON and unlimited numbers see it: nothing wraps, nothing is
 * rounded, nothing that was said is dropped.
 */
class TraderCodecFuzzTest {
    private static final int LINES = 60_000;
    private static final int SENTENCE_MAX = 700;

    /** What is meant when it is left out. */
    private static final Set<String> DEFAULTS = Set.of("timeInForce", "minIndex", "client");

    private static final Set<String> MONEY = Set.of("price", "stop", "amount", "tick", "reference");

    private final Random random = new Random(20_261_122);
    private final Nonsense nonsense = new Nonsense(random);
    private final RandomOrders orders = new RandomOrders(random);
    private final Map<String, Set<String>> known = new HashMap<>();

    @Test
    void aLineIsRefusedOrMeansWhatItSays() {
        int accepted = 0;
        for (int i = 0; i < LINES; i++) {
            ClientMessage message = message();
            String right = TraderCodec.encode(message);
            assertEquals(message, TraderCodec.decodeClient(right), right);
            JsonObject fields = JsonParser.parseString(right).getAsJsonObject();
            known.computeIfAbsent(typeOf(fields), t -> new TreeSet<>()).addAll(fields.keySet());
            String line = change(fields, right);
            ClientMessage read;
            try {
                read = TraderCodec.decodeClient(line);
            } catch (MalformedException e) {
                assertTrue(e.getMessage().length() < SENTENCE_MAX, e.getMessage());
                assertEquals(0L, zeroOrNumber(line));
                continue;
            }
            accepted++;
            assertEquals(read, TraderCodec.decodeClient(TraderCodec.encode(read)), line);
            assertMeans(JsonParser.parseString(line).getAsJsonObject(), read, line);
        }
        assertTrue(accepted > LINES / 20 && accepted < LINES, accepted + " accepted");
    }

    @Test
    void anythingOfADoorIsUnderstoodIgnoredOrRefused() {
        List<String> lines = new ArrayList<>();
        new TradersPortHelpTest().serverExamples().forEach(lines::add);
        int understood = 0;
        for (int i = 0; i < LINES; i++) {
            String right = lines.get(random.nextInt(lines.size()));
            String line = change(JsonParser.parseString(right).getAsJsonObject(), right);
            try {
                ServerMessage read = TraderCodec.decodeServer(line);
                if (read != null) {
                    understood++;
                    assertEquals(read, TraderCodec.decodeServer(TraderCodec.encode(read)), line);
                }
            } catch (MalformedException e) {
                assertTrue(e.getMessage().length() < SENTENCE_MAX, e.getMessage());
            }
        }
        assertTrue(understood > LINES / 20, understood + " understood");
    }

    private ClientMessage message() {
        long id = 1 + random.nextInt(1_000);
        Topic topic = Topic.values()[random.nextInt(Topic.values().length)];
        return switch (random.nextInt(12)) {
            case 0 -> new ClientMessage.Hello(1, "fuzz");
            case 1 -> new ClientMessage.Login(id, "ann", "secret \u00e4 \"\\");
            case 2 -> new ClientMessage.Query(id, random.nextInt(99), topic, "ann", "ACME");
            case 3 -> new ClientMessage.Subscribe(id, topic, "", "ACME");
            default ->
                    new ClientMessage.Submit(
                            random.nextLong() | 1, id, random.nextInt((int) id), orders.next());
        };
    }

    /** A field is something else, is gone, is new or is there twice; or the text is spoilt. */
    private String change(JsonObject fields, String right) {
        List<String> names = new ArrayList<>(fields.keySet());
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(6)) {
            case 0:
                return nonsense.spoil(right);
            case 1:
                fields.remove(name);
                return fields.toString();
            case 2:
                String other =
                        List.of("price", "stop", "display", "instrument", "quantity", "id")
                                .get(random.nextInt(6));
                return with(right, other, nonsense.value());
            case 3:
                return with(right, name, nonsense.value());
            default:
                fields.remove(name);
                String rest = fields.toString();
                return rest.equals("{}")
                        ? "{\"" + name + "\":" + nonsense.value() + "}"
                        : with(rest, name, nonsense.value());
        }
    }

    private static String with(String object, String name, String value) {
        return object.substring(0, object.length() - 1) + ",\"" + name + "\":" + value + "}";
    }

    private static long zeroOrNumber(String line) {
        // Looking for the number of a line that is not understood never fails either.
        return TraderCodec.numberIn(line, "no such field");
    }

    private void assertMeans(JsonObject said, ClientMessage read, String line) {
        JsonObject understood = JsonParser.parseString(TraderCodec.encode(read)).getAsJsonObject();
        for (String name : understood.keySet()) {
            if (isSaid(said, name)) {
                assertSame(name, said.get(name), understood.get(name), line);
            } else {
                assertTrue(DEFAULTS.contains(name), name + " was made up: " + line);
            }
        }
        for (String name : known.get(typeOf(understood))) {
            if (isSaid(said, name) && !understood.has(name)) {
                String text = said.get(name).toString();
                boolean isNothing =
                        name.equals("display") && text.matches("-?0")
                                || name.equals("postOnly") && text.equals("false")
                                || text.equals("\"\"") && isQuestion(typeOf(understood));
                assertTrue(isNothing, name + " was dropped: " + line);
            }
        }
    }

    /** In questions an empty account or instrument is none. */
    private static boolean isQuestion(String type) {
        return Set.of("query", "subscribe", "unsubscribe").contains(type);
    }

    private static boolean isSaid(JsonObject said, String name) {
        return said.has(name) && !said.get(name).isJsonNull();
    }

    private static void assertSame(
            String name, JsonElement said, JsonElement understood, String line) {
        boolean isNumber = understood.getAsJsonPrimitive().isNumber();
        boolean isMoney = MONEY.contains(name) && !understood.getAsString().equals("market");
        assertEquals(isNumber, said.getAsJsonPrimitive().isNumber(), name + " of " + line);
        if (isNumber || isMoney) {
            BigDecimal meant = new BigDecimal(understood.getAsString());
            assertEquals(0, meant.compareTo(new BigDecimal(said.getAsString())), name + line);
        } else if (name.equals("session")) {
            BigInteger meant = new BigInteger(understood.getAsString(), 16);
            assertEquals(meant, new BigInteger(said.getAsString(), 16), line);
        } else {
            assertEquals(said, understood, name + " of " + line);
        }
    }

    private static String typeOf(JsonObject fields) {
        return fields.get("type").getAsString();
    }
}
