package outcry.wire.seal;

import java.nio.ByteBuffer;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;

/**
 * Seals the datagrams of one sender. A datagram has one counter, whoever receives it: a multicast
 * is sealed once for all. Owned by one thread.
 */
public final class DatagramSealer {
    private final Mac mac;
    private final byte[] header = new byte[DatagramLayout.TAG_AT];
    private final byte[] tag;
    private final long[] counters = new long[Stream.values().length];

    /**
     * Seals in the name of a node, or of a trader's program, whose id is random and whose
     * incarnation is 0. No two lives of a sender may share id and incarnation.
     */
    public DatagramSealer(GroupKey key, long id, int incarnation) {
        mac = key.datagramMac();
        tag = new byte[mac.getMacLength()];
        header[0] = (byte) DatagramLayout.MAGIC;
        header[1] = DatagramLayout.VERSION;
        ByteBuffer fields = ByteBuffer.wrap(header);
        fields.putLong(DatagramLayout.ID_AT, id);
        fields.putInt(DatagramLayout.INCARNATION_AT, incarnation);
    }

    /** Writes the sealed message; {@code out} has room for it and the layout's header. */
    public void seal(Stream stream, byte[] message, ByteBuffer out) {
        header[DatagramLayout.STREAM_AT] = (byte) stream.ordinal();
        putLong(DatagramLayout.COUNTER_AT, ++counters[stream.ordinal()]);
        mac.update(header, 0, header.length);
        mac.update(message, 0, message.length);
        try {
            mac.doFinal(tag, 0);
        } catch (ShortBufferException e) {
            throw new IllegalStateException("the buffer has the tag's length", e);
        }
        out.put(header).put(tag, 0, GroupKey.TAG_BYTES).put(message);
    }

    private void putLong(int offset, long value) {
        for (int i = 0; i < Long.BYTES; i++) {
            header[offset + i] = (byte) (value >>> 8 * (Long.BYTES - 1 - i));
        }
    }
}
