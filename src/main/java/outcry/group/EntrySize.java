package outcry.group;

import java.util.List;

/**
 * How many bytes entries take in a message, so that batches can be filled up to a datagram's limit
 * (G18) without knowing the layout. The layout's owner, {@code wire.GroupCodec}, is held to these
 * numbers by a test.
 *
 * <p>{@link #DATA_HEADER_BYTES} plus the {@link #datagramBytes} of its entries is the exact size of
 * an encoded {@link Message.Data}.
 */
public final class EntrySize {
    /** What every compact message has beside its fields: magic, version, type, who, checksum. */
    public static final int MESSAGE_HEADER_BYTES = 39;

    /** A {@link Message.Data} without entries, the message header included. */
    public static final int DATA_HEADER_BYTES = MESSAGE_HEADER_BYTES + 42;

    /** A {@link Message.Tail} without entries, the message header included. */
    public static final int TAIL_HEADER_BYTES = MESSAGE_HEADER_BYTES + 19;

    /** Largest payload of one entry. */
    public static final int PAYLOAD_BYTES_MAX = 64 * 1024;

    /** Most entries in one {@link Message.Data} or {@link Message.Tail}. */
    public static final int ENTRIES_MAX = 16_384;

    /**
     * Bytes of all entries of one message at most, so that it fits a link's frame; a batch for a
     * link may hold this much, one for a datagram what the datagram holds.
     */
    public static final int LINK_BATCH_BYTES_MAX = 512 * 1024;

    private static final int FIXED_BYTES = 17;

    private EntrySize() {}

    /**
     * Bytes of this entry inside a {@link Message.Data} or {@link Message.Tail}: 19 to 20 and its
     * payload while the term is below 64 and the payload below 8 KiB, a few more beyond.
     */
    public static int datagramBytes(Entry entry) {
        int payload = entry.payload().length;
        return FIXED_BYTES + numberBytes(entry.term()) + numberBytes(payload) + payload;
    }

    /** The sum of {@link #datagramBytes(Entry)}. */
    public static int datagramBytes(List<Entry> entries) {
        int bytes = 0;
        for (Entry entry : entries) {
            bytes += datagramBytes(entry);
        }
        return bytes;
    }

    /** Bytes of a non-negative number written in groups of seven bits, its sign in the lowest. */
    private static int numberBytes(long number) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(number << 1 | 1);
        return (bits + 6) / 7;
    }
}
