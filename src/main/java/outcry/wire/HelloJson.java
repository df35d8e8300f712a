package outcry.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import outcry.base.Check;
import outcry.base.MalformedException;
import outcry.group.Envelope;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.group.Role;

/**
 * HELLO and WHO_IS_LEADER as JSON objects, readable in any packet capture, with a checksum behind.
 * Ids are hexadecimal strings, because many readers of JSON lose digits of 64-bit numbers.
 *
 * <p>Where broadcasts do not get through (G6), a program that was told one node's address asks it
 * for an answer, and the HELLO it gets names {@code peers}: datagram addresses of other nodes of
 * the group, to be asked in turn.
 */
public final class HelloJson {
    /** Largest HELLO sent (G4). */
    public static final int HELLO_BYTES_MAX = 1_200;

    /** Most peers one HELLO names. */
    public static final int PEERS_MAX = 16;

    private static final String HELLO = "hello";
    private static final String WHO_IS_LEADER = "who-is-leader";
    private static final int HEX = 16;
    private static final int CHECKSUM_BYTES = 10;
    private static final int JSON_BYTES_MAX = HELLO_BYTES_MAX - CHECKSUM_BYTES;

    private HelloJson() {}

    /**
     * A HELLO or WHO_IS_LEADER with what stands beside it.
     *
     * @param asks whether the sender wants an answer of every node that this reaches
     * @param peers the nodes it names, as {@code host:port}; may be empty
     */
    public record Greeting(Envelope envelope, boolean asks, List<String> peers) {
        public Greeting {
            peers = List.copyOf(peers);
        }
    }

    /** Whether bytes are meant as JSON. */
    public static boolean isJson(byte[] bytes, int offset, int length) {
        return length > 0 && bytes[offset] == '{';
    }

    /** Writes a greeting; peers beyond the limits are left out. */
    public static byte[] encode(Greeting greeting) {
        Envelope envelope = greeting.envelope();
        JsonObject json = new JsonObject();
        Message message = envelope.message();
        boolean isHello = message instanceof Message.Hello;
        Check.that(isHello || message instanceof Message.WhoIsLeader, "only greetings are JSON");
        json.addProperty("outcry", GroupCodec.VERSION);
        json.addProperty("type", isHello ? HELLO : WHO_IS_LEADER);
        json.addProperty("group", envelope.group());
        json.addProperty("generation", Long.toHexString(envelope.generation()));
        json.addProperty("sender", Long.toHexString(envelope.sender()));
        json.addProperty("incarnation", envelope.incarnation());
        json.addProperty("birth", envelope.birth());
        if (message instanceof Message.Hello hello) {
            putHello(json, hello);
        }
        if (greeting.asks()) {
            json.addProperty("answer", true);
        }
        byte[] bytes = toBytes(json);
        if (!greeting.peers().isEmpty()) {
            bytes = withPeers(json, greeting.peers(), bytes);
        }
        Check.that(bytes.length <= JSON_BYTES_MAX, "a HELLO of " + bytes.length + " bytes");
        return withChecksum(bytes);
    }

    /** A line of its own, of a space and eight hexadecimal digits, follows the JSON object. */
    private static byte[] withChecksum(byte[] json) {
        String line = String.format("\n %08x", Checksum.of(json, 0, json.length));
        byte[] all = Arrays.copyOf(json, json.length + CHECKSUM_BYTES);
        System.arraycopy(
                line.getBytes(StandardCharsets.US_ASCII), 0, all, json.length, line.length());
        return all;
    }

    /** The length of the JSON object alone; people who ask by hand may leave the checksum out. */
    private static int checked(byte[] bytes, int offset, int length) {
        int line = length - CHECKSUM_BYTES;
        if (line < 1 || bytes[offset + line] != '\n') {
            return length;
        }
        String expected = String.format("\n %08x", Checksum.of(bytes, offset, line));
        String actual =
                new String(bytes, offset + line, CHECKSUM_BYTES, StandardCharsets.ISO_8859_1);
        if (!actual.equals(expected)) {
            throw new MalformedException("changed on its way: its checksum is wrong");
        }
        return line;
    }

