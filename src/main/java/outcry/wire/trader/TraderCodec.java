package outcry.wire.trader;

import java.nio.charset.StandardCharsets;

/**
 * Maps the traders' messages to JSON lines and back. One object a line, "type" first; money and
 * prices are decimal strings ("12.50"), quantities numbers, enumerations lower case, 64-bit ids
 * hexadecimal strings, times decimal strings. Fields nobody knows are ignored, so that either side
 * may be newer.
 *
 * <p>The protocol is described message by message in the help page {@code traders-port.md}.
 */
public final class TraderCodec {
    private TraderCodec() {}

    /**
     * One line, without its end.
     *
     * @throws IllegalArgumentException for a command that only nodes make: accounts are opened by
     *     {@link ClientMessage.Login}
     */
    public static String encode(ClientMessage message) {
        return ClientCodec.encode(message);
    }

    /** One line, without its end. */
    public static String encode(ServerMessage message) {
        return ServerCodec.encode(message);
    }

    /** A line as it is sent: UTF-8, ended by a line feed. */
    public static byte[] line(ClientMessage message) {
        return (encode(message) + '\n').getBytes(StandardCharsets.UTF_8);
    }

    /** A line as it is sent: UTF-8, ended by a line feed. */
    public static byte[] line(ServerMessage message) {
        return (encode(message) + '\n').getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a line of a trader's program. Names, prices and quantities are not judged here, rules
     * are the market's; so whatever {@link #encode} writes is read back.
     *
     * @throws outcry.base.MalformedException that names the field and what would be right
     */
    public static ClientMessage decodeClient(String line) {
        return ClientCodec.decode(line);
    }

    /**
     * A number, such as "id" or "number", in a line that could not be understood as a whole, so
     * that its author can be told which one it was; 0 without one.
     */
    public static long numberIn(String line, String field) {
        return ClientCodec.numberIn(line, field);
    }

    /**
     * Reads a line of a node's door.
     *
     * @return null when the message is of a type this version does not know: to be ignored
     * @throws outcry.base.MalformedException that names the field and what would be right
     */
    public static ServerMessage decodeServer(String line) {
        return ServerCodec.decode(line);
    }
}
