package outcry.wire;

import outcry.base.ByteReader;
import outcry.base.ByteWriter;
import outcry.base.MalformedException;
import outcry.market.Command;
import outcry.market.Request;

/**
 * The bytes of a request as they travel between nodes and stand in the log.
 *
 * <p>Layout: version (1 byte), session (8 bytes), number, the distance from confirmed to number,
 * then the command as {@link CommandBody} lays it out. Every request has exactly one form: what
 * {@link #decode} accepts, {@link #encode} writes again byte for byte.
 */
public final class CommandCodec {
    /** The only version there is; another layout gets another number. */
    public static final int VERSION = 1;

    /** Longest name of an account or instrument, in bytes of UTF-8. */
    public static final int NAME_BYTES_MAX = 32;

    /** Longest full name of an instrument, in bytes of UTF-8: 64 characters of up to three. */
    public static final int TITLE_BYTES_MAX = 192;

    /** Longest salt, and longest hash, of an account's secret. */
    public static final int SECRET_BYTES_MAX = 64;

    /** No request takes more bytes than this. */
    public static final int BYTES_MAX = 384;

    private CommandCodec() {}

    /**
     * Writes a request.
     *
     * @throws IllegalStateException when a name, salt or hash is longer than the limits above: the
     *     traders' door must not let such a request in
     */
    public static byte[] encode(Request request) {
        ByteWriter writer = new ByteWriter(64);
        writer.put(VERSION);
        writer.putLong(request.session());
        Varint.put(writer, request.number());
        Varint.put(writer, request.number() - request.confirmed());
        CommandBody.put(writer, request.command());
        return writer.toBytes();
    }

    /**
     * Reads a request. Values are not judged here: rules are the market's.
     *
     * @throws MalformedException when the bytes are not a request of a known version
     */
    public static Request decode(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            throw new MalformedException(
                    "a request of at most " + BYTES_MAX + " bytes expected, not " + bytes.length);
        }
        ByteReader reader = new ByteReader(bytes);
        int version = reader.get();
        if (version != VERSION) {
            throw new MalformedException(
                    "a request of version " + VERSION + " expected, not " + version);
        }
        long session = reader.getLong();
        long number = Varint.get(reader);
        long confirmed = number - Varint.get(reader);
        Command command = CommandBody.get(reader);
        reader.expectEnd();
        return new Request(session, number, confirmed, command);
    }
}
