package outcry.wire.seal;

/**
 * What stands before the message in a sealed datagram: a byte that no unsealed message begins with,
 * the layout's version, the stream, who sends (id, incarnation), the stream's counter, the tag. The
 * tag covers all of it and the message.
 */
public final class DatagramLayout {
    /** All of it, in bytes: so much less message fits one packet. */
    public static final int HEADER_BYTES = 39;

    static final int MAGIC = 0xA8;
    static final int VERSION = 1;
    static final int STREAM_AT = 2;
    static final int ID_AT = 3;
    static final int INCARNATION_AT = 11;
    static final int COUNTER_AT = 15;
    static final int TAG_AT = 23;

    private DatagramLayout() {}

    /**
     * Whether the bytes are a sealed datagram, authentic or not; its message begins at {@link
     * #HEADER_BYTES}.
     */
    public static boolean isSealed(byte[] bytes, int length) {
        return length > HEADER_BYTES && (bytes[0] & 0xFF) == MAGIC && bytes[1] == VERSION;
    }
}