    /**
     * Reads a greeting.
     *
     * @throws MalformedException when the bytes are not a HELLO or WHO_IS_LEADER of a known version
     */
    public static Greeting decode(byte[] bytes, int offset, int length) {
        JsonFields json = JsonFields.parse(bytes, offset, checked(bytes, offset, length));
        int version = json.number("outcry");
        if (version != GroupCodec.VERSION) {
            throw new MalformedException(
                    "a message of version "
                            + version
                            + ", this program speaks "
                            + GroupCodec.VERSION);
        }
        Envelope envelope =
                new Envelope(
                        json.text("group", NodeInfoLayout.NAME_BYTES_MAX),
                        json.hex("generation"),
                        json.hex("sender"),
                        json.number("incarnation"),
                        json.number("birth"),
                        message(json));
        MessageRules.printable(envelope.group());
        MessageRules.check(envelope);
        boolean asks = json.has("answer") && json.flag("answer");
        return new Greeting(envelope, asks, json.texts("peers", PEERS_MAX));
    }

    private static Message message(JsonFields json) {
        String type = json.text("type", HEX);
        if (type.equals(WHO_IS_LEADER)) {
            return new Message.WhoIsLeader();
        }
        if (!type.equals(HELLO)) {
            throw new MalformedException("\"type\" is hello or who-is-leader, not " + type);
        }
        return new Message.Hello(
                json.number("version"),
                node(json),
                role(json.text("role", HEX)),
                json.longNumber("term"),
                json.hex("leader"),
                json.longNumber("view"),
                json.number("viewSize"),
                json.longNumber("commit"),
                json.number("traders"),
                json.flag("pristine"),
                json.flag("keyed"));
    }

    private static void putHello(JsonObject json, Message.Hello hello) {
        NodeInfo node = hello.node();
        json.addProperty("version", hello.version());
        json.addProperty("node", node.name());
        json.addProperty("id", Long.toHexString(node.id()));
        json.addProperty("nodeIncarnation", node.incarnation());
        json.addProperty("nodeBirth", node.birth());
        json.addProperty("host", node.host());
        json.addProperty("linkPort", node.linkPort());
        json.addProperty("datagramPort", node.datagramPort());
        json.addProperty("traderPort", node.traderPort());
        json.addProperty("role", hello.role().name().toLowerCase(Locale.ROOT));
        json.addProperty("term", hello.term());
        json.addProperty("leader", Long.toHexString(hello.leader()));
        json.addProperty("view", hello.viewId());
        json.addProperty("viewSize", hello.viewSize());
        json.addProperty("commit", hello.commitIndex());
        json.addProperty("traders", hello.traders());
        json.addProperty("pristine", hello.pristine());
        json.addProperty("keyed", hello.keyed());
    }

    private static byte[] withPeers(JsonObject json, List<String> peers, byte[] without) {
        List<String> named = new ArrayList<>();
        byte[] bytes = without;
        for (String peer : peers) {
            if (named.size() == PEERS_MAX) {
                return bytes;
            }
            named.add(peer);
            JsonArray array = new JsonArray();
            named.forEach(array::add);
            json.add("peers", array);
            byte[] more = toBytes(json);
            if (more.length > JSON_BYTES_MAX) {
                return bytes;
            }
            bytes = more;
        }
        return bytes;
    }

    private static NodeInfo node(JsonFields json) {
        long id = json.hex("id");
        if (id == 0) {
            throw new MalformedException("a node's id is never 0");
        }
        return new NodeInfo(
                id,
                json.text("node", NodeInfoLayout.NAME_BYTES_MAX),
                json.number("nodeIncarnation"),
                json.number("nodeBirth"),
                json.text("host", NodeInfoLayout.HOST_BYTES_MAX),
                json.port("linkPort"),
                json.port("datagramPort"),
                json.port("traderPort"));
    }

    private static Role role(String word) {
        for (Role role : Role.values()) {
            if (role.name().toLowerCase(Locale.ROOT).equals(word)) {
                return role;
            }
        }
        throw new MalformedException("no role is called " + word);
    }

    private static byte[] toBytes(JsonObject json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
